"""Several: where in a file another paper begins: a letter after a letter, the plan or the minutes that a letter forwards, plans one below another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.document import Block, Document, Heading, PageBreak, Paragraph, Place, Signature, Table
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.office import is_office
from angikar.rules.letters.plain_signature import is_name, is_post
from angikar.rules.reading import Doubt
from angikar.rules.recognition import sentences
from angikar.rules.recognition.signs import TableSigns, table_signs, title_words

_ABOVE = 8
"""Blocks above a memo number among which its letterhead stands."""
_BELOW = 12
"""Blocks below a memo number or a title among which the paper shows that it is one."""
_SHORT = 100
"""Letters of a line of a letterhead at most."""
_LONG = 160
_GOVERNMENT = re.compile(r"^গণপ্রজাতন্ত্রী বাংলাদেশ|^government of the people", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:বিষয়|subject)\b|^(?:বিষয়|প্রসঙ্গ)\s*[:ঃ-]", re.IGNORECASE)
_DATED = re.compile(r"^(?:তারিখ|তাং|date)\s*[:ঃ-]", re.IGNORECASE)
_COPY = re.compile(r"^(?:\S+\s+)?(?:অনুলিপি|অবগতি|জ্ঞাতার্থে|সদয়|বিতরণ|copy)", re.IGNORECASE)
_OF_LETTER = re.compile(r"^(?:বিষয়|সূত্র|subject|ref)|[:ঃ।;]$", re.IGNORECASE)
_ANNEX = re.compile(r"সংযোজনী|পরিশিষ্ট|annex", re.IGNORECASE)
_BRACKETED = re.compile(r"^\([^()]{3,60}\)$")
_COPIED = re.compile(r"(?:/[০-৯0-9]{1,3})?\s*\([^()]*\)\s*$")
_NUMBER = re.compile(r"^\W{0,2}([০-৯0-9]{1,3})\s*[.।)]")
_ENDED = re.compile(r"((?:কার্যবিবরণী|পরিকল্পনা|প্রতিবেদন))\s?।$")
"""A title that ends as a sentence does."""
_PLANS = frozenset({"plan", "report", "integrity", "reform"})


@dataclass(slots=True)
class _Open:
    """The paper that is being walked through: where it begins, and what of it was seen."""

    begin: int
    memo: str = ""
    dated: bool = False
    title: str = ""
    subject: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    signed: bool = False
    tables: list[TableSigns] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether it may have ended: a letter is signed, a plan or minutes have their table."""
        return self.signed or bool(self.tables)

    def forwards(self, words: set[str]) -> bool:
        """Whether it is the letter that forwards a plan with such a title: the two are one paper, unless it is a circular."""
        return "of_circular" not in self.subject and bool(words & self.subject or not self.subject)


def papers_in(document: Document) -> tuple[Document, ...]:
    """The papers of a file, one behind the other, every block in exactly one; a file of one paper is that paper, unchanged.

    A PDF that carries our own data is one paper, whatever its pages show.
    """
    blocks = document.blocks
    starts = () if document.carried else tuple(_starts(blocks))
    if not starts:
        return (document,)
    bounds = (0, *starts, len(blocks))
    return tuple(_part(document, begin, end) for begin, end in pairwise(bounds))


def doubt_of_part(part: Document, number: int, count: int) -> Doubt:
    """`several-papers`: the reading is one of several in its file, which may have been parted wrongly."""
    place = next((block.place for block in part.blocks if block.place != Place()), Place())
    return Doubt(sentences.SEVERAL_PAPERS, "warning", {"number": number, "count": count}, place=place)


def _part(document: Document, begin: int, end: int) -> Document:
    """The blocks from one bound to another, with what was noted at places there; what has no place goes with the first."""
    first = _at(document.blocks[begin].place) if begin else (0, 0)
    last = _at(document.blocks[end].place) if end < len(document.blocks) else None

    def is_here(place: Place) -> bool:
        return first <= _at(place) and (last is None or _at(place) < last)

    return replace(
        document,
        blocks=document.blocks[begin:end],
        landscape=document.landscape and not begin,
        unseen=tuple(each for each in document.unseen if is_here(each.place)),
        repairs=tuple(each for each in document.repairs if is_here(each.place) or each.way != "rotated"),
    )


def _at(place: Place) -> tuple[int, int]:
    return place.page or 0, place.line or 0


def _starts(blocks: Sequence[Block]) -> Iterator[int]:
    """Where each paper but the first begins."""
    now = _Open(0)
    for at in range(len(blocks)):
        begin = _new_letter(blocks, at, now) if at else None
        begin = _new_table(blocks, at, now) if begin is None and at else begin
        if begin is not None and begin > now.begin:
            yield begin
            now = _Open(begin)
            for each in range(begin, at):
                _note(blocks, each, now)
        _note(blocks, at, now)


def _note(blocks: Sequence[Block], at: int, now: _Open) -> None:
    """What a block adds to the paper it belongs to."""
    block, text = blocks[at], _line(blocks[at])
    if memo := memo_in(text):
        now.memo = now.memo or memo[0]
    now.dated = now.dated or bool(_DATED.match(text))
    if isinstance(block, Table):
        signs = table_signs(block)
        now.tables += [signs] if signs.is_of_plan or signs.is_of_minutes else []
    if not now.tables and (_SUBJECT.match(text) or "of_circular" in title_words(text)):
        now.subject |= title_words(text)
    if not now.tables and (words := _words(block)):
        now.words |= words
        now.title = now.title or key(text)
    below = _line(blocks[at + 1]) if at + 1 < len(blocks) else ""
    signed = isinstance(block, Signature) or _BRACKETED.match(text) or (is_name(text) and is_post(below))
    now.signed = now.signed or bool((now.memo or now.dated) and signed)


