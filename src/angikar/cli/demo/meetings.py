"""The meetings of the demo: an ethics committee and an innovation committee, each with a past and a coming meeting, and ideas."""

from __future__ import annotations

from datetime import date, time, timedelta

from angikar.cli.demo.world import World
from angikar.duties.issue import issue
from angikar.meetings.agenda.actions import answer, propose, redo
from angikar.meetings.convening.actions import Frame, Terms, begin, move
from angikar.meetings.ideas.actions import step, submit
from angikar.meetings.models import Meeting
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Body, Officer, Role
from angikar.papers.actions import draft
from angikar.rules.kinds.minutes import MINUTES
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem
from angikar.rules.letters.values import Letter, Signatory
from angikar.rules.schedule.rule import Rule

FORMED = date(2022, 7, 1)
UNO = "উপজেলা নির্বাহী অফিসার"
ICT = "সহকারী কমিশনার (আইসিটি)"


def form_bodies(world: World) -> dict[str, Body]:
    """The two bodies, formed before the papers that speak of them are issued."""
    posts, people = world.posts, world.officers
    ethics = (
        NewMember(posts["department", "মহাপরিচালক"], role=Role.CHAIR),
        NewMember(posts["department", "শুদ্ধাচার ফোকাল পয়েন্ট"], role=Role.SECRETARY),
        NewMember(posts["department", "উপপরিচালক (পরিকল্পনা)"]),
        NewMember(posts["department", "সহকারী পরিচালক (মাঠ সেবা)"]),
    )
    innovation = (
        NewMember(posts["district", "জেলা প্রশাসক"], role=Role.CHAIR),
        NewMember(posts["district", ICT], role=Role.SECRETARY),
        NewMember(posts["district", "অতিরিক্ত জেলা প্রশাসক (আইসিটি)"]),
        *(NewMember(posts[f"upazila{number}", UNO]) for number in (1, 2, 3)),
        NewMember(name="বেগম বাবুনাই শিরীষ", title="সভাপতি, কাজলপুর প্রেস ক্লাব", mobile="01700000001"),
    )
    offices = world.offices
    return {
        "ethics": form(offices["department"], "নৈতিকতা কমিটি", ethics, day=FORMED, by=people["dg"]),
        "innovation": form(offices["district"], "জেলা সেবা উদ্ভাবন কমিটি", innovation, day=FORMED, by=people["dc"]),
    }


def hold_meetings(world: World, bodies: dict[str, Body], today: date) -> None:
    """The ethics committee met two months ago; both bodies meet by rule and have their next meeting
    prepared, the ethics committee's tomorrow. The minutes of
    the innovation committee are among the papers.
    """
    people = world.officers
    _issue_minutes(world, today - timedelta(days=60))
    ethics = Terms(
        "ত্রৈমাসিক সভা",
        Rule(rule="quarterly"),
        today,
        notice_days=5,
        time=time(11),
        place="অধিদপ্তরের সভাকক্ষ",
        standing=("শুদ্ধাচার কর্মপরিকল্পনার অগ্রগতি",),
    )
    monthly = Terms(
        "মাসিক সভা",
        Rule(rule="monthly", day=10),
        today,
        time=time(10, 30),
        place="জেলা প্রশাসকের সম্মেলন কক্ষ",
        standing=("উপজেলা টিমের অগ্রগতি",),
    )
    _submit_ideas(world, bodies["innovation"], today)
    asked = propose(
        bodies["innovation"],
        "হাটের দিনে ভ্রাম্যমাণ সেবা",
        "দূরের ইউনিয়ন থেকে আসা কঠিন।",
        post=world.posts["upazila2", UNO],
        day=today,
        by=people["uno2"],
    )
    answer(asked, take=True, words="পরের সভায় উপস্থাপন করুন।", by=people["ict"])
    propose(
        bodies["innovation"],
        "সেবা মেলার ছবি প্রদর্শনী",
        "",
        post=world.posts["upazila1", UNO],
        day=today,
        by=people["uno1"],
    )
    for name, terms, who in (("ethics", ethics, "admin"), ("innovation", monthly, "ict")):
        series = begin(bodies[name], terms, by=people[who], day=today)
        first = series.meetings.order_by("due")[0]
        _prepare(
            first, today + timedelta(days=1) if name == "ethics" else first.due or today, world.officers[who], today
        )


def _prepare(meeting: Meeting, on: date, by: Officer, today: date) -> None:
    """Give the next meeting its day and its agenda."""
    frame = Frame(on, meeting.time, meeting.place)
    redo(move(meeting, frame, version=meeting.version, day=today, by=by), by=by)


def _issue_minutes(world: World, day: date) -> None:
    """The minutes of the ethics committee's last meeting."""
    name, home = "নৈতিকতা কমিটি", world.offices["department"]
    planning = "উপপরিচালক (পরিকল্পনা)"
    decisions = (
        MinutesDecision(
            text="সেবাগ্রহীতার মতামত বাক্স প্রতি তলায় বসাতে হবে।",
            implementers=("সহকারী পরিচালক (মাঠ সেবা)",),
            due=(day + timedelta(days=58)).isoformat(),
        ),
        MinutesDecision(
            text="শুদ্ধাচার পুরস্কারের জন্য কর্মচারীর তালিকা প্রস্তুত করতে হবে।",
            implementers=(planning,),
            due=(day + timedelta(days=63)).isoformat(),
        ),
    )
    minutes = Minutes(
        title=f"{name}র সভার কার্যবিবরণী",
        body=name,
        month=f"{day:%Y-%m}",
        date=day.isoformat(),
        time="11:00",
        place="অধিদপ্তরের সভাকক্ষ",
        chair="মহাপরিচালক",
        letter=Letter(memo_number=f"97.01.0000.010.06.001.{day:%y}-31", date=day.isoformat()),
        items=(
            MinutesItem(
                number="1", title="নৈতিকতা ও শুদ্ধাচার", discussion="গত ত্রৈমাসিকের কাজ নিয়ে আলোচনা হয়।", decisions=decisions
            ),
        ),
        signatories=(Signatory(name="জনাব মাছরাঙা তমাল", post="মহাপরিচালক", office=home.name, role="chair"),),
    )
    content = minutes.model_dump(mode="json", by_alias=True)
    issue(
        draft(world.officers["admin"], office=home, kind=MINUTES.name, content=content),
        by=world.officers["dg"],
        day=day,
    )


def _submit_ideas(world: World, team: Body, today: date) -> None:
    """Two upazilas have an idea, of which one is being tried; the third has none yet."""
    people, ict = world.officers, world.officers["ict"]
    first = submit(
        world.posts["upazila1", UNO],
        "নৌকায় সেবা",
        "বর্ষায় চরের মানুষের কাছে মাসে দুবার নৌকায় সেবা পৌঁছানো।",
        body=team,
        day=today,
        by=people["uno1"],
    )
    looked = step(first, "review", "খরচের হিসাবসহ আবার উপস্থাপন করুন।", version=1, day=today, by=ict)
    step(looked, "pilot", "এক ইউনিয়নে তিন মাস পাইলট।", version=2, day=today, by=ict)
    submit(
        world.posts["upazila3", UNO],
        "খুদে বার্তায় শুনানির তারিখ",
        "শুনানির আগের দিন আবেদনকারীর মোবাইলে তারিখ জানানো।",
        body=team,
        day=today,
        by=people["uno3"],
    )
