"""What the words of an item say: its numbered decisions, their days, what recurs, what was carried over, who carries it out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from rapidfuzz.fuzz import token_set_ratio

from angikar.rules.bangla.dates import parse_dates, parse_month, parse_month_name
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.schedule.clauses import timing
from angikar.rules.schedule.rule import Rule

_BREAK = re.compile(r"</?(?:p|u|b|br|div|li|strong)\s*/?>", re.IGNORECASE)
_LABEL = re.compile(r"(?:^|(?<=[\s।(]))([০-৯0-9]{1,2})\s*(?:[)।]\s*(?=\S)|\.\s+(?=\S))")
_LETTERED = re.compile(r"(?:^|(?<=[।;]) ?|(?<=[।;]\s))\(?([ক-ঢ])[)।]\s*(?=\S)")
LETTERS = "কখগঘঙচছজঝঞটঠডঢ"
_FIRST_WEEK = re.compile(r"মাসের\s*(?:প্রথম|১ম|1ম)\s*সপ্তাহ")
_MONTHLY_DAY = re.compile(r"([০-৯0-9]{1,2})\s*তারিখের মধ্যে")
_EVERY_MONTH = re.compile(r"প্রতি\s*(?:ইংরেজি\s*)?মাস")
_THIS_MONTH = re.compile(r"এ মাসের|চলতি মাসের")
_NAMED_MONTH = re.compile(r"(?<!\S)\S+\s*+,?\s*+[০-৯0-9]{2,4}\s*+মাসে")
_BY_DATE = re.compile(r"[০-৯0-9]{1,2}[./-][০-৯0-9]{1,2}[./-][০-৯0-9]{2,4}(?=[^।]{0,20}তারিখের মধ্যে)")
_IN_WORDS = re.compile(
    r"(?P<day>[০-৯0-9]{1,2})\s++(?P<month>[\u0980-\u09e3]{2,14}?)(?:য়ের|ের|এর)?\s*+,?\s*+(?P<year>[০-৯0-9]{4})?\s*+"
    r"(?:খ্রি\S*\s*+|সালের\s*+)?(?:তারিখ(?:ের)?\s*+)?(?:এর\s*+)?মধ্যে"
)
_RHYTHMS = ("every", "daily", "weekly", "quarterly")
_AGAIN = re.compile(r"পুনরায়|পুনারায়|পূনরায়|এখন পর্যন্ত|গত সভার সিদ্ধান্ত অনুযায়ী")
_POST = re.compile(r"অফিসার|কমিশনার|প্রশাসক|কর্মকর্তা|টিম|দপ্তর|পয়েন্ট|কমিটি|সচিব|পরিচালক|চেয়ারম্যান|\(সকল\)|সংশ্লিষ্ট")
Again = Literal["sure", "likely"]
_JOIN = re.compile(r"(\s+ও\s+|,\s*)")
_SENTENCE = re.compile(r"(?<=।)\s*")
_SURE = 3
"""Points of likeness, of 100, by which two decisions may differ and both be meant."""

_TOO_SHORT = 30
"""Letters of a decision that may be a part of an implementer's title by chance."""
_OPENING = 60
"""Letters of a decision that are looked for in the entry of its implementer."""
_FIRST_WORDS = 8
"""Words of an entry in which the commas after post and place are looked for."""
_WORDS_OF_A_POST = 3
"""Words taken for the post where an entry has no comma."""


def segments(cell: str) -> tuple[str, ...]:
    """The paragraphs of a cell, whether parted by tags or by line ends, each in the normal form."""
    parts = (normal(part) for piece in _BREAK.split(cell) for part in piece.split("\n"))
    return tuple(part for part in parts if part)


def numbered(parts: Sequence[str]) -> tuple[tuple[int | None, str], ...]:
    """Paragraphs cut at their printed numbers or letters, as long as these run on (১, ২, ৩ …); the number is None where none is printed.

    >>> numbered(["১) সভা হবে। ২) প্রতিবেদন যাবে।"])
    ((1, 'সভা হবে।'), (2, 'প্রতিবেদন যাবে।'))
    >>> numbered(["(ক) সভা হবে। (খ) প্রতিবেদন যাবে।"]), numbered(["শাখা (ক) দেখবে।"])
    (((1, 'সভা হবে।'), (2, 'প্রতিবেদন যাবে।')), ((None, 'শাখা (ক) দেখবে।'),))
    """
    found: list[tuple[int | None, str]] = []
    expected = 1
    lettered = sum(len(_LETTERED.findall(part)) for part in parts)
    pattern = _LETTERED if lettered > 1 else _LABEL
    for part in parts:
        start, number = 0, None
        for label in pattern.finditer(part):
            if _counted(label[1]) != expected:
                continue
            before = part[start : label.start()].strip(" (")
            if before:
                found.append((number, before))
            start, number, expected = label.end(), expected, expected + 1
        if rest := part[start:].strip():
            found.append((number, rest))
    return tuple(found)


def _counted(label: str) -> int:
    return LETTERS.index(label) + 1 if label in LETTERS else int(to_latin(label))


