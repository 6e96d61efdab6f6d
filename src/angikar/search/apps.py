"""Search as a Django app: it follows the verbs and events that change what is found."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate

_PAPERS = (
    "take_in draft amend amend_several arrange accept_intake move discard restore supersede counterpart file_under read_again read_together "
    "settle settle_several sign keep_scan take_offer ask_comment accept_suggestion"
)
_OFFICES = "found edit rename split merge close reopen"
_POSTS = "create edit close reopen appoint hand_over release"


class SearchConfig(AppConfig):
    """The search room."""

    name = "angikar.search"

    def ready(self) -> None:
        """Follow what the rooms below do."""
        from angikar.duties.events import DutiesChanged, DutyChanged
        from angikar.history.following import follow
        from angikar.history.publishing import subscribe
        from angikar.offices.events import BodyFormed
        from angikar.search import index, receivers

        post_migrate.connect(index.put_up, sender=self, dispatch_uid="search.index")
        post_migrate.connect(receivers.begin, sender=self, dispatch_uid="search.rules")
        follow(receivers.index_papers, *_verbs("paper", _PAPERS))
        follow(receivers.index_issued, "paper.issue", "paper.readdress")
        subscribe(BodyFormed, receivers.index_body)
        subscribe(DutyChanged, receivers.index_answer)
        subscribe(DutiesChanged, receivers.index_answers)
        follow(receivers.index_ideas, "idea.submit", "idea.step")
        follow(receivers.index_offices, *_verbs("office", _OFFICES))
        follow(receivers.index_below, "office.move")
        follow(receivers.index_posts, *_verbs("post", _POSTS))
        follow(receivers.index_officers, "officer.edit_card", "officer.edit")


def _verbs(of: str, names: str) -> list[str]:
    return [f"{of}.{name}" for name in names.split()]
