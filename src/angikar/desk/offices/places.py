"""Beginning from the shipped places: divisions and districts are chosen, and their offices become a list with its preview."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from angikar.desk.base import officer, page, sentence, signed_in, today
from angikar.desk.offices import sentences
from angikar.formats.lists import LISTS
from angikar.history.refusal import Refused
from angikar.offices.bulk import access
from angikar.offices.bulk.actions import offer
from angikar.offices.bulk.from_places import GENERAL, HEADS, PlaceOffices, place_lists
from angikar.offices.bulk.geography import LEVELS, places
from angikar.offices.bulk.offered import OfferedList
from angikar.offices.founding import memo_prefix
from angikar.offices.models import RegisterImport


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The divisions with their districts to choose from, and what their offices are called; a POST makes the list of them."""
    person = access.keeper(officer(request))
    if request.method == "POST":
        try:
            return redirect("desk:list", _offered(request).pk)
        except Refused as why:
            messages.error(request, sentence(why))
    divisions = [
        (place, [each for each in places().values() if each.above == place.code])
        for place in places().values()
        if place.level == "division"
    ]
    context = {
        "divisions": divisions,
        "levels": [(level, GENERAL[level][0], HEADS[level][0]) for level in LEVELS],
        "typed": request.POST,
        "chosen": request.POST.getlist("place"),
        "whole": person.is_staff,
    }
    return page(request, "offices/places", context, status=422 if request.method == "POST" else 200)


def _offered(request: HttpRequest) -> RegisterImport:
    sent = request.POST
    codes = frozenset(code for code in sent.getlist("place") if code in places())
    levels = frozenset(level for level in sent.getlist("level") if level in LEVELS)
    if not codes or not levels:
        raise Refused(sentences.PLACES_MISSING)
    names = {level: (sent.get(f"name-{level}", "").strip(), _english(sent, level, GENERAL)) for level in LEVELS}
    if any("{place}" not in names[level][0] for level in levels):
        raise Refused(sentences.PLACE_NOT_IN_NAME)
    heads = {level: (sent.get(f"head-{level}", "").strip(), _english(sent, level, HEADS)) for level in LEVELS}
    wanted = PlaceOffices(
        codes, sent.get("above", "").strip(), levels, names, heads, memo_prefix(sent.get("memo_head", ""))
    )
    sheets = place_lists(wanted)
    listed = OfferedList.of("geography.csv", LISTS.dump_json(sheets), sheets)
    return offer(listed, by=officer(request), day=today())


def _english(sent: Mapping[str, str], level: str, known: dict[str, tuple[str, str]]) -> str:
    """The English words, where the Bangla ones are those of the general administration."""
    field = "name" if known is GENERAL else "head"
    return known[level][1] if sent.get(f"{field}-{level}", "").strip() == known[level][0] else ""
