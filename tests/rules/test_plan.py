"""What identifies an indicator of a plan."""

from __future__ import annotations

import pytest

from angikar.rules.plan import IndicatorId


@pytest.mark.parametrize("text", ["own:1.1.1", "governance:2.1", "own:", "own:a:b"])
def test_an_indicator_is_written_as_it_was_parsed(text: str) -> None:
    assert str(IndicatorId.parse(text)) == text


def test_a_code_of_another_part_is_another_indicator() -> None:
    assert IndicatorId.parse("own:1.1.1") != IndicatorId("governance", "1.1.1")


@pytest.mark.parametrize("text", ["", "1.1.1", "Own:1.1.1", "other:1.1.1"])
def test_a_text_without_a_known_part_is_no_indicator(text: str) -> None:
    with pytest.raises(ValueError, match="no plan has a part"):
        IndicatorId.parse(text)
