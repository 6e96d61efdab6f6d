"""The laws of annexes 2 and 3: every indicator has proof that is more than the name of its branch, and titles agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from angikar.rules.bangla.text import key
from angikar.rules.document import Place
from angikar.rules.kinds.agreement import sentences
from angikar.rules.kinds.agreement.content import Agreement, EvidenceRow
from angikar.rules.plan import Activity, Indicator
from angikar.rules.plan_table.check import at
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts
from angikar.rules.spelling.misread import misread

_PAIRS = (("“", "”"), ("‘", "’"))
_QUOTED = re.compile(r"[“‘'\"]([^“”‘’'\"]{12,})[”’'\"]")
_ALIKE = 0.75
"""Share of letters, 0 to 1, that two quoted names must have in common to be one name."""

PlacedText = tuple[str, str, Place]
"""A path into the content, the text there, and its place."""


def proof_laws(agreement: Agreement) -> Iterator[Doubt]:
    """Every breach of the laws of implementers, evidence and dependencies."""
    yield from _coverage(agreement)
    own = {row.code: (activity, row) for _, area, activity, row in agreement.indicators() if area.part == "own"}
    for index, proof in enumerate(agreement.evidence):
        yield from _one(f"evidence.{index}", proof, own.get(proof.code))
    for slot in ("implementer", "evidence"):
        yield from _cut_off([cell for cell in _column(agreement, slot) if cell[1]])
    for cell in chain(_column(agreement, "implementer"), _column(agreement, "evidence")):
        yield from _quotes(*cell)
    yield from _dependencies(agreement)
    yield from _wordings(agreement)


def _column(agreement: Agreement, slot: str) -> list[PlacedText]:
    return [
        (f"evidence.{index}.{slot}", getattr(proof, slot) or "", at(proof.lines))
        for index, proof in enumerate(agreement.evidence)
    ]


def _coverage(agreement: Agreement) -> Iterator[Doubt]:
    """`evidence-missing`: one doubt for the whole annex where there is none, otherwise one for each indicator."""
    if not agreement.evidence and agreement.areas:
        yield Doubt(sentences.EVIDENCE_ANNEX_MISSING, "warning", path="evidence")
        return
    for path, area, _, row in agreement.indicators():
        if area.part == "own" and not row.evidence:
            facts: Facts = {"code": row.code}
            yield Doubt(sentences.EVIDENCE_MISSING, "warning", facts, f"{path}.evidence", at(row.lines))


def _one(path: str, proof: EvidenceRow, found: tuple[Activity, Indicator] | None) -> Iterator[Doubt]:
    """`annex-code-unknown`, `evidence-self-certifying`, `annex-title-differs` of one row of annex 2."""
    if found is None:
        yield Doubt(sentences.ANNEX_CODE_UNKNOWN, "error", {"code": proof.code}, f"{path}.code", at(proof.lines))
        return
    if proof.evidence and key(proof.evidence) == key(proof.implementer or ""):
        facts: Facts = {"code": proof.code}
        yield Doubt(sentences.EVIDENCE_SELF_CERTIFYING, "warning", facts, f"{path}.evidence", at(proof.lines))
    activity, indicator = found
    for slot, printed, planned in (
        ("activity", proof.activity, activity.title),
        ("title", proof.title, indicator.title),
    ):
        yield from _differs(f"{path}.{slot}", (printed, planned), proof.code, at(proof.lines))


def _differs(path: str, titles: tuple[str, str], code: str, place: Place) -> Iterator[Doubt]:
    """The title of the table is proposed, but where the table itself is misread and the annex is not."""
    printed, planned = titles
    if printed and key(printed) != key(planned):
        likely = None if misread(planned) and not misread(printed) else planned
        facts: Facts = {"code": code, "printed": printed, "planned": planned}
        yield Doubt(sentences.ANNEX_TITLE_DIFFERS, "info", facts, path, place, likely)


def _dependencies(agreement: Agreement) -> Iterator[Doubt]:
    """`annex-title-differs` of annex 3, which names indicators by title alone."""
    by_title = {key(row.title): (activity, row) for _, _, activity, row in agreement.indicators()}
    for index, each in enumerate(agreement.dependencies):
        if found := by_title.get(key(each.indicator)):
            titles = (each.activity, found[0].title)
            yield from _differs(f"dependencies.{index}.activity", titles, found[1].code, at(each.lines))


def _cut_off(cells: Sequence[PlacedText]) -> Iterator[Doubt]:
    """`cell-cut-off`: a text ends in a word that is followed by another in every other cell of the column that has it."""
    words = {path: [key(word) for word in text.split()] for path, text, _ in cells}
    for path, text, place in cells:
        last = words[path][-1]
        elsewhere = [each for other, each in words.items() if other != path and last in each]
        if len(elsewhere) > 1 and all(each[-1] != last for each in elsewhere):
            yield Doubt(sentences.CELL_CUT_OFF, "warning", {"text": text}, path, place)


def _quotes(path: str, text: str, place: Place) -> Iterator[Doubt]:
    """`quote-unbalanced`: a quotation that opens or closes only."""
    if text.count("'") % 2 or text.count('"') % 2 or any(text.count(a) != text.count(b) for a, b in _PAIRS):
        yield Doubt(sentences.QUOTE_UNBALANCED, "info", {"text": text}, path, place)


def _wordings(agreement: Agreement) -> Iterator[Doubt]:
    """`name-wordings-differ`: one quoted name in several wordings, reported once, at the first that differs."""
    texts: Iterable[PlacedText] = chain(
        (
            (f"outcomes.{i}.indicators.{k}.source", row.source or "", at(row.lines))
            for i, outcome in enumerate(agreement.outcomes)
            for k, row in enumerate(outcome.indicators)
        ),
        _column(agreement, "implementer"),
        _column(agreement, "evidence"),
    )
    known: dict[str, str] = {}
    for path, text, place in texts:
        for name in _QUOTED.findall(text):
            if key(name) in known:
                continue
            other = _alike(name, known.values())
            known[key(name)] = name
            if other is not None:
                facts: Facts = {"other": other, "name": name}
                yield Doubt(sentences.NAME_WORDINGS_DIFFER, "info", facts, path, place, other)


def _alike(name: str, known: Iterable[str]) -> str | None:
    """The first known name that is much like this one; what is dear is computed only where the cheaper bounds allow it."""
    matcher = SequenceMatcher(b=name)
    for each in known:
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
            continue
        if matcher.ratio() >= _ALIKE:
            return each
    return None
