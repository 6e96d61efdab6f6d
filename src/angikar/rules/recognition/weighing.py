"""Weighing: how surely a paper is of each kind, by all its signs together, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from angikar.rules.document import Document
from angikar.rules.kind import Kind
from angikar.rules.reading import Candidate, Doubt, Severity
from angikar.rules.recognition import sentences
from angikar.rules.recognition.signs import Signs, pasted_heads, signs_of, titles
from angikar.rules.sentence import Both

NARROW = 20
"""Points: a kind that leads by less may as well be the second."""
_LIKELY = 40
"""Points below which the second kind is no serious one."""
_FULL = 100
_PLANS = ("agreement", "integrity_plan", "reform_plan", "progress_report")
_LETTERS = ("plain_letter", "circular", "minutes")
"""The kinds whose content keeps a table as it stands, without reading its rows."""
_ENOUGH = 10
"""Figures that a paper has at least, for a share of them to say anything."""
_UNDERSTOOD = 80
"""Per cent of the figures of a paper that its content must hold."""
_MANY = 0.5
"""Share of the rows of a plan that have an achievement in a report."""

Weighed = tuple[str, int, Both]
"""A kind, the points a sign adds to it (or takes from it), and the sign in words."""


def candidates(document: Document, kinds: Iterable[Kind]) -> tuple[Candidate, ...]:
    """Every kind that a paper may be of, the likeliest first: what the kind itself recognises and what the signs add."""
    signs = signs_of(document)
    weighed = tuple(_weighed(signs))
    found = [_candidate(kind, kind.recognise(document), weighed) for kind in kinds]
    first, *others = sorted(found, key=lambda each: -each.points)
    return first, *(each for each in others if each.points > 0)


def _candidate(kind: Kind, own: int, weighed: Iterable[Weighed]) -> Candidate:
    mine = [(points, why) for name, points, why in weighed if name == kind.name]
    added = min(sum(points for points, _ in mine if points > 0), _FULL)
    against = sum(points for points, _ in mine if points < 0)
    reasons = tuple(why for points, why in sorted(mine, key=lambda each: -each[0]) if points > 0)
    return Candidate(
        kind.name, (kind.title, kind.title_en), max(own, added) + against, reasons or (sentences.OWN_FORM,)
    )


def _weighed(signs: Signs) -> Iterator[Weighed]:
    """What each sign says for a kind, and against another."""
    words, heads = signs.words, signs.heads
    if signs.of_plan:
        yield from _of_tables(words, heads, signs.reported)
    if any(each.is_of_minutes for each in signs.tables):
        yield "minutes", 60, sentences.TABLE_OF_DECISIONS
    if "of_minutes" in words:
        yield "minutes", 60, sentences.TITLE_OF_MINUTES
    if "of_circular" in words and not signs.of_plan:
        yield "circular", 70, sentences.TITLE_OF_CIRCULAR


def _of_tables(words: frozenset[str], heads: frozenset[str], reported: float) -> Iterator[Weighed]:
    table = sentences.TABLE_OF_INDICATORS
    spanned = "span" in heads and reported > 0
    is_report = "report" in words or spanned or ("done" in heads and reported > _MANY and "pair" not in heads)
    by_quarters = "quarter" in heads and ("pair" in heads or "done" not in heads)
    yield from ((name, 20, table) for name in _PLANS)
    if words & {"of_agreement", "integrity", "reform", "plan", "report"}:
        yield from ((name, -30, table) for name in _LETTERS)
    else:
        yield from ((name, -30, table) for name in _PLANS)
    for sign, name, points, why in (
        ("of_agreement", "agreement", 40, sentences.TITLE_OF_AGREEMENT),
        ("signed", "agreement", 30, sentences.PARTIES_SIGN),
        ("integrity", "integrity_plan", 45, sentences.TITLE_OF_INTEGRITY),
        ("reform", "reform_plan", 30, sentences.TITLE_OF_REFORM),
        ("plan", "reform_plan", 15 if "reform" in words else 0, sentences.TITLE_OF_PLAN),
        ("report", "progress_report", 25, sentences.TITLE_OF_REPORT),
        ("period", "progress_report", 15, sentences.TITLE_NAMES_PERIOD),
    ):
        if sign in words and points:
            yield name, points, why
    if "level" in heads:
        yield from ((name, 10, sentences.LEVELS) for name in ("agreement", "reform_plan"))
    if by_quarters and "integrity" in words:
        yield "integrity_plan", 25, sentences.TARGETS_BY_QUARTER
    if "done" in heads or ("quarter" in heads and reported):
        yield "progress_report", 15, sentences.ACHIEVEMENTS
    if reported > _MANY and "pair" not in heads:
        yield "progress_report", 25, sentences.MANY_ACHIEVEMENTS
    if spanned:
        yield "progress_report", 30, sentences.PERIODS
    if "marks" in heads and "pair" not in heads:
        yield "progress_report", 10, sentences.MARKS
    if {"named", "period"} <= words or (
        is_report and "pair" not in heads and ("signed" not in words or "report" in words)
    ):
        yield "agreement", -60, table
        yield from ((name, -40, table) for name in ("integrity_plan", "reform_plan"))
    if "integrity" not in words and by_quarters is False:
        yield "integrity_plan", -40, table


def few_figures(known: int, everything: int) -> Iterator[Doubt]:
    """`figures-unread` where less than four fifths of the figures of a paper are in its content, whatever its kind."""
    if everything >= _ENOUGH and known * 100 < everything * _UNDERSTOOD:
        yield Doubt(sentences.FIGURES_UNREAD, "error", {"known": known, "all": everything})


def doubts_about_kind(document: Document, kind: Kind, found: tuple[Candidate, ...], *, forced: bool) -> Iterator[Doubt]:
    """`kind-uncertain` where another kind is nearly as likely, `table-in-letter` where a letter holds the table of a plan. Where a person
    `forced` the kind, the second one is said only where it is the likelier, and as a warning."""
    chosen = kind.name
    by_hand = Candidate(chosen, (kind.title, kind.title_en), 0, (sentences.BY_HAND,)) if forced else None
    first = next((each for each in found if each.kind == chosen), by_hand)
    second = next((each for each in found if each.kind != chosen), None)
    place = next((line.place for line in titles(document)), None)
    where = {"place": place} if place is not None else {}
    least = (first.points + NARROW if forced else first.points - NARROW + 1) if first is not None else 0
    if first is not None and second is not None and second.points >= max(_LIKELY, least):
        facts = {"kind": first.title, "reasons": first.because, "other": second.title, "others": second.because}
        severity: Severity = "warning" if forced else "error"
        yield Doubt(sentences.KIND_UNCERTAIN, severity, facts, "kind", suggestion=second.kind, **where)
    tables = signs_of(document).of_plan
    if tables and chosen in _LETTERS:
        plan = next((each for each in found if each.kind not in _LETTERS), None)
        facts = {"kind": plan.title if plan else sentences.A_PLAN}
        yield Doubt(
            sentences.TABLE_IN_LETTER, "error", facts, "kind", tables[0].table.place, plan.kind if plan else None
        )
    pasted = None if tables else pasted_heads(document)
    if pasted is not None and chosen in _LETTERS:
        yield Doubt(sentences.TABLE_NOT_KEPT, "error", {}, "kind", pasted.place)
