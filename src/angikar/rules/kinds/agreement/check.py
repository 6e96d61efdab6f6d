"""Checking an agreement: the laws of every plan, and those of its parties, its outcomes and its overview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from angikar.rules.bangla.digits import canonical, parse_number, to_latin
from angikar.rules.bangla.text import key
from angikar.rules.kinds.agreement import sentences
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.agreement.form import in_force
from angikar.rules.kinds.agreement.proofs import proof_laws
from angikar.rules.plan import Indicator, OutcomeIndicator
from angikar.rules.plan_table.baselines import baseline_laws, month_ends
from angikar.rules.plan_table.check import at, listed, plan_laws
from angikar.rules.plan_table.ease import narrow_criteria
from angikar.rules.plan_table.order import reaches
from angikar.rules.plan_table.sentences import AREAS_MISSING
from angikar.rules.plan_table.unlike.laws import likeness_laws
from angikar.rules.plan_table.unlike.years import outcome_differs
from angikar.rules.reading import Doubt, Severity
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.sentence import Facts

_BY_YEAR = re.compile(r"(20\d\d)\s+সালের মধ্যে")
_COUNT = r"(?P<{0}>[০-৯0-9][০-৯0-9,]*)\s*(?:টি|টা|খানা|জন)\s+(?P<noun{0}>\S+)"
_TOTAL = re.compile(r"মোট\s+" + _COUNT.format("total"))
_LAST = re.compile(r"(?:বিগত|গত)\s+অর্থ\s?বছরে\s(?:\S+\s)?" + _COUNT.format("last"))


def check(agreement: Agreement, framework_name: str | None) -> tuple[Doubt, ...]:
    """Every law an agreement breaks, with the path into the content and, if known, the line it was read from."""
    return (
        *plan_laws(agreement, in_force(agreement.fiscal_year, framework_name)),
        *baseline_laws(agreement),
        *month_ends(agreement),
        *narrow_criteria(agreement),
        *likeness_laws(agreement),
        *party_laws(agreement),
        *outcome_laws(agreement),
        *proof_laws(agreement),
        *overview_laws(agreement),
    )


def party_laws(agreement: Agreement) -> Iterator[Doubt]:
    """`parties-missing`, `areas-missing`, `fiscal-year-missing`, `date-missing`: which office promises what to which, for which year, signed when."""
    if len(agreement.signatories) < 2 or not agreement.office or not agreement.counterpart:
        yield Doubt(sentences.PARTIES_MISSING, "error", path="signatories")
    if not agreement.areas:
        yield Doubt(AREAS_MISSING, "error", path="areas")
    if canonical_year(agreement.fiscal_year or "") is None:
        yield Doubt(sentences.FISCAL_YEAR_MISSING, "error", path="fiscal_year")
    printed = bool(agreement.evidence) or any(each.name or each.signed_on for each in agreement.signatories)
    for index, signatory in enumerate(agreement.signatories):
        if signatory.signed_on is None:
            severity: Severity = "warning" if printed else "info"  # an excerpt ends above its signatures
            facts: Facts = {"post": signatory.post or "স্বাক্ষরকারী", "party": "second" if index else "first"}
            yield Doubt(sentences.DATE_MISSING, severity, facts, f"signatories.{index}.signed_on")


def outcome_laws(agreement: Agreement) -> Iterator[Doubt]:
    """`outcome-projection-missing`, `outcome-year-beyond`, `outcome-table-disagrees`: section 2 is whole and fits 3."""
    rows = [(activity.title, (path, row)) for path, _, activity, row in agreement.indicators()]
    for i, outcome in enumerate(agreement.outcomes):
        last_year = max((year for row in outcome.indicators for year in row.projections), default=None)
        named = _BY_YEAR.search(to_latin(outcome.title))
        if named and last_year and int(named[1]) > FiscalYear.parse(last_year).begins + 1:
            facts: Facts = {"year": named[1], "last": last_year}
            place = at(line for row in outcome.indicators for line in row.lines)
            yield Doubt(sentences.OUTCOME_YEAR_BEYOND, "info", facts, f"outcomes.{i}.title", place)
        for k, row in enumerate(outcome.indicators):
            path = f"outcomes.{i}.indicators.{k}"
            yield from _projections(path, row)
            same = [pair for title, pair in rows if key(row.title) in (key(title), key(pair[1].title))]
            yield from (doubt for _, each in same for doubt in _disagreement(path, row, each))
            yield from (doubt for each in same for doubt in outcome_differs(row, *each))


def _projections(path: str, row: OutcomeIndicator) -> Iterator[Doubt]:
    for year, figure in row.projections.items():
        if figure is None:
            facts: Facts = {"title": row.title, "year": year}
            where = f"{path}.projections.{year}"
            yield Doubt(sentences.OUTCOME_PROJECTION_MISSING, "info", facts, where, at(row.lines))


def _disagreement(path: str, outcome: OutcomeIndicator, row: Indicator) -> Iterator[Doubt]:
    """Section 2 and section 3 give different figures for what has the same title and unit."""
    if outcome.unit != row.unit or outcome.target is None or not row.target or outcome.target == row.target[0]:
        return
    facts: Facts = {"outcome": outcome.target, "code": row.code, "target": row.target[0]}
    yield Doubt(sentences.OUTCOME_TABLE_DISAGREES, "warning", facts, f"{path}.target", at(outcome.lines))


def overview_laws(agreement: Agreement) -> Iterator[Doubt]:
    """`text-table-disagree`, `baseline-in-text`: a counted total or last year's count in the overview, against the table.

    Only what a sentence counts outright (`মোট ৩০ টি …`, `বিগত অর্থবছরে … ২৭টি …`) and only where a single running total
    of the table counts the same thing.
    """
    for title, text in agreement.overview.items():
        for sentence in re.split(r"[।;\n]", text):
            if found := _TOTAL.search(sentence):
                yield from _total(agreement, f"overview.{title}", found["total"], found["nountotal"])
            if found := _LAST.search(sentence):
                yield from _last(agreement, f"overview.{title}", found["last"], found["nounlast"])


def _counting(agreement: Agreement, noun: str) -> tuple[str, Indicator] | None:
    """The one running total whose title has the noun among its words."""
    rows = [
        (path, row)
        for path, _, _, row in agreement.indicators()
        if row.unit == "number" and row.counting == "cumulative" and key(noun) in map(key, row.title.split())
    ]
    return rows[0] if len(rows) == 1 else None


def _figure(text: str) -> str | None:
    number = parse_number(text)
    return canonical(number.value) if number else None


def _total(agreement: Agreement, path: str, printed: str, noun: str) -> Iterator[Doubt]:
    found, figure = _counting(agreement, noun), _figure(printed)
    if found and figure and found[1].target and figure != found[1].target[0]:
        row = found[1]
        facts: Facts = {"figure": figure, "noun": noun, "code": row.code, "target": row.target[0]}
        yield Doubt(sentences.TOTAL_IN_TEXT, "warning", facts, path, at(row.lines))


def _last(agreement: Agreement, path: str, printed: str, noun: str) -> Iterator[Doubt]:
    found, figure = _counting(agreement, noun), _figure(printed)
    if not found or not figure or not found[1].baselines:
        return
    where, row = found
    year = max(row.baselines)
    stated = row.baselines[year]
    if stated is None:
        criteria = [level for level in row.criteria if level]
        met = [level for level in criteria if reaches(figure, level, criteria)]
        facts: Facts = {"code": row.code, "year": year, "figure": figure}
        sentence = sentences.BASELINE_IN_TEXT_MET if met else sentences.BASELINE_IN_TEXT
        facts = {**facts, "criteria": listed(met)} if met else facts
        yield Doubt(sentence, "warning", facts, f"{where}.baselines.{year}", at(row.lines), figure)
    elif stated != figure:
        facts = {"figure": figure, "noun": noun, "code": row.code, "stated": stated}
        yield Doubt(sentences.LAST_YEAR_IN_TEXT, "warning", facts, path, at(row.lines))
