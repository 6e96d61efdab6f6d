"""A content holds a day, a month, an hour where its field says so, whoever wrote it: else it is refused with the place that does not fit."""

from __future__ import annotations

import json
from typing import Any

import pytest

from angikar.rules.kinds import UnknownContent, UnknownKind, kind_named, restore

MINUTES: dict[str, Any] = {"month": "2023-02", "date": "2023-03-01", "time": "11:00"}


def sent(kind: str, content: dict[str, Any], framework: object = None) -> str:
    return json.dumps({"kind": kind, "framework": framework, "content": content})


@pytest.mark.parametrize(
    "wrong", ["2023-02-30", "২০২৩-০৩-০১", "2023-0301", "2023-W09", "yesterday", "9" * 1000, "\n", "\u202e"]
)
@pytest.mark.parametrize(
    ("kind", "content", "where"),
    [
        ("circular", {"letter": {"date": "here"}}, "letter.date"),
        ("plain_letter", {"signatories": [{"signed_on": "here"}]}, "signatories.0.signed_on"),
        ("minutes", {"date": "here"}, "date"),
        ("minutes", {"time": "here"}, "time"),
        ("minutes", {"month": "here"}, "month"),
        (
            "minutes",
            {"items": [{"number": "1", "decisions": [{"text": "ক", "due": "here"}]}]},
            "items.0.decisions.0.due",
        ),
        ("circular", {"paragraphs": [{"number": "here"}]}, "paragraphs.0.number"),
        ("progress_report", {"on": "here"}, "on"),
        ("evaluation_sheet", {"on": "here"}, "on"),
    ],
)
def test_a_field_of_time_or_of_order_takes_no_other_text(
    kind: str, content: dict[str, Any], where: str, wrong: str
) -> None:
    with pytest.raises(UnknownContent) as refused:
        restore(sent(kind, content).replace('"here"', json.dumps(wrong)))
    assert refused.value.facts["where"] == where


def test_times_that_are_right_are_taken_and_an_empty_one_is_none() -> None:
    assert restore(sent("minutes", MINUTES)).content.time == "11:00"
    assert restore(sent("minutes", MINUTES | {"date": ""})).content.date is None


@pytest.mark.parametrize("framework", ["../../etc/passwd", ["agreement-2022-23"], {}, 7, ""])
def test_a_framework_that_is_not_known_is_refused(framework: object) -> None:
    with pytest.raises(UnknownContent):
        restore(sent("circular", {}, framework))


def test_what_a_stranger_calls_his_kind_is_quoted_in_one_short_line() -> None:
    with pytest.raises(UnknownKind) as refused:
        restore(sent("ক\nখ" * 500, {}))
    assert "\n" not in refused.value.message
    assert len(refused.value.message) < 300


@pytest.mark.parametrize("day", ["1429-98-01", "0-1-1", "\u202e", "1429\uc3f512", "1(((((", "9" * 990 + "-1-1"])
@pytest.mark.parametrize("kind", ["plain_letter", "circular", "minutes"])
def test_a_bangla_day_that_is_none_is_doubted_and_printed_as_it_is(kind: str, day: str) -> None:
    content = {"letter": {"memo_number": "12", "bangla_date": day}} | (MINUTES if kind == "minutes" else {})
    reading = restore(sent(kind, content))
    assert kind_named(kind).write(reading.content).text
    assert "bangla-date-impossible" in {doubt.code for doubt in kind_named(kind).check(reading.content, None)}


def test_a_content_with_endless_digits_is_refused() -> None:
    with pytest.raises(UnknownContent, match="too many digits in a row"):
        restore('{"kind": "circular", "content": {"subject": "' + "৯" * 1001 + '"}}')
