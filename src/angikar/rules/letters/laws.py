"""Letterlaws: what the head of every letter must keep: its memo number, its two dates, the office whose number it bears.

They need only the Letter, so they hold while a person amends it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from angikar.rules.bangla.calendar import FIRST_DAY, BanglaDate, by_old_rule, compare_pair, to_bangla_date
from angikar.rules.bangla.memo import likely, parse_memo
from angikar.rules.bangla.text import key
from angikar.rules.document import NOWHERE, Place
from angikar.rules.letters.values import Letter
from angikar.rules.reading import Doubt, plain_doubt


def letter_laws(letter: Letter, *, memo: Place = NOWHERE, dated: Place = NOWHERE) -> tuple[Doubt, ...]:
    """What must hold: a memo number of a known scheme, a file no younger than its letter, two dates of one day."""
    return (*_memo_laws(letter, memo), *_date_laws(letter, dated))


def memo_office(letter: Letter, office: str | None, prefixes: Mapping[str, str]) -> Iterator[Doubt]:
    """`memo-office-differs`: the number of a letter begins as the numbers of its own office do.

    `prefixes` maps the names of offices of the register to what their memo numbers begin with, in Latin digits
    (`05.47.4900`). An office that is not in the register proves nothing.
    """
    names = {key(name): prefix for name, prefix in prefixes.items() if prefix}
    own = names.get(key(office or ""))
    number = letter.memo_number
    if own is None or number is None or number == own or number.startswith(f"{own}."):
        return
    other = next((name for name, prefix in prefixes.items() if prefix and number.startswith(f"{prefix}.")), None)
    whose = f"এটি “{other}”-এর সংকেত" if other else f"“{office}”-এর স্মারক শুরু হয় {own} দিয়ে"
    whose_en = f"these are the figures of “{other}”" if other else f"those of “{office}” begin with {own}"
    yield plain_doubt(
        "memo-office-differs", "warning", f"স্মারক নম্বর “{number}” এই অফিসের নয়: {whose}।",
        f"The memo number “{number}” is not of this office: {whose_en}.", "letter.memo_number",
    )  # fmt: skip


def _memo_laws(letter: Letter, place: Place) -> Iterator[Doubt]:
    if letter.memo_number is None:
        return
    memo = parse_memo(letter.memo_number)
    if memo is None or memo.scheme is None:
        bn = f"স্মারক নম্বর “{letter.memo_number}” ১৮, ১৯ বা ২২ অঙ্কের কোনো নিয়মে পড়ে না।"
        en = f"The memo number “{letter.memo_number}” follows none of the 18, 19 and 22 digit schemes."
        meant = likely(memo) if memo else None
        suggestion = meant.text if meant else None
        yield plain_doubt("memo-unknown-pattern", "warning", bn, en, "letter.memo_number", place, suggestion)
    elif letter.date is not None and memo.year is not None and memo.year > date.fromisoformat(letter.date).year:
        bn, en = "নথির বছর পত্রের তারিখের পরে।", "The file's year is later than the letter's date."
        yield plain_doubt("memo-after-date", "warning", bn, en, "letter.memo_number", place)


def _date_laws(letter: Letter, place: Place) -> Iterator[Doubt]:
    if letter.date is None or letter.bangla_date is None:
        return
    day = date.fromisoformat(letter.date)
    if day < FIRST_DAY:
        return
    right = str(to_bangla_date(day))
    try:
        bangla = BanglaDate(*map(int, letter.bangla_date.split("-")))
    except (TypeError, ValueError):
        bn, en = f"এমন বাংলা তারিখ নেই: {letter.bangla_date}।", f"There is no such Bangla date: {letter.bangla_date}."
        yield plain_doubt("bangla-date-impossible", "warning", bn, en, "letter.bangla_date", place, right)
        return
    verdict = compare_pair(bangla, day)
    if verdict == "old-rule":
        bn = f"বাংলা তারিখটি পুরোনো পঞ্জিকার ({by_old_rule(day)}); এখনকার নিয়মে {right}।"
        en = f"The Bangla date follows the calendar's old rule; by the rule in force {letter.date} is {right}."
        yield plain_doubt("bangla-date-old-rule", "warning", bn, en, "letter.bangla_date", place, right)
    elif verdict == "disagree":
        bn = f"দুই তারিখ মেলে না: {letter.date} বাংলায় {right}, {letter.bangla_date} নয়।"
        en = f"The two dates disagree: {letter.date} is {right} in Bangla, not {letter.bangla_date}."
        yield plain_doubt("bangla-date-disagrees", "warning", bn, en, "letter.bangla_date", place, right)
