"""Checks a circular: numbering, figures against words, names of bodies, dates, and what no circular may lack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from angikar.rules.bangla.digits import to_latin
from angikar.rules.document import NOWHERE, Place
from angikar.rules.forms.form import form_laws
from angikar.rules.kinds.circular import sentences
from angikar.rules.kinds.circular.content import Circular, CircularParagraph, has_printed_code
from angikar.rules.kinds.circular.meaning import meant
from angikar.rules.kinds.circular.paragraphs import place_of
from angikar.rules.kinds.circular.paragraphs import sentences as parted
from angikar.rules.letters.laws import letter_laws
from angikar.rules.reading import Doubt, Severity
from angikar.rules.schedule.clause_rules import POLLING, VAGUE_DAYS
from angikar.rules.schedule.time_words import obliges
from angikar.rules.schedule.wording import describe, describe_en
from angikar.rules.sentence import Facts, Sentence
from angikar.rules.spelling.prose import prose_laws

BODIES = (
    "ভিজিল্যান্স ও অবজারভেশন টিম",
    "নির্বাচন মনিটরিং সেল",
    "মনিটরিং সেল",
    "আইনশৃঙ্খলা সমন্বয় সেল",
    "জেলা আইনশৃঙ্খলা সমন্বয় সেল",
    "উপজেলা আইনশৃঙ্খলা সমন্বয় সেল",
)
"""The names election circulars give to the bodies they form."""

_LIKE = 80
"""Per cent of likeness from which a name is a misspelling and not another name."""
LETTERS = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"
"""The labels of items in their order."""
VOWELS = "অআইঈউঊঋএঐওঔ"
LATIN = "abcdefgh"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_OPENING = 40
"""Letters of a paragraph without a title that its doubt quotes."""
_LABEL = re.compile(r"\((?P<label>[^()]+)\)$")


def check(content: Circular, framework: str | None = None) -> tuple[Doubt, ...]:
    """Every doubt about the content alone; `framework` has no effect on circulars."""
    return (
        *_lacking(content),
        *letter_laws(content.letter),
        *_numbering(content.paragraphs),
        *_labels(content.paragraphs, content),
        *prose_laws(content),
        *_timed(content),
        *_unread(content),
        *_names(content),
        *signed_late(content),
        *_anchor(content),
        *_forms(content),
    )


def _lacking(content: Circular) -> Iterator[Doubt]:
    parts: tuple[tuple[bool, Sentence, Severity, str], ...] = (
        (bool(content.subject), sentences.SUBJECT_MISSING, "error", "subject"),
        (bool(content.addressees or content.copies), sentences.ADDRESSEE_MISSING, "error", "addressees"),
        (bool(content.directives), sentences.DIRECTIVE_MISSING, "warning", "directives"),
        (content.letter.memo_number is not None, sentences.MEMO_NUMBER_MISSING, "warning", "letter.memo_number"),
        (content.letter.date is not None, sentences.DATE_MISSING, "warning", "letter.date"),
        (bool(content.signatories), sentences.SIGNATORY_MISSING, "warning", "signatories"),
    )
    for is_there, sentence, severity, path in parts:
        if not is_there:
            yield Doubt(sentence, severity, path=path)


def _timed(content: Circular) -> Iterator[Doubt]:
    """A schedule that rests on vague words ("some days", by the hour without hours), one that a sentence names and nobody wrote,
    and a circular that asks nothing of anybody.
    """
    for index, (each, said) in enumerate(zip(content.directives, meant(content).asked, strict=True)):
        path, place = f"directives.{index}.schedule", place_of(each.lines)
        rules, as_said = said.directive.schedule, each.schedule == said.directive.schedule
        if rules and not each.schedule:
            when = ("; ".join(map(describe, rules)), "; ".join(map(describe_en, rules)))
            yield Doubt(sentences.SCHEDULE_LEFT_OUT, "warning", {"when": when}, path, place, when[0])
        for timing in dict.fromkeys(said.timing.unread) if as_said else ():
            yield Doubt(sentences.SCHEDULE_UNREAD, "warning", {"words": timing}, path, place)
        if as_said and said.timing.hourless:
            hours = dict(zip(("begins", "ends"), POLLING, strict=True))
            yield Doubt(sentences.HOURS_NOT_NAMED, "warning", hours, path, place)
        if as_said and said.timing.vague:
            yield Doubt(sentences.DAYS_NOT_NAMED, "warning", {"days": VAGUE_DAYS}, path, place)
        if as_said and said.timing.working:
            facts: Facts = {"working": said.timing.working, "days": said.timing.days}
            yield Doubt(sentences.WORKING_DAYS, "warning", facts, path, place)
    if content.directives and not content.acknowledgement and not any(each.schedule for each in content.directives):
        yield Doubt(sentences.ASK_MISSING, "info", path="directives")


def _unread(content: Circular) -> Iterator[Doubt]:
    """`obligation-unread`: a sentence that puts a duty on somebody and stands in no directive; what introduces a list does not."""
    texts = [("preamble", content.preamble, NOWHERE)]
    texts += [(f"paragraphs.{n}.text", each.text, place_of(each.lines)) for n, each in enumerate(content.paragraphs)]
    for path, text, place in texts:
        for sentence in filter(obliges, parted(text)):
            yield Doubt(sentences.OBLIGATION_UNREAD, "warning", {"text": sentence}, path, place)


def _numbering(paragraphs: Sequence[CircularParagraph]) -> Iterator[Doubt]:
    """Numbers run on without a gap. A paragraph without a number between numbered ones goes on with the one above it, unless it has
    a title of its own or a number is missing where it stands."""
    numbered = [index for index, each in enumerate(paragraphs) if each.number is not None]
    after = _numbers_after(paragraphs)
    expected = 1
    for index, each in enumerate(paragraphs):
        path, place = f"paragraphs.{index}.number", place_of(each.lines)
        if each.number is None:
            if numbered and numbered[0] < index < numbered[-1]:
                text = {"text": each.title or each.text[:_OPENING]}
                grave = each.title is not None or after[index] > expected
                yield Doubt(sentences.PARAGRAPH_UNNUMBERED, "warning" if grave else "info", text, path, place)
            continue
        number = int(each.number)
        if number > expected:
            lost = {"numbers": "–".join(dict.fromkeys((str(expected), str(number - 1))))}
            yield Doubt(sentences.NUMBER_GAP, "warning", lost, path, place)
        elif number < expected:
            facts = {"number": number, "expected": expected}
            yield Doubt(sentences.NUMBER_REPEATED, "warning", facts, path, place, suggestion=str(expected))
        expected = number + 1


def _numbers_after(paragraphs: Sequence[CircularParagraph]) -> list[int]:
    """At each paragraph its number, or that of the next that has one; 0 where none follows."""
    found, number = [], 0
    for each in reversed(paragraphs):
        number = int(each.number) if each.number is not None else number
        found.append(number)
    return found[::-1]


def _labels(paragraphs: Sequence[CircularParagraph], content: Circular) -> Iterator[Doubt]:
    """Labels of items run on without a gap, and no two directives bear one code."""
    for paragraph in paragraphs:
        turns: Counter[str] = Counter()
        for code in paragraph.codes:
            if found := _LABEL.search(code):
                turns[code[: found.start()]] += 1
                if _ordinal(found["label"]) != turns[code[: found.start()]]:
                    yield Doubt(sentences.LABEL_SEQUENCE, "warning", {"code": code}, *_at(content, code))
    for index, directive in enumerate(content.directives):
        if not has_printed_code(directive.code):
            facts: Facts = {"text": directive.text[:_OPENING], "code": directive.code}
            yield Doubt(sentences.CODE_UNPRINTED, "info", facts, f"directives.{index}.code", place_of(directive.lines))
    codes = [each.code for each in content.directives]
    for index, directive in enumerate(content.directives):
        if directive.code in codes[:index]:
            path, place = f"directives.{index}.code", place_of(directive.lines)
            yield Doubt(sentences.CODE_DUPLICATE, "warning", {"code": directive.code}, path, place)


def _ordinal(label: str) -> int:
    latin = to_latin(label)
    if latin.isdecimal():
        return int(latin)
    listed = next((names for names in (ROMAN, LATIN, VOWELS, LETTERS) if label.lower() in names), LETTERS)
    return (
        listed.index(label.lower()) + 1
        if label.lower() in listed
        else listed.find(label[0]) + 1
        if isinstance(listed, str)
        else 0
    )


def _at(content: Circular, code: str) -> tuple[str, Place]:
    for index, directive in enumerate(content.directives):
        if directive.code == code:
            return f"directives.{index}.code", place_of(directive.lines)
    return "directives", NOWHERE


def _names(content: Circular) -> Iterator[Doubt]:
    """A body whose name is nearly, but not quite, one of the names in use."""
    for index, body in enumerate(content.bodies):
        near = [name for name in BODIES if fuzz.ratio(name, body.name) >= _LIKE]
        if body.name not in BODIES and len(near) == 1:
            facts = {"printed": body.name, "meant": near[0]}
            path, place = f"bodies.{index}.name", place_of(body.lines)
            yield Doubt(sentences.BODY_SPELLING, "info", facts, path, place, suggestion=near[0])


def signed_late(content: Circular, places: Sequence[Place] = ()) -> Iterator[Doubt]:
    """A letter is signed by the day it bears; `places` are those of the signatories, where a reader knows them."""
    for index, each in enumerate(content.signatories):
        if each.signed_on is not None and content.letter.date is not None and each.signed_on > content.letter.date:
            day = {"day": each.signed_on}
            path, place = f"signatories.{index}.signed_on", places[index] if places else NOWHERE
            yield Doubt(sentences.SIGNATURE_DATE_AFTER_ISSUE, "warning", day, path, place)


def _anchor(content: Circular) -> Iterator[Doubt]:
    """Rules that count from the anchor day need it; it must be a day."""
    rules = [rule for each in content.directives for rule in each.schedule]
    moments = [moment or "" for rule in rules for moment in (rule.on, rule.from_, rule.until)]
    if content.anchor is None and any(moment.startswith("anchor") for moment in moments):
        yield Doubt(sentences.ANCHOR_MISSING, "info", path="anchor")
    for name in ("anchor", "formation"):
        text = getattr(content, name)
        if text is not None and not _is_day(text):
            yield Doubt(sentences.DATE_UNREADABLE, "error", {"text": text}, name)


def _forms(content: Circular) -> Iterator[Doubt]:
    for number, directive in enumerate(content.directives):
        for doubt in form_laws(directive.form) if directive.form else ():
            yield replace(doubt, path=f"directives.{number}.form.{doubt.path}")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
