"""The foot of a letter, below its body: who signs, who must act, who gets a copy, what is enclosed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from angikar.rules.bangla.dates import looks_like_date, parse_date
from angikar.rules.bangla.digits import to_latin
from angikar.rules.document import Document, Place
from angikar.rules.letters import sentences
from angikar.rules.letters.addressed import (
    ACTION,
    SIGNED,
    above_signature,
    above_subject,
    address_block,
    is_person,
    takes_leave,
)
from angikar.rules.letters.head import LetterLine, by_columns, lines_of
from angikar.rules.letters.items import copy, enclosure_in
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.plain_signature import is_name, is_post
from angikar.rules.letters.values import Copy, Enclosure, Signatory
from angikar.rules.reading import Doubt
from angikar.rules.spelling.lettering import lettering
from angikar.rules.spelling.sentences import BRACKET_UNBALANCED

_NAME = re.compile(r"^\(\s*(?P<name>[^()]{3,60}?)\s*\)\s*(?P<signed>[০-৯0-9./\-]{6,10})?$")
_NO_NAME = re.compile(r"[০-৯0-9]|signature|initial|seal|stamp|স্বাক্ষর|ভিত্তিতে|কপি|সংযুক্ত|শাখা|বিভাগ", re.IGNORECASE)
_CONTACT = re.compile(r"@|^(ফোন|টেলিফোন|মোবাইল|ফ্যাক্স|ই-?মেইল|ইমেইল|e-?mail|phone|mobile|fax)\b", re.IGNORECASE)
_INFORMED = re.compile(
    r"(?i)^.{0,40}(?:অনুলিপি|প্রতিলিপি)|^(?:সদয়\s+)?(?:জ্ঞাতার্থে|জ্ঞাতব্য|তথ্যার্থে|অবগতি|অবহিতকরণ|কপি|নকল|copy)(?![\u0980-\u09e5]*\s+যে).{0,90}$"
)
_COPIES = re.compile(r"^অনুলিপি")
_ENCLOSED = re.compile(r"^(সংলগ্নী|সংযুক্তি|সংযুক্ত)\s*[:ঃ\-–]\s*(?P<what>.+)$")
_ENCLOSURES = re.compile(r"^(সংলগ্নী|সংযুক্তি)\s*[:ঃ]$")
_SECTION = re.compile(r"^(বিতরণ|অনুলিপি|পরিশিষ্ট|সংযোজনী|সংলগ্নী|সংযুক্তি|বিষয়|তারিখ|প্রসঙ্গ\s*[:ঃ])")
_ITEM = re.compile(r"^(?:[-•]\s*)?\(?(?P<number>[০-৯0-9]{1,3}|[ক-ঢ](?=\)))\s*[।.)](?![০-৯0-9])\s*(?P<text>.*)$")
_LETTERS = "কখগঘঙচছজঝঞটঠডঢ"
_BARE = re.compile(r"[-•]")
_HEAD = 6
"""Lines below the memo number among which a letter may name its addressee."""
_LAST = 3
"""Lines of a signature that ends a paper, at most."""
_MOST_LINES = 8
"""Lines a signature block has at most."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature block with the lines of the source it covers (first and last place, number of the last line)."""

    signatory: Signatory
    place: Place
    last: Place
    number: int = 0


