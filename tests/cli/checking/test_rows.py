"""What the doctor says of the clock: the order of the history tells when it was set back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from angikar.cli.checking.rows import clock
from angikar.history.models import Entry


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("minutes", "well", "said"),
    [
        ([-90, -60, -30], True, "went forward only"),
        ([-90, -60, -63], True, "went forward only"),
        ([-30, -90, -20], None, "The clock was set back once"),
        ([-90, 1440, 3], False, "The clock of this machine is behind"),
    ],
)
def test_the_history_shows_when_the_clock_was_set_back(minutes: list[int], well: bool | None, said: str) -> None:
    now = timezone.now()
    for number, ago in enumerate(minutes):
        at = now + timedelta(minutes=ago)
        Entry.objects.create(at=at, verb="office.found", kind="offices.office", object_id=1, hash=f"{number:064}")
    (found,) = clock()
    assert found.well is well
    assert said in found.said[1]
