"""The pages of what no screen answers: a request by a name that the system does not know, and what the machine cannot do now."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import chain

from django.core.exceptions import DisallowedHost
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import get_template
from django.utils.translation import get_language
from django.views.defaults import bad_request, page_not_found, server_error

from angikar.api import problems
from angikar.history.faults import meet
from angikar.history.once import is_doubled
from angikar.rules.bangla.digits import is_endless
from angikar.rules.sentence import Explained, Sentence
from angikar.site import sentences
from angikar.site.alarm import alarm

_METHODS = ("GET", "HEAD", "POST")
_PROGRAMS = "/api/"


class KnownHost:
    """Refuses, before anything else looks at it, a request by a name the system does not answer to; anybody may send one, so no
    line is written about it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or the page that says which name to use."""
        try:
            request.get_host()
        except DisallowedHost as wrong:
            response = refused(request, wrong)
            response._has_been_logged = True  # type: ignore[attr-defined]  # Django asks for it before it writes a line
            return response
        return self._get_response(request)


class KnownMethod:
    """Refuses every method that no page takes, for the views of libraries take more of them than their forms send."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or that the method is not taken."""
        return self._get_response(request) if request.method in _METHODS else HttpResponseNotAllowed(_METHODS)


class CountableText:
    """Refuses a form or a query with more digits in a row than any figure has, before anything counts with them; the browser keeps what was
    typed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer to a request whose view is not known yet."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """The page that says what is wrong; only a form that came with its token is looked at."""
        sent = chain(request.GET.lists(), request.POST.lists())
        if any(is_endless(text) for name, values in sent for text in (name, *values)):
            return _said(request, sentences.FIGURE_TOO_LONG, 400, "large")
        return None


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of a bad request; where it asked for an unknown name, the page that says which to use."""
    if not isinstance(exception, DisallowedHost):
        return bad_request(request, exception)
    return HttpResponse(get_template("wrong_host.html").render(), status=400)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of what is not there; to programs a problem."""
    if request.path.startswith(_PROGRAMS):
        return problems.of(request, Http404())
    return page_not_found(request, exception)


def broken(request: HttpRequest) -> HttpResponse:
    """The page of an error. A fault of the machine is 503 with what can still be done, and its keeper hears of it; what two did at
    the same moment is 409; all else is a fault of ours. The browser keeps what was typed in each case.
    """
    error = sys.exc_info()[1]
    if isinstance(error, IntegrityError) and is_doubled(error):
        return _said(request, sentences.DONE_MEANWHILE, 409, "clash")
    fault = meet(error)
    if fault is None:
        return server_error(request)
    alarm(fault)
    answer = _said(request, sentences.FAULTS[fault], 503, "late" if fault in ("away", "busy") else "unwritable")
    answer["Retry-After"] = "30"
    return answer


def _said(request: HttpRequest, sentence: Sentence, status: int, fault: str) -> HttpResponse:
    if request.path.startswith(_PROGRAMS):
        return problems.answer(status, Explained(sentence))
    bangla, english = sentence.both()
    words = bangla if (get_language() or "bn").startswith("bn") else english
    answer = HttpResponse(get_template("fault.html").render({"words": words}), status=status)
    answer["X-Angikar-Fault"] = fault
    answer["Cache-Control"] = "no-store"
    return answer
