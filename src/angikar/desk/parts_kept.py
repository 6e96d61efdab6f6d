"""Parts of pages that are the same for everybody who may open the page, drawn once by each process for one state of what they show."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from threading import Lock
from typing import Final

from django.utils.translation import get_language
from markupsafe import Markup

from angikar.desk.base import today
from angikar.history.versions import MadeOf, last_with_digest, settled_now

_LONGEST: Final = 1_000_000


class KeptParts:
    """No more than `most` drawn parts; the one that was asked for longest ago goes first. Whoever asks has been given what the key names."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._parts: OrderedDict[Hashable, Markup] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Markup | None:
        """The part of a key, where it is kept."""
        with self._lock:
            known = self._parts.get(key)
            if known is not None:
                self._parts.move_to_end(key)
            return known

    def keep(self, key: Hashable, part: Markup) -> None:
        """Keep a part, unless it is very long."""
        if len(part) > _LONGEST:
            return
        with self._lock:
            self._parts[key] = part
            while len(self._parts) > self.most:
                self._parts.popitem(last=False)

    def of_papers(self, what: Hashable, papers: Iterable[int], draw: Callable[[], str]) -> Markup:
        """What is drawn by `draw` of these papers on this day, in the language of the page: again after any entry of the history that shows on one
        of them or everywhere, and never kept while something is written.
        """
        made = MadeOf(frozenset(papers))
        last = last_with_digest(made)
        key = (what, made, last, today(), get_language())
        if (known := self.get(key)) is not None:
            return known
        settled = settled_now()
        drawn = Markup(draw())  # noqa: S704  # drawn by our own template, which escapes what it fills in
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
