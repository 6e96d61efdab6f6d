"""The election offices of the demo's districts: a circular to all of them, days before a poll, answered by some."""

from __future__ import annotations

from datetime import date, timedelta

from angikar.cli.demo.world import FIRST_DAY, World
from angikar.duties import actions as duties
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.notices.escalation.actions import escalate
from angikar.offices import actions as offices
from angikar.offices.models import Office, OfficeKind, Officer, Post
from angikar.papers import actions as papers
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.duty_key import DutyKey
from angikar.rules.forms.form import Field, Form
from angikar.rules.kinds.circular import CIRCULAR
from angikar.rules.kinds.circular.content import Circular, CircularParagraph, Directive
from angikar.rules.letters.values import Letter, Signatory
from angikar.rules.schedule.rule import Rule
from angikar.standings.circulars.queries import AsOf
from angikar.standings.missing import missing

SINCE, UNTIL = timedelta(days=12), timedelta(days=3)
"""How long ago the circular was issued, and how far ahead the poll is."""
PLACES = (
    ("শালুকদিঘি", "Shalukdighi", ("কলমিলতা", "শাপলাবিল", "পদ্মপুকুর")),
    ("কাশবনিয়া", "Kashbonia", ("বেতফল", "হোগলাডাঙা", "নলখাগড়া")),
    ("জোনাকপুর", "Jonakpur", ("ঝিঁঝিতলা", "প্রজাপতিহাট", "মৌবন")),
    ("ঝিনুকদহ", "Jhinukdaha", ("শামুকখোলা", "কাঁকড়াখালী", "চিংড়িভাঙা")),
    ("ডালিমকান্দা", "Dalimkanda", ("আতাবাড়ি", "কামরাঙা", "জামরুলতলী")),
)
"""Districts and their upazilas; there are no such places."""
DISTRICT, UPAZILA = "জেলা নির্বাচন অফিসার", "উপজেলা নির্বাচন অফিসার"
_VISITS = Form(
    fields=(
        Field(name="seen", label="দেখা ভোটকেন্দ্র", unit="টি", whole=True, least="0"),
        Field(name="state", label="পরিস্থিতি", kind="choice", choices=("স্বাভাবিক", "নজরে রাখা দরকার")),
        Field(name="note", label="মন্তব্য", kind="text", required=False),
    )
)
_HELD = Form(fields=(Field(name="centres", label="ভোটকেন্দ্র", unit="টি", whole=True, least="1"),))


def hold_polls(world: World, today: date) -> None:
    """Create the offices, issue the circular, and let each district answer: the first all and in time, the last not at all and
    escalated to the office above.
    """
    districts = [_found(world, number, *place) for number, place in enumerate(PLACES, 1)]
    chief = world.officers["chief"]
    paper = issue(_drafted(world, today), by=chief, day=today - SINCE)
    for number, posts in enumerate(districts):
        _answer(paper, posts, number, today)
    late = missing(paper, AsOf(today))
    escalate(paper, late[-1].owing, by=chief, day=today)


def _found(world: World, number: int, name: str, name_en: str, below: tuple[str, ...]) -> list[tuple[Post, Officer]]:
    """A district election office with those of its upazilas, and the head of each."""
    made = [
        _office(
            world,
            f"polls{number}",
            world.offices["election"],
            (f"জেলা নির্বাচন অফিস, {name}", f"District Election Office, {name_en}"),
        )
    ]
    above = world.offices[f"polls{number}"]
    for place, upazila in enumerate(below, 1):
        made.append(_office(world, f"polls{number}-{place}", above, (f"উপজেলা নির্বাচন অফিস, {upazila}", "")))
    return made


