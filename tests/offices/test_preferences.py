"""By which channels a kind of notice reaches an officer."""

from __future__ import annotations

from angikar.offices.models import Officer
from angikar.offices.preferences import NoticeWay, way_of


def test_every_channel_reaches_who_has_chosen_none() -> None:
    assert way_of(Officer(), "reminder") == NoticeWay(email=True, sms=True, at_once=True)


def test_a_choice_holds_for_its_kind_alone() -> None:
    officer = Officer(notice_ways={"reminder": {"sms": False, "at_once": False}})
    assert way_of(officer, "reminder") == NoticeWay(email=True, sms=False, at_once=False)
    assert way_of(officer, "alarm") == NoticeWay()
