"""Walks the screens from link to link, the same way each time: only the first few addresses of each pattern are opened."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.behaviour.contents import record_of, write
from tools.behaviour.forms import Form, Link, Page
from tools.behaviour.normal import pattern_of
from tools.behaviour.visitor import Answer, Visitor

MOST = 2
"""So many addresses of one pattern are opened."""
MORE = {"papers-n": 6, "grid-n": 4, "grid-n-n": 4, "results-n": 4, "duties-n": 4, "intake-n": 3, "circulars-n": 3}
"""So many of these, of which each may look different."""
LOOKED_AT = 30
"""So many addresses of one pattern are looked at to find a form."""


class Screen(NamedTuple):
    """A screen that was opened: the name under which it is kept, and where it is."""

    name: str
    link: Link
    is_first_page: bool
    """Whether it is a page, and the first of its pattern."""


class Walker:
    """One person who opens screens and records them in a folder."""

    def __init__(self, visitor: Visitor, folder: Path) -> None:
        self.visitor = visitor
        self.screens: list[Screen] = []
        self._folder = folder
        self._known: dict[str, None] = {}
        self._opened = Counter[str]()

    def walk(self, starts: Iterable[str]) -> None:
        """Open the starts, and what they lead to, breadth first, as far as it is new."""
        waiting = deque(map(Link, starts))
        self._known |= dict.fromkeys(link.address for link in waiting)
        for link in list(waiting):
            waiting.popleft()
            waiting += self._new(link)
        while waiting:
            link = waiting.popleft()
            pattern = pattern_of(link.address)
            if self._opened[pattern] < MORE.get(pattern, MOST):
                waiting += self._new(link)

    def form(self, pattern: str, ending: str, names: Iterable[str]) -> tuple[str, Form] | None:
        """The first form with those fields that is sent to an address of that ending, a regular expression; and its page.

        It is looked for on the pages of a pattern as they are now.
        """
        wanted = [address for address in self._known if pattern_of(address) == pattern]
        for address in wanted[:LOOKED_AT]:
            for form in Page(address, self.visitor.get(address).text).forms:
                if re.search(f"{ending}$", form.action.partition("?")[0]) and form.names.issuperset(names):
                    return address, form
        return None

    def _new(self, link: Link) -> list[Link]:
        """What a screen leads to that nothing led to before."""
        every = {each.address: each for each in leads(link.address, self._open(link))}
        found = spread(each for address, each in every.items() if address not in self._known)
        self._known |= dict.fromkeys(each.address for each in found)
        return found

    def _open(self, link: Link) -> Answer:
        pattern = pattern_of(link.address)
        self._opened[pattern] += 1
        number = self._opened[pattern]
        answer = self.visitor.get(link.address, piece=link.piece)
        name = pattern if number == 1 else f"{pattern}.{number}"
        self.screens.append(Screen(name, link, number == 1 and answer.kind == "text/html"))
        write(self._folder / f"{name}.txt", record_of(f"GET {link.address}", answer))
        return answer


def leads(address: str, answer: Answer) -> Iterator[Link]:
    """Where an answer leads: a redirect to its one address, a page to all of its links."""
    if answer.head["Location"]:
        yield from Page(address, f'<a href="{answer.head["Location"]}">').links()
    elif answer.kind == "text/html":
        yield from Page(address, answer.text).links()


def spread(links: Iterable[Link]) -> list[Link]:
    """The links by pattern, and of each pattern in turn the first and the last of what is left: lists are long, and what is
    new in them looks alike.
    """
    groups: dict[str, deque[Link]] = {}
    for link in links:
        groups.setdefault(pattern_of(link.address), deque()).append(link)
    return [group.pop() if number % 2 else group.popleft() for group in groups.values() for number in range(len(group))]
