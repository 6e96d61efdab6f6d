"""Paths, typed values and doubts, without a database."""

from __future__ import annotations

import pytest

from angikar.history.refusal import Refused
from angikar.papers import content, doubts
from angikar.rules.document import Place
from angikar.rules.reading import Doubt
from tests.doubts import doubt_of

CONTENT = {"office": "ক", "areas": [{"weight": "7", "target": ["1"], "baselines": {"2020-21": "3"}}]}


def test_a_value_is_put_without_touching_the_old_content() -> None:
    changed = content.put(CONTENT, "areas.0.weight", "8")
    assert (content.at(changed, "areas.0.weight"), content.at(CONTENT, "areas.0.weight")) == ("8", "7")
    assert content.at(content.put(CONTENT, "areas.1", {"weight": "1"}), "areas.1.weight") == "1"
    assert content.at(content.put(CONTENT, "areas.0.baselines.2021-22", "4"), "areas.0.baselines.2021-22") == "4"


def test_a_single_value_put_at_the_place_of_a_list_becomes_a_list() -> None:
    assert content.at(content.put(CONTENT, "areas.0.target", "9"), "areas.0.target") == ["9"]


@pytest.mark.parametrize("path", ["areas.7.weight", "areas.x", "office.name", "areas.5"])
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(Refused, match="no such place"):
        content.put(CONTENT, path, "1")


@pytest.mark.parametrize(
    ("path", "typed", "stored"),
    [
        ("areas.0.weight", "৭", "7"),
        ("areas.0.weight", "7.50", "7.5"),
        ("areas.0.weight", "১,২৩,৪৫৬", "123456"),
        ("areas.0.target", "৩১.০৭.২০১৮", "2018-07-31"),
        ("areas.0.target", ["৩", "২০১৮-০৭-৩১"], ["3", "2018-07-31"]),
        ("areas.0.quarter_targets", "৯, ৯; ১,২৩৪", ["9", "9", "1234"]),
        ("areas.0.weight", "  ", None),
        ("office", " ক দপ্তর ", "ক দপ্তর"),
        ("areas.0.lines", 4, 4),
        ("areas.0.quarter_targets", "-, ৩১.১০.২০১৮, -, -", [None, "2018-10-31", None, None]),
    ],
)
def test_what_a_person_types_becomes_canonical(path: str, typed: object, stored: object) -> None:
    assert content.figure(path, typed) == stored


@pytest.mark.parametrize("typed", ["সাতাশ হাতি", "31.02.2018", "—x"])
def test_what_is_no_figure_is_refused_where_a_figure_belongs(typed: str) -> None:
    with pytest.raises(Refused, match="neither a number nor a date"):
        content.figure("areas.0.weight", typed)


def test_a_mark_is_no_day() -> None:
    with pytest.raises(Refused):
        content.figure("areas.0.activities.0.indicators.0.weight", "১৫.০১.২০২৩")


def test_the_sentences_of_a_schedule_are_its_rules() -> None:
    rules = content.figure("directives.0.schedule", "প্রতি মাসের ১০ তারিখের মধ্যে; তাৎক্ষণিকভাবে")
    assert rules == [{"rule": "monthly", "day": 10}, {"rule": "immediate"}]
    with pytest.raises(Refused, match="not understood as a schedule"):
        content.figure("directives.0.schedule", "যখন খুশি")


def test_paths_overlap_when_one_lies_in_the_other() -> None:
    assert content.overlap("areas.1.weight", "areas.1.weight")
    assert content.overlap("areas.1", "areas.1.weight")
    assert not content.overlap("areas.1", "areas.11")
    assert not content.overlap("areas.1.weight", "areas.1.title")


def _doubt(code: str, path: str, message: str = "কথা", line: int | None = None) -> Doubt:
    return doubt_of(code, "error", (message, message), path, Place(line=line))


def test_a_check_that_no_longer_complains_takes_its_doubt_away() -> None:
    sum_wrong, smudge = _doubt("sum", "areas.1.weight", line=4), _doubt("smudge", "office", line=1)
    stored = doubts.entered([smudge, sum_wrong], [_doubt("sum", "areas.1.weight")])
    assert [each.origin for each in stored] == ["reading", "check"]
    after = doubts.after_change(stored, [], "areas.1.title")
    assert [each.code for each in after] == ["smudge"]


def test_a_doubt_of_reading_is_answered_by_writing_into_its_place() -> None:
    stored = doubts.entered([_doubt("smudge", "office"), _doubt("torn", "")], [])
    after = doubts.after_change(stored, [], "office")
    assert [each.code for each in after] == ["torn"]


def test_what_was_kept_stays_kept_until_the_doubt_says_something_else() -> None:
    same, other = _doubt("sum", "areas.1.weight", "7 ≠ 8"), _doubt("sum", "areas.1.weight", "7 ≠ 9")
    stored = doubts.entered([same], [same])
    kept = doubts.settled(stored, stored[0].key, "keep", by="জনাব", words="যেমন আছে")
    assert doubts.still_open(doubts.after_change(kept, [same], "areas.1.title")) == []
    assert [each.message for each in doubts.still_open(doubts.after_change(kept, [other], "x"))] == ["7 ≠ 9"]
    with pytest.raises(Refused, match="settled already"):
        doubts.find(kept, stored[0].key)


@pytest.mark.parametrize(
    ("path", "typed", "kept"),
    [
        ("letter.date", "১৩ অক্টোবর ২০২২", "2022-10-13"),
        ("anchor", "২৯.১১.২০২২", "2022-11-29"),
        ("letter.memo_number", "১৭.০০-৪", "17.00-4"),
        ("areas.0.activities.0.indicators.0.counting", "ক্রমপুঞ্জিভূত", "cumulative"),
        ("areas.0.activities.0.indicators.0.counting", "average", "average"),
        ("areas.0.activities.0.indicators.0.unit", "%", "percent"),
    ],
)
def test_days_numbers_and_official_words_become_canonical(path: str, typed: str, kept: str) -> None:
    assert content.figure(path, typed) == kept


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(Refused):
        content.figure("anchor", "শীঘ্রই")
