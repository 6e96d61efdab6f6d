"""What a plain letter asks: acknowledgements, and reports by the days its body names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from angikar.rules.bangla.dates import parse_dates
from angikar.rules.duty import Ask
from angikar.rules.duty_key import ACKNOWLEDGE, DutyKey
from angikar.rules.kinds.plain_letter.content import PlainLetter

_BY = re.compile(r"(?:তারিখের\s+)?মধ্যে")
_NEAR = 40
"""Letters between a day and the word মধ্যে ("by") at most."""
_ACKNOWLEDGE = re.compile(r"প্রাপ্তি\s*-?\s*স্বীকার")


def asks(letter: PlainLetter, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """An acknowledgement where the letter wants one, and a report for every day by which the body wants something."""
    found = []
    for number, to in enumerate(letter.addressees, start=1):
        if any(_ACKNOWLEDGE.search(passage.text) for passage in letter.body):
            text = letter.subject or ""
            found.append(Ask(kind="acknowledge", key=str(DutyKey(ACKNOWLEDGE, str(number))), text=text, addressee=to))
        for index, passage in enumerate(letter.body, start=1):
            for day in _deadlines(passage.text):
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


def _deadlines(text: str) -> Iterator[date]:
    """Every day printed shortly before the word মধ্যে ("by")."""
    for found in _BY.finditer(text):
        days = parse_dates(text[max(0, found.start() - _NEAR) : found.start()])
        yield from days[-1:]
