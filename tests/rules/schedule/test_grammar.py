"""Whatever a sentence says of time, a rule follows or its words are quoted; whatever duty it puts on somebody is asked for or quoted."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.bangla.words import number_words
from angikar.rules.schedule.clauses import timing
from angikar.rules.schedule.time_words import obliges
from angikar.rules.schedule.wording import WEEKDAYS

ISSUED = date(2024, 5, 9)
_figures = st.integers(1, 99)
_number = st.one_of(
    _figures.map(lambda n: to_bangla(str(n))),
    _figures.map(lambda n: to_bangla(f"{n:02}")),
    _figures.map(lambda n: f"{to_bangla(str(n))} ({number_words(n)})"),
    _figures.map(number_words),
    st.tuples(st.integers(1, 9), st.integers(1, 9)).map(lambda n: to_bangla(f"{n[0]}-{n[0] + n[1]}")),
)
_unit = st.sampled_from(("দিন", "কার্যদিবস", "কর্মদিবস", "কার্য দিবস", "দিবস", "ঘণ্টা", "সপ্তাহ", "মাস", "বছর", "মিনিট"))
_within = st.sampled_from(
    ("ের মধ্যে", "ের ভিতর", "ের ভিতরে", "ের ভেতরে", "ের মধ্যেই", " অন্তর", " পর পর", "ের আগে", "ের পূর্বে")
)
_day = st.dates(date(2014, 1, 1), date(2027, 12, 31))
_months = ("জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর")


def _ended(unit: str, ending: str) -> str:
    """A unit with its ending: ঘণ্টার, সপ্তাহের."""
    return unit + ("র" + ending[2:] if ending.startswith("ের") and unit.endswith("া") else ending)


def _ordinal(day: int) -> str:
    """The ending of a day of the month as it is spoken: ৫ই, ২১শে."""
    return {1: "লা", 2: "রা", 3: "রা", 4: "ঠা"}.get(day, "ই" if day < 19 else "শে")


_span = st.tuples(_number, _unit, _within).map(lambda each: f"{each[0]} {_ended(each[1], each[2])}")
_dated = st.one_of(
    _day.map(lambda d: to_bangla(f"{d:%d/%m/%Y}")),
    _day.map(lambda d: to_bangla(f"{d:%d.%m.%Y}")),
    _day.map(lambda d: to_bangla(f"{d:%d-%m-%y}")),
    _day.map(lambda d: f"{to_bangla(str(d.day))} {_months[d.month - 1]} {to_bangla(str(d.year))}"),
    _day.map(lambda d: f"{to_bangla(f'{d.day:02}')} {_months[d.month - 1]}, {to_bangla(str(d.year))}"),
    _day.map(lambda d: f"{_months[d.month - 1]} {to_bangla(str(d.day))}, {to_bangla(str(d.year))}"),
    _day.map(lambda d: f"{to_bangla(str(d.day))} {_months[d.month - 1]}"),
    _day.map(lambda d: f"{to_bangla(str(d.day))}{_ordinal(d.day)} {_months[d.month - 1]}, {to_bangla(str(d.year))}"),
    _day.map(lambda d: f"{to_bangla(str(d.day))}{_ordinal(d.day)} {_months[d.month - 1]}"),
    _day.map(lambda d: f"{_months[d.month - 1]} মাসের {to_bangla(str(d.day))}"),
)
_era = st.sampled_from(("", " খ্রি.", " খ্রিঃ", " খ্রিস্টাব্দ", " ইং"))
_by = st.sampled_from(
    (
        " তারিখের মধ্যে",
        " এর মধ্যে",
        "-এর মধ্যে",
        " তারিখের পূর্বে",
        " তারিখের আগে",
        " তারিখের ভিতর",
        " তারিখ পর্যন্ত",
        " তারিখ নাগাদ",
        " মধ্যে",
        " তারিখে",
    )
)
_until = st.tuples(st.sampled_from(("", "আগামী ")), _dated, _era, _by).map("".join)
_rhythm = st.one_of(
    st.sampled_from([f"প্রতি {day}" for day in WEEKDAYS]),
    st.sampled_from(
        (
            "প্রতিদিন",
            "প্রতি দিন",
            "প্রত্যহ",
            "দৈনিক",
            "প্রতি মাসে",
            "প্রতিমাসে",
            "প্রতি মাসের ৫ তারিখে",
            "প্রতি মাসের ৫ তারিখের মধ্যে",
            "পরবর্তী মাসের ৭ তারিখের মধ্যে",
            "প্রতি মাসের প্রথম সপ্তাহে",
            "মাসের শেষে",
            "মাসে একবার",
            "সপ্তাহে দুইবার",
            "সাপ্তাহিক ভিত্তিতে",
            "মাসিক ভিত্তিতে",
            "ত্রৈমাসিক ভিত্তিতে",
            "প্রতি ত্রৈমাসিকে",
            "প্রতি কোয়ার্টারে",
            "প্রতি তিন মাসে",
            "প্রতি ছয় মাস অন্তর",
            "ষাণ্মাসিক ভিত্তিতে",
            "বছরে দুইবার",
            "প্রতি বছর",
            "প্রতিবছর জুন মাসে",
            "প্রতি সপ্তাহে",
            "একদিন পরপর",
            "মাসান্তে",
            "প্রতি মাস শেষে",
            "একদিন অন্তর",
        )
    ),
)
_soon = st.sampled_from(
    (
        "অবিলম্বে",
        "অনতিবিলম্বে",
        "জরুরি ভিত্তিতে",
        "জরুরী ভিত্তিতে",
        "যথাসময়ে",
        "যথাশীঘ্র সম্ভব",
        "যত দ্রুত সম্ভব",
        "দ্রুততম সময়ে",
        "দ্রুততম সময়ের মধ্যে",
        "স্বল্পতম সময়ের মধ্যে",
        "নির্ধারিত সময়ের মধ্যে",
        "নির্ধারিত সময়সীমার মধ্যে",
        "নির্দিষ্ট তারিখের মধ্যে",
        "আগামীকালের মধ্যে",
        "আজকের মধ্যে",
        "অদ্য বিকাল ৫টার মধ্যে",
        "চলতি মাসের মধ্যে",
        "আগামী সপ্তাহের মধ্যে",
        "এ মাসের মধ্যেই",
        "চলতি অর্থবছরের মধ্যে",
        "ঈদের পূর্বেই",
        "সভার আগেই",
        "ভোটের আগের দিন",
        "পরদিন সকাল ১০টার মধ্যে",
        "সঙ্গে সঙ্গে",
        "তাৎক্ষণিকভাবে",
        "মাসের শেষ কার্যদিবসে",
        "পরবর্তী কার্যদিবসের মধ্যে",
        "আগামী সোমবারের মধ্যে",
        "আগামী রবিবার সকাল ১০টার মধ্যে",
        "জুনের শেষ সপ্তাহে",
        "জুলাই মাসের প্রথম সপ্তাহের মধ্যে",
        "অর্থবছরের শুরুতে",
        "ঈদের আগে",
    )
)
_month = st.tuples(
    st.sampled_from(_months),
    st.sampled_from(("", " ২০২৪", ", ২০২৪")),
    st.sampled_from((" মাসের মধ্যে", " এর মধ্যে", "-এর মধ্যে", " মাসের ভিতর", " মাসের পূর্বে")),
).map("".join)
times = st.one_of(_span, _until, _rhythm, _soon, _month)
_who = st.sampled_from(("উপজেলা নির্বাহী অফিসারগণ", "সকল শাখা", "প্রধান শিক্ষক", "সংশ্লিষ্ট কর্মকর্তা"))
_what = st.sampled_from(("প্রতিবেদন", "হালনাগাদ তালিকা", "ব্যয়ের হিসাব", "গৃহীত ব্যবস্থা"))
asks = st.sampled_from(
    (
        "পাঠাতে হবে",
        "প্রেরণ করতে হবে",
        "দাখিল করবেন",
        "দাখিল করবে",
        "পাঠাবেন",
        "জানাবেন",
        "জানাতে হবে",
        "জমা দেবেন",
        "জমা দিতে হইবে",
        "প্রেরণ করুন",
        "প্রেরণ করা হোক",
        "প্রেরণ করা আবশ্যক",
        "প্রেরণ বাধ্যতামূলক",
        "প্রেরণের জন্য অনুরোধ করা হলো",
        "প্রেরণের জন্য নির্দেশ প্রদান করা হলো",
        "প্রেরণ নিশ্চিত করতে হবে",
        "প্রেরণ নিশ্চিত করবেন",
        "সংরক্ষণ করিবেন",
        "গোপন করা যাবে না",
        "গোপন করা যাইবে না",
        "গোপন রাখতে পারবেন না",
        "প্রেরণে বাধ্য থাকবেন",
        "প্রেরণের জন্য দায়ী থাকবেন",
        "প্রেরণ করা প্রয়োজন",
        "প্রেরণের ব্যবস্থা নেবেন",
        "প্রেরণের ব্যবস্থা গ্রহণ করবেন",
        "প্রেরণের জন্য বলা হলো",
        "প্রেরণ করার জন্য বলা হল",
        "প্রেরণ করতে বলা হলো",
        "প্রেরণ করবার নির্দেশ দেওয়া হলো",
        "প্রেরণ করা বাঞ্ছনীয়",
        "প্রেরণ করতে অনুরোধ জানানো হলো",
        "লুকানো নিষিদ্ধ",
        "লুকানো নিষেধ",
        "দিতে হবে না",
        "দিন",
        "দেখবেন",
        "যাচাই করে দেখতে হবে",
        "রাখবেন",
        "উপস্থিত থাকবেন",
        "উপস্থিত থাকতে হবে",
        "উপস্থিত হবেন",
        "গ্রহণ করতে হইবেক",
        "পেশ করতে হবে",
        "আনবেন",
        "নিয়ে আসবেন",
        "লিখবেন",
        "পূরণ করতঃ পাঠাবেন",
        "করণীয়",
        "পাঠানো চাই",
        "প্রেরণ করা দরকার",
        "প্রেরণ বিধেয়",
        "প্রেরণ করা অত্যাবশ্যকীয়",
        "প্রেরণের জন্য আহ্বান জানানো হলো",
        "প্রেরণের তাগিদ দেওয়া হলো",
        "প্রেরণের আদেশ দেওয়া হলো",
        "গোপন করা হবে না",
        "প্রেরণ করুক",
        "প্রেরণের জন্য বলা যাচ্ছে",
        "বসানো চলবে না",
    )
)


@given(_who, times, _what, asks)
def test_a_sentence_that_speaks_of_time_gives_a_rule_or_its_words(who: str, when: str, what: str, ask: str) -> None:
    for text in (f"{who} {when} {what} {ask}।", f"{when} {who} {what} {ask}।", f"{what} {when} {ask}।"):
        found = timing(text, "issue", ends=False, issued=ISSUED)
        assert found.rules or found.unread, text


@given(_who, _what, asks)
def test_a_sentence_that_puts_a_duty_on_somebody_is_known_for_it(who: str, what: str, ask: str) -> None:
    assert obliges(f"{who} {what} {ask}।")


@given(_day, st.sampled_from(("{d}{e} {m}, {y}", "{m} মাসের {d}", "{m}ের {d}", "{d} {m}", "{d}{e} {m}")))
def test_a_day_is_the_same_however_its_month_is_ordinal(day: date, form: str) -> None:
    month = _months[day.month - 1]
    genitive = "র" if month[-1] in "িেোাই" else "ের"
    words = form.replace("{m}ের", f"{{m}}{genitive}")
    when = words.format(d=to_bangla(str(day.day)), e=_ordinal(day.day), m=month, y=to_bangla(str(day.year)))
    issued = date(day.year, 1, 1)
    (rule,) = timing(f"সকল শাখা {when} তারিখের মধ্যে প্রতিবেদন পাঠাবে।", "issue", ends=False, issued=issued).rules
    assert (rule.rule, rule.on) == ("once", day.isoformat()), when


@given(st.integers(1, 12), st.booleans())
def test_by_a_month_is_by_its_last_day(number: int, with_year: bool) -> None:
    last = date(2025 + (number == 12), number % 12 + 1, 1) - timedelta(days=1)
    when = f"{_months[number - 1]}{' ২০২৫' if with_year else ''} মাসের মধ্যে"
    (rule,) = timing(f"{when} তালিকা পাঠাতে হবে।", "issue", ends=False, issued=date(2025, 1, 1)).rules
    assert rule.on == last.isoformat()


@given(_day, st.integers(0, 6), st.sampled_from(("আগামী", "পরবর্তী")))
def test_a_coming_weekday_is_the_next_one_after_the_issue(issued: date, weekday: int, coming: str) -> None:
    words = f"{coming} {WEEKDAYS[weekday]}ের মধ্যে তালিকা পাঠাবেন।"
    (rule,) = timing(words, "issue", ends=False, issued=issued).rules
    due = date.fromisoformat(rule.on or "")
    assert (due.weekday(), 1 <= (due - issued).days <= 7) == (weekday, True)


@given(st.integers(1, 12), st.sampled_from((("প্রথম", 7), ("১ম", 7), ("দ্বিতীয়", 14), ("তৃতীয়", 21), ("শেষ", 0))))
def test_a_week_of_a_month_is_due_by_its_last_day(number: int, week: tuple[str, int]) -> None:
    named, day = week
    first = date(2025, number, 1)
    last = first.replace(day=day) if day else date(2025 + (number == 12), number % 12 + 1, 1) - timedelta(days=1)
    (rule,) = timing(f"{_months[number - 1]} মাসের {named} সপ্তাহে পাঠাবেন।", "issue", ends=False, issued=first).rules
    assert rule.on == last.isoformat()
