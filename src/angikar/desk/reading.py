"""A request that only reads: what its officer may act for is read once, however many parts of the page ask."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from angikar.offices.acting import read_once


class ReadingRequest:
    """The middleware; a request that may change posts reads them each time."""

    def __init__(self, following: Callable[[HttpRequest], HttpResponse]) -> None:
        self._following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        if request.method not in ("GET", "HEAD"):
            return self._following(request)
        with read_once():
            return self._following(request)
