"""Ask and Answer: what a paper asks of a post by a day, what the post answers, judging it, and its status on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal, NamedTuple

from angikar.rules import sentences
from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import canonical, parse_number
from angikar.rules.content import Content
from angikar.rules.forms import sentences as form_sentences
from angikar.rules.forms.form import Form as OwnForm
from angikar.rules.plan import MOST_PLACES, Counting, Unit
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Sentence

AskKind = Literal["figure", "report", "acknowledge", "decision", "feedback", "evaluation"]
Standing = Literal["answered", "late", "soon", "later", "not_due"]
Urgency = Literal["late", "today", "week", "later"]


class Ask(Content):
    """One thing a paper asks. `addressee` is the text of the paper (a post, or a family such as "… (সকল)"); `line` is the
    indicator's identity (`own:1.1.1`) where a figure is asked; `due` is the last day, `opens` the first; both ISO or `None`
    where the paper names no day; `at` is the time of the last day (`14:00`) where hours matter. `due_on_issue` marks what was
    due already when the paper went out. `body` is the team or cell that owes it, by the name the paper gives it.
    `form` is what is filled in; without one the answer is words.
    """

    kind: AskKind
    key: str
    text: str
    addressee: str = ""
    line: str | None = None
    quarter: int | None = None
    unit: Unit | None = None
    unit_text: str | None = None
    counting: Counting | None = None
    target: str | None = None
    opens: str | None = None
    due: str | None = None
    at: str | None = None
    due_on_issue: bool = False
    body: str | None = None
    choices: tuple[str, ...] = ()
    form: OwnForm | None = None

    @property
    def is_mean(self) -> bool:
        """Whether the figure may be reported as so much of so many: it is an average, or a percentage counted in no other way."""
        return self.counting == "average" or (self.counting is None and self.unit == "percent")


class Answer(Content):
    """What a post answers: a canonical figure where one was asked, words, or that the ask does not apply (with the reason in words).

    Where the figure is a mean, `numerator` and `denominator` may tell of what and of how many. `fields` are the answers to
    the ask's own form by their names.
    """

    value: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    words: str = ""
    choice: str | None = None
    not_applicable: bool = False
    fields: dict[str, Any] = {}


class Hour(NamedTuple):
    """The time of the last day by which something is due, and what the clock shows; `None` where the whole day counts."""

    due: time | None = None
    now: time | None = None


NO_HOUR = Hour()
_WEEK = 7

Form = Mapping[str, str]
"""What a person filled in: `value`, `words`, `choice`, `not_applicable`, as text."""


def judge(ask: Ask, form: Form, today: date) -> Answer | Doubt:
    """What a person filled in as the answer to an ask, or the one thing that is wrong with it; the doubt's path is the field.

    Whether an answer suffices (a figure where one is asked, a reason where it does not apply) is for the action of reporting.
    """
    words, choice = form.get("words", "").strip(), form.get("choice", "").strip() or None
    if form.get("not_applicable"):
        return Answer(words=words, not_applicable=True)
    value = figure(ask, form.get("value", ""), today) if ask.kind == "figure" else None
    if isinstance(value, Doubt):
        return value
    pair = mean_of(ask, form, value)
    if isinstance(pair, Doubt):
        return pair
    if pair is not None:
        value, numerator, denominator = pair
        return Answer(value=value, numerator=numerator, denominator=denominator, words=words, choice=choice)
    if choice is not None and choice not in ask.choices:
        return _wrong(form_sentences.CHOICE_UNKNOWN, "choice")
    return Answer(value=value, words=words, choice=choice)


def mean_of(ask: Ask, form: Form, value: str | None) -> tuple[str, str, str] | Doubt | None:
    """The figure, numerator and denominator of a mean that was reported as so much of so many; `None` where it was not.

    The figure is worked out (for a percentage of a hundred) where none was typed, half-up to four decimals; one that was
    typed must be the same as far as it goes.

    >>> ask = Ask(kind="figure", key="1", text="", unit="percent", counting="average")
    >>> mean_of(ask, {"numerator": "৯০", "denominator": "১২০"}, None), mean_of(ask, {"numerator": "৯০"}, None).code
    (('75', '90', '120'), 'pair-incomplete')
    """
    typed = [form.get(name, "").strip() for name in ("numerator", "denominator")]
    if ask.kind != "figure" or not ask.is_mean or not any(typed):
        return None
    numbers = [parse_number(text) for text in typed]
    found = [number.value for number in numbers if number and number.high is None and number.agrees is not False]
    if len(found) < 2 or found[0] < 0 or found[1] <= 0:
        return _wrong(sentences.PAIR_INCOMPLETE, "numerator")
    mean = found[0] / found[1] * (100 if ask.unit == "percent" else 1)
    places = len(value.partition(".")[2]) if value is not None else MOST_PLACES
    rounded = canonical(mean.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    if value is not None and value != rounded:
        return _wrong(sentences.PAIR_DISAGREES, "numerator")
    return rounded, canonical(found[0]), canonical(found[1])


def figure(ask: Ask, text: str, today: date) -> str | Doubt | None:
    """A typed figure made canonical: a number or, where the ask is counted in dates, a day; `None` for an empty text.

    >>> ask = Ask(kind="figure", key="1", text="", unit="number")
    >>> figure(ask, "১,২৫০.৫", date(2023, 1, 1)), figure(ask, "  ", date(2023, 1, 1)), figure(ask, "দশ", date(2023, 1, 1)).code
    ('1250.5', None, 'number-unreadable')
    """
    if not text.strip():
        return None
    day = parse_date(text)
    if day is not None and not _is_counted(ask):
        return day.isoformat() if day <= today else _wrong(form_sentences.DATE_AHEAD)
    number = parse_number(text)
    if ask.unit == "date" or ask.counting == "date":
        return _wrong(form_sentences.DATE_UNREADABLE)
    if number is None or number.high is not None or number.agrees is False:
        return _wrong(form_sentences.NUMBER_UNREADABLE)
    if number.value < 0:
        return _wrong(sentences.NUMBER_NEGATIVE)
    value = canonical(number.value)
    return value if len(value.partition(".")[2]) <= MOST_PLACES else _wrong(sentences.NUMBER_TOO_FINE)


def _is_counted(ask: Ask) -> bool:
    """Whether only a number will do: the unit is one of numbers, or the counting one that adds."""
    return ask.unit not in (None, "date", "other") or (ask.unit is None and ask.counting not in (None, "date"))


def _wrong(sentence: Sentence, path: str = "value") -> Doubt:
    return Doubt(sentence, "error", path=path)


def standing(
    due: date | None, today: date, *, answered: bool, opens: date | None = None, hour: Hour = NO_HOUR
) -> Standing:
    """The status of a duty on a day: answered, late, soon (within seven days), later, or not due yet (its period has not opened).

    >>> standing(date(2022, 10, 17), date(2022, 10, 17), answered=False, hour=Hour(due=time(10), now=time(10, 1)))
    'late'
    """
    if answered:
        return "answered"
    if opens is not None and today < opens:
        return "not_due"
    if due is None:
        return "later"
    if is_late(due, today, hour):
        return "late"
    return "soon" if (due - today).days <= _WEEK else "later"


def urgency(due: date | None, today: date, hour: Hour = NO_HOUR) -> Urgency:
    """When something still owed is to be given: too late already, on this day, within seven days, or later.

    >>> [urgency(date(2022, 10, day), date(2022, 10, 10)) for day in (9, 10, 17, 18)], urgency(None, date(2022, 10, 10))
    (['late', 'today', 'week', 'later'], 'later')
    """
    if due is None:
        return "later"
    if is_late(due, today, hour):
        return "late"
    left = (due - today).days
    return "today" if left == 0 else "week" if left <= _WEEK else "later"


def is_late(due: date | None, today: date, hour: Hour = NO_HOUR) -> bool:
    """Whether what is given at that moment comes too late: after the last day, or on it after the hour."""
    if due is None or today != due:
        return due is not None and today > due
    return hour.due is not None and hour.now is not None and hour.now > hour.due
