"""Carried: what a file holds besides what it shows, held against what it shows.

A content that came inside a PDF is evidence of what was printed, never more: it is believed where a house that is known sealed it
and the pages print it; else the pages are read, and each place where the two differ is an error that offers the carried value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import normal
from angikar.rules.content import Content
from angikar.rules.difference import named, said
from angikar.rules.document import Document
from angikar.rules.editable import references
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Sentence
from angikar.rules.tracing import sentences

Worth = Literal["own", "trusted", "unknown", "broken", "unsigned"]
_MOST = 100
"""Differences that are named one by one."""
_LONG = 300
"""Letters of a value that a sentence quotes."""
_WORD = re.compile(r"[0-9]+|[\u0980-\u09e5\u09f0-\u09ffA-Za-z]+")
_JOINERS = dict.fromkeys((0x200C, 0x200D))
_FIGURE = re.compile(r"[0-9][0-9.,:/-]*")
_UNSEEN = frozenset({"version", "lines", "file"})
_EMPTY: tuple[object, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Voucher:
    """What the seal of a carried content is worth, and `who` sealed it where that is another house."""

    worth: Worth
    who: str = ""

    @property
    def is_known(self) -> bool:
        """Whether a house that is known has sealed it."""
        return self.worth in ("own", "trusted")

    @property
    def sentence(self) -> Sentence:
        """What is said of a content with this seal, where it is not believed."""
        return {
            "own": sentences.PAGES_CHANGED,
            "trusted": sentences.PAGES_CHANGED,
            "unknown": sentences.CARRIED_BY_UNKNOWN,
            "broken": sentences.CARRIED_CHANGED,
            "unsigned": sentences.CARRIED_UNSIGNED,
        }[self.worth]

    def doubt(self) -> Doubt:
        """What a person has to know of a content that is not believed."""
        facts = {"key": self.who} if self.worth == "unknown" else {}
        return Doubt(self.sentence, "error" if self.worth in ("own", "trusted", "broken") else "warning", facts)


UNSIGNED = Voucher("unsigned")


def unsigned(_carried: str) -> Voucher:
    """What a content is worth where no house is there to know a seal."""
    return UNSIGNED


def references_lost(content: Content) -> Iterator[Doubt]:
    """What a content from outside loses: it can name no file of this house."""
    for path in references(content):
        yield Doubt(sentences.FILE_NOT_CARRIED, "warning", path=path.rpartition(".")[0])


def prints(pages: Document, written: Document) -> bool:
    """Whether pages print what a paper as `written` says: every word and figure as often, but for the heads of tables that are
    printed again on each page, and for words that the end of a line joined.
    """
    printed, meant = _counted(pages.text), _counted(written.text)
    rows = (row for table in written.tables() for row in table.rows[: table.header_rows])
    heads = _counted("\n".join(text for row in rows for text in row.texts))
    last = max((block.place.page or 1 for block in pages.blocks), default=1)
    missing, more = meant - printed, printed - meant
    for word, count in more.items():
        if count <= heads[word] * (last - 1):
            continue
        parts = _parted(word, missing.keys() | heads.keys())
        if parts is None:
            return False
        missing -= Counter(parts * count)
    return not missing


def _counted(text: str) -> Counter[str]:
    return Counter(_WORD.findall(to_latin(normal(text.replace("\n", " "))).translate(_JOINERS)))


def _parted(word: str, known: Set[str]) -> list[str] | None:
    """A word as known words joined one after another; `None` where it is none."""
    ways: list[list[str] | None] = [[]]
    for end in range(1, len(word) + 1):
        starts = (start for start in range(end) if ways[start] is not None and word[start:end] in known)
        start = next(starts, None)
        ways.append(None if start is None else [*(ways[start] or ()), word[start:end]])
    return ways[-1]


def differences(shown: Content, carried: Content, *, figures: bool = False) -> tuple[Doubt, ...]:
    """An error for each place where the content of the pages and the carried one differ, with the carried value to take; with
    `figures`, of single figures alone.
    """
    one, other = (each.model_dump(mode="json", by_alias=True) for each in (shown, carried))
    found = _mapping(one, other, "")
    return tuple(islice((each for each in found if not figures or _of_figures(each)), _MOST))


def _mapping(shown: Mapping[str, object], carried: Mapping[str, object], path: str) -> Iterator[Doubt]:
    for name in dict.fromkeys((*shown, *carried)):
        if name not in _UNSEEN:
            yield from _value(shown.get(name), carried.get(name), f"{path}.{name}".lstrip("."))


def _value(shown: object, carried: object, path: str) -> Iterator[Doubt]:
    if shown == carried or (shown in _EMPTY and carried in _EMPTY):
        return
    if isinstance(shown, dict) and isinstance(carried, dict):
        yield from _mapping(shown, carried, path)
    elif _are_rows(shown) and _are_rows(carried):
        yield from _rows(_listed(shown), _listed(carried), path)
    else:
        yield _differing(said(shown), said(carried), path, _suggestion(carried))


def _rows(shown: list[Mapping[str, object]], carried: list[Mapping[str, object]], path: str) -> Iterator[Doubt]:
    """The rows of one list, held against each other by what they are called, the rest by their order where as many are left."""
    here, there = named(shown), named(carried)
    place = {name: index for index, name in enumerate(here)}
    left, new = ([name for name in one if name not in other] for one, other in ((here, there), (there, here)))
    pairs = [(name, name) for name in here if name in there]
    if len(left) == len(new):
        pairs, left, new = [*pairs, *zip(left, new, strict=True)], [], []
    for name, other in sorted(pairs, key=lambda pair: place[pair[0]]):
        yield from _mapping(here[name], there[other], f"{path}.{place[name]}")
    for name in left:
        yield _differing(said(here[name]), "", f"{path}.{place[name]}")
    for name in new:
        yield _differing("", said(there[name]), path)


def _differing(printed: str, carried: str, path: str, suggestion: str | None = None) -> Doubt:
    """The error at one place; a carried value that is empty is no suggestion."""
    printed, carried = printed[:_LONG], carried[:_LONG]
    if not carried:
        return Doubt(sentences.PRINTED_NOT_CARRIED, "error", {"printed": printed}, path)
    if not printed:
        return Doubt(sentences.CARRIED_NOT_PRINTED, "error", {"carried": carried}, path, suggestion=suggestion)
    return Doubt(
        sentences.CARRIED_DIFFERS, "error", {"printed": printed, "carried": carried}, path, suggestion=suggestion
    )


def _suggestion(carried: object) -> str | None:
    """A carried value as a person may take it: several texts on lines of their own; none for what has parts."""
    if isinstance(carried, bool):
        return str(carried).lower()
    if isinstance(carried, list):
        texts = ["-" if each is None else each for each in carried]
        return "\n".join(map(str, texts)) if all(isinstance(each, str | int) for each in texts) else None
    return None if isinstance(carried, dict) else str(carried)


def _of_figures(doubt: Doubt) -> bool:
    """Whether a difference is one of figures, codes and days alone."""
    texts = [text for fact in doubt.facts.values() for text in str(fact).split("; ") if text not in ("", "—")]
    return bool(texts) and all(_FIGURE.fullmatch(text) for text in texts)


def _are_rows(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(each, dict) for each in value))


def _listed(value: object) -> list[Mapping[str, object]]:
    return value if isinstance(value, list) else []
