"""The pages of what is refused before any screen is reached: a request by a name that the system does not answer to."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.views.defaults import bad_request


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


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of a bad request; where it asked for an unknown name, the page that says which to use."""
    if not isinstance(exception, DisallowedHost):
        return bad_request(request, exception)
    return HttpResponse(get_template("wrong_host.html").render(), status=400)
