"""StoredDoubt: a doubt as a paper stores it, by the code and the facts of its sentence, with how a person settled it."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Literal

from angikar import rules
from angikar.history.chain.digests import digest
from angikar.rules.bangla.digits import to_latin
from angikar.rules.document import Place
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Fact, Facts, Sentence, catalogue, places

Origin = Literal["reading", "check"]
"""Whether only the reading of the source raised a doubt, or a check of the content raises it too."""

Choice = Literal["take", "keep", "value"]
"""How a person settled a doubt: took its suggestion, kept what is printed, or wrote another value."""

AS_WRITTEN = "as-written"
"""The variant of a code whose one fact, `text`, is the finished pair of texts: for what the catalogue does not know."""


@dataclass(frozen=True, slots=True)
class StoredDoubt(Doubt):
    """A doubt of a paper with how it was settled: by which officer (`by`), with which reason (`words`); `settled` is None while it is open."""

    origin: Origin = "reading"
    settled: Choice | None = None
    by: str = ""
    words: str = ""

    @classmethod
    def of(cls, doubt: Doubt, origin: Origin) -> StoredDoubt:
        """An open doubt as it is stored. A sentence that the catalogue does not know is stored as its two finished texts."""
        sentence, facts = doubt.sentence, doubt.facts
        if sentences().get(sentence.code) != sentence:
            sentence, facts = as_written(doubt.code), {"text": (doubt.message, doubt.message_en)}
        return cls(sentence, doubt.severity, facts, doubt.path, doubt.place, doubt.suggestion, origin)

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> StoredDoubt:
        """The value of a row that `as_row` made."""
        facts: dict[str, Fact] = {
            name: (fact[0], fact[1]) if isinstance(fact, list) else fact for name, fact in row["facts"].items()
        }
        where = row["place"]
        place = Place(where["line"], where["page"], where["cell"], tuple(where["box"]) if where["box"] else None)
        return cls(
            _sentence(row["sentence"], facts),
            row["severity"],
            facts,
            row["path"],
            place,
            row["suggestion"],
            row["origin"],
            settled=row["settled"],
            by=row["by"],
            words=row["words"],
        )

    def as_row(self) -> dict[str, Any]:
        """The JSON that is stored: the code of the sentence (with its variant), its facts, and all else but the texts."""
        where = self.place
        return {
            "sentence": self.sentence.code,
            "facts": {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in self.facts.items()},
            "severity": self.severity,
            "path": self.path,
            "place": {"line": where.line, "page": where.page, "cell": where.cell, "box": where.box and list(where.box)},
            "suggestion": self.suggestion,
            "origin": self.origin,
            "settled": self.settled,
            "by": self.by,
            "words": self.words,
        }

    @property
    def key(self) -> str:
        """Names a doubt within its paper, 16 hexadecimal digits: by its sentence, its path and its facts, wherever it was printed.

        A doubt with other facts is another doubt; a better wording of the same sentence is not.
        """
        return _key(self.sentence.code, self.path, tuple(self.facts.items()))


def key(doubt: Doubt) -> str:
    """The key a doubt has once it is stored."""
    if sentences().get(doubt.sentence.code) != doubt.sentence:
        return StoredDoubt.of(doubt, "check").key
    return _key(doubt.sentence.code, doubt.path, tuple(doubt.facts.items()))


_KEYS = 8192
"""Doubts whose key is not computed again: those of some dozens of large plans."""


@lru_cache(maxsize=_KEYS)
def _key(code: str, path: str, facts: tuple[tuple[str, Fact], ...]) -> str:
    return digest([code, path, {name: _canonical(fact) for name, fact in facts}])[:16]


@cache
def sentences() -> dict[str, Sentence]:
    """Every sentence that a doubt may have, by code: those of all `sentences` modules of the rules."""
    modules = pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.")
    names = [each.name for each in modules if each.name.endswith(".sentences")]
    return catalogue(*(vars(import_module(name)) for name in names))


def as_written(code: str) -> Sentence:
    """The sentence of a doubt of that code whose texts are stored as they are."""
    return Sentence(f"{code}/{AS_WRITTEN}", "{text}", "{text}")


def _sentence(code: str, facts: Facts) -> Sentence:
    """The sentence of a stored code. Where the catalogue has lost it or changed its places, the code and the facts are shown."""
    name, _, variant = code.partition("/")
    if variant == AS_WRITTEN:
        return as_written(name)
    known = sentences().get(code)
    if known is not None and places(known) == facts.keys():
        return known
    text = ": ".join([code, *(f"{{{name}}}" for name in facts)])
    return Sentence(code, text, text)


def _canonical(fact: Fact) -> str | list[str]:
    """One form of a fact for the key: `7`, `"7"` and `("৭", "7")` are the same fact."""
    pair = fact if isinstance(fact, tuple) else (str(fact), str(fact))
    bangla, english = map(to_latin, pair)
    return english if bangla == english else [bangla, english]
