"""What every screen of the desk shares: the officer who asks, the day, a page, and how an action's answer is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from angikar.history.refusal import Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer


def around(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs: the language, and the post its reader holds."""
    language = (get_language() or "bn")[:2]
    posts = mandate(officer(request)).posts if request.user.is_authenticated else ()
    return {"language": language, "holder": str(posts[0]) if posts else ""}


def officer(request: HttpRequest) -> Officer:
    """Who asks; behind `login_required` it is always an officer."""
    return cast(Officer, request.user)


def today() -> date:
    """The day in Dhaka. The desk asks the clock; the rooms below are told."""
    return timezone.localdate()


def page(
    request: HttpRequest, name: str, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """The screen of that name."""
    return render(request, f"desk/{name}.html", dict(context or {}), status=status)


def sentence(refused: Refused) -> str:
    """The refusal's sentence in the language of the page."""
    return refused.message if (get_language() or "bn").startswith("bn") else refused.message_en


def attempt(request: HttpRequest, action: Callable[[], object], done: str) -> bool:
    """Do what an officer asked for, and say at the top of the next page that it is done, or why not."""
    try:
        action()
    except Refused as refused:
        messages.error(request, sentence(refused))
        return False
    messages.success(request, done)
    return True
