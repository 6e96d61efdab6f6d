"""What a plain letter asks: acknowledgements, and reports by the days its body names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from angikar.rules.bangla.dates import parse_dates
from angikar.rules.duty import Ask
from angikar.rules.duty_key import ACKNOWLEDGE, DutyKey
from angikar.rules.kinds.plain_letter.content import PlainLetter
from angikar.rules.schedule.clauses import timing
from angikar.rules.schedule.rule import Rule, parted
from angikar.rules.schedule.wording import describe

_BY = re.compile(r"(?:তারিখের\s+)?মধ্যে")
_NEAR = 40
"""Letters between a day and the word মধ্যে ("by") at most."""
ACKNOWLEDGES = re.compile(r"প্রাপ্তি\s*-?\s*স্বীকার")
"""Words by which a letter asks for its receipt."""


def asks(letter: PlainLetter, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """An acknowledgement where the letter wants one, and a report for every day by which the body wants something."""
    found = []
    for number, to in enumerate(letter.addressees, start=1):
        if any(ACKNOWLEDGES.search(passage.text) for passage in letter.body):
            text = letter.subject or ""
            found.append(Ask(kind="acknowledge", key=str(DutyKey(ACKNOWLEDGE, str(number))), text=text, addressee=to))
        for index, passage in enumerate(letter.body, start=1):
            for rule in _standing(passage.text, issued):
                moment = DutyKey(str(index), str(number), rule.rule, form="passage")
                text = f"{passage.text} ({describe(rule)})"
                found.append(Ask(kind="report", key=str(moment), text=text, addressee=to))
            for day in deadlines(passage.text, issued):
                found.append(
                    Ask(
                        kind="report",
                        key=str(DutyKey(str(index), str(number), str(day), form="passage")),
                        text=passage.text,
                        addressee=to,
                        due=day.isoformat(),
                        due_on_issue=day <= issued,
                    )
                )
    return tuple(found)


def deadlines(text: str, issued: date | None) -> tuple[date, ...]:
    """Every day by which a text wants something, in order: printed shortly before the word মধ্যে ("by"), or so many days after the
    issue.

    >>> deadlines("৩ কার্যদিবসের মধ্যে এবং ১২/০৫/২০২৪ তারিখের মধ্যে", date(2024, 5, 5))
    (datetime.date(2024, 5, 8), datetime.date(2024, 5, 12))
    """
    rules = timing(text, "issue", ends=False, issued=issued).rules
    said = {day for rule in rules if rule.rule == "once" and (day := _day(rule.on or "", issued))}
    return tuple(sorted(said | set(_printed(text))))


def _standing(text: str, issued: date) -> tuple[Rule, ...]:
    """The rules that name no last day: what is to be done at once or again and again is one duty without a day."""
    rules = timing(text, "issue", ends=False, issued=issued).rules
    return tuple({rule.rule: rule for rule in rules if rule.rule not in ("once", "hourly")}.values())


def _day(moment: str, issued: date | None) -> date | None:
    name, shift = parted(moment)
    if name is None:
        return date.fromisoformat(moment)
    return issued + timedelta(days=shift) if name == "issue" and issued is not None else None


def _printed(text: str) -> Iterator[date]:
    for found in _BY.finditer(text):
        days = parse_dates(text[max(0, found.start() - _NEAR) : found.start()])
        yield from days[-1:]
