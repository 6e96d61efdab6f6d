"""Answers: what filled forms tell: each in words, sent again as a browser would, and several of them in totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import group, to_bangla
from angikar.rules.forms.form import YES, Field, Form


def text_of(each: Field, value: Any, *, bangla: bool = True) -> str:
    """A stored value as a page or a paper tells it; empty where nothing was reported.

    >>> text_of(Field(name="n", label="", unit="টি"), "1250"), text_of(Field(name="y", label="", kind="yes_no"), "no")
    ('১,২৫০ টি', 'না')
    """
    if value is None:
        return ""
    if each.kind == "number":
        return f"{group(Decimal(value), bangla=bangla)} {each.unit}".strip()
    if each.kind == "yes_no":
        return YES[value][not bangla]
    if each.kind == "date":
        return write_date(date.fromisoformat(value)) if bangla else str(value)
    if each.kind == "time":
        return to_bangla(value) if bangla else str(value)
    if each.kind == "place":
        degrees = f"({value['latitude']}, {value['longitude']})" if "latitude" in value else ""
        return " ".join(filter(None, (value.get("text", ""), to_bangla(degrees) if bangla else degrees)))
    if each.kind == "spending":
        return "; ".join(
            f"{row['who']}, {row['limit']}: {group(Decimal(row['amount']), bangla=bangla)}" for row in value
        )
    return str(value)


def sent_again(form: Form, values: Mapping[str, Any]) -> dict[str, str]:
    """Stored answers as a browser would send them: to fill a form with last time's. Files are not among them.

    >>> sent_again(Form(fields=(Field(name="n", label=""),)), {"n": "7"})
    {'f-n': '7'}
    """
    sent: dict[str, str] = {}
    for each in form.fields:
        value = values.get(each.name)
        if isinstance(value, dict):
            sent[f"f-{each.name}"] = value.get("text", "")
            sent |= {f"f-{each.name}-{part}": value[part] for part in ("latitude", "longitude") if part in value}
        elif isinstance(value, list):
            for number, row in enumerate(value):
                sent |= {f"f-{each.name}-{number}-{part}": row[part] for part in ("who", "limit", "amount")}
        elif value is not None:
            sent[f"f-{each.name}"] = value
    return sent


@dataclass(frozen=True, slots=True)
class Total:
    """What several reports come to in one field: how many reports answer it, of how many; the sum of numbers, how often each
    choice was made, the words that were written with the number of the report they stand in.
    """

    field: Field
    reported: int
    reports: int
    sum: Decimal | None = None
    counts: tuple[tuple[str, int], ...] = ()
    words: tuple[tuple[int, str], ...] = ()


def totals(form: Form, reports: Sequence[Mapping[str, Any]]) -> tuple[Total, ...]:
    """What the answers of several reports come to, field by field; a field without any answer has no sum, not zero.

    >>> form = Form(fields=(Field(name="n", label=""),))
    >>> [(each.reported, each.sum) for each in totals(form, [{"n": "7"}, {}, {"n": "0.5"}])]
    [(2, Decimal('7.5'))]
    """
    return tuple(_total(each, reports) for each in form.fields)


def _total(each: Field, reports: Sequence[Mapping[str, Any]]) -> Total:
    answered = [(number, values[each.name]) for number, values in enumerate(reports) if each.name in values]
    amount = sum((Decimal(value) for _, value in answered), Decimal(0)) if answered and each.kind == "number" else None
    choices = {"choice": each.choices, "yes_no": tuple(YES)}.get(each.kind, ())
    counts = tuple((choice, sum(value == choice for _, value in answered)) for choice in choices)
    wordy = each.kind in ("text", "place", "spending", "date", "time")
    words = tuple((number, text_of(each, value)) for number, value in answered) if wordy else ()
    return Total(each, len(answered), len(reports), amount, counts, words)
