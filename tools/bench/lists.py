"""Lists of a nation on the bench: 23,667 offices, 1.4 million lines, 200,000 decisions; every list as the officers of four levels see it.

python -m tools.bench.lists            on SQLite and on PostgreSQL, where it is installed; the databases are kept in build/lists
python -m tools.bench.lists FOLDER URL the one database of that URL, or the SQLite in the folder; it is filled where it is empty
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests import postgres
from tools.bench import decisions, house, list_pages

if TYPE_CHECKING:
    from django.db.models import Model

    from angikar.offices.models import Office, Post
    from angikar.papers.models import Paper
    from angikar.standings.models import Turnout

LEVELS = (
    ("C", 1, "cabinet"),
    ("M", 52, "ministry"),
    ("D", 400, "department"),
    ("R", 2_735, "district"),
    ("F", 20_480, "upazila"),
)
"""How many offices there are of each level, in all 23,667 below one that sees them all; each is below one of the level before."""
LINES, ASKED, LATE = 60, 16, 5
"""Lines of a plan, how many of them ask for a figure, and one of so many figures is late."""
YEAR, ISSUED, DUE = list_pages.YEAR, date(2022, 7, 1), date(2022, 10, 10)
FOLDER = Path("build/lists")


def tables() -> Iterator[str]:
    """The lines of the table, SQLite first; each database in a process of its own."""
    with ExitStack() as stack:
        urls = [""]
        binaries = postgres.programs()
        if binaries is not None:
            urls.append(stack.enter_context(postgres.server(binaries)))
        for url in urls:
            asked = [sys.executable, "-m", "tools.bench.lists", str(FOLDER), url]
            yield from subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()


def fill() -> None:
    """Fill the database with the nation, unless it is there."""
    from django.db import connection, transaction

    from angikar.offices.models import Officer

    if Officer.objects.exists():
        return
    with transaction.atomic():
        offices = _offices()
        posts = _posts(offices)
        _papers(offices)
        _figures()
        _decisions(posts)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _offices() -> list[Office]:
    from angikar.offices.models import Office
    from angikar.offices.tree import step

    found: list[Office] = []
    above: list[Office] = []
    for sign, count, kind in LEVELS:
        level = []
        for number in range(count):
            parent = above[number % len(above)] if above else None
            path = (parent.path if parent else "") + step(number // max(len(above), 1) + (0 if parent else 100))
            name = f"নদী ও জনপদ কার্যালয়, {sign}-{number}"
            level.append(Office(path=path, parent=parent, code=f"{sign}{number}", name=name, kind=kind))
        Office.objects.bulk_create(level, batch_size=1_000)
        found, above = [*found, *level], level
    return found


def _posts(offices: list[Office]) -> list[Post]:
    from angikar.offices import actions
    from angikar.offices.models import Post

    posts = Post.objects.bulk_create(
        [Post(office=each, title="প্রধান", is_head=True, is_focal=True) for each in offices], batch_size=1_000
    )
    firsts = {each.office.kind: each for each in reversed(posts)}
    for kind, post in firsts.items():
        actions.appoint(actions.enrol(kind, f"জনাব {kind}", by=None), post, since=ISSUED, by=None)
    actions.enrol("admin", "জনাব admin", by=None, administrator=True)
    return posts


def _papers(offices: list[Office]) -> None:
    """An agreement in force of every office, with its score and how far its quarters are reported."""
    from angikar.papers.models import Paper, State
    from angikar.standings.models import PlanScore, Turnout
    from angikar.standings.quarters.kept import kept_of

    draw = Random(5)  # noqa: S311  # the same nation on every run
    papers = Paper.objects.bulk_create(
        [
            Paper(
                office=each,
                office_path=each.path,
                counterpart=each.parent,
                kind="agreement",
                framework="agreement-2022-23",
                fiscal_year=YEAR,
                title=f"বার্ষিক কর্মসম্পাদন চুক্তি {YEAR}, {each.name}",
                content={},
                state=State.ISSUED,
                issued_at=ISSUED,
            )
            for each in offices
        ],
        batch_size=1_000,
    )
    scores = (
        PlanScore(
            paper=paper,
            fiscal_year=YEAR,
            kind="agreement",
            office=paper.office,
            office_path=paper.office_path,
            superior=paper.counterpart,
            claimed=draw.randrange(3_000, 10_000),
            accepted=draw.randrange(3_000, 10_000),
            full=10_000,
            lines=LINES,
            reported=LINES - number % 7 % 2 * LINES,
            settled=LINES * (number % 3 == 0),
            quarters=kept_of(_turnouts(paper, number)),
        )
        for number, paper in enumerate(papers)
    )
    PlanScore.objects.bulk_create(scores, batch_size=1_000)
    turnouts = (turnout for number, paper in enumerate(papers) for turnout in _turnouts(paper, number))
    while part := list(islice(turnouts, 5_000)):
        Turnout.objects.bulk_create(part)


def _turnouts(paper: Paper, number: int) -> list[Turnout]:
    """How far the quarters of a plan are reported: on some days, of some all, of some late."""
    from angikar.standings.models import Turnout

    return [
        Turnout(
            paper=paper,
            quarter=quarter,
            due=DUE + timedelta(days=92 * (quarter - 1) + number % 5),
            asked=LINES,
            reported=LINES - 10 * (number // quarter % 3 > 0),
            late=number // 7 % 2,
        )
        for quarter in (1, 2, 3, 4)
    ]


def _figures() -> None:
    """Sixty lines of every plan, and the figures that the first quarter asks for."""
    from angikar.duties.models import Duty, DutyState, Line
    from angikar.offices.models import Office, Post
    from angikar.papers.models import Paper

    paper, post, office = Paper.objects.earliest("pk"), Post.objects.earliest("pk"), Office.objects.earliest("pk")
    line = Line(paper=paper, part="own", area="1", code="1", title="সেবা প্রদান", unit="number", weight="2", order=0)
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {LINES}) "  # noqa: S608  a number of ours
    _spread(
        line,
        {"paper_id": "p.id", "order": "n.i", "code": "'1.' || n.i", "office_path": "p.office_path"},
        "FROM papers_paper p, n",
        before=numbers,
    )
    duty = Duty(
        paper=paper,
        line=line,
        post=post,
        owed_to=office,
        kind="figure",
        key="x",
        text="সেবা প্রদান",
        asked={"kind": "figure", "key": "x", "text": "সেবা প্রদান", "unit": "number"},
        quarter=1,
        due=DUE,
    )
    _spread(
        duty,
        {
            "paper_id": "l.paper_id",
            "line_id": "l.id",
            "post_id": "o.id",
            "owed_to_id": "coalesce(p.counterpart_id, p.office_id)",
            "key": "'own:' || l.code || ':q1'",
            "state": f"CASE WHEN l.id % {LATE} = 0 THEN '{DutyState.OPEN}' ELSE '{DutyState.ACCEPTED}' END",
        },
        "FROM duties_line l JOIN papers_paper p ON p.id = l.paper_id JOIN offices_post o ON o.office_id = p.office_id "
        f'WHERE l."order" < {ASKED}',
    )


def _spread(like: Model, columns: Mapping[str, str], source: str, before: str = "") -> None:
    """Write rows that are like one, with these columns as the source of the statement gives them."""
    from django.db import connection

    quoted, named, marks, values = connection.ops.quote_name, [], [], list[Any]()
    for field in like._meta.concrete_fields:
        if not field.primary_key:
            column = str(field.column)
            named.append(quoted(column))
            given = columns.get(column)
            marks.append(given or "%s")
            if given is None:
                values.append(field.get_db_prep_save(getattr(like, field.attname), connection))
    if connection.vendor == "postgresql":
        types = {f.column: f.db_type(connection) for f in like._meta.concrete_fields}
        marks = [
            f"CAST({mark} AS {types[name.strip(chr(34))]})" if mark == "%s" else mark
            for name, mark in zip(named, marks, strict=True)
        ]
    sql = f"INSERT INTO {quoted(like._meta.db_table)} ({', '.join(named)}) {before}SELECT {', '.join(marks)} {source}"
    sql = sql.replace(" % ", " %% ")
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def _decisions(posts: list[Post]) -> None:
    """The decisions of minutes all over the nation."""
    decisions.enter(posts)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        house.open_in(Path(sys.argv[1]), sys.argv[2])
        fill()
        for row in list_pages.rows("PostgreSQL" if sys.argv[2] else "SQLite"):
            print(row, flush=True)
    else:
        for text in tables():
            print(text, flush=True)
