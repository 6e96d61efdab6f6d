"""Parts of pages that are the same for everybody who may open the page, drawn once by each process for one state of what they show."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from threading import Lock
from typing import Final, Generic, TypeVar, cast

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language
from markupsafe import Markup

from angikar.desk.base import today
from angikar.history.versions import MadeOf, last_with_digest, settled_now

Part = TypeVar("Part")
_LONGEST: Final = 1_000_000
_READ: Final = "angikar.read_before"


class KeptParts(Generic[Part]):
    """No more than `most` parts; the one that was asked for longest ago goes first. Whoever asks has been given what the key names."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._parts: OrderedDict[Hashable, Part] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Part | None:
        """The part of a key, where it is kept."""
        with self._lock:
            known = self._parts.get(key)
            if known is not None:
                self._parts.move_to_end(key)
            return known

    def keep(self, key: Hashable, part: Part) -> None:
        """Keep a part, unless it is a very long text."""
        if isinstance(part, str) and len(part) > _LONGEST:
            return
        with self._lock:
            self._parts[key] = part
            while len(self._parts) > self.most:
                self._parts.popitem(last=False)

    def of_papers(self, request: HttpRequest, what: Hashable, papers: Iterable[int], draw: Callable[[], Part]) -> Part:
        """What is made by `draw` of these papers on this day, in the language of the page: again after any entry of the history that shows on one
        of them or everywhere, and never kept while something is written.
        """
        made = MadeOf(frozenset(papers))
        last = last_with_digest(made)
        request.META[_READ] = (made, last[0])
        key = (what, made, last, today(), get_language())
        if (known := self.get(key)) is not None:
            return known
        settled = settled_now()
        drawn = draw()
        if settled is not None and last[0] <= settled and last_with_digest(made) == last:
            self.keep(key, drawn)
        return drawn

    def clear(self) -> None:
        """Forget all parts."""
        with self._lock:
            self._parts.clear()

    def __len__(self) -> int:
        return len(self._parts)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(list(self._parts))


def read_before(request: HttpRequest, made: MadeOf | None) -> int | None:
    """The last entry that was read of the same papers while a page was made, before anything it shows of them."""
    read = request.META.get(_READ)
    return cast(int, read[1]) if read is not None and read[0] == made else None


def drawn_by(name: str, context: Mapping[str, object], request: HttpRequest) -> Markup:
    """A template of ours by itself, as a part of a page."""
    return Markup(render_to_string(f"desk/{name}.html", dict(context), request))  # noqa: S704  # it escapes what it fills in


_ROWS: Final = KeptParts[Markup](4_000)
"""Rows of tables, of some 1.5 kB each."""
_TOKENS: Final = tuple(secrets.token_hex(16) for _ in range(2))
"""They stand in a kept row for what is another on each page; nobody outside this process knows them, so that nobody can write them."""


def kept_row(key: Hashable, *own: object, caller: Callable[[], Markup]) -> Markup:
    """What a template draws within `{% call kept_row(key, csrf_input) %}`, drawn once for each key: that must hold all that is shown, the language
    aside, and what is the page's `own`, as the token of its forms. Without a key (`None`) it is drawn as always.
    """
    if key is None:
        return caller()
    whole, places = (get_language(), key), [each for each in zip(map(str, own), _TOKENS, strict=False) if each[0]]
    known = _ROWS.get(whole)
    if known is None:
        drawn = str(caller())
        for text, token in places:
            drawn = drawn.replace(text, token)
        known = Markup(drawn)  # noqa: S704  # drawn by a template, which escaped it
        _ROWS.keep(whole, known)
    shown = str(known)
    for text, token in places:
        shown = shown.replace(token, text)
    return Markup(shown)  # noqa: S704
