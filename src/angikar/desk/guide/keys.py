"""The keys of every page; any page shows the list itself when "?" is pressed, and no sign-in is needed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import page


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The list of all keys."""
    return page(request, "guide/keys", {})
