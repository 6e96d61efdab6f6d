"""Judging what is typed as an answer: one figure or one sentence that says what to write instead."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.rules.duty import Answer, Ask, AskKind, figure, judge
from angikar.rules.plan import Counting, Unit
from angikar.rules.reading import Doubt

TODAY = date(2023, 3, 20)


def _ask(unit: Unit | None = "number", counting: Counting | None = "sum", kind: AskKind = "figure") -> Ask:
    return Ask(kind=kind, key="1", text="", unit=unit, counting=counting, choices=("চলমান", "বাস্তবায়িত"))


@pytest.mark.parametrize(
    ("typed", "unit", "counting", "value"),
    [
        ("১,২৫০.৫", "number", "sum", "1250.5"),
        ("০", "number", "sum", "0"),
        ("৯৫%", "percent", "average", "95"),
        ("২৬১ (৯৯+১৬২)", "number", "sum", "261"),
        (" ১৫.০৩.২০২৩ ", "date", "date", "2023-03-15"),
        ("২০ মার্চ ২০২৩", "date", "date", "2023-03-20"),
        ("15.03.2023", None, None, "2023-03-15"),
        ("15", None, None, "15"),
        ("15.5", None, "cumulative", "15.5"),
    ],
)
def test_a_figure_is_made_canonical(typed: str, unit: Unit, counting: Counting, value: str) -> None:
    assert figure(_ask(unit, counting), typed, TODAY) == value


@pytest.mark.parametrize(
    ("typed", "unit", "counting", "code"),
    [
        ("অনেক", "number", "sum", "number-unreadable"),
        ("৫-৭", "number", "sum", "number-unreadable"),
        ("২৬১ (৯৯+১৬৩)", "number", "sum", "number-unreadable"),
        ("১৫.০৩.২০২৩", "number", "sum", "number-unreadable"),
        ("15.03.2023", None, "average", "number-unreadable"),
        ("-৩", "number", "sum", "number-negative"),
        ("১.২৩৪৫৬", "rate", "average", "number-too-fine"),
        ("২১.০৩.২০২৩", "date", "date", "date-ahead"),
        ("৩১.০২.২০২৩", "date", "date", "date-unreadable"),
        ("5", "date", "date", "date-unreadable"),
    ],
)
def test_what_cannot_stand_says_what_to_write(typed: str, unit: Unit, counting: Counting, code: str) -> None:
    doubt = figure(_ask(unit, counting), typed, TODAY)
    assert isinstance(doubt, Doubt)
    assert (doubt.code, doubt.severity, doubt.path) == (code, "error", "value")
    assert doubt.message != doubt.message_en


def test_an_empty_answer_is_not_zero() -> None:
    assert figure(_ask(), "  ", TODAY) is None
    assert judge(_ask(), {"value": "", "words": " কথা "}, TODAY) == Answer(words="কথা")


def test_what_does_not_apply_has_no_figure_even_where_one_was_typed() -> None:
    shown = judge(_ask(), {"value": "অনেক", "words": "স্থগিত", "not_applicable": "1"}, TODAY)
    assert shown == Answer(words="স্থগিত", not_applicable=True)


def test_a_choice_is_one_of_those_offered() -> None:
    decision = _ask(None, None, "decision")
    assert judge(decision, {"choice": "চলমান", "value": "7"}, TODAY) == Answer(choice="চলমান")
    wrong = judge(decision, {"choice": "হয়তো"}, TODAY)
    assert isinstance(wrong, Doubt)
    assert (wrong.code, wrong.path) == ("choice-unknown", "choice")


MEAN = Ask(kind="figure", key="m", text="", unit="percent", counting="average")


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"numerator": "৯০", "denominator": "১২০"}, ("75", "90", "120")),
        ({"numerator": "1", "denominator": "3"}, ("33.3333", "1", "3")),
        ({"value": "33.3", "numerator": "1", "denominator": "3"}, ("33.3", "1", "3")),
        ({"value": "৭৫"}, ("75", None, None)),
    ],
)
def test_a_mean_may_be_shown_as_so_much_of_so_many(sent: dict[str, str], expected: tuple[str, ...]) -> None:
    shown = judge(MEAN, sent, date(2023, 1, 1))
    assert isinstance(shown, Answer)
    assert (shown.value, shown.numerator, shown.denominator) == expected


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"numerator": "৯০"}, "pair-incomplete"),
        ({"numerator": "৯০", "denominator": "০"}, "pair-incomplete"),
        ({"numerator": "অনেক", "denominator": "১২"}, "pair-incomplete"),
        ({"value": "80", "numerator": "90", "denominator": "120"}, "pair-disagrees"),
    ],
)
def test_a_pair_that_gives_no_mean_or_another_one_is_said(sent: dict[str, str], code: str) -> None:
    shown = judge(MEAN, sent, date(2023, 1, 1))
    assert isinstance(shown, Doubt)
    assert (shown.code, shown.path) == (code, "numerator")


def test_a_sum_has_no_pair() -> None:
    shown = judge(MEAN.model_copy(update={"counting": "sum"}), {"value": "5", "numerator": "1"}, date(2023, 1, 1))
    assert isinstance(shown, Answer)
    assert shown.numerator is None
