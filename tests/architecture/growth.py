"""How the work of a regular expression grows with a text that it does not match, found from its automaton and not by trying.

Where one repeat can hand a stretch over to the next at any letter, every place to part it is tried: each such pair in a row costs
another power of the length. A repeat that can read one stretch in two ways and come back to itself costs an exponential.
(Weber and Seidl, On the degree of ambiguity of finite automata, 1991.)
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from tests.architecture.automaton import MANY, Automaton, Letters

EXPONENTIAL = 99
_VISITS = 3

Node = tuple[int, int]
"""A state and the letter it has read."""
Group = set[Node]


def growth(text: str, flags: int, *, searched: bool, whole: bool) -> int:
    """The power of the length beyond the first by which the work of a pattern grows: 0 for a line, 1 for a square, 2 for a cube;
    `searched` where it may begin at any letter, `whole` where it must reach the last one.
    """
    return _Graph(_parser.parse(text, flags), searched=searched, whole=whole).degree()


def is_simple(text: str, flags: int) -> bool:
    """Whether a pattern has at most one endless repeat, and that of one letter: such a one costs no more than a square."""
    return _endless(_parser.parse(text, flags)) < 2


def _endless(tree: Any) -> int:
    found = 0
    for kind, what in tree if isinstance(tree, list | _parser.SubPattern) else ():
        parts = what if isinstance(what, list | tuple | _parser.SubPattern) else ()
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            found += (what[1] > MANY) * (1 if len(what[2]) == 1 and what[2][0][0] in (op.IN, op.ANY, op.LITERAL) else 2)
        for part in parts[1] if kind is op.BRANCH else parts:
            found += _endless(part)
    return found


@dataclass(frozen=True, slots=True)
class _Step:
    """From one letter to the next: what the last letter must be, what the next may be, and in how many ways it is taken."""

    to: int
    before: int
    letters: int
    times: int


class _Graph:
    """The states that read letters, the steps between them, and what a run can never come back to."""

    def __init__(self, tree: Any, *, searched: bool, whole: bool) -> None:
        letters = self._letters = Letters(tree)
        automaton = self._automaton = Automaton(letters)
        self._first, begin = automaton.state(), automaton.state()
        automaton.go(self._first, begin)
        if searched:
            skipped = automaton.read(self._first, letters.all)
            automaton.go(skipped, skipped)
            automaton.go(skipped, begin)
        last = automaton.sequence(begin, tree, tree.state.flags)
        self._final = automaton.state()
        automaton.go(last, self._final, behind=letters.edge if whole else -1)
        self._ends = {self._final}.union(*automaton.closed)
        self._over: dict[int, list[Node]] = defaultdict(list)
        """By state the ends it reaches freely, with what must stand before: there nothing can fail any more."""
        self._steps = {state: self._from(state) for state in (self._first, *automaton.reads)}
        self._sorts = self._distinct_sorts()
        self._known: dict[tuple[Node, frozenset[int]], Group] = {}

    def degree(self) -> int:
        """The power that the work grows by; see `growth`."""
        groups = [group for group in self._groups() if any(to in group for node in group for to in self._next[node])]
        if any(self._divides(group) for group in groups):
            return EXPONENTIAL
        best: list[int] = []
        for at, group in enumerate(groups):  # the last ones come first
            reached = self._reached(group)
            later = (to for to in range(at) if not reached.isdisjoint(groups[to]))
            best.append(max((best[to] + self._hands_over(group, groups[to]) for to in later), default=0))
        return max(best, default=0)

    def _from(self, state: int) -> list[_Step]:
        """The steps from a state, found along every way that passes no free step twice."""
        whole = self._letters.anything
        found: dict[tuple[int, int, int], int] = defaultdict(int)
        visits: dict[tuple[int, int, int], int] = defaultdict(int)

        def walk(at: int, before: int, behind: int, way: frozenset[int]) -> None:
            visits[at, before, behind] += 1
            if visits[at, before, behind] > _VISITS or at in way or not before or not behind:
                return
            if at in self._ends and behind == whole:
                self._over[state].append((at, before))
            if at in self._automaton.reads:
                if letters := behind & self._automaton.reads[at]:
                    found[at, before, letters] += 1
                return
            for each in self._automaton.free[at]:
                walk(each.to, before & each.before, behind & each.behind, way | {at})

        for each in self._automaton.free[state]:
            walk(each.to, each.before, each.behind, frozenset())
        return [_Step(*key, times) for key, times in found.items()]

    def _distinct_sorts(self) -> list[int]:
        """One letter of each sort that a step can tell from the others."""
        sets = sorted(
            {part for steps in self._steps.values() for each in steps for part in (each.before, each.letters)}
        )
        bits = (1 << at for at in range(len(self._letters.samples)))
        return list({tuple(bool(each & bit) for each in sets): bit for bit in bits}.values())

    @cached_property
    def _next(self) -> dict[Node, dict[Node, int]]:
        """After each letter which letters can follow, and in how many ways."""
        found: dict[Node, dict[Node, int]] = {}
        open_ends = [(self._first, self._letters.edge)]
        while open_ends:
            node = open_ends.pop()
            if node not in found:
                ways: dict[Node, int] = defaultdict(int)
                for step in self._steps[node[0]]:
                    for sort in self._sorts if step.before & node[1] else ():
                        if sort & step.letters:
                            ways[step.to, sort] += step.times
                found[node] = dict(ways)
                open_ends += ways
        return found

    @cached_property
    def _by_letter(self) -> dict[Node, dict[int, list[Node]]]:
        found: dict[Node, dict[int, list[Node]]] = {}
        for node, ways in self._next.items():
            mine: dict[int, list[Node]] = defaultdict(list)
            for to in ways:
                mine[to[1]].append(to)
            found[node] = dict(mine)
        return found

    def _groups(self) -> list[Group]:
        """The nodes that reach each other and come back (Tarjan), each group before those that lead to it."""
        index: dict[Node, int] = {}
        low: dict[Node, int] = {}
        stack: list[Node] = []
        found: list[Group] = []

        def visit(node: Node) -> None:
            index[node] = low[node] = len(index)
            stack.append(node)
            for to in self._next[node]:
                if to not in index:
                    visit(to)
                low[node] = min(low[node], low.get(to, low[node]))
            if low[node] == index[node]:
                at = stack.index(node)
                found.append(set(stack[at:]))
                for each in stack[at:]:
                    del low[each]
                del stack[at:]

        visit((self._first, self._letters.edge))
        return found

    def _reached(self, group: Group) -> Group:
        seen, open_ends = set(group), list(group)
        while open_ends:
            new = self._next[open_ends.pop()].keys() - seen
            seen |= new
            open_ends += new
        return seen

    def _is_harmless(self, one: Node, other: Node) -> bool:
        """Whether what is parted between two nodes is never parted again: a closed group is left, or nothing after it can fail."""
        mine, its = self._automaton.closed[one[0]], self._automaton.closed[other[0]]
        ends = (mine & its) | {self._final}
        over = (each for node in (one, other) for each in self._over[node[0]] if each[1] & node[1])
        return bool(mine - its) or any(end in ends for end, _ in over)

    def _divides(self, group: Group) -> bool:
        """Whether a repeat reads one stretch in two ways and comes back to where it was."""
        live = {node for node in group if not self._is_harmless(node, node)}
        if any(times > 1 and to in live for node in live for to, times in self._next[node].items()):
            return True
        seen: set[tuple[Node, Node]] = set()
        open_ends = [(node, node) for node in live]
        while open_ends:
            pair = open_ends.pop()
            ways = ((one, other) for one in self._next[pair[0]] for other in self._by_letter[pair[1]].get(one[1], ()))
            for one, other in ways:
                if one == other and pair[0] != pair[1] and one in live:
                    return True
                if one < other and one in live and other in live and (one, other) not in seen:
                    seen.add((one, other))
                    open_ends.append((one, other))
        return False

    def _hands_over(self, first: Group, last: Group) -> bool:
        """Whether a stretch is read by the first repeat, by the last, and from the one to the other."""
        both = frozenset({sort for _, sort in first} & {sort for _, sort in last})
        for start in (node for node in first if node[1] in both):
            between = self._within(start, both)
            ends = [end for end in last & between if start[1] == end[1] and not self._is_harmless(start, end)]
            if any(self._leads(start, end, (first, last), between) for end in ends):
                return True
        return False

    def _leads(self, start: Node, end: Node, groups: tuple[Group, Group], between: Group) -> bool:
        """Whether three runs over one stretch go from the start to itself, from the start to the end, and from the end to itself."""
        seen = {(start, start, end)}
        open_ends = [(start, start, end)]
        while open_ends:
            three = open_ends.pop()
            one, way, other = (self._by_letter[each] for each in three)
            for sort in one.keys() & way.keys() & other.keys():
                for new in (
                    (x, y, z)
                    for x in one[sort]
                    if x in groups[0]
                    for z in other[sort]
                    if z in groups[1]
                    for y in way[sort]
                    if y in between
                ):
                    if new == (start, end, end):
                        return True
                    if new not in seen:
                        seen.add(new)
                        open_ends.append(new)
        return False

    def _within(self, start: Node, sorts: frozenset[int]) -> Group:
        """The nodes that a stretch of these letters leads to."""
        if (start, sorts) in self._known:
            return self._known[start, sorts]
        seen = self._known[start, sorts] = set()
        open_ends = [start]
        while open_ends:
            ways = self._by_letter[open_ends.pop()]
            new = {to for sort in sorts & ways.keys() for to in ways[sort]} - seen
            seen |= new
            open_ends += new
        return seen
