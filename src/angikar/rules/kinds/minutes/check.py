"""The laws of minutes: items in order, an implementer for every decision, no day before the meeting, one office for one memo prefix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.memo import parse_memo
from angikar.rules.kinds.minutes import sentences
from angikar.rules.kinds.minutes.content import Minutes, MinutesItem
from angikar.rules.kinds.minutes.decisions import LETTERS
from angikar.rules.kinds.minutes.items import day_of, place_of
from angikar.rules.letters.laws import letter_laws
from angikar.rules.reading import Doubt, Severity
from angikar.rules.schedule.time_words import obliges
from angikar.rules.sentence import Facts, Sentence
from angikar.rules.spelling.prose import prose_laws

_QUOTED_MEMO = re.compile(r"[০-৯0-9]{2}(?:\.[০-৯0-9]{2,4}){5,7}[-–.][০-৯0-9]+")
_SENTENCE = re.compile(r"[।;\n]")
_NARRATES = re.compile(r"(?:[^ব\s]েন|হয়|জানান)$")
_SAME = 55
"""Per cent of shared words from which a decision is about what a sentence of the talk asks."""
_MISREAD = frozenset(map(frozenset, ("48", "19", "12", "68", "09", "45")))
"""Pairs of figures that are often misread for one another."""


def check(minutes: Minutes, framework: str | None) -> tuple[Doubt, ...]:
    """Every doubt about the content of minutes."""
    return (
        *letter_laws(minutes.letter),
        *prose_laws(minutes),
        *_head(minutes),
        *_order(minutes.items),
        *(doubt for index, item in enumerate(minutes.items) for doubt in _item(minutes, index, item)),
        *_prefix(minutes),
        *_undecided(minutes),
    )


def _head(minutes: Minutes) -> Iterator[Doubt]:
    parts: tuple[tuple[object, Sentence, Severity, str], ...] = (
        (minutes.chair, sentences.CHAIR_MISSING, "warning", "chair"),
        (minutes.date, sentences.DATE_MISSING, "error", "date"),
        (minutes.body, sentences.BODY_MISSING, "warning", "body"),
        (minutes.items or None, sentences.ITEMS_MISSING, "error", "items"),
    )
    for value, sentence, severity, path in parts:
        if value is None:
            yield Doubt(sentence, severity, path=path)
    met, sent = day_of(minutes.date), day_of(minutes.letter.date)
    if met and sent and sent < met:
        yield Doubt(sentences.LETTER_BEFORE_MEETING, "warning", path="letter.date")
    if met and minutes.month and minutes.month != f"{met:%Y-%m}":
        yield Doubt(sentences.MONTH_DISAGREES, "warning", path="month", suggestion=f"{met:%Y-%m}")


def _order(items: tuple[MinutesItem, ...]) -> Iterator[Doubt]:
    """`item-number`: items count from 1 or run on from ক, behind the number of the meeting where every one of them bears it (`88.1`, `88.2`)."""
    meetings = {item.number.rpartition(".")[0] for item in items}
    labels = LETTERS if all(item.number in LETTERS for item in items) else ""
    before = f"{meetings.pop()}." if len(meetings) == 1 and "" not in meetings else ""
    for index, item in enumerate(items):
        expected = f"{before}{index + 1}"
        if item.number not in (expected, labels[index : index + 1]):
            facts: Facts = {"expected": expected, "printed": item.number}
            path, place = f"items.{index}.number", place_of(item, 0)
            yield Doubt(sentences.ITEM_NUMBER, "warning", facts, path, place, suggestion=expected)


def _item(minutes: Minutes, index: int, item: MinutesItem) -> Iterator[Doubt]:
    path = f"items.{index}"
    if not item.decisions:
        number_of_item = {"number": item.number}
        yield Doubt(sentences.DECISION_MISSING, "warning", number_of_item, f"{path}.decisions", place_of(item, 2))
    met = day_of(minutes.date)
    for number, decision in enumerate(item.decisions):
        here = f"{path}.decisions.{number}"
        if not decision.implementers and not item.confirms:
            yield Doubt(sentences.IMPLEMENTER_MISSING, "error", {}, f"{here}.implementers", place_of(item, 3))
        due = day_of(decision.due)
        if due and met and due < met:
            days = {"due": due.isoformat(), "met": met.isoformat()}
            yield Doubt(sentences.DUE_BEFORE_MEETING, "warning", days, f"{here}.due", place_of(item, 2))


def _prefix(minutes: Minutes) -> Iterator[Doubt]:
    """The letter's memo number against one quoted in the text: its first three parts are the code of the office."""
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
            facts = {"own": ".".join(own.parts[:3]), "number": item.number, "quoted": prefix}
            path = "letter.memo_number"
            yield Doubt(sentences.MEMO_PREFIX_DIFFERS, "warning", facts, path, suggestion=likely)
            return


def _one_office_misread(own: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the parts differ, and only in figures that are often misread for one another."""
    if own == other or [len(part) for part in own] != [len(part) for part in other]:
        return False
    pairs = {frozenset((a, b)) for a, b in zip("".join(own), "".join(other), strict=True) if a != b}
    return pairs <= _MISREAD


def _undecided(minutes: Minutes) -> Iterator[Doubt]:
    """`obligation-unread`: what is asked of somebody in the opening or closing, and in the talk of an item that decides nothing like it."""
    for path, text in (("opening", minutes.opening), ("closing", minutes.closing)):
        for sentence in _asked(text):
            yield Doubt(sentences.OBLIGATION_UNREAD, "warning", {"text": sentence}, path)
    for index, item in enumerate(minutes.items):
        decided = [each.text for each in item.decisions]
        for sentence in _asked(item.discussion):
            if all(token_set_ratio(sentence, text) < _SAME for text in decided):
                path, place = f"items.{index}.discussion", place_of(item, 1)
                yield Doubt(sentences.OBLIGATION_UNREAD, "info", {"text": sentence}, path, place)


def _asked(text: str) -> list[str]:
    """The sentences that oblige, but for those that tell what somebody said or asked in the meeting."""
    said = (each.strip() for each in _SENTENCE.split(text))
    return [each for each in said if obliges(each) and not _NARRATES.search(each)]
