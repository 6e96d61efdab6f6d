"""Checks a circular: numbering, figures against words, names of bodies, dates, and what no circular may lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.document import NOWHERE, Place
from angikar.rules.forms.form import form_laws
from angikar.rules.kinds.circular.content import Circular, CircularParagraph
from angikar.rules.kinds.circular.paragraphs import place_of
from angikar.rules.letters.laws import letter_laws
from angikar.rules.reading import Doubt, plain_doubt
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

_LIKE = 80  # per cent of likeness from which a word is a misspelling and not another word
LETTERS = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"
_LABEL = re.compile(r"\((?P<label>[^()]+)\)$")


def check(content: Circular, framework: str | None = None) -> tuple[Doubt, ...]:
    """Every doubt that holds of the content alone; `framework` has no say in circulars."""
    return (
        *_lacking(content),
        *letter_laws(content.letter),
        *_numbering(content.paragraphs),
        *_labels(content.paragraphs, content),
        *prose_laws(content),
        *_names(content),
        *signed_late(content),
        *_anchor(content),
        *_forms(content),
    )


def _lacking(content: Circular) -> Iterator[Doubt]:
    if not content.subject:
        yield plain_doubt("subject-missing", "error", "বিষয় লেখা নেই।", "The subject is missing.", "subject")
    if not content.addressees and not content.copies:
        bn, en = "কাকে পাঠানো হবে তা লেখা নেই।", "It does not say to whom the circular goes."
        yield plain_doubt("addressee-missing", "error", bn, en, "addressees")
    if not content.directives:
        bn, en = "পরিপত্রে করণীয় কিছু পাওয়া যায়নি।", "The circular asks for nothing that could be found."
        yield plain_doubt("directive-missing", "warning", bn, en, "directives")
    if content.letter.memo_number is None:
        bn, en = "স্মারক নম্বর নেই।", "The memo number is missing."
        yield plain_doubt("memo-number-missing", "warning", bn, en, "letter.memo_number")
    if content.letter.date is None:
        yield plain_doubt("date-missing", "warning", "তারিখ নেই।", "The date is missing.", "letter.date")
    if not content.signatories:
        bn, en = "কে স্বাক্ষর করবেন তা নেই।", "It does not say who signs."
        yield plain_doubt("signatory-missing", "warning", bn, en, "signatories")


def _numbering(paragraphs: Sequence[CircularParagraph]) -> Iterator[Doubt]:
    """Numbers run on without a gap; a paragraph without number may stand only before the first or after the last."""
    numbered = [index for index, each in enumerate(paragraphs) if each.number is not None]
    expected = 1
    for index, each in enumerate(paragraphs):
        path, place = f"paragraphs.{index}.number", place_of(each.lines)
        if each.number is None:
            if numbered and numbered[0] < index < numbered[-1]:
                bn = f"নম্বর ছাড়া অনুচ্ছেদ: {each.title or each.text[:40]}।"
                en = "A paragraph without a number stands between numbered ones."
                yield plain_doubt("paragraph-unnumbered", "warning", bn, en, path, place)
            continue
        number = int(each.number)
        if number > expected:
            lost = "–".join(dict.fromkeys((str(expected), str(number - 1))))
            bn, en = f"{to_bangla(lost)} নম্বর অনুচ্ছেদ নেই।", f"Paragraph {lost} is missing."
            yield plain_doubt("number-gap", "warning", bn, en, path, place)
        elif number < expected:
            bn = f"অনুচ্ছেদ {to_bangla(str(number))} আবার এসেছে; {to_bangla(str(expected))} হওয়ার কথা।"
            en = f"Paragraph {number} comes again where {expected} was expected."
            yield plain_doubt("number-repeated", "warning", bn, en, path, place, str(expected))
        expected = number + 1


def _labels(paragraphs: Sequence[CircularParagraph], content: Circular) -> Iterator[Doubt]:
    """Labels of items run on without a gap, and no two directives bear one code."""
    for paragraph in paragraphs:
        labels = [(code, found["label"]) for code in paragraph.codes if (found := _LABEL.search(code))]
        for index, (code, label) in enumerate(labels):
            if _ordinal(label) != index + 1:
                bn = f"{code}-এর আগে ধারাবাহিকতা ভেঙেছে।"
                en = f"The labels do not run on at {code}."
                yield plain_doubt("label-sequence", "warning", bn, en, *_at(content, code))
    codes = [each.code for each in content.directives]
    for index, directive in enumerate(content.directives):
        if directive.code in codes[:index]:
            bn, en = f"{directive.code} দুবার এসেছে।", f"{directive.code} comes twice."
            yield plain_doubt(
                "code-duplicate", "warning", bn, en, f"directives.{index}.code", place_of(directive.lines)
            )


def _ordinal(label: str) -> int:
    latin = to_latin(label)
    return int(latin) if latin.isdigit() else LETTERS.find(label[0]) + 1


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
            bn, en = f"“{body.name}” ছাপা; “{near[0]}” হতে পারে।", f"“{body.name}” is printed; it may be “{near[0]}”."
            yield plain_doubt("spelling", "info", bn, en, f"bodies.{index}.name", place_of(body.lines), near[0])


def signed_late(content: Circular, places: Sequence[Place] = ()) -> Iterator[Doubt]:
    """Nobody signs a letter after the day it bears; `places` are those of the signatories, where a reader knows
    them."""
    for index, each in enumerate(content.signatories):
        if each.signed_on is not None and content.letter.date is not None and each.signed_on > content.letter.date:
            bn = f"স্বাক্ষরের পাশের তারিখ ({to_bangla(each.signed_on)}) পত্রের তারিখের পরে।"
            en = f"The date beside the signature ({each.signed_on}) is later than the letter's."
            place = places[index] if places else NOWHERE
            yield plain_doubt("signature-date-after-issue", "warning", bn, en, f"signatories.{index}.signed_on", place)


def _anchor(content: Circular) -> Iterator[Doubt]:
    """Rules that count from the anchor day need it; it must be a day."""
    rules = [rule for each in content.directives for rule in each.schedule]
    moments = [moment or "" for rule in rules for moment in (rule.on, rule.from_, rule.until)]
    if content.anchor is None and any(moment.startswith("anchor") for moment in moments):
        bn = "কোন দিনের হিসাবে সময়সূচি চলবে (যেমন ভোটগ্রহণের দিন) তা কাগজে নেই।"
        en = "The paper does not print the day its schedule counts from, such as polling day."
        yield plain_doubt("anchor-missing", "info", bn, en, "anchor")
    for name in ("anchor", "formation"):
        text = getattr(content, name)
        if text is not None and not _is_day(text):
            yield plain_doubt("date-unreadable", "error", f"“{text}” কোনো তারিখ নয়।", f"“{text}” is not a date.", name)


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
