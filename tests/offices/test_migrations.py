"""The migrations of the register: an empty house gets every table, and what was acting before is an additional charge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.db.migrations.state import StateApps

from tests.old_steps import executor

BEFORE, AFTER = ("offices", "0003_tenure_note"), ("offices", "0004_the_register")
POSTS_ALONE, OFFICES_TOO = ("offices", "0009_approvals"), ("offices", "0010_acts_on_offices")


Migrate = Callable[[tuple[str, str]], StateApps]


@pytest.fixture
def migrate(transactional_db: None) -> Iterator[Migrate]:
    """Takes the tables to a step; afterwards they are as new, whatever became of the test."""
    leaves = executor().loader.graph.leaf_nodes()
    yield lambda step: executor().migrate([step]).apps
    executor().migrate(leaves)


def test_rows_of_older_tables_keep_their_meaning_in_the_tables_of_today(migrate: Migrate) -> None:
    """An acting charge becomes an additional one; who holds the post of a waiting request is noted. One walk, for each goes over all steps."""
    _fill_charges(migrate(BEFORE))
    found = migrate(AFTER).get_model("offices", "Tenure").objects.order_by("pk").values_list("charge", flat=True)
    assert list(found) == ["regular", "additional"]
    _fill_requests(migrate(POSTS_ALONE))
    found = (
        migrate(OFFICES_TOO)
        .get_model("offices", "Approval")
        .objects.order_by("pk")
        .values_list("holder__username", flat=True)
    )
    assert list(found) == ["b", None]


def _fill_charges(old: StateApps) -> None:
    office = old.get_model("offices", "Office").objects.create(path="001", name="দপ্তর")
    officer = old.get_model("offices", "Officer").objects.create(username="a", name="ক")
    for title, acting in (("প্রধান", False), ("সহকারী", True)):
        post = old.get_model("offices", "Post").objects.create(office=office, title=title)
        old.get_model("offices", "Tenure").objects.create(
            officer=officer, post=post, since=date(2022, 7, 1), acting=acting
        )


def _fill_requests(old: StateApps) -> None:
    office = old.get_model("offices", "Office").objects.create(path="002", name="শাখা")
    asker = old.get_model("offices", "Officer").objects.create(username="b", name="খ")
    moment = datetime(2022, 7, 1, tzinfo=UTC)
    for title in ("প্রধান", "শূন্য"):
        post = old.get_model("offices", "Post").objects.create(office=office, title=title)
        if title == "প্রধান":
            old.get_model("offices", "Tenure").objects.create(officer=asker, post=post, since=moment.date())
        facts = {"kind": "release", "post": post, "asked_by": asker, "asked_at": moment, "expires": moment}
        old.get_model("offices", "Approval").objects.create(**facts)
