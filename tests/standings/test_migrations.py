"""The steps that took the standings from rows of lines to rows of plans, that counted circulars, and that kept quarters with scores: a house from before keeps what it knew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

import pytest
from django.db.migrations.state import StateApps

from angikar.standings.engine.numbers import FIGURES, LAW, SCORED, opened, rows_of
from angikar.standings.models import Turnout
from angikar.standings.quarters.kept import kept_of
from tests.old_steps import executor

BEFORE = (
    ("standings", "0006_linked_tallies_alone"),
    ("duties", "0009_owed_in_order"),
    ("offices", "0011_hashed_recovery_codes"),
    ("papers", "0010_one_plan_of_a_year"),
)
AFTER = (("standings", "0009_lines_without_rows_of_marks"), ("papers", "0011_papers_as_they_are_searched"))
Migrate = Callable[[tuple[tuple[str, str], ...]], StateApps]


@pytest.fixture
def migrate(transactional_db: None) -> Iterator[Migrate]:
    """Takes the tables to some steps; afterwards they are as new, whatever became of the test."""
    leaves = executor().loader.graph.leaf_nodes()
    yield lambda steps: executor().migrate(list(steps)).apps
    executor().migrate(leaves)


def test_a_house_from_before_keeps_its_marks_its_links_and_what_its_circulars_ask(migrate: Migrate) -> None:
    """One walk, for each goes over all steps."""
    plan, inner, circular, post = _filled(migrate(BEFORE))
    apps = migrate(AFTER)
    office, paper = apps.get_model("offices", "Office"), apps.get_model("papers", "Paper")
    assert office.objects.get().folded == "বারি নং 12 office"
    assert paper.objects.get(pk=plan).folded == "2022 23 চুক্তি"

    kept = apps.get_model("standings", "PlanTally").objects
    assert set(kept.values_list("paper", flat=True)) == {plan, inner}
    row = kept.get(paper=plan)
    law, figures, scores = (
        rows_of(opened(bytes(block), len(names)))
        for block, names in ((row.law, LAW), (row.figures, FIGURES), (row.scores, SCORED))
    )
    assert [each[0] for each in law] == [0, law[1][0]]
    assert law[0][1:5] == (0, 2, 0, 5_000)
    assert law[1][-4:] == (1, 0, 1, 1), "a day of own work is done once, and another plan gives it"
    assert figures == [
        (850_000, None, None, None, 2**40, None, None, None, 2, 0),
        (None,) * 8 + (0, 0),
    ]
    assert scores == [(8_000, 400, None, None, 1), (None, None, None, None, -1)]
    assert rows_of(opened(bytes(kept.get(paper=inner).law), len(LAW))) == []

    links = apps.get_model("standings", "LinkedLine").objects.values_list("paper", "inner", "full")
    assert list(links) == [(plan, inner, 10_000)]
    counts = apps.get_model("standings", "CircularCount").objects.values_list("paper", "post", "counts", "days")
    assert list(counts) == [
        (
            circular,
            post,
            '{"d1":{"reported":1,"reported_late":1,"owed":["2022-10-27T10:00:00","2022-11-05T24","9999"]},'
            '"d2":{"excused":1},"receipt":{"acknowledged":1}}',
            "2022-10-20,2022-10-27,2022-11-05",
        )
    ]


def test_what_the_turnouts_of_a_plan_say_is_kept_with_its_score(migrate: Migrate) -> None:
    plan, inner, _, _ = _filled(migrate(BEFORE))
    old = migrate((("standings", "0010_marks_by_their_basis"),))
    due, turnout = date(2023, 1, 15), old.get_model("standings", "Turnout").objects
    turnout.create(paper_id=plan, quarter=1, due=due, asked=3, reported=2, excused=1, late=1)
    turnout.create(paper_id=plan, quarter=2, due=due, asked=3, reported=2, late=1)
    turnout.create(paper_id=plan, quarter=3, due=due, asked=3, excused=3)
    turnout.create(paper_id=plan, quarter=4, asked=3)
    apps = migrate((("standings", "0011_quarters_kept_with_the_score"),))
    scores, kept = apps.get_model("standings", "PlanScore").objects, "l,2023-01-15,n,-"
    assert dict(scores.values_list("paper", "quarters")) == {plan: kept, inner: ",,,"}
    assert kept_of(Turnout.objects.filter(paper=plan)) == kept


def _filled(old: StateApps) -> tuple[int, int, int, int]:
    """A plan of two lines, the second linked to another plan, and a circular; the numbers of these papers and of the post that answers."""

    def make(app: str, model: str, /, **columns: Any) -> Any:
        return old.get_model(app, model).objects.create(**columns)

    office = make("offices", "Office", path="001", name="বাড়ী নং ১২", name_en="Office")
    post = make("offices", "Post", office=office, title="প্রধান")
    person = make("offices", "Officer", username="a", name="ক")
    about: dict[str, Any] = {"office": office, "office_path": "001", "content": {}}
    plan = make(
        "papers",
        "Paper",
        kind="agreement",
        state="issued",
        fiscal_year="2022-23",
        title="চুক্তি",
        memo_number="",
        **about,
    )
    inner = make("papers", "Paper", kind="integrity", state="issued", fiscal_year="2022-23", **about)
    circular = make("papers", "Paper", kind="circular", state="issued", **about)
    _lines(make, plan, inner, office)
    _asked(make, circular, post, person)
    return plan.pk, inner.pk, circular.pk, post.pk


def _lines(make: Callable[..., Any], plan: Any, inner: Any, office: Any) -> None:
    first, second = (
        make("duties", "Line", paper=plan, part="own", code=code, order=order, title="সূচক")
        for order, code in enumerate(("1.1", "1.2"))
    )
    law = {"law": 0, "method": 2, "step": 0, "weight": 5_000}
    make("standings", "Tally", line=first, paper=plan, **law, v1=900_000, q1=850_000, a1=2**40, excused=2)
    make("standings", "LineScore", line=first, paper=plan, raw=8_000, marks=400, place=1)
    law |= {"dates": True, "linked_plan": inner, "linked_full": 10_000}
    make("standings", "Tally", line=second, paper=plan, **law)
    for paper in (plan, inner):
        make(
            "standings",
            "PlanScore",
            paper=paper,
            kind=paper.kind,
            fiscal_year="2022-23",
            office=office,
            office_path="001",
        )


def _asked(make: Callable[..., Any], circular: Any, post: Any, person: Any) -> None:
    """What a circular asks of a post, in every state."""
    late, by_hour, later = date(2022, 10, 20), date(2022, 10, 27), date(2022, 11, 5)
    asked = (
        ("text", "d1:1", "submitted", late, None),
        ("text", "d1:2", "accepted", late, None),
        ("text", "d1:3", "open", by_hour, time(10)),
        ("text", "d1:4", "sent_back", later, None),
        ("text", "d1:5", "open", None, None),
        ("text", "d2:1", "excused", None, None),
        ("text", "d2:2", "withdrawn", late, None),
        ("acknowledge", "receipt", "accepted", None, None),
    )
    about = {"asked": {}, "owed_to": post.office}
    for number, (kind, key, state, due, due_at) in enumerate(asked):
        duty = make(
            "duties",
            "Duty",
            paper=circular,
            post=post,
            kind=kind,
            key=key,
            state=state,
            due=due,
            due_at=due_at,
            **about,
        )
        if state in ("submitted", "accepted"):
            make("duties", "Report", duty=duty, by=person, post=post, state=state, late=number == 1, on=later)
        elif state == "open":
            make("duties", "Report", duty=duty, by=person, post=post, state="draft", late=False)
