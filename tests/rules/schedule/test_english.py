"""English circulars: what must be done by a day, each week or each month has its schedule, and what yields none is quoted."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.rules.schedule.clauses import timing
from angikar.rules.schedule.time_words import obliges


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Every office shall send the list by 25 March 2023", [{"rule": "once", "on": "2023-03-25"}]),
        ("The list must be sent on or before the 5th April, 2023.", [{"rule": "once", "on": "2023-04-05"}]),
        ("Submit the forms not later than March 31, 2023", [{"rule": "once", "on": "2023-03-31"}]),
        ("The gates shall be closed before 02/04/2023", [{"rule": "once", "on": "2023-04-01"}]),
        ("Statements shall be sent within the 5th of each month", [{"rule": "monthly", "day": 5}]),
        ("A report must be sent every Sunday", [{"rule": "weekly", "weekday": 7}]),
        ("The reply shall be given within 7 days of receipt", [{"rule": "once", "on": "issue+7"}]),
        ("The gates shall be checked daily", [{"rule": "daily", "from": "issue"}]),
    ],
)
def test_an_english_clause_of_time_has_its_schedule(text: str, rules: list[dict[str, object]]) -> None:
    found = timing(text, "issue", ends=False, issued=date(2023, 3, 12))
    assert [rule.model_dump(mode="json", by_alias=True, exclude_none=True) for rule in found.rules] == rules
    assert found.unread == ()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The accounts shall be closed by the end of the season.", "by the end of the"),
        ("Reports shall be sent quarterly.", "quarterly"),
        ("The list shall be sent within 3 working days.", "within 3 working days"),
    ],
)
def test_english_words_of_time_that_yield_nothing_are_quoted(text: str, quoted: str) -> None:
    found = timing(text, "issue", issued=date(2023, 3, 12))
    assert (found.rules, found.unread) == ((), (quoted,))


@pytest.mark.parametrize(
    ("text", "is_duty"),
    [
        ("No trench shall be left open overnight.", True),
        ("All managers are requested to attend.", True),
        ("Supervisors will submit the list.", True),
        ("The meeting was held in the hall.", False),
        ("It will be sunny.", False),
        ("Google Drive-এ by 5 March 2023 লেখা আছে।", False),
    ],
)
def test_english_verbs_of_duty_put_one_on_somebody(text: str, is_duty: bool) -> None:
    assert obliges(text) is is_duty


def test_latin_letters_in_a_bangla_sentence_say_nothing_of_time() -> None:
    assert timing("ফাইলের নাম every Sunday হবে।", "issue", issued=date(2023, 3, 12)).rules == ()
