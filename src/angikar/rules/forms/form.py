"""Form: a small set of typed fields that a directive asks to be answered, and judging what was filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any, Literal

from pydantic import field_validator

from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import canonical, group, parse_number, to_latin
from angikar.rules.content import Content
from angikar.rules.forms import sentences
from angikar.rules.forms.spending import Counting, Limit
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Fact, Facts, Sentence

FieldKind = Literal["number", "text", "choice", "yes_no", "date", "time", "place", "files", "spending"]
MOST_WORDS = 5_000
"""Characters that one field of words takes."""
MOST_ROWS = 20
"""Rows of spending that one report takes."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
YES = {"yes": ("হ্যাঁ", "yes"), "no": ("না", "no")}
"""The two answers to a question, as they are stored and as they are shown in both languages."""


class Field(Content):
    """One thing to fill in, by its `name` within the form. `least` and `most` bound a number (canonical figures, in `unit`),
    `whole` allows no decimals; `choices` are those of a choice; `limits` and `counting` tell what spending is held against.
    """

    name: str
    label: str
    kind: FieldKind = "number"
    required: bool = True
    unit: str = ""
    least: str | None = None
    most: str | None = None
    whole: bool = False
    choices: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    counting: Counting = "sum"
    hint: str = ""

    @field_validator("name")
    @classmethod
    def _is_a_name(cls, value: str) -> str:
        if not _NAME.fullmatch(value):
            raise ValueError(f"{value!r} is no name of a field")
        return value


class Form(Content):
    """What is filled in to answer a directive; `again` allows last time's answer to be taken over."""

    fields: tuple[Field, ...] = ()
    again: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """When a form is judged, in Dhaka."""

    day: date
    clock: time = time.max


@dataclass(frozen=True, slots=True)
class Filled:
    """The canonical answers by the fields' names (what was left empty is missing), and what is wrong, each at its field."""

    values: dict[str, Any] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    def wrongs(self) -> dict[str, Doubt]:
        """The first doubt of each field."""
        found: dict[str, Doubt] = {}
        for doubt in self.doubts:
            found.setdefault(doubt.path, doubt)
        return found


def judge_form(form: Form, sent: Mapping[str, str], moment: Moment, files: Mapping[str, int]) -> Filled:
    """What was filled in (`f-name` as text; how many files came under each name) as canonical values, every field judged.

    >>> form = Form(fields=(Field(name="seen", label="কতটি", whole=True, most="10"), Field(name="at", label="কখন", kind="time")))
    >>> noon = Moment(date(2022, 10, 14), time(12))
    >>> judge_form(form, {"f-seen": "৭", "f-at": "11:30"}, noon, {}).values
    {'seen': '7', 'at': '11:30'}
    >>> [(each.path, each.code) for each in judge_form(form, {"f-seen": "১১", "f-at": "12:01"}, noon, {}).doubts]
    [('seen', 'number-too-large'), ('at', 'time-ahead')]
    """
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    for each in form.fields:
        said = _judged(each, sent, moment, files)
        if isinstance(said, Doubt):
            doubts.append(said)
        elif said is not None:
            values[each.name] = said
        elif each.required and each.kind != "files":
            doubts.append(_wrong(each, sentences.FIELD_EMPTY, label=each.label))
    return Filled(values, (*doubts, *_ahead(form, values, moment)))


def _judged(each: Field, sent: Mapping[str, str], moment: Moment, files: Mapping[str, int]) -> Any:
    text = sent.get(f"f-{each.name}", "").strip()
    if each.kind == "files":
        return (
            _wrong(each, sentences.FILES_MISSING, label=each.label)
            if each.required and not files.get(each.name)
            else None
        )
    if each.kind == "spending":
        return _spending(each, sent)
    if each.kind == "place":
        return _place(each, text, sent)
    if not text:
        return None
    if each.kind == "number":
        return _number(each, text)
    if each.kind == "date":
        return _day(each, text, moment)
    if each.kind == "time":
        return _clock(each, text)
    if each.kind == "choice":
        return text if text in each.choices else _wrong(each, sentences.CHOICE_UNKNOWN)
    if each.kind == "yes_no":
        return text if text in YES else _wrong(each, sentences.CHOICE_UNKNOWN)
    return text if len(text) <= MOST_WORDS else _wrong(each, sentences.WORDS_TOO_LONG, most=MOST_WORDS)


