"""The laws of minutes: items in order, every decision owed by somebody, no day before the meeting, one office behind one memo prefix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.memo import parse_memo
from angikar.rules.document import NOWHERE
from angikar.rules.kinds.minutes.content import Minutes, MinutesItem
from angikar.rules.kinds.minutes.items import day_of, place_of
from angikar.rules.letters.laws import letter_laws
from angikar.rules.reading import Doubt, Severity, plain_doubt
from angikar.rules.spelling.prose import prose_laws

_QUOTED_MEMO = re.compile(r"[০-৯0-9]{2}(?:\.[০-৯0-9]{2,4}){5,7}[-–.][০-৯0-9]+")
_MISREAD = frozenset(
    {frozenset("48"), frozenset("19"), frozenset("12"), frozenset("68"), frozenset("09"), frozenset("45")}
)


def check(minutes: Minutes, framework: str | None) -> tuple[Doubt, ...]:
    """Every doubt about the content of minutes."""
    return (
        *letter_laws(minutes.letter),
        *prose_laws(minutes),
        *_head(minutes),
        *_order(minutes.items),
        *(doubt for index, item in enumerate(minutes.items) for doubt in _item(minutes, index, item)),
        *_prefix(minutes),
    )


def _head(minutes: Minutes) -> Iterator[Doubt]:
    missing = (
        ("chair-missing", "chair", "সভাপতি", "chair"),
        ("date-missing", "date", "সভার তারিখ", "day of the meeting"),
        ("body-missing", "body", "সভার নাম", "body"),
    )
    for code, name, bn, en in missing:
        if getattr(minutes, name) is None:
            severity: Severity = "error" if name == "date" else "warning"
            yield plain_doubt(code, severity, f"{bn} লেখা নেই।", f"The {en} is missing.", name)
    if not minutes.items:
        yield plain_doubt("items-missing", "error", "কোনো আলোচ্য বিষয় পাওয়া যায়নি।", "No item was found.", "items")
    met, sent = day_of(minutes.date), day_of(minutes.letter.date)
    if met and sent and sent < met:
        bn, en = "স্মারকের তারিখ সভার আগের।", "The memo is dated before the meeting."
        yield plain_doubt("letter-before-meeting", "warning", bn, en, "letter.date")
    if met and minutes.month and minutes.month != f"{met:%Y-%m}":
        bn, en = "শিরোনামের মাস আর সভার তারিখ মেলে না।", "The month of the title is not that of the meeting."
        yield plain_doubt("month-disagrees", "warning", bn, en, "month", NOWHERE, f"{met:%Y-%m}")


def _order(items: tuple[MinutesItem, ...]) -> Iterator[Doubt]:
    for index, item in enumerate(items):
        if item.number != str(index + 1):
            bn = f"ক্রমিক {index + 1} হওয়ার কথা, ছাপা {item.number}।"
            en = f"Item {index + 1} is printed as {item.number}."
            yield plain_doubt(
                "item-number", "warning", bn, en, f"items.{index}.number", place_of(item, 0), str(index + 1)
            )


def _item(minutes: Minutes, index: int, item: MinutesItem) -> Iterator[Doubt]:
    path = f"items.{index}"
    if not item.decisions:
        bn, en = f"{item.number} নম্বর বিষয়ে কোনো সিদ্ধান্ত নেই।", f"Item {item.number} has no decision."
        yield plain_doubt("decision-missing", "warning", bn, en, f"{path}.decisions", place_of(item, 2))
    met = day_of(minutes.date)
    for number, decision in enumerate(item.decisions):
        here = f"{path}.decisions.{number}"
        if not decision.implementers and not item.confirms:
            bn, en = "এই সিদ্ধান্ত কে বাস্তবায়ন করবেন, লেখা নেই।", "Nobody is named to carry this decision out."
            yield plain_doubt("implementer-missing", "error", bn, en, f"{here}.implementers", place_of(item, 3))
        due = day_of(decision.due)
        if due and met and due < met:
            bn = f"সময়সীমা {decision.due} সভার তারিখ {minutes.date}-এর আগে।"
            en = f"The day it is due, {decision.due}, lies before the meeting of {minutes.date}."
            yield plain_doubt("due-before-meeting", "warning", bn, en, f"{here}.due", place_of(item, 2))


def _prefix(minutes: Minutes) -> Iterator[Doubt]:
    """The letter's memo number against one quoted in the text: an office keeps its first three parts."""
    own = parse_memo(minutes.letter.memo_number) if minutes.letter.memo_number else None
    if own is None or own.scheme is None:
        return
    for item in minutes.items:
        for quoted in _QUOTED_MEMO.findall(f"{item.discussion} {' '.join(each.text for each in item.decisions)}"):
            other = parse_memo(to_latin(quoted))
            if other is None or other.scheme != own.scheme or not _one_office_misread(own.parts[:3], other.parts[:3]):
                continue
            prefix = ".".join(other.parts[:3])
            likely = f"{prefix}{own.text[len(prefix) :]}"
            bn = f"স্মারকের অফিস-সংকেত {'.'.join(own.parts[:3])}, অথচ {item.number} নম্বর বিষয়ে একই অফিসের {prefix}।"
            en = f"The memo's office code is {'.'.join(own.parts[:3])}, yet item {item.number} quotes {prefix} for the same office."
            yield plain_doubt("memo-prefix-differs", "warning", bn, en, "letter.memo_number", NOWHERE, likely)
            return


def _one_office_misread(own: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the parts differ, and only in figures that are often misread for one another."""
    if own == other or [len(part) for part in own] != [len(part) for part in other]:
        return False
    pairs = {frozenset((a, b)) for a, b in zip("".join(own), "".join(other), strict=True) if a != b}
    return pairs <= _MISREAD
