"""Laws of value: what is doubtful of a figure that can be read but can hardly be: it is taken only with a reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from angikar.rules import sentences
from angikar.rules.bangla.dates import parse_date
from angikar.rules.duty import Ask
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Sentence

FAR_ABOVE, FAR_BELOW = 3, 100
"""More than so many times the target, or less than so many-th of it, is far outside: a slipped digit or another unit. Of a
figure that adds up over the quarters a small part is no doubt.
"""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a figure: the first and the last day of the time it is about, and the highest figure that earlier
    quarters reported of the same row.
    """

    first: date | None = None
    last: date | None = None
    before: Decimal | None = None


def implausible(ask: Ask, value: str | None, around: Around) -> tuple[Doubt, ...]:
    """What is doubtful of a canonical figure as the answer to an ask; a figure without a doubt gives none.

    >>> ask = Ask(kind="figure", key="1", text="", unit="percent", target="90")
    >>> [doubt.code for doubt in implausible(ask, "150", Around())], implausible(ask, "100", Around())
    (['percent-above-hundred'], ())
    """
    if value is None or ask.kind != "figure":
        return ()
    day = parse_date(value)
    if day is not None:
        return _of_day(day, around)
    number = Decimal(value)
    return (*_of_percentage(ask, number), *_of_running(ask, number, around), *_of_target(ask, number))


def _of_day(day: date, around: Around) -> tuple[Doubt, ...]:
    if around.first is None or around.last is None or around.first <= day <= around.last:
        return ()
    days = {"day": day, "first": around.first, "last": around.last}
    return (_doubt(sentences.DAY_OUTSIDE_PERIOD, **{name: each.isoformat() for name, each in days.items()}),)


def _of_percentage(ask: Ask, number: Decimal) -> tuple[Doubt, ...]:
    above = ask.unit == "percent" and number > 100
    return (_doubt(sentences.PERCENT_ABOVE_HUNDRED, value=str(number)),) if above else ()


def _of_running(ask: Ask, number: Decimal, around: Around) -> tuple[Doubt, ...]:
    fell = ask.counting == "cumulative" and around.before is not None and number < around.before
    return (_doubt(sentences.RUNNING_FELL, value=str(number), before=str(around.before)),) if fell else ()


def _of_target(ask: Ask, number: Decimal) -> tuple[Doubt, ...]:
    """A percentage above a hundred has its own doubt; marks are never more than their target."""
    target = None if ask.target is None or parse_date(ask.target) is not None else Decimal(ask.target)
    if target is None or target <= 0 or ask.unit == "percent":
        return ()
    most = target if ask.unit == "marks" else target * FAR_ABOVE
    far = number > most or (ask.counting != "sum" and 0 < number < target / FAR_BELOW)
    return (_doubt(sentences.FAR_FROM_TARGET, value=str(number), target=str(target)),) if far else ()


def _doubt(sentence: Sentence, **facts: str) -> Doubt:
    return Doubt(sentence, "warning", dict(facts), "value")
