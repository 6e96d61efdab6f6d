"""Comparing: how much of a paper's text the scan of its signed print holds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from angikar.formats.confined import read_confined
from angikar.formats.errors import OutOfTime, Unreadable
from angikar.formats.intake import kind_named_by
from angikar.history.refusal import Refused
from angikar.papers.models import Paper
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import normal
from angikar.rules.kinds import kind_named

_WORD = re.compile(r"\w[\w\u0981-\u09cd]*")
_LEAST = 40
"""Per cent of the words below which a scan is taken for one of another paper; a poor scan is read to about eighty."""
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Compared:
    """Per cent of the words of a paper that were found in a scan (`None` where it could not be read in the time given), and some
    that were not.
    """

    share: int | None
    missing: tuple[str, ...] = ()

    @property
    def is_another(self) -> bool:
        """Whether the scan is hardly of this paper."""
        return self.share is not None and self.share < _LEAST


def compared(paper: Paper, name: str, data: bytes, seconds: float) -> Compared:
    """A scan against its paper; it is read in a process of its own. Raises `Refused` for a file that cannot be opened at all."""
    try:
        text = read_confined(kind_named_by(data, name), data, seconds=seconds).text
    except OutOfTime:
        return Compared(None)
    except Unreadable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    wanted, found = _words(kind_named(paper.kind).write(paper.value()).text), _words(text)
    missing = wanted - found
    share = 100 * (wanted.total() - missing.total()) // max(1, wanted.total())
    return Compared(share, tuple(word for word, _ in missing.most_common(_NAMED)))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(to_latin(normal(text))))
