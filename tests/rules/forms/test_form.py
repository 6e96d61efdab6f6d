"""Small forms: each field judged at its own place, nothing taken for zero that nobody told, and totals in any order."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.forms.answers import sent_again, text_of, totals
from angikar.rules.forms.form import MOST_WORDS, Field, Form, Moment, judge_form
from angikar.rules.forms.spending import Limit

NOON = Moment(date(2022, 10, 14), time(12))
LIMITS = (Limit(subject="চেয়ারম্যান", item="নির্বাচনি ব্যয়", most="500000"), Limit(subject="সদস্য", most="100000"))
FORM = Form(
    fields=(
        Field(name="seen", label="কয়টি", kind="number", unit="টি", least="0", most="1000", whole=True),
        Field(name="rate", label="হার", kind="number", required=False),
        Field(name="calm", label="শান্ত কি", kind="yes_no"),
        Field(name="state", label="অবস্থা", kind="choice", choices=("ভালো", "মন্দ"), required=False),
        Field(name="day", label="কোন দিন", kind="date", required=False),
        Field(name="clock", label="কখন", kind="time", required=False),
        Field(name="place", label="কোথায়", kind="place", required=False),
        Field(name="words", label="কথায়", kind="text", required=False),
        Field(name="spent", label="ব্যয়", kind="spending", limits=LIMITS, required=False),
        Field(name="photo", label="ছবি", kind="files", required=False),
    )
)

_figures = st.decimals(0, 1000, places=2).map(lambda figure: format(figure.normalize(), "f"))
_words = st.text("কখগ ০১ab", min_size=1, max_size=20).map(str.strip).filter(bool)
_degrees = st.integers(-89, 89).map(str)
_rows = st.fixed_dictionaries(
    {
        "who": _words.map(lambda text: " ".join(text.split())),
        "limit": st.sampled_from([limit.name for limit in LIMITS]),
        "amount": _figures,
    }
)
_answers = st.fixed_dictionaries(
    {"seen": st.integers(0, 1000).map(str), "calm": st.sampled_from(["yes", "no"])},
    optional={
        "rate": _figures,
        "state": st.sampled_from(["ভালো", "মন্দ"]),
        "day": st.dates(date(2020, 1, 1), date(2022, 10, 13)).map(date.isoformat),
        "clock": st.times().map(lambda clock: f"{clock:%H:%M}").filter(lambda clock: clock <= "12:00"),
        "place": st.fixed_dictionaries({"text": _words}, optional={})
        | st.fixed_dictionaries({"text": _words, "latitude": _degrees, "longitude": _degrees}),
        "words": _words,
        "spent": st.lists(_rows, min_size=1, max_size=4),
    },
)


def _sent(**fields: str) -> dict[str, str]:
    return {"f-seen": "৭", "f-calm": "yes", **{f"f-{name.replace('__', '-')}": value for name, value in fields.items()}}


@given(_answers)
def test_last_time_s_answer_sent_again_is_the_same_answer(values: dict[str, Any]) -> None:
    filled = judge_form(FORM, sent_again(FORM, values), NOON, {})
    assert filled.doubts == ()
    assert filled.values == values


@given(st.lists(_answers, max_size=5).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_totals_do_not_depend_on_the_order_of_the_reports(both: tuple[list[Any], list[Any]]) -> None:
    shown, shuffled = (
        [
            (each.reported, each.sum, each.counts, sorted(words for _, words in each.words))
            for each in totals(FORM, rows)
        ]
        for rows in both
    )
    assert shown == shuffled


@given(_answers)
def test_every_stored_answer_is_shown_in_both_languages(values: dict[str, Any]) -> None:
    for each in FORM.fields:
        for bangla in (True, False):
            assert bool(text_of(each, values.get(each.name), bangla=bangla)) == (each.name in values)


def test_what_nobody_shown_has_no_sum() -> None:
    shown = {each.field.name: each for each in totals(FORM, [{"calm": "no"}, {"seen": "0", "calm": "yes"}])}
    assert (shown["rate"].reported, shown["rate"].sum) == (0, None)
    assert (shown["seen"].reported, shown["seen"].sum) == (1, Decimal(0))
    assert shown["calm"].counts == (("yes", 1), ("no", 1))


@pytest.mark.parametrize(
    ("sent", "field", "code"),
    [
        ({"f-seen": ""}, "seen", "field-empty"),
        ({"f-seen": "অনেক"}, "seen", "number-unreadable"),
        ({"f-seen": "১০-১২"}, "seen", "number-unreadable"),
        ({"f-seen": "-1"}, "seen", "number-too-small"),
        ({"f-seen": "১০০১"}, "seen", "number-too-large"),
        ({"f-seen": "1.5"}, "seen", "number-not-whole"),
        ({"f-calm": "হয়তো"}, "calm", "choice-unknown"),
        ({"f-state": "মাঝারি"}, "state", "choice-unknown"),
        ({"f-day": "2022-10-15"}, "day", "date-ahead"),
        ({"f-day": "শীঘ্রই"}, "day", "date-unreadable"),
        ({"f-clock": "12:01"}, "clock", "time-ahead"),
        ({"f-clock": "25:00"}, "clock", "time-unreadable"),
        ({"f-place-latitude": "23.8"}, "place", "degrees-unreadable"),
        ({"f-place-latitude": "91", "f-place-longitude": "90"}, "place", "degrees-unreadable"),
        ({"f-words": "ক" * (MOST_WORDS + 1)}, "words", "words-too-long"),
        ({"f-spent-0-who": "ক", "f-spent-0-limit": "সদস্য"}, "spent", "row-incomplete"),
        ({"f-spent-0-who": "ক", "f-spent-0-limit": "সদস্য", "f-spent-0-amount": "-5"}, "spent", "number-too-small"),
        ({"f-spent-0-who": "ক", "f-spent-0-limit": "অন্য", "f-spent-0-amount": "5"}, "spent", "row-incomplete"),
    ],
)
def test_what_is_wrong_is_said_at_its_own_field_and_the_rest_is_read(
    sent: dict[str, str], field: str, code: str
) -> None:
    filled = judge_form(FORM, {**_sent(), **sent}, NOON, {})
    assert [(doubt.path, doubt.code) for doubt in filled.doubts] == [(field, code)]
    assert {"seen", "calm"} - {field} <= set(filled.values)


def test_a_time_of_an_earlier_day_may_be_later_than_the_clock() -> None:
    assert judge_form(FORM, _sent(day="২০২২-১০-১৩", clock="২৩:৫০"), NOON, {}).doubts == ()
    assert [each.code for each in judge_form(FORM, _sent(day="2022-10-14", clock="23:50"), NOON, {}).doubts] == [
        "time-ahead"
    ]


def test_a_file_that_must_come_is_missed() -> None:
    form = Form(fields=(Field(name="photo", label="ছবি", kind="files"),))
    assert [each.code for each in judge_form(form, {}, NOON, {}).doubts] == ["files-missing"]
    assert judge_form(form, {}, NOON, {"photo": 1}).doubts == ()
