"""A sentence says the same in both languages, takes exactly its facts, and writes them as each language does."""

from __future__ import annotations

import pytest

from angikar.rules.sentence import Explained, Sentence, catalogue

LEFT = Sentence("days-left/one", "{what}: {count} দিন বাকি ({day:d})।", "{what}: {count} days left ({day:d}).")


def test_facts_are_written_as_each_language_writes_them() -> None:
    bangla, english = LEFT.both(what=("কর্মপরিকল্পনা", "The plan"), count=12, day="2018-12-31")
    assert bangla == "কর্মপরিকল্পনা: ১২ দিন বাকি (৩১ ডিসেম্বর ২০১৮)।"
    assert english == "The plan: 12 days left (2018-12-31)."


def test_digits_follow_the_language_where_the_sentence_asks_for_it_and_else_stay() -> None:
    said = Sentence("code", "{code:n} {text}", "{code:n} {text}")
    assert said.both(code="[3.1.1]", text="12") == ("[৩.১.১] 12", "[3.1.1] 12")


def test_an_explained_error_has_its_code_and_both_sentences() -> None:
    error = Explained(LEFT, what="ক", count=1, day="2018-12-31")
    assert (error.code, LEFT.name) == ("days-left/one", "days-left")
    assert error.message.startswith("ক: ১ দিন")
    assert str(error) == error.message_en


@pytest.mark.parametrize("facts", [{}, {"what": "ক"}, {"what": "ক", "count": 1, "day": "2018-12-31", "more": 1}])
def test_a_sentence_takes_exactly_its_facts(facts: dict[str, str | int]) -> None:
    with pytest.raises(TypeError, match="days-left"):
        Explained(LEFT, **facts)


def test_two_sentences_never_share_a_code() -> None:
    other = Sentence(LEFT.code, "অন্য কথা", "something else")
    assert catalogue({"LEFT": LEFT, "SAME": LEFT}) == {LEFT.code: LEFT}
    with pytest.raises(ValueError, match="days-left/one"):
        catalogue({"LEFT": LEFT}, {"OTHER": other})


def test_a_figure_of_eight_digits_is_no_day() -> None:
    target = Sentence("target", "{figure:d}", "{figure:d}")
    assert target.both(figure="20181231") == ("২০১৮১২৩১", "20181231")
    assert target.both(figure="2018-12-31") == ("৩১ ডিসেম্বর ২০১৮", "2018-12-31")
