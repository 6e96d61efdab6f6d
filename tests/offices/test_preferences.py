"""By which channels a kind of notice reaches an officer."""

from __future__ import annotations

from angikar.offices.models import Officer
from angikar.offices.preferences import NoticeWay, way_of


def test_what_cannot_wait_comes_by_every_channel_and_the_rest_in_the_letter_of_the_day() -> None:
    assert way_of(Officer(), "alarm") == NoticeWay(email=True, sms=True, at_once=True)
    assert way_of(Officer(), "late") == NoticeWay(email=True, sms=True, at_once=False)
    assert way_of(Officer(), "reminder") == NoticeWay(email=True, sms=False, at_once=False)


def test_a_choice_holds_for_its_kind_alone() -> None:
    officer = Officer(notice_ways={"reminder": {"sms": True, "at_once": True}})
    assert way_of(officer, "reminder") == NoticeWay(email=True, sms=True, at_once=True)
    assert way_of(officer, "alarm") == NoticeWay()