def _office(world: World, short: str, above: Office, names: tuple[str, str]) -> tuple[Post, Officer]:
    keeper, is_district = world.officers["keeper"], "-" not in short
    kind = OfficeKind.DISTRICT if is_district else OfficeKind.UPAZILA
    office = offices.found_office(names[0], by=keeper, parent=above, kind=kind, name_en=names[1])
    world.offices[short] = office
    post = offices.create_post(office, DISTRICT if is_district else UPAZILA, by=keeper, is_head=True)
    head = offices.enrol(short, f"জনাব {office.name.partition(', ')[2]}", by=keeper)
    offices.appoint(head, post, since=FIRST_DAY, by=None)
    return post, head


def _drafted(world: World, today: date) -> Paper:
    """The circular: visits each week, the centres once, and every day before the poll."""
    rule = Rule.model_validate
    directives = (
        Directive(
            code="1",
            text="ভোটকেন্দ্র সাত দিন অন্তর সরেজমিনে দেখে প্রতিবেদন পাঠাতে হবে।",
            form=_VISITS,
            schedule=(rule({"rule": "every", "days": 7, "from": "issue", "until": "anchor-4"}),),
        ),
        Directive(
            code="2",
            text="জারির পাঁচ দিনের মধ্যে ভোটকেন্দ্রের সংখ্যা জানাতে হবে।",
            form=_HELD,
            schedule=(rule({"rule": "once", "on": "issue+5"}),),
        ),
        Directive(
            code="3",
            text="ভোটের পাঁচ দিন আগে থেকে প্রতিদিন আইনশৃঙ্খলার প্রতিবেদন পাঠাতে হবে।",
            schedule=(rule({"rule": "daily", "from": "anchor-5", "until": "anchor"}),),
        ),
    )
    families = tuple(f"{title} (সকল), {name}" for name, *_ in PLACES for title in (DISTRICT, UPAZILA))
    day = today - SINCE
    content = Circular(
        office="জনপদ নির্বাচন সচিবালয়",
        letterhead=("জনপদ নির্বাচন সচিবালয়",),
        title="পরিপত্র-৪",
        number="4",
        subject="জনপদ পরিষদের উপনির্বাচনে ভোটকেন্দ্র পরিদর্শন ও প্রতিদিনের প্রতিবেদন",
        letter=Letter(memo_number=f"98.00.0000.034.38.002.{day:%y}-57", date=day.isoformat()),
        paragraphs=tuple(CircularParagraph(number=each.code, codes=(each.code,)) for each in directives),
        directives=directives,
        acknowledgement=True,
        addressees=families,
        anchor=(today + UNTIL).isoformat(),
        signatories=(Signatory(name="বেগম দোয়েল মহুয়া", post="উপসচিব (নির্বাচন পরিচালনা)", role="body"),),
    ).model_dump(mode="json", by_alias=True)
    return papers.draft(
        world.officers["elections"], office=world.offices["election"], kind=CIRCULAR.name, content=content
    )


def _answer(paper: Paper, posts: list[tuple[Post, Officer]], district: int, today: date) -> None:
    """The answers of a district: the further down the list it is, the fewer of its posts answer, and the later."""
    for place, (post, head) in enumerate(posts[: len(posts) - district]):
        own = Duty.objects.filter(paper=paper, post=post)
        duties.acknowledge(own.get(kind="acknowledge"), by=head, today=today - SINCE + timedelta(days=1 + district))
        over = own.filter(kind="report", due__lt=today).order_by("due", "key")
        for number, duty in enumerate(over[: len(over) - district]):
            if duty.due is None:
                continue
            late = timedelta(days=int(district > 0 and number == 0))
            seen = {"seen": str(6 + place + number), "state": "নজরে রাখা দরকার" if district + number == 2 else "স্বাভাবিক"}
            fields = {"1": seen, "2": {"centres": str(21 + 3 * place + district)}}.get(
                DutyKey.parse(duty.key).place, {}
            )
            words = "" if fields else "কোথাও কোনো অপ্রীতিকর ঘটনা ঘটেনি।"
            duties.report(duty, by=head, answer=Answer(fields=fields, words=words), today=duty.due + late)
