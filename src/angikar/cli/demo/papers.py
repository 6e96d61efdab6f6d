"""The papers of the demo: each sample is taken in, its doubts are settled, and it is issued on its own day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from angikar.cli.demo.moving import Move, later_by_days, moved, so_that, to_running_year
from angikar.cli.demo.world import World
from angikar.duties.issue import issue
from angikar.offices.models import Officer
from angikar.papers import actions
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from angikar.papers.settling.actions import settle
from angikar.rules.kinds import kind_named
from angikar.rules.kinds.plain_letter import PLAIN_LETTER
from angikar.rules.kinds.plain_letter.content import PlainLetter
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.values import Signatory
from angikar.rules.schedule.fiscal import FiscalYear

SAMPLES = Path(__file__).parent / "samples"
ON_PAPER = "কাগজে স্বাক্ষরিত; স্বাক্ষরিত মূল কপি দপ্তরে আছে।"
FORMS = {"agreement-demo": "agreement-2022-23", "integrity-plan-demo": "integrity-2018-19"}
"""The forms by which the plans of the demo are read and marked, whatever their year."""


@dataclass(frozen=True, slots=True)
class Moves:
    """How far each story of the demo is moved from the days it was written for, so that it goes on today."""

    agreement: Move
    integrity: Move
    circular: Move
    minutes: Move
    letter: Move


def moves(today: date) -> Moves:
    """The plans are those of the running year, the poll is in five days, the committee met last month, the letter is due in two days."""
    return Moves(
        agreement=to_running_year(today, FiscalYear(2022)),
        integrity=to_running_year(today, FiscalYear(2018)),
        circular=so_that(date(2023, 3, 20), today + timedelta(days=5)),
        minutes=so_that(date(2023, 3, 22), today - timedelta(days=27)),
        letter=so_that(date(2022, 12, 15), today + timedelta(days=2)),
    )


def issue_all(world: World, move: Moves) -> dict[str, Paper]:
    """Every paper of the demo by the name of its sample, once issued; the broken one waits in intake."""
    people, offices = world.officers, world.offices
    taken = {
        "integrity-plan-demo": _take_in(people["admin"], "integrity-plan-demo", world, move.integrity),
        "agreement-demo": _take_in(people["planning"], "agreement-demo", world, move.agreement),
        "plain-letter-demo": _take_in(people["planning"], "plain-letter-demo", world, move.letter),
        "circular-demo": _take_in(people["elections"], "circular-demo", world, move.circular, "election"),
        "minutes-demo": _take_in(people["ict"], "minutes-demo", world, move.minutes, "district"),
    }
    for name in ("integrity-plan-demo", "agreement-demo"):
        taken[name] = actions.name_counterpart(
            taken[name], offices["ministry"], by=people["planning"], version=taken[name].version
        )
    for path, day in (("anchor", date(2023, 3, 20)), ("formation", date(2023, 3, 3))):
        moved_day = move.circular(day).isoformat()
        taken["circular-demo"] = _amend(taken["circular-demo"], path, moved_day, people["elections"])
    heads = {
        "integrity-plan-demo": ("dg", move.integrity(date(2018, 7, 16))),
        "agreement-demo": ("dg", move.agreement(date(2022, 6, 26))),
        "plain-letter-demo": ("dg", move.letter(date(2022, 11, 20))),
        "circular-demo": ("chief", move.circular(date(2023, 3, 1))),
        "minutes-demo": ("dc", move.minutes(date(2023, 3, 27))),
    }
    issued = {name: issue_taken(taken[name], people[head], day) for name, (head, day) in heads.items()}
    _take_in(people["admin"], "broken-plan", world, later_by_days(0))
    _draft_letter(world)
    return issued


def _take_in(by: Officer, name: str, world: World, move: Move, office: str = "department") -> Paper:
    text = moved((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"), move)
    home, form = world.offices[office], FORMS.get(name)
    return actions.take_in(by, f"{name}.txt", text.encode(), office=home, framework=form)


def _draft_letter(world: World) -> None:
    """A letter that waits for the head's signature."""
    asked = "বন্যার আগে প্রতিটি নৌঘাটের পন্টুন পরীক্ষা করে আগামী ১৫ কার্যদিবসের মধ্যে প্রতিবেদন পাঠানোর জন্য অনুরোধ করা হলো।"
    letter = PlainLetter(
        office="জনপদ উন্নয়ন অধিদপ্তর",
        masthead=("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "জনপদ উন্নয়ন অধিদপ্তর"),
        subject="নৌঘাটের পন্টুন পরীক্ষা।",
        body=(LetterPassage(text=asked),),
        signatories=(Signatory(name="জনাব মাছরাঙা তমাল", post="মহাপরিচালক", role="body"),),
        addressees=("উপপরিচালক (সকল), জেলা জনপদ কার্যালয়",),
    )
    content = letter.model_dump(mode="json", by_alias=True)
    actions.draft(
        world.officers["planning"], office=world.offices["department"], kind=PLAIN_LETTER.name, content=content
    )


def _amend(paper: Paper, path: str, value: str, by: Officer) -> Paper:
    return actions.amend(paper, path, value, version=paper.version, by=by)


def issue_taken(paper: Paper, head: Officer, day: date) -> Paper:
    """The open doubts of the samples are no errors: the head keeps the text as printed, signs, and issues; agreements were signed on paper."""
    for doubt in still_open(paper.doubts):
        paper = settle(paper, doubt.key, "keep", version=paper.version, by=head)
    paper = actions.accept_intake(paper, by=head, version=paper.version)
    kind = kind_named(paper.kind)
    for state in (State.REVIEW,) if kind.issued_signed else (State.REVIEW, State.SIGNED):
        paper = actions.move(paper, state, by=head, version=paper.version)
    return issue(paper, by=head, day=day, focal=kind.is_plan, unsigned=ON_PAPER)
