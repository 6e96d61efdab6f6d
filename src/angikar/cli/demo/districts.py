"""The district offices of the demo's department: each signs the department's agreement in its own name, and reports as it can."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from angikar.cli.demo.moving import Move, moved
from angikar.cli.demo.papers import FORMS, SAMPLES, issue_taken
from angikar.cli.demo.reports import PROOF_SEEN
from angikar.cli.demo.world import FIRST_DAY, World
from angikar.duties import actions as duties
from angikar.duties.models import Duty, Report, ReportState
from angikar.offices import actions as offices
from angikar.offices.models import OfficeKind, Officer
from angikar.papers import actions as papers
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.scoring.figures import scaled, written

SIGNED = date(2022, 6, 28)
SEEN = date(2022, 11, 2)
_NAMES = (
    ("মহাপরিচালক", "উপপরিচালক"),
    ("জনপদ উন্নয়ন অধিদপ্তর", "{office}"),
    ("সচিব", "মহাপরিচালক"),
    ("নদী ও জনপদ মন্ত্রণালয়", "জনপদ উন্নয়ন অধিদপ্তর"),
)
"""The names in the agreement of the department, and those in the agreement of a district."""
_DESKS = re.compile(r"(?:উপ|সহকারী )পরিচালক \([^)]*\)")
"""The department's desks; a district office has one."""


class District(NamedTuple):
    """An office and its reports: `done` per cent of the share of each quarter of its best targets, `reported` on these days;
    `left` of its figures are not reported; `seen` is whether the department has reviewed the first quarter.
    """

    name: str
    name_en: str
    head: str
    done: int
    reported: tuple[date, ...] = ()
    left: int = 0
    seen: bool = True


_IN_TIME, _LATE, _SECOND = date(2022, 10, 11), date(2022, 10, 27), date(2023, 1, 12)
DISTRICTS = (
    District("শালুকদিঘি", "Shalukdighi", "জনাব ফিঙে কড়ই", 100, (_IN_TIME, _SECOND)),
    District("কাশবনিয়া", "Kashbonia", "বেগম হলদে সোনালু", 92, (_IN_TIME,)),
    District("জোনাকপুর", "Jonakpur", "জনাব ডাহুক শিরীষ", 92, (_IN_TIME,)),
    District("ঝিনুকদহ", "Jhinukdaha", "বেগম মৌটুসি পলাশ", 96, (_LATE,), seen=False),
    District("মৌফুলতলা", "Mouphultala", "জনাব ঘুঘু ছাতিম", 80, (_IN_TIME,), left=3),
    District("ডালিমকান্দা", "Dalimkanda", "বেগম বেনেবউ জারুল", 0),
)


def found_districts(world: World, move: Move, today: date) -> None:
    """Found the district offices below the department, have each issue its agreement of the running year, and let it report
    what was due so far.
    """
    text = moved((SAMPLES / "agreement-demo.txt").read_text(encoding="utf-8"), move)
    for number, district in enumerate(DISTRICTS, 1):
        head = _found(world, district, number)
        paper = _issued(world, f"district{number}", text, head, move(SIGNED))
        for quarter, day in enumerate(map(move, district.reported), 1):
            if day <= today:
                _report(paper, district, quarter, day, by=head)
        if move(SEEN) <= today and district.seen:
            _accept(paper, move(SEEN), by=world.officers["dg"])


def _found(world: World, district: District, number: int) -> Officer:
    keeper, short = world.officers["keeper"], f"district{number}"
    world.offices[short] = offices.found_office(
        f"জেলা জনপদ কার্যালয়, {district.name}",
        by=keeper,
        parent=world.offices["department"],
        kind=OfficeKind.DISTRICT,
        name_en=f"District Settlements Office, {district.name_en}",
        memo_prefix=f"97.01.99{number:02}",
    )
    head = offices.enrol(short, district.head, by=keeper)
    post = offices.create_post(
        world.offices[short], "উপপরিচালক", by=keeper, title_en="Deputy Director", is_head=True, is_focal=True
    )
    offices.appoint(head, post, since=FIRST_DAY, by=None)
    return head


def _issued(world: World, short: str, text: str, head: Officer, day: date) -> Paper:
    """The department's agreement with the names of a district and of those above it."""
    text = _DESKS.sub("উপপরিচালক", text)
    for old, new in _NAMES:
        text = text.replace(old, new.format(office=f"\0{short}"))
    text = text.replace(f"\0{short}", world.offices[short].name)
    office, form = world.offices[short], FORMS["agreement-demo"]
    paper = papers.take_in(head, f"agreement-{short}.txt", text.encode(), office=office, framework=form)
    return issue_taken(paper, head, day)


def _report(paper: Paper, district: District, quarter: int, day: date, *, by: Officer) -> None:
    """Report the figures of one quarter, all but those that are `left`; no days."""
    asked = Duty.objects.filter(paper=paper, quarter=quarter, line__part="own").exclude(line__counting="date")
    for duty in list(asked.select_related("line", "post").order_by("line__order"))[district.left :]:
        answer = Answer(value=_figure(duty, district.done, quarter))
        duties.report(duty, by=by, answer=answer, today=day)


def _accept(paper: Paper, day: date, *, by: Officer) -> None:
    """Accept the first quarter as it was reported."""
    for report in Report.objects.filter(duty__paper=paper, duty__quarter=1, state=ReportState.SUBMITTED):
        duties.accept(report, by=by, today=day, words=PROOF_SEEN)


def _figure(duty: Duty, done: int, quarter: int) -> str:
    """The figure that is `done` per cent of a best target: of the share of its quarter where figures are added up or cumulate."""
    line = duty.line
    if line is None:
        raise LookupError(f"{duty} asks for no figure")
    best, parts = (
        scaled(line.criteria[0], 0),
        {"sum": (1, 4), "cumulative": (quarter, 4)}.get(line.counting or "", (1, 1)),
    )
    return written(best * done * parts[0] // (100 * parts[1]), 0)
