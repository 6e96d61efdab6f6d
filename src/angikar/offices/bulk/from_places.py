"""Offices out of the shipped places: for each chosen division, district and upazila an office and its head's post, as lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from angikar.formats.lists import ListSheet
from angikar.offices.bulk.columns import OFFICES, POSTS
from angikar.offices.bulk.geography import LEVELS, GeoPlace, chosen, places
from angikar.offices.bulk.queries import Fields, table
from angikar.rules.bangla.text import key

GENERAL = {
    "division": ("বিভাগীয় কমিশনারের কার্যালয়, {place}", "Office of the Divisional Commissioner, {place}"),
    "district": ("জেলা প্রশাসকের কার্যালয়, {place}", "Office of the Deputy Commissioner, {place}"),
    "upazila": (
        "উপজেলা নির্বাহী অফিসারের কার্যালয়, {place}, {district}",
        "Office of the Upazila Nirbahi Officer, {place}, {district}",
    ),
}
"""What the offices of the general administration are called."""

HEADS = {
    "division": ("বিভাগীয় কমিশনার", "Divisional Commissioner"),
    "district": ("জেলা প্রশাসক", "Deputy Commissioner"),
    "upazila": ("উপজেলা নির্বাহী অফিসার", "Upazila Nirbahi Officer"),
}


@dataclass(frozen=True, slots=True)
class PlaceOffices:
    """What is wanted: the codes of places (all that lies in them comes too), the levels that have an office, what these and their
    heads are called, the office above them all, and the two first parts of their memo numbers where they are known.
    """

    codes: frozenset[str]
    above: str = ""
    levels: frozenset[str] = frozenset(LEVELS)
    names: Mapping[str, tuple[str, str]] = field(default_factory=lambda: GENERAL)
    heads: Mapping[str, tuple[str, str]] = field(default_factory=lambda: HEADS)
    memo_head: str = ""


def place_lists(wanted: PlaceOffices) -> tuple[ListSheet, ...]:
    """The lists of offices and of their heads' posts, to be offered like any other."""
    found = [place for place in chosen(set(wanted.codes)) if place.level in wanted.levels]
    offices = table(OFFICES, (_office(place, wanted) for place in found))
    posts = table(POSTS, (_head(place, wanted) for place in found if wanted.heads.get(place.level, ("",))[0]))
    return tuple(
        ListSheet(
            each.name, tuple(enumerate((tuple(column.heading for column in each.columns), *map(tuple, each.rows)), 1))
        )
        for each in (offices, posts)
    )


def _office(place: GeoPlace, wanted: PlaceOffices) -> Fields:
    memo = f"{wanted.memo_head}.{place.memo_part}" if wanted.memo_head and place.memo_part else ""
    return {
        "name": _named(wanted.names[place.level][0], place),
        "name_en": _named(wanted.names[place.level][1], place, english=True),
        "kind": LEVELS[place.level],
        "parent": _above(place, wanted),
        "memo_prefix": memo,
        "geo_code": place.code,
    }


def _head(place: GeoPlace, wanted: PlaceOffices) -> Fields:
    title, title_en = wanted.heads[place.level]
    named = _named(wanted.names[place.level][0], place)
    return {"office": named, "title": title, "title_en": title_en, "is_head": True, "may_report": True}


def _above(place: GeoPlace, wanted: PlaceOffices) -> str:
    """The office of the nearest place above that is wanted too; else the office above them all."""
    code = place.above
    while code:
        above = places()[code]
        if above.level in wanted.levels and any(code.startswith(each) for each in wanted.codes if each):
            return _named(wanted.names[above.level][0], above)
        code = above.above
    return wanted.above


def _named(pattern: str, place: GeoPlace, *, english: bool = False) -> str:
    district = places()[place.code[:4]] if len(place.code) > 2 else place
    words = {"place": place.name_en, "district": district.name_en} if english else {}
    words = words or {"place": place.name, "district": district.name}
    for name, word in words.items():
        pattern = pattern.replace(f"{{{name}}}", word)
    return pattern


_LEVEL_WORDS = {"বিভাগ": "division", "জেলা": "district", "উপজেলা": "upazila", **{level: level for level in LEVELS}}


def named_places(texts: Iterable[str]) -> tuple[frozenset[str], list[str]]:
    """The codes of places that texts mean, by code, Bangla or English name, with or without the level behind it ("রাজশাহী জেলা");
    and the texts that mean none, or several.
    """
    codes, lost = set(), []
    for text in filter(None, map(str.strip, texts)):
        name, _, last = text.rpartition(" ")
        level = _LEVEL_WORDS.get(last.lower(), "")
        face = key(name if level else text)
        found = [
            each.code
            for each in places().values()
            if face in (each.code, key(each.name), key(each.name_en)) and level in ("", each.level)
        ]
        if len(found) == 1:
            codes.add(found[0])
        else:
            lost.append(text)
    return frozenset(codes), lost
