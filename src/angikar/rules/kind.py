"""Kind: the parts that make a kind of paper, so that a new kind is one module and one line in a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from angikar.rules.content import Content
from angikar.rules.document import Document
from angikar.rules.duty import Ask
from angikar.rules.letters.arranging import How
from angikar.rules.plan import Plan
from angikar.rules.reading import Doubt, Reading


@dataclass(frozen=True, slots=True)
class LetterForm:
    """A form in which a letter of a kind may be begun at the desk.

    `name` is what the screen sends, `heading` the heading the letter bears, `head` the field of the content that holds the lines
    of the office above it.
    """

    name: str
    title: str
    title_en: str
    head: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Parties:
    """The two sides of a plan that is begun: an office and its head, the office above it and its head where there is one."""

    office: str
    post: str = ""
    office_above: str = ""
    post_above: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper; what differs between kinds is asked of it here, never of its name.

    `recognise(document)` gives 0 (surely not) to 100 (surely). `read(document, framework)` understands it whole, doubts and all.
    `check(content, framework)` is used three times: after reading, while a person amends, before issue. `asks(content, framework,
    issued)` says what the paper asks of which post by when. `write(content)` sets the official form. `framework` is a name or `None`.
    `arrange(content, path, how, text)` adds, moves and removes what is numbered or listed, for the kinds that are letters.
    `follow(before, after)` gives a changed content what follows of the change: what its sentences mean now, codes below a changed code.
    `numbered` names the numbered fields that it changes, the running text first. `forms` are those in which a letter may be begun.
    `has_directives`: its content has `directives`, `bodies`, `escalation` and an `anchor` day, and the answers to it are followed on
    boards. `records_decisions`: its content is that of a meeting, and its issue enters decisions in the register. `holds_plans`:
    some of its rows stand for whole plans. `blank(framework, fiscal_year, parties)` is a plan before a word of it is written,
    and `carry_words(new, last)` gives it what last year's says beside its table;
    `follow_rows(before, after, codes)` takes along what stands beside rows that were moved or have other codes. `link` is the name of the row of an agreement that stands for plans of this kind, empty
    where their subject names it. `two_parties`: the head of the office that looks it over signs it too. `issued_signed`: it is not issued
    before all have signed, unless a reason is stated.
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
    follow: Callable[[Any, Any], Any] | None = None
    numbered: tuple[str, ...] = ()
    forms: tuple[LetterForm, ...] = ()
    has_directives: bool = False
    records_decisions: bool = False
    holds_plans: bool = False
    blank: Callable[[Any, str, Parties], Plan] | None = None
    carry_words: Callable[[Any, Any], Any] | None = None
    follow_rows: Callable[[Any, Any, Mapping[str, str]], Any] | None = None
    two_parties: bool = False
    issued_signed: bool = False
    link: str = ""

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter: written at the desk, filed, numbered on issue, replaced by another letter, addressed again."""
        return self.arrange is not None

    @property
    def is_plan(self) -> bool:
        """Whether its content is a plan: areas with indicators that are reported by quarter and scored."""
        return issubclass(self.content, Plan)
