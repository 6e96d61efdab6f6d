"""Around every operation: it acts for its token alone, a reading one has a version, and a writing one with an `Idempotency-Key` is done once."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache, wraps
from importlib.metadata import version
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.http import parse_etags

from angikar.api import problems, sentences
from angikar.api.clock import today
from angikar.api.door import identify
from angikar.api.problems import Stopped
from angikar.history.once import is_doubled
from angikar.history.received import ArrivingForm, ReceivedBefore, answer, arriving, received
from angikar.history.versions import last_of, settled_now
from angikar.offices.access import mandate
from angikar.offices.tokens.access import Bearer
from angikar.rules.bangla.digits import is_endless

Run = Callable[..., HttpResponseBase]
_KEY = "Idempotency-Key"
_SHAPE = re.compile(r"[!-~]{1,200}")
_PATIENCE, _GLANCE = 3.0, 0.05
"""Seconds to wait for the answer that another request is about to give, and between two looks."""


def answered(run: Run) -> Run:
    """The operation with all that stands around it."""

    @wraps(run)
    def opened(request: HttpRequest, **names: object) -> HttpResponseBase:
        try:
            bearer = identify(request)
            _refuse_unstorable(request)
            if bearer is None:
                return run(request, **names)
            with bearer.acting():
                if request.method == "POST":
                    return _once(request, bearer, lambda: run(request, **names))
                return _versioned(request, bearer, lambda: run(request, **names))
        except RequestDataTooBig:
            return problems.answer(413, Stopped(413, sentences.TOO_LARGE))
        except Stopped as stopped:
            return problems.answer(stopped.status, stopped)

    return opened


def _versioned(request: HttpRequest, bearer: Bearer, run: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The answer with its version; 304 where the program has it and nothing has happened in the house since."""
    known = _tag(request, bearer, last_of(None))
    if known in (each.removeprefix("W/") for each in parse_etags(request.headers.get("If-None-Match", ""))):
        return _kept(HttpResponseNotModified(), known)
    before = settled_now()
    response = run()
    if response.status_code == 200 and before is not None and "ETag" not in response:
        last = last_of(None)
        if last <= before:  # else something happened while it was put together
            _kept(response, _tag(request, bearer, last))
    return response


def _kept(response: HttpResponseBase, tag: str) -> HttpResponseBase:
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response


def _tag(request: HttpRequest, bearer: Bearer, last: int) -> str:
    held = mandate(bearer.officer)
    seen = (
        last,
        request.get_full_path(),
        bearer.token.pk,
        sorted(bearer.token.scopes),
        sorted(held.reports_for),
        today(),
    )
    return f'"{salted_hmac("angikar.api", repr((*seen, _release()))).hexdigest()[:32]}"'


@cache
def _release() -> str:
    return version("angikar")


def _once(request: HttpRequest, bearer: Bearer, run: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The answer to a request that writes; one that came before is answered as it was then."""
    key = request.headers.get(_KEY, "")
    if not key:
        return run()
    if not _SHAPE.fullmatch(key):
        raise Stopped(422, sentences.KEY_UNFIT)
    seal = hashlib.sha256(f"{bearer.token.prefix}\x1f{request.path}\x1f{key}".encode()).hexdigest()
    form, what = ArrivingForm(bearer.officer.pk, seal), _fingerprint(request)
    if received(form) is not None:
        return _again(form, what)
    with arriving(form):
        try:
            response = run()
        except (ReceivedBefore, IntegrityError) as error:
            if isinstance(error, IntegrityError) and not is_doubled(error):
                raise
            return _again(form, what)
    if form.taken and isinstance(response, HttpResponse):
        body = response.content.decode()
        answer(form, {"of": what, "status": response.status_code, "kind": response["Content-Type"], "body": body})
    return response


def _again(form: ArrivingForm, what: str) -> HttpResponseBase:
    until = time.monotonic() + _PATIENCE
    while True:
        known = received(form)
        kept: dict[str, Any] | None = known.answer if known else None
        if kept is not None:
            break
        if time.monotonic() > until or known is None or timezone.now() - known.at > timedelta(minutes=5):
            raise Stopped(409, sentences.UNDER_WAY, {"Retry-After": "5"})
        time.sleep(_GLANCE)
    if kept.get("of") != what:
        raise Stopped(422, sentences.KEY_USED)
    response = HttpResponse(kept["body"], status=kept["status"], content_type=kept["kind"])
    response["Idempotency-Replayed"] = "true"
    return response


def _fingerprint(request: HttpRequest) -> str:
    """What a request asks for, in one digest."""
    made = hashlib.sha256(request.get_full_path().encode())
    if request.content_type != "multipart/form-data":
        made.update(request.body)
        return made.hexdigest()
    made.update(json.dumps(sorted(request.POST.lists())).encode())
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            made.update(f"\x1f{name}\x1f{file.name}\x1f".encode())
            for part in file.chunks():
                made.update(part)
            file.seek(0)
    return made.hexdigest()


def _refuse_unstorable(request: HttpRequest) -> None:
    """Raises `Stopped` for figures without end, and for the letter that no database stores."""
    for text in _sent(request):
        if is_endless(text):
            raise Stopped(422, sentences.FIGURE_ENDLESS)
        if "\0" in text or "\\u0000" in text:
            raise Stopped(422, sentences.LETTER_UNFIT)


def _sent(request: HttpRequest) -> Iterator[str]:
    """The texts of a request: its query, and of a form its fields, else its body."""
    yield from (text for name, values in request.GET.lists() for text in (name, *values))
    if request.method != "POST":
        return
    if request.content_type == "multipart/form-data":
        yield from (text for name, values in request.POST.lists() for text in (name, *values))
    else:
        yield request.body.decode(errors="replace")
