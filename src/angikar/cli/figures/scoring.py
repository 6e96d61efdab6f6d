"""Commands about figures and days: the scorecard of a plan, the schedule of a circular."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.clock import day_of
from angikar.cli.papers import set_in_form
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.source import bytes_of, reading_of
from angikar.cli.summary import doubt_line
from angikar.rules.frameworks import for_paper, framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kinds import evaluation_sheet
from angikar.rules.kinds.circular import CIRCULAR, Circular
from angikar.rules.kinds.circular.asks import schedule as schedule_of
from angikar.rules.plan import Plan
from angikar.rules.reading import Reading
from angikar.rules.scoring.reports import read_reports
from angikar.rules.scoring.scorecard import Scorecard, scorecard

_NO_DAYS = frozenset({"schedule-unread", "obligation-unread", "schedule-left-out", "nothing-asked"})
"""The doubts that say why something falls due on no day."""


@two_sentences
def score(call: Namespace) -> int:
    """`angikar score`: claimed and accepted marks of every indicator, area and the whole, with every step; on demand also the
    evaluation sheet in its official form.
    """
    reading = reading_of(call.plan)
    if not isinstance(reading.content, Plan):
        raise CannotDo(sentences.NOT_A_PLAN, file=call.plan)
    rows = read_reports(bytes_of(call.reports).decode("utf-8-sig", errors="replace"))
    law = _framework_of(reading.kind, reading.framework, reading.content)
    card = scorecard(reading.content, law, rows, day_of(call.on))
    if call.output:
        sheet = evaluation_sheet.compose(reading.content, law, card, {}, reading.content.signatories)
        set_in_form(Reading(evaluation_sheet.KIND, law.name, sheet), Path(call.output))
    print(json.dumps(card.as_json(), ensure_ascii=False, indent=1) if call.json else "\n".join(_card_lines(card)))
    return 0


def _framework_of(kind: str, name: str | None, plan: Plan) -> Framework:
    found = framework(name) if name else for_paper(kind, plan.fiscal_year or "")
    if found is None:
        raise CannotDo(sentences.PLAN_WITHOUT_FRAMEWORK)
    return found


def _card_lines(card: Scorecard) -> Iterator[str]:
    yield f"{card.on.isoformat()}  claimed {card.claimed or '-'}  accepted {card.accepted or '-'}"
    for area in card.areas:
        yield f"[{area.part} {area.code}] {area.claimed or '-'} of {area.weight or '-'}  accepted {area.accepted or '-'}"
        for line in area.lines:
            grade = line.claimed
            actual, raw, marks = (grade.actual, grade.raw, grade.marks) if grade else (None, None, None)
            yield f"  {line.code:8} {line.state:14} {actual or '-':>12} {raw or '-':>7} {marks or '-':>6}"


@two_sentences
def schedule(call: Namespace) -> int:
    """`angikar schedule`: what falls due, in order of day."""
    reading = reading_of(call.circular, CIRCULAR.name if not call.circular.endswith(".json") else None)
    if not isinstance(reading.content, Circular):
        raise CannotDo(sentences.NOT_A_CIRCULAR, file=call.circular)
    entries = schedule_of(
        reading.content, anchor=day_of(call.anchor), formation=day_of(call.formed) if call.formed else None
    )
    if call.json:
        print(json.dumps(entries, ensure_ascii=False, indent=1))
    else:
        for entry in entries:
            late = "  (due on the day of issue)" if entry["due_on_issue"] else ""
            print(f"{entry['due']}  {entry['directive']:8} {entry['from']}  {entry['what']}{late}")
    if not call.json or not entries:
        for line in _without_days(reading, len(entries)):
            print(line, file=sys.stderr)
    return 0


def _without_days(reading: Reading[Circular], entries: int) -> Iterator[str]:
    """What is in no line of the schedule: duties that have no day, sentences of time that no schedule came of, and that nothing is."""
    for each in reading.content.directives:
        for rule in each.schedule:
            if rule.rule == "immediate":
                yield sentences.WITHOUT_A_DAY.both(code=each.code, text=each.text)[1]
    for doubt in reading.doubts:
        if doubt.code in _NO_DAYS:
            yield doubt_line(doubt, english=True, colour=False)
    if not entries:
        yield sentences.EMPTY_SCHEDULE.both()[1]
