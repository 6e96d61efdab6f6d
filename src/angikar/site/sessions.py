"""Sessions that let an officer read on where nothing can be written."""

from __future__ import annotations

from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from angikar.history.faults import meet


class ReadableSessions(SessionMiddleware):
    """Django's sessions; what a page that is only read would note in one is left out while it cannot be stored."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Store the session where it changed."""
        try:
            return super().process_response(request, response)
        except DatabaseError as error:
            if request.method not in ("GET", "HEAD") or meet(error) is None:
                raise
            return response
