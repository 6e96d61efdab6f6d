"""Makes directives of paragraphs: what each asks, who must do it, by when; and the frame that is left of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from angikar.rules.kinds.circular.bodies import Forming
from angikar.rules.kinds.circular.content import CircularParagraph, Directive
from angikar.rules.kinds.circular.paragraphs import Block, sentences
from angikar.rules.kinds.circular.parts import own_codes
from angikar.rules.kinds.circular.posts import acting, addressed_reader
from angikar.rules.schedule.clauses import Timing, is_polled, timing
from angikar.rules.schedule.time_words import obliges

_ASKS = re.compile(
    r"(?:হবে|হইবে|করবেন|করিবেন|করবে|থাকবেন|থাকবে|নির্দেশ\S*|অনুরোধ\S*|(?:পাঠা|জানা)(?:বেন|ইবেন|বে)|(?:দে|দি|নে|নি|রাখ)বেন"
    r"|[\u0980-\u09e3]{2,14}বেন|করুন|পাঠান|জানান|রাখুন|হোক|(?:যা|যাই)বে না|পার(?:বেন|বে|িবেন) না|বাধ্যতামূলক|আবশ্যক"
    r"|যেতে পারে|যাইতে পারে|[\u0980-\u09e3]{2,14}া যাবে)(?![\u0980-\u09ff])"
)
"""What makes a sentence a directive besides what puts a duty on somebody: a rule of what will be, may be or may not be done."""


@dataclass(frozen=True, slots=True)
class ReadDirective:
    """A directive and what its words say of time."""

    directive: Directive
    timing: Timing


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a rhythm begins that does not say, whether the paper leads to a day that ends it, and when it was issued."""

    start: str
    ends: bool
    issued: date | None


def directives(
    paragraphs: Sequence[Block],
    bodies: Sequence[Forming],
    posts: tuple[str, ...],
    about: str = "",
    issued: date | None = None,
) -> tuple[ReadDirective, ...]:
    """Every directive in printed order: each labelled item, and each paragraph whose own words ask for something. What it is `about`
    (subject and opening) says as well as the paragraphs whether it leads to a poll."""
    texts = (about, *(text for block in paragraphs for text in (block.text, *(item.text for item in block.items))))
    span = _Span("issue", any(map(is_polled, texts)), issued)
    coded = zip(paragraphs, _own_codes(paragraphs), strict=True)
    return tuple(each for block, code in coded for each in _of(block, code, bodies, posts, span))


def _of(
    block: Block, own: str, bodies: Sequence[Forming], posts: tuple[str, ...], span: _Span
) -> Iterator[ReadDirective]:
    reader = addressed_reader(block.rest, posts)
    for asking in _own(block):
        yield _asked(own, asking, block.lines, _who(asking, posts, reader), span)
    for item in block.items:
        code = block.code(item)
        owners = tuple(body.name for body in bodies if code in body.codes)
        start = "formation" if owners else "issue"
        yield _asked(code, item.text, item.lines, _who(item.text, posts, owners or reader), replace(span, start=start))


def _asked(code: str, text: str, lines: list[int], who: tuple[str, ...], span: _Span) -> ReadDirective:
    when = timing(text, span.start, ends=span.ends, issued=span.issued)
    return ReadDirective(Directive(code=code, text=text, addressees=who, schedule=when.rules, lines=tuple(lines)), when)


def _who(text: str, posts: tuple[str, ...], otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return acting(text, posts) or otherwise


def _own(block: Block) -> tuple[str, ...]:
    """What a paragraph asks for in its own words."""
    if block.own is not None:
        return block.own
    asking, _ = _parted(block)
    return (asking,) if asking else ()


def _own_codes(paragraphs: Sequence[Block]) -> Iterator[str]:
    return own_codes((block.number, block.under, bool(_own(block))) for block in paragraphs)


def _parted(block: Block) -> tuple[str, str]:
    """What a paragraph itself asks, and the rest of its words: the sentence that introduces its items, or all of them
    where no word of it asks."""
    if not block.items:
        return (block.rest, "") if _asks(block.rest) else ("", block.rest)
    *before, last = list(sentences(block.rest)) or [""]
    if obliges(last):
        return block.rest, ""
    asking = " ".join(before)
    return (asking, last) if _asks(asking) else ("", block.rest)


def _asks(text: str) -> bool:
    return _ASKS.search(text) is not None or any(map(obliges, sentences(text)))


def frames(paragraphs: Sequence[Block]) -> tuple[CircularParagraph, ...]:
    """The paragraphs without the words of their directives."""
    return tuple(_frame(block, code) for block, code in zip(paragraphs, _own_codes(paragraphs), strict=True))


def _frame(block: Block, own: str) -> CircularParagraph:
    asking, rest = _parted(block)
    codes = ((own,) if asking else ()) + tuple(block.code(item) for item in block.items)
    return CircularParagraph(number=block.number, title=block.title, text=rest, codes=codes, lines=tuple(block.lines))
