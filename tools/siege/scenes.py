"""What a house holds before a blow, and what is done in it while the blow falls; all of it runs inside the house."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

DRAFTS, FILES = 4, 3
_DEPARTMENT, _SECRETARIAT = "জনপদ উন্নয়ন অধিদপ্তর", "জনপদ নির্বাচন সচিবালয়"


def a_year() -> None:
    """An agreement in force, and a circular of today."""
    from tests.e2e.register import build

    build("agreement", _DEPARTMENT)
    build("circular", _SECRETARIAT, timezone.localdate())
    private()


def drafts() -> None:
    """Circulars that only wait to be issued."""
    from angikar.offices.models import Office, Officer
    from angikar.papers import actions
    from tests.e2e.register import _numbered, _sample

    head, home = Officer.objects.get(username="registrar"), Office.objects.get(name=_SECRETARIAT)
    for _ in range(DRAFTS):
        paper = actions.take_in(head, "circular.txt", _sample("circular-demo"), office=home)
        _numbered(actions.accept_intake(paper, by=head, version=paper.version), head)
    private()


def issue_all(acknowledged: str) -> None:
    """Issue what waits to be, one after the other, and write each number down as soon as it is done."""
    from angikar.duties.issue import issue
    from angikar.offices.models import Officer
    from angikar.papers.models import Paper

    head = Officer.objects.get(username="registrar")
    for paper in Paper.objects.filter(state="draft", office__name=_SECRETARIAT).order_by("pk"):
        issue(paper, by=head, day=timezone.localdate(), focal=True, unsigned="কাগজে স্বাক্ষরিত")
        acknowledge(acknowledged, paper.pk)


def acknowledge(file: str, number: int) -> None:
    """Write a number down; it survives this process."""
    with open(file, "a", encoding="ascii") as out:
        out.write(f"{number}\n")


def waiting_files() -> None:
    """Files that were handed in and wait to be read."""
    from angikar.offices.models import Office, Officer
    from angikar.papers.intake.taking import hand_over
    from tests.e2e.register import _sample

    head, home = Officer.objects.get(username="director"), Office.objects.get(name=_DEPARTMENT)
    for number in range(FILES):
        sample = _sample("minutes-demo") + f"\n\nঅনুলিপি {number}\n".encode()
        hand_over(head, f"minutes-{number}.txt", sample, office=home)
    private()


def older() -> None:
    """Tables of an older version: some are not there yet."""
    from django.core.management import call_command

    for app in ("jobs", "sessions"):
        call_command("migrate", app, "zero", interactive=False, verbosity=0)
    private()


def private() -> None:
    """Take from others what they may do with the data."""
    from pathlib import Path

    from django.conf import settings

    from angikar.cli.running.modes import mend

    mend(Path(settings.VAR))


SCENES: dict[str, tuple[Callable[[], None], ...]] = {
    "year": (a_year,),
    "drafts": (a_year, drafts),
    "jobs": (waiting_files,),
    "older": (a_year, older),
}
"""What is done to a house that was only founded."""
