"""The pages of what is refused before any screen is reached: a request by a name that the system does not answer to."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.views.defaults import bad_request


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of a bad request; where it asked for an unknown name, the page that says which to use."""
    if not isinstance(exception, DisallowedHost):
        return bad_request(request, exception)
    return HttpResponse(get_template("wrong_host.html").render(), status=400)
