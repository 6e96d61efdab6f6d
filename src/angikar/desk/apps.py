"""The desk as a Django app: it looks at who signs in, and follows what officers change in their own accounts."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out


class DeskConfig(AppConfig):
    """The officers' screens."""

    name = "angikar.desk"

    def ready(self) -> None:
        """Look at each sign-in and sign-out, and write into the history what allauth's pages change."""
        from angikar.desk.account import receivers
        from angikar.desk.door import idle, lines
        from angikar.desk.door.device import let_in
        from angikar.desk.second_factor import ask

        user_logged_in.connect(ask, dispatch_uid="desk.second_factor")
        user_logged_in.connect(let_in, dispatch_uid="desk.door.device")
        user_logged_in.connect(idle.begin, dispatch_uid="desk.door.idle")
        user_logged_out.connect(idle.end, dispatch_uid="desk.door.idle")
        lines.follow()
        receivers.follow()
        _say_what_is_printed()


def _say_what_is_printed() -> None:
    """Let jobs make the long prints."""
    from angikar.desk import prints
    from angikar.desk.circulars.compliance import MATRIX
    from angikar.desk.letters.dispatch import DISPATCH
    from angikar.desk.meetings.decisions import TAKEN
    from angikar.desk.offices.lists import REGISTER
    from angikar.desk.papers.receipts import RECEIPTS
    from angikar.desk.standings.standings import STANDINGS
    from angikar.jobs.works import register

    prints.register(MATRIX, RECEIPTS, DISPATCH, REGISTER, STANDINGS, TAKEN)
    register(prints.PRINT)
