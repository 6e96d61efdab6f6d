"""Today costs what its reader has to do with, however many offices, papers and duties the nation has: counted in steps of the database."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from angikar.duties.models import Duty, DutyState, Line
from angikar.offices.models import Office, Post
from angikar.offices.tree import step
from angikar.papers.models import Paper, State
from tests.desk.conftest import Sign

OFFICES, ASKED = 400, 8
"""So many offices that have nothing to do with the reader, each with so many duties."""
UNIT = 50


def _steps(sign: Sign, who: str) -> int:
    """How many steps SQLite takes for the page, in units; what is asked once a process is left out."""
    client, units = sign(who), [0]

    def count() -> int:
        units[0] += 1
        return 0

    assert client.get("/").status_code == 200
    connection.connection.set_progress_handler(count, UNIT)
    try:
        assert client.get("/").status_code == 200
    finally:
        connection.connection.set_progress_handler(None, UNIT)
    return units[0]


def _nation(like: Paper) -> None:
    """Fill the house with others: offices of another ministry, each with a post, a plan in force, a draft, late duties and answers that wait."""
    top = Office.objects.create(path=step(900), name="অন্য মন্ত্রণালয়", kind="ministry", code="x")
    offices = Office.objects.bulk_create(
        Office(path=top.path + step(number), parent=top, name=f"অন্য দপ্তর {number}", code=f"x{number}", kind="upazila")
        for number in range(OFFICES)
    )
    posts = Post.objects.bulk_create(Post(office=each, title="প্রধান", is_head=True, is_focal=True) for each in offices)
    papers = Paper.objects.bulk_create(
        Paper(
            office=each,
            office_path=each.path,
            counterpart=top,
            kind=like.kind,
            framework=like.framework,
            fiscal_year=like.fiscal_year,
            title=f"চুক্তি {each.pk}",
            content={},
            state=state,
            issued_at=like.issued_at,
        )
        for each in offices
        for state in (State.ISSUED, State.DRAFT, State.REVIEW)
    )
    mine = Line.objects.filter(paper=like).first()
    assert mine is not None
    plans = [each for each in papers if each.state == State.ISSUED]
    lines = Line.objects.bulk_create(
        Line(paper=each, part="own", area="1", code="1.1.1", title=mine.title, unit="number", weight="2", order=0)
        for each in plans
    )
    Duty.objects.bulk_create(
        Duty(
            paper=plan,
            line=line,
            post=post,
            owed_to=top,
            kind="figure",
            key=f"own:1.1.1:q1:{number}",
            text="সেবা প্রদান",
            asked={},
            quarter=1,
            due=date(2022, 10, 10),
            state=DutyState.SUBMITTED if number % 2 else DutyState.OPEN,
        )
        for plan, line, post in zip(plans, lines, posts, strict=True)
        for number in range(ASKED)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.mark.parametrize("who", ["clerk", "secretary"])
def test_today_takes_no_more_steps_where_the_nation_is_larger(
    sign: Sign, paper: Paper, october: date, who: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite counts its steps")
    small = _steps(sign, who)
    _nation(paper)
    assert small * UNIT > ASKED, "steps are counted at all"
    assert _steps(sign, who) <= 1.25 * small + 10