def implementers(text: str) -> tuple[str, ...]:
    """The posts and offices in one entry of the fourth column: cut at ও and commas only where there is a post on both sides.

    >>> implementers("জেলা ইনোভেশন টিম, উপজেলা নির্বাহী অফিসার (সকল), পদ্মপুর ও সংশ্লিষ্ট দপ্তর")
    ('জেলা ইনোভেশন টিম', 'উপজেলা নির্বাহী অফিসার (সকল), পদ্মপুর', 'সংশ্লিষ্ট দপ্তর')
    >>> implementers("জেলা ও উপজেলা পর্যায়ের কর্মকর্তা")
    ('জেলা ও উপজেলা পর্যায়ের কর্মকর্তা',)
    """
    pieces = _JOIN.split(text)
    found = [pieces[0]]
    for join, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _POST.search(found[-1]) and _POST.search(piece) and "কার্যালয়" not in piece:
            found.append(piece)
        else:
            found[-1] += join + piece
    return tuple(clean for each in found if (clean := each.strip(" ।,")))


def due_of(text: str, month: tuple[int, int] | None) -> date | None:
    """The last day a decision allows: a date, the end of a named month, the end of the month of the meeting; None where it names none."""
    by_date = _BY_DATE.search(text)
    if by_date is not None:
        days = parse_dates(by_date[0])
        return days[0] if days else None
    if _EVERY_MONTH.search(text):
        return None
    worded = _day_in_words(text, month)
    if worded is not None:
        return worded
    named = _NAMED_MONTH.search(text)
    meant = parse_month(named[0].removesuffix("মাসে").strip()) if named else None
    if meant is None and _THIS_MONTH.search(text):
        meant = month
    return date(*meant, monthrange(*meant)[1]) if meant else None


def counted_from(text: str, met: date) -> date | None:
    """The day so many days after the meeting that a decision may mean; whether it counts from there a person must say.

    >>> counted_from("৭ দিনের মধ্যে চাহিদাপত্র পাঠাতে হবে।", date(2022, 11, 22))
    datetime.date(2022, 11, 29)
    """
    days = [rule.on for rule in timing(text, "issue", ends=False, issued=met).rules if rule.rule == "once" and rule.on]
    counts = [int(day.removeprefix("issue+")) for day in days if day.startswith("issue+")]
    return met + timedelta(days=counts[0]) if len(counts) == 1 else None


def _day_in_words(text: str, month: tuple[int, int] | None) -> date | None:
    """A day whose month is a word, `৩০ জুন ২০২৩ তারিখের মধ্যে`; without a year it is the next such day after the meeting."""
    found = _IN_WORDS.search(text)
    number = parse_month_name(found["month"]) if found else None
    if found is None or number is None or (found["year"] is None and month is None):
        return None
    first = month or (0, 0)
    year = int(to_latin(found["year"])) if found["year"] else first[0] + (number < first[1])
    try:
        return date(year, number, int(to_latin(found["day"])))
    except ValueError:
        return None


def recurrence_of(text: str) -> tuple[Rule, ...] | None:
    """What is to be done again and again: every month by which day of it, where none is named by the last; by day, week, quarter."""
    if not _EVERY_MONTH.search(text):
        rhythms = tuple(rule for rule in timing(text, "issue", ends=False).rules if rule.rule in _RHYTHMS)
        return rhythms or None
    days = [int(to_latin(day)) for day in _MONTHLY_DAY.findall(text)] or [7] * bool(_FIRST_WEEK.search(text))
    return tuple(Rule(rule="monthly", day=day) for day in (days or [31]) if 1 <= day <= 31) or None


def is_repeated(text: str) -> bool:
    """Whether the words themselves say that it was decided before."""
    return _AGAIN.search(text) is not None


def names_no_day(rules: tuple[Rule, ...] | None) -> bool:
    """Whether a recurrence was read without a day of the month."""
    return rules is not None and any(rule.day == 31 for rule in rules)


def carried_over(discussion: Sequence[str], decisions: Sequence[tuple[int | None, str]]) -> tuple[Again | None, ...]:
    """For each decision whether the paper says it was taken before (`sure`), or likely says it of this one (`likely`).

    A decision says so itself; a paragraph of the discussion that bears the same number says it of that decision; any other
    sentence that says "again" is counted for the only decision, or for those it is most alike.
    """
    found: list[Again | None] = ["sure" if _AGAIN.search(text) else None for _, text in decisions]
    numbers = [number for number, _ in decisions]
    for number, text in numbered(discussion):
        if not _AGAIN.search(text):
            continue
        if len(decisions) == 1 or (number is not None and number in numbers):
            found[numbers.index(number) if number in numbers else 0] = "sure"
            continue
        for index in _meant(text, [each for _, each in decisions]):
            found[index] = found[index] or "likely"
    return tuple(found)


def _meant(text: str, decisions: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for sentence in _SENTENCE.split(text):
        if _AGAIN.search(sentence):
            likeness = [token_set_ratio(_words(sentence), _words(decision)) for decision in decisions]
            found |= {index for index, each in enumerate(likeness) if each >= max(likeness, default=0) - _SURE}
    return found


def _words(text: str) -> str:
    return " ".join(key(word) for word in re.split(r"[\s,/;:\"“”()-]+", text) if key(word))


def without_bleed(entry: str, decisions: Sequence[str]) -> str | None:
    """What is left of an implementer's entry that repeats a decision: the post and place it opens with; None where no decision is repeated.

    The opening ends one word after the last comma among its first eight words: "পদ, উপজেলা, জেলা".
    """
    long = (key(decision) for decision in decisions if len(key(decision)) > _TOO_SHORT)
    if not any(decision[:_OPENING] in key(entry) for decision in long):
        return None
    words = entry.split()
    commas = [index for index, word in enumerate(words[:_FIRST_WORDS]) if word.endswith(",")]
    end = commas[-1] + 2 if commas else _WORDS_OF_A_POST
    return " ".join(words[:end])
