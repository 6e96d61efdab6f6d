"""The migrations of the register: an empty house gets every table, and what was acting before is an additional charge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db.migrations.state import StateApps

from tests.old_steps import executor

BEFORE, AFTER = ("offices", "0003_tenure_note"), ("offices", "0004_the_register")
POSTS_ALONE, OFFICES_TOO = ("offices", "0009_approvals"), ("offices", "0010_acts_on_offices")


@pytest.fixture
def before(transactional_db: None) -> Iterator[StateApps]:
    """The rows as they were before the register; afterwards everything is as new."""
    back = executor()
    leaves = back.loader.graph.leaf_nodes()
    yield back.migrate([BEFORE]).apps
    executor().migrate(leaves)


def test_an_acting_charge_becomes_an_additional_one(before: StateApps) -> None:
    office = before.get_model("offices", "Office").objects.create(path="001", name="দপ্তর")
    tenures = before.get_model("offices", "Tenure").objects
    officer = before.get_model("offices", "Officer").objects.create(username="a", name="ক")
    for title, acting in (("প্রধান", False), ("সহকারী", True)):
        post = before.get_model("offices", "Post").objects.create(office=office, title=title)
        tenures.create(officer=officer, post=post, since=date(2022, 7, 1), acting=acting)
    after = executor().migrate([AFTER]).apps
    found = after.get_model("offices", "Tenure").objects.order_by("pk").values_list("charge", flat=True)
    assert list(found) == ["regular", "additional"]


def test_who_holds_the_post_of_a_waiting_request_is_noted(transactional_db: None) -> None:
    back = executor()
    leaves = back.loader.graph.leaf_nodes()
    old = back.migrate([POSTS_ALONE]).apps
    office = old.get_model("offices", "Office").objects.create(path="001", name="দপ্তর")
    asker = old.get_model("offices", "Officer").objects.create(username="a", name="ক")
    moment = datetime(2022, 7, 1, tzinfo=UTC)
    for title in ("প্রধান", "শূন্য"):
        post = old.get_model("offices", "Post").objects.create(office=office, title=title)
        if title == "প্রধান":
            old.get_model("offices", "Tenure").objects.create(officer=asker, post=post, since=moment.date())
        facts = {"kind": "release", "post": post, "asked_by": asker, "asked_at": moment, "expires": moment}
        old.get_model("offices", "Approval").objects.create(**facts)
    new = executor().migrate([OFFICES_TOO]).apps
    found = new.get_model("offices", "Approval").objects.order_by("pk").values_list("holder__username", flat=True)
    assert list(found) == ["a", None]
    executor().migrate(leaves)