def _new_letter(blocks: Sequence[Block], at: int, now: _Open) -> int | None:
    """Where a letter begins whose memo number stands here: another number than that of the paper before, with a subject or a title
    below it, and not that of its copies. Where no number is printed, the date does for it below a letterhead.
    """
    memo = memo_in(_line(blocks[at]))
    if not now.is_whole or (memo is None and not _DATED.match(_line(blocks[at]))):
        return None
    if memo is None:
        return begin if _has_subject(blocks, at) and (begin := _head_above(blocks, at, now)) < at else None
    if now.memo and _base(memo[0]) == _base(now.memo):
        return None
    below = [_line(each) for each in blocks[at + 1 : at + 1 + _BELOW]]
    if any(_COPY.match(text) for text in below[:2]) or not any(map(_is_begun, below)):
        return None
    return _head_above(blocks, at, now)


def _has_subject(blocks: Sequence[Block], at: int) -> bool:
    """Whether a subject stands below a date, with no memo number between."""
    below = [_line(each) for each in blocks[at + 1 : at + 1 + _BELOW]]
    return any(_SUBJECT.match(text) for text in takewhile(lambda text: memo_in(text) is None, below))


def _head_above(blocks: Sequence[Block], at: int, now: _Open) -> int:
    """Where the letterhead above a memo number or a date begins; the line itself where none stands there."""
    begin = at
    for place in range(at - 1, max(now.begin, at - _ABOVE - 1), -1):
        text = _line(blocks[place])
        if isinstance(blocks[place], PageBreak) or _GOVERNMENT.match(text):
            return place
        if not _is_of_head(blocks[place], text) or is_post(text):
            break
        begin = place if is_office(text) and at - place <= _BELOW // 3 else begin
    return begin


def _is_begun(text: str) -> bool:
    """Whether a line below a memo number is the subject or the title of a paper."""
    return bool(_SUBJECT.match(text)) or (
        len(text) <= _SHORT and bool(title_words(text) & {"of_circular", "of_minutes"})
    )


def _is_of_head(block: Block, text: str) -> bool:
    """Whether a line may stand in a letterhead."""
    labelled = isinstance(block, Paragraph) and bool(block.label)
    return not isinstance(block, Table | Signature) and not labelled and len(text) <= _SHORT and not text.endswith("।")


def _new_table(blocks: Sequence[Block], at: int, now: _Open) -> int | None:
    """Where a plan, a report or minutes begin whose title stands here: behind a signed letter, or behind a table of their kind whose
    numbers do not go on. Plans annexed to an agreement are its own.
    """
    words = _words(blocks[at])
    if not words or not now.is_whole or key(_line(blocks[at])) == now.title:
        return None
    signs = _table_below(blocks, at)
    if signs is None or ("of_agreement" in now.words and (words & _PLANS or _ANNEX.search(_line(blocks[at])))):
        return None
    if signs.is_of_plan and not now.tables and now.forwards(words):
        return None
    if signs.is_of_plan and now.tables and not _begins_again(now.tables[0].table, signs.table):
        return None
    begin = at
    while begin - 1 > now.begin and _leads(blocks[begin - 1]):
        begin -= 1
    return begin


def _leads(block: Block) -> bool:
    """Whether a block above a title belongs to it: a letterhead, the name of a sheet, a new page."""
    text = _line(block)
    return isinstance(block, PageBreak) or (isinstance(block, Heading) and bool(text)) or bool(_GOVERNMENT.match(text))


def _table_below(blocks: Sequence[Block], at: int) -> TableSigns | None:
    """The table of a plan or of minutes that stands below a title before another memo number."""
    for block in blocks[at + 1 : at + 1 + _BELOW]:
        if memo_in(_line(block)):
            return None
        if isinstance(block, Table) and ((signs := table_signs(block)).is_of_plan or signs.is_of_minutes):
            return signs
    return None


def _begins_again(first: Table, table: Table) -> bool:
    """Whether the numbers of a table begin again instead of going on from the first table of a paper; where there are none, they may."""
    begun, begins = _first_number(first), _first_number(table)
    return begun is None or begins is None or begins <= begun


def _first_number(table: Table) -> int | None:
    found = (_NUMBER.match(cell.text.strip()) for row in table.rows for cell in row.cells[:4])
    return next((int(to_latin(each[1])) for each in found if each), None)


def _words(block: Block) -> set[str]:
    """What a line says as the title of a plan, a report or minutes; nothing where it is part of a letter."""
    text = _ENDED.sub(r"\1", _line(block))
    labelled = isinstance(block, Paragraph) and bool(block.label)
    if isinstance(block, Table | Signature) or labelled or not text or len(text) > _LONG or _OF_LETTER.search(text):
        return set()
    return set(title_words(text)) & (_PLANS | {"of_minutes", "of_agreement"})


def _line(block: Block) -> str:
    """The first line of a block; of a table of one row, its cells."""
    if isinstance(block, Table):
        return normal(" ".join(block.rows[0].texts)) if len(block.rows) == 1 else ""
    if isinstance(block, Signature):
        return normal(block.lines[0]) if block.lines else ""
    return "" if isinstance(block, PageBreak) else normal(block.text)


def _base(memo: str) -> str:
    """A memo number without what its copies add: `…-১৪/১(২)` is `…-14`."""
    return _COPIED.sub("", to_latin(normal(memo))).replace(" ", "").strip("-./")
