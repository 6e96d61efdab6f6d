"""The guide's screens: the page that is asked for, with the list of all pages beside it; they need no sign-in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import page
from angikar.desk.guide.pages import PAGES, page_named


@require_GET
def show(request: HttpRequest, name: str = PAGES[0]) -> HttpResponse:
    """One page of the guide."""
    if name not in PAGES:
        raise Http404
    pages = [page_named(each) for each in PAGES]
    return page(request, "guide/guide", {"pages": pages, "shown": page_named(name)})