def _number(each: Field, text: str) -> str | Doubt:
    number = parse_number(text)
    if number is None or number.high is not None or number.agrees is False:
        return _wrong(each, sentences.NUMBER_UNREADABLE)
    if each.least is not None and number.value < Decimal(each.least):
        return _wrong(each, sentences.NUMBER_TOO_SMALL, least=group(Decimal(each.least), bangla=False))
    if each.most is not None and number.value > Decimal(each.most):
        return _wrong(each, sentences.NUMBER_TOO_LARGE, most=group(Decimal(each.most), bangla=False))
    value = canonical(number.value)
    return _wrong(each, sentences.NUMBER_NOT_WHOLE) if each.whole and "." in value else value


def _day(each: Field, text: str, moment: Moment) -> str | Doubt:
    try:
        day: date | None = date.fromisoformat(to_latin(text))
    except ValueError:
        day = parse_date(text)
    if day is None:
        return _wrong(each, sentences.DATE_UNREADABLE)
    return day.isoformat() if day <= moment.day else _wrong(each, sentences.DATE_AHEAD)


def _clock(each: Field, text: str) -> str | Doubt:
    found = _CLOCK.fullmatch(to_latin(text))
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return _wrong(each, sentences.TIME_UNREADABLE)
    return f"{int(found[1]):02}:{found[2]}"


def _ahead(form: Form, values: Mapping[str, Any], moment: Moment) -> Iterator[Doubt]:
    """The times that have not come yet: those of today, or of the day the form itself names first."""
    days = [values[each.name] for each in form.fields if each.kind == "date" and each.name in values]
    if (days or [moment.day.isoformat()])[0] == moment.day.isoformat():
        for each in form.fields:
            if each.kind == "time" and each.name in values and time.fromisoformat(values[each.name]) > moment.clock:
                yield _wrong(each, sentences.TIME_AHEAD)


def _place(each: Field, text: str, sent: Mapping[str, str]) -> dict[str, str] | Doubt | None:
    """A place in words, or by latitude and longitude in degrees, or both."""
    typed = [sent.get(f"f-{each.name}-{part}", "").strip() for part in ("latitude", "longitude")]
    if len(text) > MOST_WORDS:
        return _wrong(each, sentences.WORDS_TOO_LONG, most=MOST_WORDS)
    if not any(typed):
        return {"text": text} if text else None
    numbers = [_degrees(part) for part in typed]
    bounds = zip(numbers, (90, 180), strict=True)
    if any(number is None or abs(number) > most for number, most in bounds):
        return _wrong(each, sentences.DEGREES_UNREADABLE)
    latitude, longitude = (canonical(round(number, 6)) for number in numbers if number is not None)
    return {**({"text": text} if text else {}), "latitude": latitude, "longitude": longitude}


def _degrees(text: str) -> Decimal | None:
    found = re.fullmatch(r"-?\d{1,3}(\.\d{1,20})?", to_latin(text))
    return Decimal(found[0]) if found else None


def _spending(each: Field, sent: Mapping[str, str]) -> list[dict[str, str]] | Doubt | None:
    """The rows of spending that were filled in: who, under which limit, how much."""
    names = {limit.name for limit in each.limits}
    rows = []
    for number in range(MOST_ROWS):
        who, limit, amount = (
            sent.get(f"f-{each.name}-{number}-{part}", "").strip() for part in ("who", "limit", "amount")
        )
        if not who and not amount:
            continue
        read = _number(each.model_copy(update={"least": "0", "most": None}), amount) if amount else None
        if not who or limit not in names or read is None or len(who) > 200:
            return _wrong(each, sentences.ROW_INCOMPLETE, row=number + 1)
        if isinstance(read, Doubt):
            return read
        rows.append({"who": " ".join(who.split()), "limit": limit, "amount": read})
    return rows or None


def _wrong(each: Field, sentence: Sentence, **facts: Fact) -> Doubt:
    return Doubt(sentence, "error", facts, each.name)


def form_laws(form: Form) -> Iterator[Doubt]:
    """What is wrong with a form that is being made; the paths lead into the form."""
    names = [each.name for each in form.fields]
    for index, each in enumerate(form.fields):
        yield from (
            Doubt(sentence, "error", facts, f"fields.{index}")
            for sentence, facts in _laws(each, names.count(each.name))
        )


def _laws(each: Field, times: int) -> Iterator[tuple[Sentence, Facts]]:
    """What is wrong with one field of a form that has its name so many times."""
    label = {"label": each.label}
    if not each.label.strip():
        yield sentences.LABEL_MISSING, {}
    if times > 1:
        yield sentences.FIELD_TWICE, label
    if each.kind == "choice" and len(each.choices) < 2:
        yield sentences.CHOICES_MISSING, label
    if each.kind == "spending" and not each.limits:
        yield sentences.LIMITS_MISSING, label
    if each.least is not None and each.most is not None and Decimal(each.least) > Decimal(each.most):
        yield sentences.BOUNDS_CROSSED, label
