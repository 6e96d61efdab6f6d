"""A circular of the department that forms a team in each district, and asks of it by weeks, days, hours and once."""

from __future__ import annotations

from datetime import date

from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.kinds.circular.content import Circular, CircularBody, CircularParagraph, Directive
from angikar.rules.letters.values import Letter, Signatory
from angikar.rules.schedule.rule import Rule
from tests.world import World

ISSUED, NIGHT = date(2022, 10, 13), date(2022, 10, 31)
TEAM, FAMILY = "উল্কা পর্যবেক্ষণ টিম", "জেলা নক্ষত্র অফিসার (সকল)"
WEEKLY = Rule.model_validate({"rule": "every", "days": 7, "from": "formation", "until": "anchor-4"})
DAILY = Rule.model_validate({"rule": "daily", "from": "anchor-3", "until": "anchor"})
HOURLY = Rule(rule="hourly", on="anchor", minutes=120, at="18:00", to="22:00")
PLAN = Rule(rule="once", on="anchor-4")


def circular(world: World, anchor: date | None = NIGHT) -> Paper:
    """The circular in force since 13 October 2022, for the night of 31 October."""
    value = Circular(
        office="নক্ষত্র অধিদপ্তর", title="পরিপত্র-৪", number="4", subject="উল্কাবৃষ্টির রাত", anchor=anchor.isoformat() if anchor else None,
        letter=Letter(memo_number="88.01.0000.011.22.007.22-42", date="2022-10-13", bangla_date="1429-06-28"),
        paragraphs=(CircularParagraph(number="1", title="টিম", codes=("1(ক)", "1(খ)", "1(গ)")),),
        bodies=(CircularBody(name=TEAM, level="district", led_by="জেলা নক্ষত্র অফিসার", tasks=("আকাশ দেখা;", "প্রতিবেদন পাঠানো;")),),
        directives=(
            Directive(code="1(ক)", text="টিম প্রতিবেদন পাঠাবে;", addressees=(TEAM,), schedule=(WEEKLY, DAILY)),
            Directive(code="1(খ)", text="কর্মপরিকল্পনা পাঠাতে হবে;", schedule=(PLAN,)),
            Directive(code="1(গ)", text="রাতে দুই ঘণ্টা অন্তর জানাতে হবে।", schedule=(HOURLY,)),
        ),
        addressees=(FAMILY,),
        signatories=(Signatory(name="ক খ গ", post="মহাপরিচালক", role="body"),),
    )  # fmt: skip
    director = world.officers["director"]
    content = value.model_dump(mode="json", by_alias=True)
    return issue(
        draft(director, office=world.offices["department"], kind="circular", content=content), by=director, day=ISSUED
    )


def due(paper: Paper, code: str, post: str, world: World) -> list[str]:
    """The days (and hours) on which a post owes the reports of a directive, in order."""
    rows = Duty.objects.filter(paper=paper, post=world.posts[post], key__startswith=code)
    rows = rows.exclude(state=DutyState.WITHDRAWN).order_by("due", "due_at")
    return [f"{row.due:%d.%m}" + (f" {row.due_at:%H:%M}" if row.due_at else "") for row in rows if row.due]
