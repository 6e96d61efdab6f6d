"""Kind: the parts that make a kind of paper, so that a new kind is one module and one line in a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from angikar.rules.content import Content
from angikar.rules.document import Document
from angikar.rules.duty import Ask
from angikar.rules.letters.arranging import How
from angikar.rules.reading import Doubt, Reading


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper.

    `recognise(document)` gives 0 (surely not) to 100 (surely). `read(document, framework)` understands it whole, doubts and all.
    `check(content, framework)` is used three times: after reading, while a person amends, before issue. `asks(content, framework,
    issued)` says what the paper asks of whom by when. `write(content)` sets the official form. `framework` is a name or `None`.
    `arrange(content, path, how, text)` adds, moves and takes away what is numbered or listed, for the kinds that are written here.
    """

    name: str
    title: str
    title_en: str
    content: type[Content]
    recognise: Callable[[Document], int]
    read: Callable[[Document, str | None], Reading[Any]]
    check: Callable[[Any, str | None], Sequence[Doubt]]
    asks: Callable[[Any, str | None, date], Sequence[Ask]]
    write: Callable[[Any], Document]
    arrange: Callable[[Any, str, How, str], Any] | None = None
