"""A form that a script of ours sends: whether it has arrived, where the page goes next, and that it is sent by the person who typed it.

What was typed is kept in the browser until the server says here that it has it, so this answer must be certain: an
expired session, another person at the same machine and a refusal are kept apart, and the same sending twice is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse

from angikar.desk.base import sign_in_address

DRAFT: Final = "X-Angikar-Draft"
"""Names the draft that is sent and, behind a point, this sending of it."""
PERSON: Final = "X-Angikar-Person"
"""The number of the officer the page was made for."""
FAULT: Final = "X-Angikar-Fault"
"""`door`: sign in first. `other`: somebody else is signed in by now."""

_NAME = re.compile(r"([0-9a-f]{8,32})\.([0-9a-f]{1,16})")
_REMEMBERED = 30  # sendings of one session
_DAYS = 3 * 24 * 60 * 60
_SESSION = "arrived"


class Arrival:
    """The middleware; it stands within those of sessions, persons and messages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or PERSON not in request.headers:
            return self._get_response(request)
        if not request.user.is_authenticated:
            return _fault("door", 401, address=sign_in_address(request))
        if request.headers[PERSON] != str(request.user.pk):
            return _fault("other", 403)
        named = _NAME.fullmatch(request.headers.get(DRAFT, ""))
        if named is None:
            return self._get_response(request)
        return _once(request, named[1], named[0], self._get_response)


def _once(
    request: HttpRequest, draft: str, sending: str, get_response: Callable[[HttpRequest], HttpResponseBase]
) -> HttpResponseBase:
    """The answer to a draft; a sending whose answer was lost is answered again without being done again."""
    known: list[list[str]] = request.session.get(_SESSION, [])
    by_script = "HX-Request" not in request.headers
    before = next((address for name, address in known if name == sending), None)
    if before is not None and by_script:
        return _arrived(JsonResponse({"address": before, "taken": True}), draft)
    response = get_response(request)
    redirected = 300 <= response.status_code < 400
    taken = response.status_code < 400 and not _refused(request) and (redirected or not by_script)
    if redirected and by_script:
        address = response["Location"]
        onward = JsonResponse({"address": address, "taken": taken})
        onward.cookies = response.cookies
        response = onward
        if taken:
            request.session[_SESSION] = [*known, [sending, address]][-_REMEMBERED:]
    return _arrived(response, draft) if taken else response


def _refused(request: HttpRequest) -> bool:
    """Whether the page that follows says at its top that something was refused."""
    waiting = getattr(messages.get_messages(request), "_queued_messages", [])
    return any(message.level >= messages.ERROR for message in waiting)


def _arrived(response: HttpResponseBase, draft: str) -> HttpResponseBase:
    """Leave word for the browser that the draft may go, also where this answer is never seen by its page."""
    response.set_cookie(f"arrived-{draft}", "1", max_age=_DAYS, samesite="Lax", secure=settings.HTTPS)
    return response


def _fault(name: str, status: int, **facts: str) -> HttpResponse:
    answer = JsonResponse({"fault": name, **facts}, status=status)
    answer[FAULT] = name
    return answer
