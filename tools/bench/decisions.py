"""The register of decisions on the bench: 200,000 of them, the open list of an office and its full-text search, on either database.

python -m tools.bench.decisions            on SQLite and on PostgreSQL, where it is installed
python -m tools.bench.decisions FOLDER URL the one database of that URL, or the SQLite in the folder where it is empty
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests import postgres
from tools.bench import house
from tools.bench.measure import Row

if TYPE_CHECKING:
    from angikar.meetings.models import Decision
    from angikar.offices.models import Office, Officer, Post
    from angikar.papers.models import Paper

DECISIONS, PAPERS, DISTRICTS, UPAZILAS = 200_000, 2_000, 20, 9
"""So many decisions of so many minutes, in so many districts of so many upazilas each."""
_OPEN = 8  # one share of so many is open
_FIRST = date(2012, 7, 1)
WORDS = """সভা সভায় প্রতিবেদন তালিকা দূরবীন নক্ষত্র উল্কা মানমন্দির পর্যবেক্ষণ হালনাগাদ প্রেরণ নিশ্চিত উপজেলা কার্যালয় বাতায়ন
তথ্য প্রশিক্ষণ কর্মকর্তা সভাপতি সদস্য উদ্যোগ সেবা মাসের মধ্যে তারিখ কার্যবিবরণী পাঠাতে হবে বাড়ি শ্রেণি সরকারি যন্ত্র মেরামত বাজেট
বরাদ্দ পরিদর্শন ছক পূরণ নির্ধারিত সময় জমা দিতে অগ্রগতি পর্যালোচনা সিদ্ধান্ত গৃহীত বাস্তবায়ন জেলা প্রশাসন অভিযোগ নিষ্পত্তি গণশুনানি""".split()  # noqa: SIM905  # a list of words is read more easily so
LOOKS = (
    ("one word of every fourth", "সরকারী"),
    ("two words", "দুরবিন মেরামত"),
    ("a rare word", "নীহারিকা ৭৭"),
    ("a beginning", "পর্যবে"),
)


def registers() -> Iterator[str]:
    """The lines of the table, SQLite first; each database in a process of its own."""
    with ExitStack() as stack:
        urls = [""]
        binaries = postgres.programs()
        if binaries is not None:
            urls.append(stack.enter_context(postgres.server(binaries)))
        for url in urls:
            with TemporaryDirectory(prefix="angikar-bench-") as folder:
                asked = [sys.executable, "-m", "tools.bench.decisions", folder, url]
                yield from subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()


def rows(name: str) -> Iterator[Row]:
    """The times of the register in the database that is open, after it is filled."""
    from django.test import Client
    from django.urls import reverse

    officers = _fill()
    for who, officer in officers.items():
        client = Client(raise_request_exception=False)
        client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
        address = reverse("desk:decisions")
        ms, note = house.get(client, address)
        yield Row(f"{name}: open list, {who}", ms, note=note)
        for what, words in LOOKS:
            ms, note = house.get(client, f"{address}?q={words}")
            yield Row(f"{name}: {what}, {who}", ms, note=note)


def _fill() -> dict[str, Officer]:
    """Fill the database; who looks: the head of one upazila, of its district, and of all."""
    from django.db import connection

    posts, officers = founded()
    enter(posts)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return officers


def enter(posts: list[Post]) -> None:
    """Enter the decisions, each with a share of one of the posts but the first."""
    from django.db import transaction

    from angikar.meetings.models import Decision, Share, ShareState

    draw, shares = Random(7), list[Share]()  # noqa: S311  # the same register on every run
    papers = issued(posts)
    with transaction.atomic():
        made = Decision.objects.bulk_create(
            (_decision(number, papers[number % PAPERS], draw) for number in range(DECISIONS)), batch_size=5_000
        )
        for number, row in enumerate(made):
            post = posts[1 + number % (len(posts) - 1)]
            done = number % _OPEN != 0
            shares.append(
                Share(
                    decision=row,
                    office=post.office,
                    office_path=post.office.path,
                    decided_path=row.office_path,
                    post=post,
                    since=row.since,
                    due=row.due,
                    state=ShareState.DONE if done else ShareState.NEW,
                    settled_on=row.due if done else None,
                )
            )
        Share.objects.bulk_create(shares, batch_size=5_000)


def _decision(number: int, paper: Paper, draw: Random) -> Decision:
    from angikar.meetings.models import Decision
    from angikar.rules.bangla.search import folded

    text = " ".join(draw.choices(WORDS, k=14)) + (" নীহারিকা ৭৭" if number % 20_000 == 0 else "")
    held = _FIRST + timedelta(days=number * 3_650 // DECISIONS)
    return Decision(
        paper=paper,
        office_path=paper.office.path,
        key=f"{number // PAPERS}.1",
        text=text,
        folded=folded(text),
        held=held,
        issued=held,
        since=held - timedelta(days=number % 200),
        due=held + timedelta(days=30),
    )


def issued(posts: list[Post]) -> list[Paper]:
    """Minutes that the offices issued; what they say plays no part here."""
    from angikar.papers.models import Paper, State

    offices = list({post.office_id: post.office for post in posts}.values())
    return list(
        Paper.objects.bulk_create(
            Paper(
                office=offices[number % len(offices)],
                kind="minutes",
                title=f"কার্যবিবরণী {number}",
                content={},
                state=State.ISSUED,
                issued_at=_FIRST,
            )
            for number in range(PAPERS)
        )
    )


def founded() -> tuple[list[Post], dict[str, Officer]]:
    """The offices, by the posts of their heads; who looks: the head of one upazila, of its district, and of all."""
    from angikar.offices import actions

    posts: list[Post] = []
    officers: dict[str, Officer] = {}

    def found(name: str, short: str, above: Office | None) -> Office:
        office = actions.found_office(name, by=None, parent=above)
        post = actions.create_post(office, "প্রধান", by=None, is_head=True, is_focal=True)
        posts.append(post)
        if short not in officers:
            officers[short] = actions.enrol(short, f"জনাব {short}", by=None)
            actions.appoint(officers[short], post, since=_FIRST, by=None)
        return office

    top = found("নক্ষত্র অধিদপ্তর", "all", None)
    for number in range(DISTRICTS):
        district = found(f"জেলা {number}", "district", top)
        for other in range(UPAZILAS):
            found(f"উপজেলা {number}.{other}", "upazila", district)
    return posts, dict(sorted(officers.items(), reverse=True))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        house.open_in(Path(sys.argv[1]), sys.argv[2])
        for row in rows("PostgreSQL" if sys.argv[2] else "SQLite"):
            print(row, flush=True)
    else:
        for line in registers():
            print(line, flush=True)
