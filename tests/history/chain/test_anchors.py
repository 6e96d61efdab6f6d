"""Anchors hold one another in the order of what they tie, also where the clock was set back between two of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from angikar.history.chain.actions import checkpoint
from angikar.history.chain.anchors import anchor, compare
from angikar.offices.actions import found_office


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("days", [[0, 1, 2, 1, 1, 2], [0, 9, 1, 2, 9], [5, 4, 3, 3, 6]])
def test_anchors_agree_after_the_clock_was_set_back(
    days: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    began, files = timezone.now(), set()
    for turn, day in enumerate(days):
        found_office(f"দপ্তর {turn}", kind="district", by=None)
        checkpoint()
        files.add(anchor(began + timedelta(days=day)))
    found = compare()
    assert (found.wrong, found.foreign) == ((), ())
    assert len(files) == len(set(days)) + sum(
        day in days[:turn] and days[turn - 1] != day for turn, day in enumerate(days)
    ), "a day that comes again has an anchor beside the first"
    assert found.last == timezone.localtime(began + timedelta(days=days[-1])).date()
