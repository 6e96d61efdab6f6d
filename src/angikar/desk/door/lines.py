"""What the log says of the door: who signed in and out, by the number of the officer, and that somebody was refused."""

from __future__ import annotations

import logging

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from angikar.offices.models import Officer

_LOG = logging.getLogger("angikar.security")


def follow() -> None:
    """Follow the signals of the sign-in; the number of the request in each line ties it to the line of the request."""
    user_logged_in.connect(_signed_in, dispatch_uid="desk.door.lines")
    user_logged_out.connect(_signed_out, dispatch_uid="desk.door.lines")
    user_login_failed.connect(_refused, dispatch_uid="desk.door.lines")


def _signed_in(sender: object, user: Officer, **_rest: object) -> None:
    _LOG.info("officer %s signed in", user.pk)


def _signed_out(sender: object, user: Officer | None, **_rest: object) -> None:
    if user is not None:
        _LOG.info("officer %s signed out", user.pk)


def _refused(sender: object, **_rest: object) -> None:
    _LOG.warning("a sign-in was refused")
