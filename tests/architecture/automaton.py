"""A regular expression as an automaton: states that read one letter, and free steps between them that ask what stands before and behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

SAMPLES = " \n\t\r\xa0aAzZ09_.,;:-/()[]<>%#*+'\"|\\&=০৯কহািে়্ৎংঁ।৳\u200c\u200d\ufffd\ue000é€漢"
MANY = 100
"""Times from which a repeat counts as endless."""
_COPIES = 3
"""Times that a repeat with an end is written out at most."""


class Letters:
    """One letter of each sort that a pattern can tell apart; a set of them is a number, a bit for each."""

    def __init__(self, tree: Any) -> None:
        self.samples = sorted({*SAMPLES, *_named(tree)})
        self._known: dict[tuple[str, bool], int] = {}
        self.all = (1 << len(self.samples)) - 1
        self.edge = 1 << len(self.samples)
        """What is before the first letter and behind the last."""
        self.anything = self.all | self.edge
        self.line = self.of([(op.LITERAL, 10)], 0)
        self.word = self.of([(op.CATEGORY, op.CATEGORY_WORD)], 0)

    def of(self, items: Sequence[Any], flags: int) -> int:
        """The letters of a class."""
        key = str(items), bool(flags & re.IGNORECASE)
        if key not in self._known:
            one = Letters._of(self.samples, items, folded=key[1])
            self._known[key] = self.all & ~one if items and items[0][0] is op.NEGATE else one
        return self._known[key]

    @staticmethod
    def _of(samples: Sequence[str], items: Sequence[Any], *, folded: bool) -> int:
        return sum(1 << at for at, char in enumerate(samples) if any(_is_in(char, each, folded) for each in items))


def _named(tree: Any) -> Iterator[str]:
    """The letters that a pattern names, with those beside them."""
    if isinstance(tree, tuple) and len(tree) == 2 and tree[0] in (op.LITERAL, op.NOT_LITERAL, op.RANGE):
        ends = tree[1] if tree[0] is op.RANGE else (tree[1], tree[1])
        yield from (chr(code) for code in (ends[0] - 1, *ends, ends[1] + 1) if 0 <= code < 0x110000)
    elif isinstance(tree, list | tuple | _parser.SubPattern):
        for each in tree:
            yield from _named(each)


def _is_in(char: str, item: Any, folded: bool) -> bool:
    kind, what = item
    if kind is op.CATEGORY:
        name = str(what).lower()
        is_it = (
            char.isspace()
            if "space" in name
            else char.isdecimal()
            if "digit" in name
            else char.isalnum() or char == "_"
        )
        return is_it != ("not" in name)
    if kind is not op.LITERAL and kind is not op.RANGE:
        return False
    low, high = what if kind is op.RANGE else (what, what)
    cases = (char, char.lower(), char.upper()) if folded else (char,)
    return any(low <= ord(each) <= high for each in cases if len(each) == 1)


@dataclass(frozen=True, slots=True)
class Free:
    """A step without a letter, and which letters must stand before and behind."""

    to: int
    before: int
    behind: int


@dataclass(slots=True)
class Automaton:
    """The states of a pattern: which letters each reads, its free steps, and the ends of the closed groups it lies in."""

    letters: Letters
    reads: dict[int, int] = field(default_factory=dict)
    free: list[list[Free]] = field(default_factory=list)
    closed: list[frozenset[int]] = field(default_factory=list)
    _within: frozenset[int] = frozenset()

    def state(self) -> int:
        """A new state."""
        self.free.append([])
        self.closed.append(self._within)
        return len(self.free) - 1

    def go(self, start: int, to: int, before: int = -1, behind: int = -1) -> None:
        """A free step."""
        self.free[start].append(Free(to, before & self.letters.anything, behind & self.letters.anything))

    def read(self, start: int, letters: int) -> int:
        """A state that reads one of these letters, after another."""
        reading = self.state()
        self.reads[reading] = letters
        self.go(start, reading)
        return reading

    def sequence(self, start: int, items: Sequence[Any], flags: int) -> int:
        """The state after all items, one after another."""
        for item in items:
            start = self._one(start, item, flags)
        return start

    def _one(self, start: int, item: Any, flags: int) -> int:
        kind, what = item
        if (letters := self._single([item], flags)) is not None and kind is not op.SUBPATTERN and kind is not op.BRANCH:
            return self.read(start, letters)
        if kind is op.GROUPREF:
            return self.read(start, self.letters.all)
        if kind is op.SUBPATTERN:
            return self.sequence(start, what[3], (flags | what[1]) & ~what[2])
        if kind is op.BRANCH:
            return self._branch(start, what[1], flags)
        if kind is op.GROUPREF_EXISTS:
            return self._branch(start, [what[1], what[2] or []], flags)
        if kind is op.AT:
            return self._at(start, str(what), flags)
        if kind in (op.ASSERT, op.ASSERT_NOT):
            return self._look(start, item, flags)
        if kind is op.ATOMIC_GROUP:
            return self._closed(start, lambda begin: self.sequence(begin, what, flags))
        if kind is op.POSSESSIVE_REPEAT:
            end = self._closed(start, lambda begin: self._repeat(begin, what, flags))
            one = self._single(what[2], flags)
            after = self.state()
            self.go(end, after, behind=-1 if one is None or what[1] <= MANY else ~one)
            return after
        return self._repeat(start, what, flags)

    def _single(self, items: Sequence[Any], flags: int) -> int | None:
        """The letters of what reads just one; `None` of anything else."""
        kind, what = items[0] if len(items) == 1 else (None, None)
        if kind is op.SUBPATTERN:
            return self._single(what[3], flags)
        if kind is op.BRANCH:
            ways = [self._single(way, flags) for way in what[1]]
            return None if None in ways else _union(ways)
        if kind is op.NOT_LITERAL:
            return self.letters.all & ~self.letters.of([(op.LITERAL, what)], flags)
        if kind is op.ANY:
            return self.letters.all if flags & re.DOTALL else self.letters.all & ~self.letters.line
        if kind in (op.LITERAL, op.IN):
            return self.letters.of(what if kind is op.IN else items, flags)
        return None

    def _branch(self, start: int, ways: Sequence[Any], flags: int) -> int:
        end = self.state()
        for way in ways:
            begin = self.state()
            self.go(start, begin)
            self.go(self.sequence(begin, way, flags), end)
        return end

    def _closed(self, start: int, inner: Callable[[int], int]) -> int:
        """A group into which nothing goes back."""
        end, outside = self.state(), self._within
        self._within = outside | {end}
        begin = self.state()
        self.go(start, begin)
        last = inner(begin)
        self._within = outside
        self.go(last, end)
        return end

    def _at(self, start: int, what: str, flags: int) -> int:
        letters, end = self.letters, self.state()
        line = letters.line if flags & re.MULTILINE else 0
        if "BOUNDARY" in what:
            same = "NON" in what
            self.go(start, end, letters.word, letters.word if same else ~letters.word)
            self.go(start, end, ~letters.word, ~letters.word if same else letters.word)
        elif "BEGINNING" in what:
            self.go(start, end, before=letters.edge | line)
        else:
            self.go(start, end, behind=letters.edge | (0 if what.endswith("STRING") else letters.line))
        return end

    def _look(self, start: int, item: Any, flags: int) -> int:
        """Ahead or back: one letter is a condition; more of them ahead are read, and lead nowhere."""
        kind, (way, inner) = item
        end = self.state()
        asked = self._beside(inner, flags)
        if asked is None:
            self.go(start, end)
            if way > 0:
                self._closed(start, lambda begin: self.sequence(begin, inner, flags))
            return end
        asked = asked if kind is op.ASSERT else ~asked
        self.go(start, end, before=asked if way < 0 else -1, behind=asked if way > 0 else -1)
        return end

    def _beside(self, inner: Sequence[Any], flags: int) -> int | None:
        """The letters of a look around, where each of its ways is one letter or the edge of the text."""
        if len(inner) == 1 and inner[0][0] is op.SUBPATTERN:
            return self._beside(inner[0][1][3], flags)
        ways = inner[0][1][1] if len(inner) == 1 and inner[0][0] is op.BRANCH else [inner]
        edges = [len(way) == 1 and way[0][0] is op.AT and "BOUNDARY" not in str(way[0][1]) for way in ways]
        found = [self.letters.edge if edge else self._single(way, flags) for way, edge in zip(ways, edges, strict=True)]
        return None if None in found else _union(found)

    def _repeat(self, start: int, what: Any, flags: int) -> int:
        low, high, inner = what
        for _ in range(min(low, _COPIES)):
            start = self.sequence(start, inner, flags)
        end = self.state()
        self.go(start, end)
        if high > MANY:
            begin, again = self.state(), self.state()
            self.go(start, begin)
            self.go(self.sequence(begin, inner, flags), again)
            self.go(again, begin)
            self.go(again, end)
            return end
        for _ in range(min(high - low, _COPIES)):
            begin = self.state()
            self.go(start, begin)
            start = self.sequence(begin, inner, flags)
            self.go(start, end)
        return end


def _union(sets: Sequence[int | None]) -> int:
    found = 0
    for each in sets:
        found |= each or 0
    return found
