"""Sentences: what the system says to people, once in Bangla and once in English, with named places for the facts of the case."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from typing import Any, NamedTuple

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla, to_latin

Both = tuple[str, str]
"""The same words in Bangla and in English."""

Fact = str | int | Both
"""What may fill a place of a sentence; plain JSON, a pair as a list of two."""

Facts = Mapping[str, Fact]


class Sentence(NamedTuple):
    """A sentence in both languages under a code that is stored and searched for.

    The code is `name` or `name/variant`: one doubt may be said in several ways. Places are written as in `str.format`:
    `{words}` as they are, `{count:n}` with the digits of the language, `{day:d}` an ISO day as a date is written in the
    language, and a pair of words chooses by itself. Whole numbers take the digits of the language without being asked;
    `{count:row is/rows are}` writes the number with the words for one or for another number behind it.
    """

    code: str
    bangla: str
    english: str

    @property
    def name(self) -> str:
        """The code without its variant."""
        return self.code.partition("/")[0]

    def both(self, **facts: Fact) -> Both:
        """The sentence with its facts, in Bangla and in English.

        >>> Sentence("days-left", "{count} দিন বাকি ({day:d})।", "{count:day/days} left ({day:d}).").both(count=3, day="2018-12-31")
        ('৩ দিন বাকি (৩১ ডিসেম্বর ২০১৮)।', '3 days left (2018-12-31).')
        >>> Sentence("rows", "{count}টি সারি", "{count:row is/rows are} open").both(count=1)
        ('১টি সারি', '1 row is open')
        """
        return fill(self.bangla, facts, bangla=True), fill(self.english, facts, bangla=False)


class Explained(Exception):
    """What goes wrong in a way a person can understand: a sentence and its facts; a front shows it in its language."""

    def __init__(self, sentence: Sentence, **facts: Fact) -> None:
        check_facts(sentence, facts)
        self.sentence = sentence
        self.facts: Facts = facts
        super().__init__(self.message_en)

    @property
    def code(self) -> str:
        """The code of the sentence."""
        return self.sentence.code

    @property
    def message(self) -> str:
        """The sentence in Bangla."""
        return fill(self.sentence.bangla, self.facts, bangla=True)

    @property
    def message_en(self) -> str:
        """The sentence in English."""
        return fill(self.sentence.english, self.facts, bangla=False)


def catalogue(*rooms: Mapping[str, object]) -> dict[str, Sentence]:
    """The sentences of several `sentences` modules (their `vars`) by code. Raises ValueError where two share a code."""
    found: dict[str, Sentence] = {}
    for sentence in (each for room in rooms for each in room.values() if isinstance(each, Sentence)):
        if found.setdefault(sentence.code, sentence) != sentence:
            raise ValueError(f"two sentences have the code {sentence.code}")
    return found


def fill(template: str, facts: Facts, *, bangla: bool) -> str:
    """A template of one language with its facts in that language. Raises KeyError where a fact is missing."""
    return _FORMATTERS[bangla].vformat(template, (), facts)


def check_facts(sentence: Sentence, facts: Facts) -> None:
    """Raises TypeError where the facts are not exactly those that the sentence has places for: a programming error."""
    if places(sentence) != facts.keys():
        raise TypeError(f"{sentence.code} has places for {sorted(places(sentence))}, not for {sorted(facts)}")


@cache
def places(sentence: Sentence) -> frozenset[str]:
    """The names of the facts a sentence needs, of both languages together."""
    texts = (sentence.bangla, sentence.english)
    return frozenset(name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name)


class _Formatter(string.Formatter):
    """Writes facts in one language."""

    def __init__(self, *, bangla: bool) -> None:
        self.bangla = bangla

    def format_field(self, value: Any, format_spec: str) -> str:
        """One fact: by its format (`n` digits, `d` day, `one/many` words behind a number), or as it is."""
        if isinstance(value, tuple | list):
            value = value[not self.bangla]
        if format_spec == "d":
            return self._day(value)
        if "/" in format_spec:
            one, many = format_spec.split("/")
            return f"{self.format_field(value, 'n')} {one if to_latin(str(value)) == '1' else many}"
        if format_spec == "n" or isinstance(value, int):
            return to_bangla(str(value)) if self.bangla else to_latin(str(value))
        if isinstance(value, date | time):
            raise TypeError("a day or an hour is given as ISO text")
        return str(value)

    def _day(self, value: str) -> str:
        if not self.bangla:
            return value
        try:
            return write_date(date.fromisoformat(value)) if _ISO_DAY.fullmatch(value) else to_bangla(value)
        except ValueError:
            return to_bangla(value)


_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A figure without hyphens is a number, though the standard library reads eight digits as a day."""
_FORMATTERS = {bangla: _Formatter(bangla=bangla) for bangla in (True, False)}
