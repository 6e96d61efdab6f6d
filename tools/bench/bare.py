"""The least a page can be: one line of text through the same middleware, for somebody who is signed in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """Nothing but a greeting."""
    return HttpResponse("সালাম")


urlpatterns = [path("bare/", show), path("", include("angikar.site.urls"))]
