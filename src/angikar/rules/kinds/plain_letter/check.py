"""The laws of a plain letter: its memo number, its dates, its words, and the parts no letter may lack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from angikar.rules.kinds.plain_letter import sentences
from angikar.rules.kinds.plain_letter.asks import ACKNOWLEDGES, deadlines
from angikar.rules.kinds.plain_letter.content import PlainLetter
from angikar.rules.letters.laws import letter_laws
from angikar.rules.reading import Doubt
from angikar.rules.schedule.clauses import timing
from angikar.rules.schedule.time_words import OBLIGES, obliges
from angikar.rules.spelling.prose import prose_laws


def check(letter: PlainLetter, framework: str | None) -> tuple[Doubt, ...]:
    """The laws of memo number and dates, those of running text, and the parts no letter may lack."""
    return (*letter_laws(letter.letter), *prose_laws(letter), *_timed(letter), *_lacking(letter))


def _timed(letter: PlainLetter) -> Iterator[Doubt]:
    """`schedule-unread`, `obligation-unread`: a passage that asks something and speaks of time, from which no day follows, or that
    asks something and speaks of no time."""
    try:
        issued = date.fromisoformat(letter.letter.date) if letter.letter.date else None
    except ValueError:
        issued = None
    for index, passage in enumerate(letter.body):
        is_asked = cache(partial(_asked, passage.text))
        for sentence in filter(OBLIGES.search, re.split(r"[।;]", passage.text)):
            if deadlines(sentence, issued):
                continue
            said, path = timing(sentence, "issue", ends=False, issued=issued), f"body.{index}.text"
            for words in said.unread[:1]:
                yield Doubt(sentences.SCHEDULE_UNREAD, "warning", {"words": words}, path)
            if not (said.unread or said.rules or is_asked()) and obliges(sentence):
                yield Doubt(sentences.OBLIGATION_UNREAD, "info", {"text": sentence.strip()}, path)


def _asked(passage: str) -> bool:
    """Whether another sentence of the passage makes it a duty: it has a time, or a receipt is wanted."""
    return ACKNOWLEDGES.search(passage) is not None or bool(timing(passage, "issue", ends=False).rules)


def _lacking(letter: PlainLetter) -> Iterator[Doubt]:
    parts = (
        (letter.letter.memo_number is not None, sentences.MEMO_NUMBER_MISSING, "letter.memo_number"),
        (letter.letter.date is not None, sentences.DATE_MISSING, "letter.date"),
        (bool(letter.subject or letter.title), sentences.SUBJECT_MISSING, "subject"),
        (bool(letter.body), sentences.BODY_MISSING, "body"),
        (bool(letter.signatories), sentences.SIGNATORY_MISSING, "signatories"),
    )
    return (Doubt(sentence, "warning", path=path) for is_there, sentence, path in parts if not is_there)
