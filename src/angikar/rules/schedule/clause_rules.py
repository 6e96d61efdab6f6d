"""The clauses of time in running text: a day, a span, a rhythm, each a pattern put together of the same parts, and the rule it sets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from angikar.rules.bangla.dates import MONTHS
from angikar.rules.schedule.clause import Clause, TimedRule
from angikar.rules.schedule.holidays import working_day
from angikar.rules.schedule.named_days import (
    by_date,
    by_end_of_month,
    by_short_date,
    by_week_of_month,
    by_weekday,
    day_of_month,
    on_date,
)
from angikar.rules.schedule.parsing import HOURS, clock
from angikar.rules.schedule.wording import WEEKDAYS

VAGUE_DAYS = 6
"""Days that কয়েকদিন ("some days") is taken for where a paper gives no number; each time with a doubt."""
POLLING = ("08:00", "16:00")
"""The hours of a polling day where a paper that wants reports by the hour names none; each time with a doubt."""

NUMBER = r"0{0,40}\d{1,9}"
"""A number in figures; those in words have become figures with zeros before them."""
_GLOSS = r" ?(?:\([^()]*+\) ?)?"
_DAYS = rf"(?P<days>{NUMBER}){_GLOSS}(?:টি ?)?দিন"
_POLL = r"(?:নির্বাচনের|ভোটগ্রহণের|ভোট গ্রহণের|নির্বাচন অনুষ্ঠানের)"
_SOME = r"(?:কয়েক ?দিন|কিছু ?দিন)"
_LEAD = rf"{_POLL} (?:(?P<lead>{NUMBER}){_GLOSS}দিন|(?P<some>{_SOME})) ?(?:আগে|পূর্বে?)"
_AFTER_POLL = re.compile(
    rf"(?:ভোটগ্রহণ|ভোট গ্রহণ|ভোট|নির্বাচন)(?:ের)? (?:পর(?:বর্তী)? (?P<lag>{NUMBER}){_GLOSS}দিন|পরের দিন|পরদিন) পর্যন্ত"
)
_INTERVAL = r"(?:অন্তর|পর ?পর|পরপর)"
_HALVES = {"আধা": 0.5, "দেড়": 1.5, "আড়াই": 2.5}
_PARTS = {"সাড়ে": 0.5, "সোয়া": 0.25, "পৌনে": -0.25}
_SPAN = rf"(?:(?P<half>{'|'.join(_HALVES)})|(?:(?P<part>{'|'.join(_PARTS)}) )?(?P<span>{NUMBER})){_GLOSS}(?P<unit>ঘণ্টা|ঘন্টা|মিনিট)"
_OPEN = rf"(?:{HOURS.format('begins')} ?(?:হতে|থেকে) ?{HOURS.format('ends')} ?পর্যন্ত ?)?"
_NAMED = "|".join((*MONTHS, "জানুয়ারী", "ফেব্রুয়ারী", "আগষ্ট"))
DATE = rf"(?P<date>\d{{1,2}}(?: [^\W\d ]\S*+ \d{{4}}|[./-]\d{{1,2}}[./-]\d{{2}}(?:\d{{2}})?)|(?:{_NAMED}) \d{{1,2}},? \d{{4}})(?!\d)"
_ERA = r" ?(?:খ্রি\S* ?|খৃ\S* ?|ইং ?|সালের? ?)?(?:তারিখ(?:ের)? ?)?"
_ERA_OF_MONTH = r" ?(?:খ্রি\S* ?|সালের? ?)?(?:মাস)?(?:এর|[-–] ?এর|ের|র)? ?"
_WEEKDAYS = "|".join(WEEKDAYS)
_WEEKDAY = rf"(?P<weekday>{_WEEKDAYS})"
_SHORT = rf"(?P<nday>\d{{1,2}}) (?P<nmonth>{_NAMED})(?! ?,? ?\d)(?:ের|এর|য়ের)?"
_IN = r"(?:মধ্যে|ভিতর|ভেতর|নাগাদ)"
_WITHIN = rf"(?:{_IN}|(?P<before>পূর্বে|আগে))"
_TAIL = rf"(?:\(?(?:রোজ )?(?:{_WEEKDAYS})\)? ?)?(?:{HOURS.format('hour')}র? ?)?(?:এর|[-–] ?এর|ের|র)? ?{_WITHIN}"
_UNIT = r"(?P<of>(?:কার্য|কর্ম) ?(?:দিবস|দিন)|দিন|দিবস|সপ্তাহ|মাস|ঘণ্টা|ঘন্টা)(?:ের|র)"
_OWN = re.compile(
    r"(?:^|^প্রাপ্তির|^জারি\S*|(?:পত্র|পরিপত্র|স্মারক|আদেশ|নির্দেশ\S*|নোটিশ|বিজ্ঞপ্তি|চিঠি|এটি|এ|এই)(?:টি)? (?:প্রাপ্তির|পাওয়ার|জারির))(?: \S+){0,3} ?$"
)
"""What is counted from the paper itself."""
_EVENT = re.compile(
    r"(?:হলে|হইলে|গেলে|পেলে|করলে|ঘটলে|মাত্র|হওয়ার|হবার|প্রাপ্তির|পাওয়ার|ঘটনার|শেষে|(?:র|ের) পর|পরে|পরবর্তী|পূর্ববর্তী|প্রতি(?:টি)?)(?![\u0980-\u09ff])"
)
"""What is counted from something that has yet to happen, so that no day is known."""
_HAPPENED = r"(?:অনুষ্ঠিত|অনুষ্ঠেয়|জারি|প্রাপ্ত|প্রেরিত|স্বাক্ষরিত|প্রকাশিত|দায়ের|সভা|ভোট|নির্বাচন|বিজ্ঞপ্তি|স্মারক|পত্র)"
"""What stands behind a day that says when something was, or is to be, and no duty."""
_FROM_EVENT = re.compile(
    r"(?:জারি|সমাপ্তি|সম্পাদনে|অনুমোদনে|দাখিলে|ঘোষণা|প্রকাশে|যোগদানে|নিয়োগে|পরিদর্শনে|শুনানি|সভা|শেষে|শুরু|সংঘটনে|মৃত্যু|দুর্ঘটনা|ভর্তি|গ্রহণে|প্রদানে|অনুষ্ঠানে)র$"
)
"""What stands right before a span that is counted from it."""
_REPORTING = r"অবহিত|জানাতে|জানাবেন|প্রতিবেদন|প্রেরণ|দাখিল|জমা দি|পাঠা(?:তে|বেন|ইবেন|ন)"


def lead(clause: Clause) -> str:
    """The moment so many days before the poll."""
    return f"anchor-{clause.number('lead') or VAGUE_DAYS}"


def _daily_before_poll(clause: Clause) -> TimedRule:
    after = _AFTER_POLL.search(clause.match[0])
    until = f"anchor+{replace(clause, match=after).number('lag') or 1}" if after else "anchor"
    return TimedRule(clause.start, {"rule": "daily", "from": lead(clause), "until": until}, clause["some"] is not None)


def _every(clause: Clause) -> TimedRule | None:
    """Every so many days; "one day apart" may be every day or every other day."""
    if clause.number("days") == 1:
        return None
    rule: dict[str, object] = {"rule": "every", "days": clause.number("days")}
    if clause["lead"] or clause["some"]:
        rule |= {"from": lead(clause), "until": "anchor"}
    return TimedRule(clause.start, rule, clause["some"] is not None)


def _every_weeks(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "every", "days": 7 * clause.number("days")})


def _hourly(clause: Clause) -> TimedRule | None:
    """By the hour on polling day: such a rhythm makes sense on no other."""
    if not clause.polled:
        return None
    many = _HALVES.get(clause["half"] or "") or clause.number("span") + _PARTS.get(clause["part"] or "", 0)
    minutes = int(many if clause["unit"] == "মিনিট" else many * 60)
    begins, ends = clock(clause["begins"]) or POLLING[0], clock(clause["ends"]) or POLLING[1]
    rule: dict[str, object] = {"rule": "hourly", "on": "anchor", "minutes": minutes, "at": begins, "to": ends}
    return TimedRule(clause.start, rule, hourless=clause["begins"] is None)


def _each_day(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "daily"})


def _once_before_poll(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "once", "on": lead(clause)}, clause["some"] is not None)


def spanned(working: int) -> int:
    """So many days hold that many working days, wherever a week begins: two of seven are none.

    >>> spanned(3), spanned(7)
    (5, 11)
    """
    return working + 2 * -(-working // 5)


def _within(clause: Clause) -> TimedRule | None:
    """A span counts from the issue of the paper, but where it follows something that has yet to happen."""
    count, unit, issued = clause.number("days"), clause["of"] or "", clause.issued
    if not _OWN.search(clause.before) and (_EVENT.search(clause.before) or _FROM_EVENT.search(clause.before)):
        return None
    working = count if unit.startswith(("কার্য", "কর্ম")) else 0
    if working:
        days = (working_day(issued, working) - issued).days if issued and working < 100 else spanned(working)
    elif unit in ("ঘণ্টা", "ঘন্টা"):
        days = count // 24 if count % 24 == 0 else 0
    elif unit == "মাস":
        days = (issued + relativedelta(months=count) - issued).days if issued and count <= 24 else 0
    else:
        days = count * 7 if unit == "সপ্তাহ" else count
    if not days and unit not in ("দিন", "দিবস"):
        return None
    return TimedRule(clause.start, {"rule": "once", "on": f"issue+{days}"}, working=working)


def _weekly(clause: Clause) -> TimedRule:
    if clause["weekday"] is None:
        return TimedRule(clause.start, {"rule": "every", "days": 7})
    return TimedRule(clause.start, {"rule": "weekly", "weekday": WEEKDAYS.index(clause["weekday"]) + 1})


def _second_weekday(clause: Clause) -> TimedRule | None:
    return _weekly(clause) if "প্রতি" in clause.before else None


def _week_end(clause: Clause) -> TimedRule:
    """The last working day of a week is the Thursday."""
    return TimedRule(clause.start, {"rule": "weekly", "weekday": 4})


def _quarterly(clause: Clause) -> TimedRule:
    days = {"days": clause.number("days")} if clause["days"] else {}
    return TimedRule(clause.start, {"rule": "quarterly", **days})


def _monthly(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "monthly", "day": int(clause["day"] or 0)})


def _first_week(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "monthly", "day": 7})


def _month_end(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "monthly", "day": 31})


def _at_once(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "immediate"})


_OF_MONTH = r"(?:প্রতি|পরবর্তী) ?(?:ইংরেজি ?)?মাসের ?"
_GRAMMAR: tuple[tuple[str, Callable[[Clause], TimedRule | None]], ...] = (
    (rf"{_OPEN}(?:প্রতি ?)?{_SPAN} ?{_INTERVAL}", _hourly),
    (rf"{_LEAD} ?(?:হতে|থেকে)[^।;]*?প্রতিদিন", _daily_before_poll),
    (rf"(?:{_LEAD} ?(?:হতে|থেকে)? ?)?(?:প্রতি )?(?<!\d[-–—]){_DAYS} ?{_INTERVAL}", _every),
    (rf"(?:প্রতি )?(?P<days>{NUMBER}){_GLOSS}সপ্তাহ ?{_INTERVAL}", _every_weeks),
    (rf"প্রতি {_DAYS}ে(?: ?এক ?বার)?", _every),
    (rf"প্রতি (?P<days>{NUMBER}){_GLOSS}সপ্তাহে(?: ?এক ?বার)?", _every_weeks),
    (_LEAD, _once_before_poll),
    (rf"{DATE}{_ERA}{_TAIL}", by_date),
    (rf"{DATE} ?(?:খ্রি\S* ?|খৃ\S* ?|ইং ?)?তারিখে(?![\u0980-\u09e3])(?! (?:\S+ )?{_HAPPENED})", on_date),
    (rf"{_SHORT} ?(?:তারিখ(?:ের)? ?)?{_TAIL}", by_short_date),
    (
        rf"(?<![\u0980-\u09ff])(?P<nmonth>{_NAMED})(?:ের|র|য়ের)? (?:মাসের )?(?P<nday>\d{{1,2}})(?: ?তারিখ(?:ের)?)? ?{_TAIL}",
        by_short_date,
    ),
    (
        rf"(?<!\d )(?<![\d\u0980-\u09ff])(?P<mmonth>{_NAMED})(?:,? (?P<myear>20\d\d))?{_ERA_OF_MONTH}{_WITHIN}",
        by_end_of_month,
    ),
    (
        rf"(?<![\u0980-\u09ff])(?P<mmonth>{_NAMED})(?:,? (?P<myear>20\d\d))?(?:ের|র|য়ের)? (?:মাসের )?(?P<week>প্রথম|1ম|দ্বিতীয়|2য়|তৃতীয়|3য়|শেষ)"
        rf" সপ্তাহে(?:র {_IN})?",
        by_week_of_month,
    ),
    (rf"(?:আগামী|পরবর্তী) {_WEEKDAY}(?:ের)? ?(?:{HOURS.format('hour')}র? ?)?{_WITHIN}", by_weekday),
    (rf"প্রতি ত্রৈমাসিক(?:ের)? শেষ (?:দিনে|(?:হওয়ার|হবার) (?:পরবর্তী )?{_DAYS}ের মধ্যে)", _quarterly),
    (rf"(?P<days>{NUMBER}){_GLOSS}(?:টি ?)?{_UNIT} ?{_IN}", _within),
    (rf"(?<=বার) ?(?:ও|এবং|,) ?{_WEEKDAY}", _second_weekday),
    (r"প্রতি ?সপ্তাহের ?শেষ ?(?:কার্য|কর্ম) ?দিবসে?", _week_end),
    (rf"প্রতি ?(?:(?:সপ্তাহের )?{_WEEKDAY}|সপ্তাহে)", _weekly),
    (
        rf"(?:(?P<next>আগামী)|চলতি|এ|এই) মাসের ?(?P<day>\d{{1,2}}) ?তারিখের? ?(?:{HOURS.format('hour')}র? ?)?{_WITHIN}",
        day_of_month,
    ),
    (rf"{_OF_MONTH}(?P<day>\d{{1,2}}) ?তারিখ", _monthly),
    (rf"{_OF_MONTH}(?:১ম|1ম|প্রথম) সপ্তাহে?(?:র মধ্যে)?", _first_week),
    (rf"{_OF_MONTH}শেষ (?:দিনে|দিনের|তারিখে|তারিখের|কার্যদিবসে|কর্মদিবসে|সপ্তাহে)", _month_end),
    (r"(?:প্রতি ?)?মাসান্তে|প্রতি ?মাস(?:ের)? ?শেষে", _month_end),
    (r"প্রতি ?দিন|প্রত্যহ", _each_day),
    (rf"(?:তাৎক্ষণিক|অনতিবিলম্বে|অবিলম্বে|সঙ্গে সঙ্গে|সাথে সাথে)[^।;]*?(?:{_REPORTING})", _at_once),
)
GRAMMAR = tuple((re.compile(pattern), make) for pattern, make in _GRAMMAR)
"""Each clause in the order in which it is looked for, the surer first; what one has taken the next does not see."""
