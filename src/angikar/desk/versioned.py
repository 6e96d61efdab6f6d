"""Pages with a version: a browser that has the page of this version gets 304 before any work is done on it.

The tag of a page says what the page was made of and until when in the day it is true, and seals it with all else that it depends on: the
last entry of the history that shows on it, its reader and session, his posts, how many notices wait, the language, the day, and the files of
the system. `docs/decisions/0018-pages-from-versions.md` tells why.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from functools import cache, wraps
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.crypto import salted_hmac
from django.utils.http import parse_etags
from django.utils.translation import get_language

import angikar
from angikar.desk.base import View, clock, notices_waiting, officer, today
from angikar.desk.parts_kept import read_before
from angikar.history.chain.digests import digest
from angikar.history.faults import lasting
from angikar.history.versions import MadeOf, last_of, settled_now
from angikar.offices.access import mandate

_MADE_OF: Final = "angikar.made_of"
_UNTIL: Final = "angikar.until"
_MOST = 40
"""Of more papers and offices than these a page is one of the whole house."""


def made_of(request: HttpRequest, *, papers: Iterable[int] = (), offices: Iterable[int] = ()) -> None:
    """Let a page say what it was made of; one that says nothing was made of the whole house."""
    made = MadeOf(frozenset(papers), frozenset(offices))
    if len(made.papers) + len(made.offices) <= _MOST:
        request.META[_MADE_OF] = made


def true_until(request: HttpRequest, times: Iterable[time | None]) -> None:
    """Let a page say that it changes by itself when the first of these times of the day is over that lie ahead."""
    now = clock()
    request.META[_UNTIL] = min((each for each in times if each is not None and each >= now), default=None)


def versioned(view: View) -> View:
    """For a page that an officer opens again and again; it stands within `signed_in`."""

    @wraps(view)
    def checked(request: HttpRequest, **names: object) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD") or settings.DEBUG or len(get_messages(request)):
            return view(request, **names)
        for tag in parse_etags(request.headers.get("If-None-Match", "")):
            if _is_true(request, tag.removeprefix("W/")):
                return _kept(HttpResponseNotModified(), tag)
        before = settled_now()
        response = view(request, **names)
        made = request.META.get(_MADE_OF)
        if isinstance(response, HttpResponse) and response.status_code == 200 and before is not None:
            last = last_of(made) if (read := read_before(request, made)) is None else read
            if last <= before:  # else something happened while the page was made, and it may show the half of it
                _kept(response, _tag(request, made, request.META.get(_UNTIL), last))
        return response

    return checked


def _kept(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response


def _tag(request: HttpRequest, made: MadeOf | None, until: time | None, last: int) -> str:
    """What a page was made of in letters, and their seal."""
    said = "-".join((_written(made), until.isoformat() if until else ""))
    return f'"{said}-{_seal(request, said, last)}"'


def _is_true(request: HttpRequest, tag: str) -> bool:
    """Whether the page of a tag would be made again as it is."""
    written, _, rest = tag.strip('"').partition("-")
    until, _, seal = rest.partition("-")
    try:
        made, last_moment = _read(written), time.fromisoformat(until) if until else None
    except ValueError:
        return False
    if last_moment is not None and clock() > last_moment:
        return False
    return _tag(request, made, last_moment, last_of(made)) == tag and bool(seal)


def _written(made: MadeOf | None) -> str:
    if made is None:
        return "*"
    return "/".join(".".join(map(str, sorted(each))) for each in (made.papers, made.offices))


def _read(written: str) -> MadeOf | None:
    if written == "*":
        return None
    papers, _, offices = written.partition("/")
    made = MadeOf(*(frozenset(int(each) for each in part.split(".") if each) for part in (papers, offices)))
    if len(made.papers) + len(made.offices) > _MOST:
        raise ValueError(written)
    return made


def _seal(request: HttpRequest, said: str, last: int) -> str:
    person = officer(request)
    held = mandate(person)
    seen: tuple[Any, ...] = (
        said,
        last,
        request.get_full_path(),
        request.session.session_key,
        person.pk,
        sorted(held.reports_for),
        notices_waiting(request, person),
        get_language(),
        today(),
        lasting(),
        _files(),
    )
    return salted_hmac("angikar.desk.versioned", repr(seen)).hexdigest()[:32]


@cache
def _files() -> str:
    """Names the files of the system, by their sizes and times: another release makes other pages."""
    root = Path(angikar.__file__).parent
    found = sorted(each for each in root.rglob("*") if each.is_file() and each.suffix != ".pyc")
    return digest([[str(each.relative_to(root)), each.stat().st_size, each.stat().st_mtime_ns] for each in found])
