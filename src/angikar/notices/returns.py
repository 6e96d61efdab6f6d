"""What both sides learn of a report that was sent back and answered again, of a quarter on its way, of a closed one opened, and of its year."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from angikar.duties.events import DutyChanged, EvaluationChanged, FilingChanged
from angikar.duties.models import DutyState, FilingState, Reopening
from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind
from angikar.offices.models import Post
from angikar.papers.access import reviewers
from angikar.papers.models import Paper
from angikar.rules.sentence import Both

_LONGEST = 160
"""Characters of what is asked that a notice holds."""


def notify_return(event: DutyChanged) -> None:
    """Notify the post that one report of its own was sent back, and who sent it back that it was answered again."""
    duty, report = event.duty, event.report
    if report is None:
        return
    facts = {"duty": duty.text[:_LONGEST], "paper": duty.paper.title}
    if duty.state == DutyState.SENT_BACK:
        both = sentences.REPORT_SENT_BACK.both(**facts, words=report.review_words)
        posts, day, by = [duty.post], report.reviewed_on, report.reviewer
    elif duty.state == DutyState.SUBMITTED and event.before == DutyState.SENT_BACK:
        both = sentences.RETURN_ANSWERED.both(**facts, office=duty.post.office.name)
        posts, day, by = _leading(duty.owed_to_id), report.on, report.by
    else:
        return
    if day is not None:
        key = f"return:{report.pk}:{duty.state}"
        notify(_message(key, both, f"/duties/{duty.pk}/", duty.paper).to(posts), day=day, by=by)


def notify_filing(event: FilingChanged) -> None:
    """Notify the office above of a quarter that was filed, the office of the plan and everybody who has to mend a row of one
    that was sent back, accepted or closed.
    """
    filing, paper = event.filing, event.filing.paper
    facts: dict[str, str | int] = {"quarter": filing.quarter, "paper": paper.title, "office": paper.office.name}
    if filing.state == FilingState.SUBMITTED:
        again = event.before == FilingState.SENT_BACK
        both = (sentences.QUARTER_FILED_AGAIN if again else sentences.QUARTER_FILED).both(**facts)
        posts = _leading(min(reviewers(paper))) if event.before != FilingState.SUBMITTED else []
    elif filing.state == FilingState.SENT_BACK:
        both = sentences.QUARTER_SENT_BACK.both(**facts, count=len(event.returned), words=filing.review_words)
        posts = [*_leading(paper.office_id), *(duty.post for duty in event.returned)]
    elif filing.state in (FilingState.ACCEPTED, FilingState.EXCUSED):
        closed = filing.state == FilingState.ACCEPTED
        sentence = sentences.QUARTER_CLOSED if closed else sentences.QUARTER_CLOSED_UNFILED
        both, posts = sentence.both(**facts, words=filing.review_words), _leading(paper.office_id)
    else:
        return
    key, page = f"filing:{filing.pk}:{filing.version}", f"/grid/{paper.pk}/{filing.quarter}/"
    notify(_message(key, both, page, paper).to(_each_once(posts)), day=event.on, by=event.by)


def notify_reopening(reopening: Reopening) -> None:
    """Notify the office above that it is asked to open a closed quarter, and the office of the plan of the answer."""
    paper, answered = reopening.paper, reopening.answered_on
    facts: dict[str, str | int] = {"quarter": reopening.quarter, "paper": paper.title, "office": paper.office.name}
    page = f"/grid/{paper.pk}/{reopening.quarter}/"
    if answered is None:
        both = sentences.REOPENING_ASKED.both(**facts, words=reopening.reason)
        asked = _message(f"reopening:{reopening.pk}", both, page, paper).to(_leading(min(reviewers(paper))))
        notify(asked, day=reopening.asked_on, by=reopening.asked_by)
        return
    if reopening.until is None:
        both = sentences.REOPENING_DECLINED.both(**facts, words=reopening.words)
    else:
        both = sentences.REOPENING_GRANTED.both(**facts, until=reopening.until.isoformat())
    message = _message(f"reopening:{reopening.pk}:answered", both, page, paper)
    notify(message.to(_leading(paper.office_id)), day=answered, by=reopening.answered_by)


def notify_year(event: EvaluationChanged) -> None:
    """Notify the office of a plan that its year was evaluated, published, or that this was taken back."""
    fixed, paper = event.evaluation, event.evaluation.paper
    if fixed.taken_back_on is not None:
        both, what = sentences.YEAR_TAKEN_BACK.both(paper=paper.title, words=fixed.taken_back_words), "taken_back"
    elif fixed.published_on is not None:
        both, what = sentences.YEAR_PUBLISHED.both(paper=paper.title), "published"
    else:
        both, what = sentences.YEAR_FIXED.both(paper=paper.title, marks=fixed.accepted or "—"), "fixed"
    message = _message(f"evaluation:{fixed.pk}:{what}", both, f"/grid/{paper.pk}/year/", paper)
    notify(message.to(_leading(paper.office_id)), day=event.on, by=event.by)


def _message(key: str, both: Both, page: str, paper: Paper) -> Message:
    return Message(key, NoticeKind.WORD, *both, page, paper)


def _leading(office: int) -> list[Post]:
    """The head's post and the focal post of an office."""
    posts = Post.objects.filter(Q(is_head=True) | Q(is_focal=True), office=office)
    return list(posts.select_related("office"))


def _each_once(posts: Sequence[Post]) -> list[Post]:
    return list({post.pk: post for post in posts}.values())
