"""The laws of the head of every letter: its memo number, its two dates, the office whose number it bears.

They need only the Letter, so they hold while a person amends it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from angikar.rules.bangla.calendar import FIRST_DAY, BanglaDate, by_old_rule, compare_pair, to_bangla_date
from angikar.rules.bangla.dates import write_bangla_date
from angikar.rules.bangla.memo import likely, parse_memo
from angikar.rules.bangla.text import key
from angikar.rules.document import NOWHERE, Place
from angikar.rules.letters import sentences
from angikar.rules.letters.values import Letter
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Both, Facts
from angikar.rules.spelling.sentences import BANGLA_DATE_DISAGREES


def letter_laws(letter: Letter, *, memo: Place = NOWHERE, dated: Place = NOWHERE) -> tuple[Doubt, ...]:
    """What must hold: a memo number of a known scheme, a file no younger than its letter, two dates of one day."""
    return (*_memo_laws(letter, memo), *_date_laws(letter, dated))


def memo_office(letter: Letter, office: str | None, prefixes: Mapping[str, str]) -> Iterator[Doubt]:
    """`memo-office-differs`: the number of a letter begins as the numbers of its own office do.

    `prefixes` maps the names of offices of the register to what their memo numbers begin with, in Latin digits
    (`05.47.4900`). An office that is not in the register raises no doubt.
    """
    names = {key(name): prefix for name, prefix in prefixes.items() if prefix}
    own = names.get(key(office or ""))
    number = letter.memo_number
    if own is None or number is None or number == own or number.startswith(f"{own}."):
        return
    other = next((name for name, prefix in prefixes.items() if prefix and number.startswith(f"{prefix}.")), None)
    if other:
        facts = {"number": number, "other": other}
        yield Doubt(sentences.MEMO_OFFICE_OTHER, "warning", facts, "letter.memo_number")
    else:
        facts = {"number": number, "office": office or "", "prefix": own}
        yield Doubt(sentences.MEMO_OFFICE_DIFFERS, "warning", facts, "letter.memo_number")


def _memo_laws(letter: Letter, place: Place) -> Iterator[Doubt]:
    if letter.memo_number is None:
        return
    memo = parse_memo(letter.memo_number)
    if memo is None or memo.scheme is None:
        meant = likely(memo) if memo else None
        suggestion = meant.text if meant else None
        facts = {"number": letter.memo_number}
        yield Doubt(sentences.MEMO_UNKNOWN_PATTERN, "warning", facts, "letter.memo_number", place, suggestion)
    elif letter.date is not None and memo.year is not None and memo.year > date.fromisoformat(letter.date).year:
        yield Doubt(sentences.MEMO_AFTER_DATE, "warning", {}, "letter.memo_number", place)


def _date_laws(letter: Letter, place: Place) -> Iterator[Doubt]:
    if letter.bangla_date is None:
        return
    day = date.fromisoformat(letter.date) if letter.date else None
    if day is not None and day < FIRST_DAY:
        return
    right = to_bangla_date(day) if day is not None else None
    path, suggestion = "letter.bangla_date", str(right) if right else None
    try:
        bangla = BanglaDate.from_iso(letter.bangla_date)
    except (TypeError, ValueError):
        value = {"value": letter.bangla_date}
        yield Doubt(sentences.BANGLA_DATE_NO_DAY, "warning", value, path, place, suggestion)
        return
    if day is None or right is None:
        return
    verdict = compare_pair(bangla, day)
    if verdict == "old-rule":
        facts: Facts = {"old": _written(by_old_rule(day)), "right": _written(right), "day": day.isoformat()}
        yield Doubt(sentences.BANGLA_DATE_OLD_RULE, "warning", facts, path, place, suggestion)
    elif verdict == "disagree":
        facts = {"day": day.isoformat(), "right": _written(right), "printed": _written(bangla)}
        yield Doubt(BANGLA_DATE_DISAGREES, "warning", facts, path, place, suggestion)


def _written(day: BanglaDate) -> Both:
    return write_bangla_date(day), str(day)
