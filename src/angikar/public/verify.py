"""Verifying: anybody drops a signed PDF and reads who signed it and when, and whether anything in it has changed since."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from angikar.formats import SIZE_LIMIT, Unreadable
from angikar.formats.confined import verify_confined
from angikar.formats.signing.verify import Verdict
from angikar.formats.signing.wording import said
from angikar.papers.signatures.house import trust_list
from angikar.public.front import page, public_view

_MB = 1024 * 1024


@public_view
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The form, and below it what the signatures of the file are worth; the file is not stored."""
    context: dict[str, object] = {"found": None, "wrong": "", "most": SIZE_LIMIT // _MB}
    if request.method != "POST":
        return page(request, "verify", context)
    file, english = request.FILES.get("file"), not (get_language() or "bn").startswith("bn")
    try:
        found = verify_confined(file.read(SIZE_LIMIT + 1) if file else b"", trust_list())
    except Unreadable as wrong:
        return page(request, "verify", {**context, "wrong": (wrong.message, wrong.message_en)[english]}, status=422)
    return page(request, "verify", {**context, "name": file.name if file else "", "found": _shown(found, english)})


def _shown(found: tuple[Verdict, ...], english: bool) -> list[tuple[Verdict, list[str]]]:
    """Each signature with its sentences in the language of the page."""
    return [(each, [both[english] for both in said(each)]) for each in found]
