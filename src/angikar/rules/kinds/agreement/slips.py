"""Slips a reading reports: a year without a framework, blanks, misread words, annexes that are only named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches

from angikar.rules.bangla.text import key
from angikar.rules.document import Document
from angikar.rules.finding import TextLine, lines_of
from angikar.rules.kinds.agreement import parties, sections, sentences
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.plan_table.check import at
from angikar.rules.plan_table.sentences import SPELLING, UNKNOWN_YEAR
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts

PLEDGE = re.compile(r"(\S+)\s+করছি\s+যে")
"""The words that close every agreement: “… অঙ্গীকার করছি যে …”."""
_ALIKE = 0.7
"""Share of letters, 0 to 1, that two words or titles must have in common for one to be the other misread."""
_OWN_ANNEXES = 3
"""The annexes that are a part of the agreement itself; those after them are plans of their own."""


def slips(agreement: Agreement, document: Document, known: bool) -> Iterator[Doubt]:
    """What reading itself could not settle; `known` says whether a framework for the year was found."""
    lines = lines_of(document.blocks)
    if not known:
        facts: Facts = {"year": agreement.fiscal_year or UNKNOWN_YEAR}
        yield Doubt(sentences.FRAMEWORK_UNKNOWN, "warning", facts, "fiscal_year")
    if blank := parties.blank_date(lines):
        yield Doubt(sentences.DATE_BLANK, "warning", path="signatories", place=blank.place)
    yield from _pledge_spelling(lines)
    yield from _area_titles(agreement, sections.listed_areas(document.blocks))


def _pledge_spelling(lines: Sequence[TextLine]) -> Iterator[Doubt]:
    """The word of the pledge is fixed; a word much like it in its place is a misreading of it."""
    word = "অঙ্গীকার"
    for line in lines:
        found = PLEDGE.search(line.text)
        if found and key(found[1]) != key(word) and SequenceMatcher(None, found[1], word).ratio() >= _ALIKE:
            facts: Facts = {"text": found[1], "official": word}
            yield Doubt(SPELLING, "info", facts, place=line.place, suggestion=word)


def _area_titles(agreement: Agreement, listed: Sequence[TextLine]) -> Iterator[Doubt]:
    """`area-title-differs`: section 1 and section 3 name an area similarly but not equally."""
    names = dict.fromkeys(line.text for line in listed)
    for index, area in enumerate(agreement.areas):
        alike = () if area.title in names else get_close_matches(area.title, names, 1, _ALIKE)
        for near in alike:
            facts: Facts = {"code": area.code, "listed": near, "title": area.title}
            yield Doubt(sentences.AREA_TITLE_DIFFERS, "info", facts, f"areas.{index}.title", at(area.lines), near)


def missing_annexes(titles: Mapping[str, TextLine]) -> Iterator[Doubt]:
    """`annex-missing`: annexes from the fourth on are plans of their own; the paper has their titles without the plans."""
    for number, line in titles.items():
        if int(number.partition("-")[0]) > _OWN_ANNEXES:
            yield Doubt(sentences.ANNEX_MISSING, "warning", {"number": number}, "annexes", line.place)
