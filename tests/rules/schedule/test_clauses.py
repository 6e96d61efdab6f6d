"""Sentences of time, put together by the grammar papers are written in: each gives its rule, or a doubt that quotes its words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.formats.readers.text import read_text
from angikar.rules.bangla.dates import MONTHS, write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.bangla.words import number_words
from angikar.rules.kinds import kind_named, understand
from angikar.rules.schedule.clauses import timing
from angikar.rules.schedule.holidays import is_working, working_day
from angikar.rules.schedule.wording import WEEKDAYS

ISSUED = date(2024, 5, 9)  # a Thursday
COUNTS = st.integers(2, 28)
DAYS = st.dates(ISSUED + timedelta(days=1), date(2026, 12, 31))
VERBS = ("প্রতিবেদন পাঠাবেন", "তালিকা দাখিল করতে হবে", "হিসাব প্রেরণ করা হোক", "অগ্রগতি জানাতে হবে", "সভা করা বাধ্যতামূলক")
Case = tuple[str, dict[str, Any]]


def _figure(number: int, word: str = "") -> str:
    return to_bangla(f"{number:02}") + (f" ({word})" if word else "")


def _slashed(day: date) -> str:
    return to_bangla(f"{day:%d/%m/%Y}")


def _by(day: date, written: str, era: str, within: str) -> Case:
    last = day - timedelta(days=1) if within == "পূর্বে" else day
    return f"{written}{era} {within}", {"rule": "once", "on": last.isoformat()}


def _short(day: date) -> Case:
    """A day without a year is the next such day."""
    year = ISSUED.year + ((day.month, day.day) < (ISSUED.month, ISSUED.day))
    said = (
        f"{to_bangla(str(day.day))} {MONTHS[day.month - 1]}{'য়' if MONTHS[day.month - 1].endswith('ই') else ''}ের মধ্যে"
    )
    return said, {"rule": "once", "on": date(year, day.month, day.day).isoformat()}


def _span(count: int, unit: str, lead: str) -> Case:
    days = {
        "দিন": count,
        "সপ্তাহ": 7 * count,
        "কার্যদিবস": (working_day(ISSUED, count) - ISSUED).days,
        "কর্মদিবস": (working_day(ISSUED, count) - ISSUED).days,
    }[unit]
    return f"{lead}{_figure(count, 'কথায়')} {unit}ের মধ্যে", {"rule": "once", "on": f"issue+{days}"}


def _window(first: date, length: int, rhythm: Case) -> Case:
    last = first + timedelta(days=length)
    said = f"{_slashed(first)} তারিখ হতে {write_date(last)} তারিখ পর্যন্ত {rhythm[0]}"
    return said, {**rhythm[1], "from": first.isoformat(), "until": last.isoformat()}


RHYTHMS: st.SearchStrategy[Case] = st.one_of(
    st.integers(1, 7).map(lambda n: (f"প্রতি {WEEKDAYS[n - 1]}", {"rule": "weekly", "weekday": n})),
    st.integers(1, 7).map(lambda n: (f"প্রতি সপ্তাহের {WEEKDAYS[n - 1]}", {"rule": "weekly", "weekday": n})),
    st.integers(1, 28).map(lambda n: (f"প্রতি মাসের {to_bangla(str(n))} তারিখের মধ্যে", {"rule": "monthly", "day": n})),
    st.just(("প্রতি মাসের প্রথম সপ্তাহে", {"rule": "monthly", "day": 7})),
    st.just(("প্রতি সপ্তাহের শেষ কার্যদিবসে", {"rule": "weekly", "weekday": 4})),
)
FROM_ISSUE: st.SearchStrategy[Case] = st.one_of(
    st.sampled_from(("প্রতিদিন", "প্রত্যহ", "প্রতি দিন")).map(lambda word: (word, {"rule": "daily", "from": "issue"})),
    COUNTS.map(lambda n: (f"প্রতি {_figure(n)} দিন অন্তর", {"rule": "every", "days": n, "from": "issue"})),
)
CASES: st.SearchStrategy[Case] = st.one_of(
    DAYS.flatmap(
        lambda day: st.builds(
            _by,
            st.just(day),
            st.sampled_from(
                (write_date(day), _slashed(day), to_bangla(f"{day:%d.%m.%Y}"), to_bangla(f"{day:%d-%m-%Y}"))
            ),
            st.sampled_from((" তারিখের", " খ্রি. তারিখের", " খ্রিঃ তারিখ", " ইং তারিখের", "-এর", "এর")),
            st.sampled_from(("মধ্যে", "ভিতর", "পূর্বে")),
        )
    ),
    DAYS.filter(lambda day: (day.month, day.day) != (2, 29)).map(_short),
    st.builds(
        _span,
        COUNTS,
        st.sampled_from(("দিন", "সপ্তাহ", "কার্যদিবস", "কর্মদিবস")),
        st.sampled_from(("", "আগামী ", "পত্র প্রাপ্তির ", "এ পরিপত্র জারির তারিখ হতে ")),
    ),
    RHYTHMS,
    FROM_ISSUE,
    st.builds(_window, DAYS, st.integers(1, 60), st.one_of(RHYTHMS, FROM_ISSUE)),
)


FORMS = ("{n} দিন অন্তর", "{n}({b}) দিন অন্তর", "{n} ({b}) দিন পর পর", "{n}দিন পরপর", "প্রতি {n} দিনে একবার")
WITHIN = ("{n} দিনের মধ্যে", "{n}({b}) দিনের মধ্যে", "{n} ({b}) টি দিনের ভিতর", "{n}দিনের মধ্যে", "{n}টি দিনের মধ্যে")


@given(st.integers(2, 366), st.sampled_from(FORMS + WITHIN), st.booleans())
def test_a_number_in_words_counts_as_its_figure(number: int, form: str, short: bool) -> None:
    word = number_words(number)
    word = word.replace("ঁ", "").removesuffix("ো") if short else word
    found = timing(f"কর্মকর্তা {form.format(n=word, b=to_bangla(str(number)))} প্রতিবেদন পাঠাবেন।", "issue", ends=False)
    said = {"rule": "once", "on": f"issue+{number}"} if form in WITHIN else {"rule": "every", "days": number}
    assert [rule.model_dump(mode="json") for rule in found.rules] == [
        said | ({} if form in WITHIN else {"from": "issue"})
    ]


@pytest.mark.parametrize(
    ("span", "minutes"),
    [
        ("ছয় ঘণ্টা", 360),
        ("দেড় ঘণ্টা", 90),
        ("আধা ঘণ্টা", 30),
        ("সাড়ে তিন ঘণ্টা", 210),
        ("পৌনে দুই ঘণ্টা", 105),
        ("পঁয়তাল্লিশ মিনিট", 45),
    ],
)
def test_hours_in_words_and_their_halves_are_counted_where_there_is_a_poll(span: str, minutes: int) -> None:
    text = f"ভোটগ্রহণের দিন {span} অন্তর জানাতে হবে।"
    assert [rule.minutes for rule in timing(text, "issue").rules] == [minutes]
    assert timing(text, "issue", ends=False).unread == (f"{span} অন্তর",)


UNITS = ("দিন", "কার্যদিবস", "সপ্তাহ", "মাস", "বছর", "ঘণ্টা")
COUNTED = st.integers(1, 99).flatmap(
    lambda n: st.sampled_from((to_bangla(str(n)), number_words(n), f"{number_words(n)}({to_bangla(str(n))})"))
)
TIMES = st.one_of(
    st.builds(
        "{}{} {}".format,
        st.sampled_from(("", "আগামী ", "প্রতি ", "পরবর্তী ")),
        COUNTED,
        st.sampled_from([f"{unit} অন্তর" for unit in UNITS]),
    ),
    st.builds(
        "{}{} {}".format,
        st.sampled_from(("", "ঘটনার ", "আদেশ জারির ")),
        COUNTED,
        st.sampled_from([f"{unit}ের মধ্যে" for unit in UNITS]),
    ),
    st.builds("প্রতি {} {}ে".format, COUNTED, st.sampled_from(UNITS)),
    st.builds("{} {} বার".format, st.sampled_from(("সপ্তাহে", "মাসে", "বছরে", "দিনে")), COUNTED),
    st.sampled_from(
        (
            "মাস শেষে",
            "যত দ্রুত সম্ভব",
            "আগামীকাল",
            "অবিলম্বে",
            "ত্রৈমাসিক ভিত্তিতে",
            "আগামী মাসের শেষ সপ্তাহের মধ্যে",
            "প্রতি অর্থবছরে",
            "বিকাল ৫টার মধ্যে",
        )
    ),
)


@given(TIMES, st.sampled_from(VERBS))
def test_a_sentence_of_time_yields_a_rule_or_is_quoted(said: str, verb: str) -> None:
    found = timing(f"সংশ্লিষ্ট কর্মকর্তা {said} {verb}।", "issue", ends=False, issued=ISSUED)
    assert found.rules or found.unread


@given(CASES, st.sampled_from(VERBS))
def test_every_clause_of_time_gives_its_rule(case: Case, verb: str) -> None:
    said, rule = case
    found = timing(f"সংশ্লিষ্ট কর্মকর্তা {said} {verb}।", "issue", ends=False, issued=ISSUED)
    assert [each.model_dump(mode="json") for each in found.rules] == [rule]
    assert found.unread == ()


@pytest.mark.parametrize(
    "words",
    [
        "অভিযোগ প্রাপ্তির ৭ দিনের মধ্যে",
        "রোগী শনাক্ত হলে ২৪ ঘণ্টার মধ্যে",
        "বছরে দুইবার",
        "মাসিক ভিত্তিতে",
        "ঈদের পূর্বেই",
        "নির্ধারিত সময়ের মধ্যে",
        "প্রতি ছয় মাসে",
        "৩০ ফেব্রুয়ারি ২০২৪ তারিখের মধ্যে",
    ],
)
def test_words_of_time_that_give_no_rule_are_kept_to_be_quoted(words: str) -> None:
    found = timing(f"কর্মকর্তা {words} প্রতিবেদন পাঠাবেন। প্রতি রবিবার সভা করবেন।", "issue", ends=False, issued=ISSUED)
    assert [rule.rule for rule in found.rules] == ["weekly"]
    assert len(found.unread) == 1
    assert set(found.unread[0].split()) & set(words.split())


def test_working_days_leave_out_weekends_and_holidays() -> None:
    assert working_day(date(2023, 12, 13), 2) == date(2023, 12, 17)  # the 15th is a Friday, the 16th a holiday
    assert not is_working(date(2024, 4, 11))
    assert working_day(date(2024, 4, 9), 1) == date(2024, 4, 15)  # Eid, the weekend and the new year


CIRCULAR = """নমুনা কার্যালয়

