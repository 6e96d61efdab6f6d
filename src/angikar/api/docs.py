"""The page that explains the API: how a first call is made, and every operation as the description has it; drawn without any script."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from angikar.api.schema import api


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The page, for everybody."""
    chosen = request.GET.get("language", "")
    with translation.override(chosen if chosen in dict(settings.LANGUAGES) else translation.get_language()):
        english = (translation.get_language() or "bn").startswith("en")
        context = {
            "groups": _groups(),
            "base": request.build_absolute_uri(request.path),
            "other": "bn" if english else "en",
        }
        response = render(request, "api/docs.html", context)
    response["Cache-Control"] = "public, max-age=300"
    return response


@cache
def _groups() -> list[tuple[str, list[dict[str, Any]]]]:
    """The operations by subject."""
    found = [
        {**operation, "path": path, "method": method.upper(), "tag": operation["tags"][0]}
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method, operation in methods.items()
    ]
    ordered = sorted(found, key=itemgetter("tag", "path", "method"))
    return [(tag, list(those)) for tag, those in groupby(ordered, key=itemgetter("tag"))]
