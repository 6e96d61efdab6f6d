"""Checking an agreement: the laws of every plan, and those of its parties, its outcomes and its overview."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from angikar.rules.bangla.digits import canonical, parse_number, to_latin
from angikar.rules.bangla.text import key
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.agreement.form import in_force
from angikar.rules.kinds.agreement.proofs import proof_laws
from angikar.rules.plan import Indicator, OutcomeIndicator
from angikar.rules.plan_table.baselines import baseline_laws, month_ends
from angikar.rules.plan_table.check import at, bn, plan_laws
from angikar.rules.plan_table.ease import narrow_criteria
from angikar.rules.plan_table.order import reaches
from angikar.rules.reading import Doubt, plain_doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year

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
        *party_laws(agreement),
        *outcome_laws(agreement),
        *proof_laws(agreement),
        *overview_laws(agreement),
    )


def party_laws(agreement: Agreement) -> Iterator[Doubt]:
    """`parties-missing`, `areas-missing`, `fiscal-year-missing`, `date-missing`: who promises whom what, for which year, signed when."""
    if len(agreement.signatories) < 2 or not agreement.office or not agreement.counterpart:
        yield plain_doubt(
            "parties-missing", "error", "চুক্তির দুই পক্ষ, তাঁদের পদ ও কার্যালয় উল্লেখ করতে হবে।",
            "Both parties of the agreement, with post and office, must be named.", "signatories",
        )  # fmt: skip
    if not agreement.areas:
        yield plain_doubt(
            "areas-missing", "error", "সূচকের ছক পাওয়া যায়নি।", "The indicator table was not found.", "areas",
        )  # fmt: skip
    if canonical_year(agreement.fiscal_year or "") is None:
        yield plain_doubt(
            "fiscal-year-missing", "error", "চুক্তির অর্থবছর উল্লেখ নেই।",
            "The agreement names no fiscal year.", "fiscal_year",
        )  # fmt: skip
    for index, signatory in enumerate(agreement.signatories):
        if signatory.signed_on is None:
            yield plain_doubt(
                "date-missing", "warning", f"{signatory.post or 'স্বাক্ষরকারী'}-এর স্বাক্ষরের তারিখ নেই।",
                f"The {'first' if index == 0 else 'second'} party has not dated the signature.",
                f"signatories.{index}.signed_on",
            )  # fmt: skip


def outcome_laws(agreement: Agreement) -> Iterator[Doubt]:
    """`outcome-projection-missing`, `outcome-year-beyond`, `outcome-table-disagrees`: section 2 is whole and fits 3."""
    rows = [(activity.title, row) for _, _, activity, row in agreement.indicators()]
    for i, outcome in enumerate(agreement.outcomes):
        last_year = max((year for row in outcome.indicators for year in row.projections), default=None)
        named = _BY_YEAR.search(to_latin(outcome.title))
        if named and last_year and int(named[1]) > FiscalYear.parse(last_year).begins + 1:
            yield plain_doubt(
                "outcome-year-beyond", "info",
                f"চূড়ান্ত ফলাফলের বছর {bn(named[1])}, কিন্তু প্রক্ষেপণ {bn(last_year)} পর্যন্ত।",
                f"The outcome is due by {named[1]}, but projections end with {last_year}.",
                f"outcomes.{i}.title", at(line for row in outcome.indicators for line in row.lines),
            )  # fmt: skip
        for k, row in enumerate(outcome.indicators):
            path = f"outcomes.{i}.indicators.{k}"
            yield from _projections(path, row)
            same = [each for title, each in rows if key(row.title) in (key(title), key(each.title))]
            yield from (doubt for each in same for doubt in _disagreement(path, row, each))


def _projections(path: str, row: OutcomeIndicator) -> Iterator[Doubt]:
    for year, figure in row.projections.items():
        if figure is None:
            yield plain_doubt(
                "outcome-projection-missing", "info", f"“{row.title}” সূচকের {bn(year)} সালের প্রক্ষেপণ নেই।",
                f"“{row.title}” has no projection for {year}.", f"{path}.projections.{year}", at(row.lines),
            )  # fmt: skip


def _disagreement(path: str, outcome: OutcomeIndicator, row: Indicator) -> Iterator[Doubt]:
    """Section 2 and section 3 give different figures for what bears the same title and unit."""
    if outcome.unit != row.unit or outcome.target is None or not row.target or outcome.target == row.target[0]:
        return
    yield plain_doubt(
        "outcome-table-disagrees", "warning",
        f"সেকশন ২-এ লক্ষ্যমাত্রা {bn(outcome.target)}, সেকশন ৩-এর [{bn(row.code)}] সূচকে {bn(row.target[0])}।",
        f"Section 2 aims at {outcome.target}, indicator [{row.code}] of section 3 at {row.target[0]}.",
        f"{path}.target", at(outcome.lines),
    )  # fmt: skip


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
        yield plain_doubt(
            "text-table-disagree", "warning",
            f"সার্বিক চিত্রে মোট {printed}টি {noun}, কিন্তু [{bn(row.code)}] সূচকের লক্ষ্যমাত্রা {bn(row.target[0])}।",
            f"The overview speaks of {figure} in all, but the target of indicator [{row.code}] is {row.target[0]}.",
            path, at(row.lines),
        )  # fmt: skip


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
        yield plain_doubt(
            "baseline-in-text", "warning",
            f"[{bn(row.code)}] সূচকের {bn(year)} সালের অর্জন ছকে নেই, সার্বিক চিত্রে {bn(figure)}{_met_bn(met)}।",
            f"The table has no {year} actual for indicator [{row.code}], the overview says {figure}{_met(met)}.",
            f"{where}.baselines.{year}", at(row.lines), figure,
        )  # fmt: skip
    elif stated != figure:
        yield plain_doubt(
            "text-table-disagree", "warning",
            f"সার্বিক চিত্রে গত অর্থবছরে {printed}টি {noun}, ছকে [{bn(row.code)}] সূচকে {bn(stated)}।",
            f"The overview says {figure} for last year, the table says {stated} for indicator [{row.code}].",
            path, at(row.lines),
        )  # fmt: skip


def _met_bn(levels: Sequence[str]) -> str:
    return f"; তাতে নির্ণায়ক {', '.join(map(bn, levels))} আগেই অর্জিত" if levels else ""


def _met(levels: Sequence[str]) -> str:
    return f"; the criteria {', '.join(levels)} would be met already" if levels else ""