স্মারক নং: ১২.০০.০০০০.০০১.০১.০০১.২৪-৫	তারিখ: ০৯ মে ২০২৪

পরিপত্র

বিষয়: সভা।

{preamble}

১। {first}

(নমুনা নাম)
সচিব

বিতরণ:
১। জেলা প্রশাসক (সকল)
"""


def test_a_duty_outside_every_directive_is_quoted() -> None:
    asked = "সকল দপ্তরকে প্রস্তুতি সম্পন্ন করার জন্য অনুরোধ করা হলো।"
    text = CIRCULAR.format(preamble=asked, first="তালিকা প্রেরণ করতে হবে।")
    content = understand(read_text(text)).content
    assert [(each.code, each.text) for each in content.directives] == [("*1", asked), ("1", "তালিকা প্রেরণ করতে হবে।")]
    typed = kind_named("circular").check(content.model_copy(update={"preamble": asked}), None)
    (doubt,) = [each for each in typed if each.code == "obligation-unread"]
    assert doubt.path == "preamble"
    assert asked in str(doubt.as_json()["message_en"])
    quiet = CIRCULAR.format(preamble="নিম্নরূপ নির্দেশনা প্রদান করা হলো:", first="তালিকা প্রেরণ করতে হবে।")
    assert "obligation-unread" not in {each.code for each in understand(read_text(quiet)).doubts}


def test_a_poll_that_only_the_subject_names_ends_what_is_wanted_day_by_day() -> None:
    text = CIRCULAR.replace("বিষয়: সভা", "বিষয়: নমুনা উপজেলা পরিষদের সাধারণ নির্বাচন")
    reading = understand(
        read_text(text.format(preamble="নিম্নরূপ নির্দেশনা:", first="প্রতি ৩ দিন অন্তর তালিকা প্রেরণ করতে হবে।"))
    )
    assert reading.content.directives[0].schedule[0].until == "anchor"