@dataclass(frozen=True, slots=True)
class ListItem:
    """One line of a distribution list: the number printed before it (None where none is), its text, its place."""

    number: int | None
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who must act and who gets a copy; doubts name empty items and numbers that jump."""

    addressees: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    places: tuple[Place, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def signatories(document: Document) -> tuple[Signed, ...]:
    """Every signature block: a name alone in brackets, then post, office and contact lines at one even step below it.

    The role is `copies` where the block is below অনুলিপি, else `body`; a date next to the name is `signed_on`.
    """
    lines = lines_of(by_columns(document))
    found: list[Signed] = []
    role = "body"
    for index, line in enumerate(lines):
        if _is_copies(lines, index):
            role = "copies"
        named = _NAME.match(line.text)
        below = tuple(_below(lines, index)) if named is not None and not _NO_NAME.search(named["name"]) else ()
        if named is not None and (below or _is_alone(lines, index)):
            last = (line, *below)[-1]
            signatory = _signatory(named["name"], named["signed"], [each.text for each in below], role)
            found.append(Signed(signatory, line.place, last.place, last.number))
    bare = None if any(each.signatory.role == "body" for each in found) else _unbracketed(lines)
    if bare is not None and (under := tuple(_below(lines, bare))):
        signatory = _signatory(lines[bare].text, None, [each.text for each in under], "body")
        found.insert(0, Signed(signatory, lines[bare].place, under[-1].place, under[-1].number))
    return tuple(found)


def _unbracketed(lines: tuple[LetterLine, ...]) -> int | None:
    """The line of a name without brackets: below memo or subject, above every list, with a post under it."""
    head = next((n for n, line in enumerate(lines) if memo_in(line.text) or _SECTION.match(line.text)), None)
    if head is None:
        return _last_name(lines)
    for index in range(head + 1, len(lines) - 1):
        if _is_copies(lines, index) or (ACTION.match(lines[index].text) and index > head + _HEAD):
            return None
        if is_name(lines[index].text) and is_post(lines[index + 1].text) and _ends_text(lines[index - 1].text):
            return index
    return _last_name(lines)


def _last_name(lines: tuple[LetterLine, ...]) -> int | None:
    """The line of a name with a post under it that ends a paper, below whatever stands above it."""
    if any(_is_copies(lines, index) for index in range(len(lines))):
        return None
    ends = range(max(len(lines) - _LAST, 1), len(lines) - 1)
    return next((n for n in ends if is_name(lines[n].text) and is_post(lines[n + 1].text)), None)


def _ends_text(text: str) -> bool:
    """Whether a line may be the last above a signature: a sentence, স্বাক্ষরিত, an order, a date."""
    return text.endswith(("।", "-", "|", "ক্রমে", "ক্রমে,")) or takes_leave(text) or looks_like_date(text)


def _below(lines: tuple[LetterLine, ...], index: int) -> Iterator[LetterLine]:
    """The rest of a signature block; a section, a gap wider than its own or what follows its contacts ends it."""
    step, contacts = 0, False
    for before, line in zip(lines[index : index + _MOST_LINES], lines[index + 1 : index + _MOST_LINES], strict=False):
        gap = _gap(before, line)
        is_contact = _CONTACT.search(line.text) is not None
        wide = gap > (step or 3)
        other = any(form.match(line.text) for form in (_SECTION, _ITEM, _NAME)) or memo_in(line.text) is not None
        if wide or other or is_person(line.text) or (contacts and not is_contact):
            return
        step, contacts = step or gap, contacts or is_contact
        yield line


def _is_alone(lines: tuple[LetterLine, ...], index: int) -> bool:
    """Whether the name in brackets stands above the person it is written to, as in a half-official letter."""
    return any(is_person(line.text) for line in lines[index + 1 : index + 2])


def _gap(before: LetterLine, line: LetterLine) -> int:
    return line.number - before.number


def _signatory(name: str, signed: str | None, below: list[str], role: str) -> Signatory:
    words = [text for text in below if not _CONTACT.search(text)]
    day = parse_date(signed) if signed else None
    return Signatory(
        name=name,
        post=words[0] if words else None,
        office=", ".join(words[1:]) or None,
        role=role,
        signed_on=day.isoformat() if day else None,
        contact=tuple(text for text in below if _CONTACT.search(text)),
    )


def distribution(document: Document) -> Distribution:
    """The lists below বিতরণ and অনুলিপি; without the first, the lines under the signature name the one addressee."""
    lines = lines_of(document)
    action = _list_below(lines, ACTION)
    copies = _list_from(lines, next((index for index in range(len(lines)) if _is_copies(lines, index)), None))
    direct = () if action else above_subject(lines) or _direct(lines, signatories(document))
    return Distribution(
        addressees=tuple(item.text for item in action if item.text) or direct,
        copies=tuple(copy(item.text) for item in copies if item.text),
        places=tuple(item.place for item in (*action, *copies)),
        doubts=(*_list_laws(action, "addressees"), *_list_laws(copies, "copies")),
    )


def _list_below(lines: tuple[LetterLine, ...], label: re.Pattern[str]) -> tuple[ListItem, ...]:
    return _list_from(lines, next((index for index, line in enumerate(lines) if label.match(line.text)), None))


def _list_from(lines: tuple[LetterLine, ...], start: int | None) -> tuple[ListItem, ...]:
    if start is None:
        return ()
    items: list[ListItem] = []
    for before, line in zip(lines[start:], lines[start + 1 :], strict=False):
        numbered = _ITEM.match(line.text)
        if numbered is not None:
            items.append(ListItem(_place_in_list(numbered["number"]), numbered["text"].strip(), line.place))
        elif items and _BARE.fullmatch(line.text):
            items.append(ListItem(None, "", line.place))
        elif items and _gap(before, line) == 1 and not _ends_list(line):
            last = items[-1]
            items[-1] = ListItem(last.number, f"{last.text} {line.text.strip('- ')}".strip(), last.place)
        elif items or _ends_list(line):
            break
    return tuple(items)


def _place_in_list(label: str) -> int:
    """The number of an item, of a letter its place in the alphabet."""
    return _LETTERS.index(label) + 1 if label in _LETTERS else int(to_latin(label))


def _is_copies(lines: tuple[LetterLine, ...], index: int) -> bool:
    """Whether a line opens the list of those who are only informed: it says অনুলিপি, or for information above a numbered list."""
    text = lines[index].text
    if _COPIES.match(text):
        return True
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return len(text) < 120 and _INFORMED.match(text) is not None and _ITEM.match(after) is not None


def _ends_list(line: LetterLine) -> bool:
    return bool(_SECTION.match(line.text) or memo_in(line.text) or _NAME.match(line.text) or "স্বাক্ষর" in line.text)


def _direct(lines: tuple[LetterLine, ...], signed: tuple[Signed, ...]) -> tuple[str, ...]:
    """A letter to one post writes it below the signature, left: post, office, place, each on its line."""
    if not signed:
        return ()
    named = next((index for index, line in enumerate(lines) if line.place == signed[0].place), 0)
    if posted := above_signature(lines, named):
        return (", ".join(lines[index].text.strip(" ,।") for index in posted),)
    under = [index for index, line in enumerate(lines) if line.place == signed[0].last]
    start = next((n for n in under if lines[n].number == signed[0].number), under[-1] if under else len(lines)) + 1
    block: list[str] = []
    for index in range(start, min(start + 5, len(lines))):
        line, apart = lines[index], _gap(lines[index - 1], lines[index]) > 1
        ends = _ends_list(line) or _is_copies(lines, index) or _CONTACT.search(line.text)
        if ends or (block and apart):
            break
        block.append(line.text.strip("✓√ ,।"))
    items = _list_from(lines, start - 1) if block else ()
    if items and items[0].number == 1:
        return tuple(item.text for item in items if item.text)
    return (", ".join(block),) if block else ()


def _list_laws(items: tuple[ListItem, ...], path: str) -> Iterator[Doubt]:
    for index, item in enumerate(items):
        if not item.text:
            empty = {"number": item.number or index + 1}
            yield Doubt(sentences.LIST_ITEM_EMPTY, "warning", empty, path, item.place)
        yield from (
            Doubt(breach.sentence, breach.severity, breach.facts, path, item.place)
            for breach in lettering(item.text)
            if breach.sentence == BRACKET_UNBALANCED
        )
        if item.number is not None and item.number != index + 1:
            facts = {"expected": index + 1, "printed": item.number}
            yield Doubt(sentences.LIST_NUMBER, "warning", facts, path, item.place, suggestion=str(index + 1))


def enclosure(document: Document) -> LetterLine | None:
    """What follows সংলগ্নী or সংযুক্তি, with its place; None where the letter encloses no paper."""
    for line in lines_of(document):
        found = _ENCLOSED.match(line.text)
        if found is not None:
            return LetterLine(found["what"], line.place, line.number)
    return None


def enclosures(document: Document) -> tuple[Enclosure, ...]:
    """The numbered list below সংলগ্নী; "(৫ পাতা)" at the end of an item is its number of pages."""
    listed = _list_below(lines_of(document), _ENCLOSURES)
    return tuple(enclosure_in(item.text) for item in listed if item.text)


def foot_start(lines: tuple[LetterLine, ...], after: int = 0) -> int:
    """The index of the first line of the foot: what is enclosed, a signature, or a list of who gets the paper."""
    bare, head = _unbracketed(lines), address_block(lines)
    for index, line in enumerate(lines[after:], start=after):
        named = _NAME.match(line.text)
        below = named and not _NO_NAME.search(named["name"]) and any(True for _ in _below(lines, index))
        signed = below or (named and _is_alone(lines, index))
        listed = index not in head and any(f.match(line.text) for f in (_ENCLOSED, _ENCLOSURES, ACTION, SIGNED))
        if signed or listed or _is_copies(lines, index) or index == bare:
            return above_signature(lines, index).start if signed or index == bare or SIGNED.match(line.text) else index
    return len(lines)
