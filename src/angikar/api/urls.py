"""The addresses of the API: its operations, its description, and the page that explains both."""

from __future__ import annotations

from django.http import Http404
from django.urls import path
from ninja.errors import HttpError, ValidationError

from angikar.api import docs, problems
from angikar.api.operations import (
    amending,
    circulars,
    duties,
    intake,
    me,
    meetings,
    offices,
    papers,
    reporting,
    standings,
    values,
)
from angikar.api.schema import api
from angikar.rules.sentence import Explained

for part in (me, offices, papers, circulars, duties, standings, meetings, reporting, values, intake, amending):
    api.add_router("", part.router)
for kind in (Explained, Http404, HttpError, ValidationError):
    api.exception_handler(kind)(problems.of)

app_name = "api"
urlpatterns = [
    path("", docs.show, name="api-root"),
    *(each for each in api.urls[0] if getattr(each, "name", "") != "api-root"),
]
