"""What may exist once exists once, however many store it at the same moment, and each of the others reads why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from threading import Barrier

import pytest
from django.db import IntegrityError, connections, transaction

from angikar.duties.actions import accept, acknowledge
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle.actions import accept as accept_quarter
from angikar.duties.cycle.actions import check, file, take_up
from angikar.duties.cycle.reopening.actions import ask
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Filing, Reopening, Report
from angikar.history.chain.verifying import verify
from angikar.history.once import is_doubled, once
from angikar.history.refusal import Refused
from angikar.meetings.convening.actions import Terms, begin
from angikar.meetings.ideas.actions import submit
from angikar.meetings.models import Idea, Series
from angikar.offices import actions as register
from angikar.offices.accounts.actions import edit_card
from angikar.offices.accounts.card import Card
from angikar.offices.bodies.actions import NewMember, form, seat
from angikar.offices.changes.actions import rename
from angikar.offices.founding import Beginning, begin_house
from angikar.offices.models import Body, Member, Office, Officer, Post, Role, Tenure
from angikar.offices.posts.actions import edit_post
from angikar.offices.posts.facts import PostFacts
from angikar.papers.actions import draft, supersede
from angikar.papers.letters.actions import begin as begin_letter
from angikar.papers.letters.actions import open_dossier
from angikar.papers.letters.blank import FORMS
from angikar.papers.models import Dossier, Paper
from angikar.papers.receipts.actions import address_outside
from angikar.rules.kinds.circular.content import Circular, CircularParagraph, Directive
from angikar.rules.letters.values import Letter, Signatory
from angikar.rules.schedule.rule import Rule
from angikar.rules.sentence import Sentence
from tests.pledge import FRAMEWORK, issued
from tests.pledge import plan as plan_of
from tests.world import World, build

AT_ONCE = 4
DAY, OCTOBER, NOVEMBER = date(2022, 8, 1), date(2022, 10, 10), date(2022, 11, 5)
NUMBER = "88.01.0000.011.22.007.22-99"
DONE = "done"
_TAKEN = Sentence("taken", "নেওয়া হয়েছে।", "It is taken.")
Act = Callable[[int], object]


def _together(act: Act) -> Counter[str]:
    """What came of one act that several do at the same moment: done, or the code of the sentence it was refused with."""
    start = Barrier(AT_ONCE)

    def one(number: int) -> str:
        try:
            start.wait(30)
            act(number)
        except Refused as refused:
            return refused.sentence.code
        finally:
            connections.close_all()
        return DONE

    with ThreadPoolExecutor(AT_ONCE) as people:
        return Counter(people.map(one, range(AT_ONCE)))


def _circulars(world: World) -> list[Paper]:
    """Circulars of one office that bear the same typed number, in both digits."""
    numbers = (NUMBER, NUMBER.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")))
    made = [
        Circular(
            office="নক্ষত্র অধিদপ্তর",
            title="পরিপত্র",
            subject=f"বিষয় {turn}",
            number="4",
            letter=Letter(memo_number=numbers[turn % 2], date="2022-08-01", bangla_date="1429-04-17"),
            paragraphs=(CircularParagraph(number="1", title="আকাশ", codes=("1(ক)",)),),
            directives=(Directive(code="1(ক)", text="আকাশ দেখতে হবে।", schedule=(Rule(rule="immediate"),)),),
            addressees=("জেলা নক্ষত্র অফিসার (সকল)",),
            signatories=(Signatory(name="ক খ গ", post="মহাপরিচালক", role="body"),),
        )
        for turn in range(AT_ONCE)
    ]
    director, office = world.officers["director"], world.offices["department"]
    return [
        draft(director, office=office, kind="circular", content=each.model_dump(mode="json", by_alias=True))
        for each in made
    ]


def _drafts(world: World) -> list[Paper]:
    """Drafts of one plan of one year."""
    director, office = world.officers["director"], world.offices["department"]
    content = plan_of("10", year="2020-21").model_dump(mode="json")
    return [draft(director, office=office, kind="pledge", framework=FRAMEWORK, content=content) for _ in range(AT_ONCE)]


Race = tuple[Act, str, Callable[[], int]]
"""The act, the code of the sentence for those who come second, and how many there are afterwards."""


def _papers(world: World, plan: Paper) -> dict[str, Race]:
    director, department = world.officers["director"], world.offices["department"]
    circulars, replaceable = _circulars(world), issued(world, "10", year="2021-22")
    letter = begin_letter(director, department, FORMS["letter"], subject="আকাশ")
    duty = Duty.objects.get(paper=plan, key="own:1.1.1:q1")
    save_cell(duty, by=world.officers["clerk"], value="7", version=duty.version, today=OCTOBER)
    plans = _drafts(world)
    return {
        "plan of a year": (
            lambda turn: issue(plans[turn], by=director, day=DAY),
            "plan-in-force",
            lambda: Paper.objects.filter(office=department, fiscal_year="2020-21", state="issued").count(),
        ),
        "memo number": (
            lambda turn: issue(circulars[turn], by=director, day=DAY),
            "memo-number-used",
            lambda: Paper.objects.filter(sent_under=f"circular:{NUMBER}", state="issued").count(),
        ),
        "replacement": (
            lambda _: supersede(replaceable, by=director, day=DAY),
            "paper-not-replaceable",
            lambda: Paper.objects.filter(supersedes=replaceable).count(),
        ),
        "dossier": (
            lambda _: open_dossier(department, "88.01", "আকাশ", by=director, day=DAY),
            "file-number-used",
            lambda: Dossier.objects.filter(number="88.01").count(),
        ),
        "outsider": (
            lambda _: address_outside(letter, by=director, name="সভাপতি", reach="a@example.org"),
            "address-used",
            lambda: letter.outsiders.count(),
        ),
        "filing": (
            lambda _: file(plan, 1, by=director, today=OCTOBER),
            "no-new-report",
            lambda: Filing.objects.filter(paper=plan).count(),
        ),
    }


def _offices(world: World) -> dict[str, Race]:
    department, secretary = world.offices["department"], world.officers["secretary"]
    beside = [register.found_office(f"শাখা {number}", by=None, parent=department) for number in range(AT_ONCE)]
    return {
        "office": (
            lambda _: register.found_office("নতুন শাখা", by=None, parent=department),
            "office-exists",
            lambda: Office.objects.filter(name="নতুন শাখা").count(),
        ),
        "root": (
            lambda _: register.found_office("আরেক মন্ত্রণালয়", by=None),
            "office-exists",
            lambda: Office.objects.filter(name="আরেক মন্ত্রণালয়").count(),
        ),
        "renamed office": (
            lambda turn: rename(beside[turn], "এক নাম", day=DAY, by=secretary),
            "office-exists",
            lambda: Office.objects.filter(name="এক নাম").count(),
        ),
        "head": (
            lambda turn: register.create_post(beside[0], f"প্রধান {turn}", by=None, is_head=True),
            "one-head",
            lambda: Post.objects.filter(office=beside[0], is_head=True).count(),
        ),
    }


def _people(world: World) -> dict[str, Race]:
    department, secretary = world.offices["department"], world.officers["secretary"]
    vacant = register.create_post(department, "গবেষক", by=None)
    plain = [register.create_post(department, f"সহকারী {number}", by=None) for number in range(AT_ONCE)]
    people = [world.officer(f"person{number}") for number in range(AT_ONCE)]
    return {
        "post": (
            lambda _: register.create_post(department, "হিসাবরক্ষক", by=None),
            "post-exists",
            lambda: Post.objects.filter(title="হিসাবরক্ষক").count(),
        ),
        "retitled post": (
            lambda turn: edit_post(plain[turn], PostFacts.of(plain[turn], title="এক পদ"), by=secretary),
            "post-exists",
            lambda: Post.objects.filter(title="এক পদ").count(),
        ),
        "user name": (
            lambda turn: register.enrol("newcomer", f"ক {turn}", by=None),
            "username-taken",
            lambda: Officer.objects.filter(username="newcomer").count(),
        ),
        "employee id": (
            lambda turn: edit_card(people[turn], Card(name="ক খ", employee_id="6001"), by=secretary),
            "employee-id-taken",
            lambda: Officer.objects.filter(employee_id="6001").count(),
        ),
        "holder": (
            lambda turn: register.appoint(people[turn], vacant, since=DAY, by=None),
            "post-held",
            lambda: Tenure.objects.filter(post=vacant).count(),
        ),
    }


def _bodies(world: World) -> dict[str, Race]:
    department, ministry = world.offices["department"], world.offices["ministry"]
    committee = form(department, "কমিটি", (NewMember(post=world.posts["director"], role=Role.CHAIR),), day=DAY, by=None)
    terms = Terms("মাসিক সভা", Rule(rule="monthly", day=10), DAY, time=time(11), place="সভাকক্ষ")
    inventor = world.officers["north_head"]
    return {
        "body": (
            lambda _: form(ministry, "টিম", (NewMember(name="ক", role=Role.CHAIR),), day=DAY, by=None),
            "body-exists",
            lambda: Body.objects.filter(name="টিম").count(),
        ),
        "member": (
            lambda _: seat(committee, NewMember(post=world.posts["focal"]), day=DAY, by=None),
            "member-already",
            lambda: Member.objects.filter(post=world.posts["focal"]).count(),
        ),
        "series": (
            lambda _: begin(committee, terms, by=None, day=DAY),
            "series-title-used",
            lambda: Series.objects.count(),
        ),
        "idea": (
            lambda _: submit(world.posts["north_head"], "মেলা", "আকাশ", body=None, day=DAY, by=inventor),
            "idea-repeated",
            lambda: Idea.objects.count(),
        ),
    }


def _close_quarter(world: World, plan: Paper) -> None:
    """The office above accepts the quarter that was filed."""
    secretary, filing = world.officers["secretary"], Filing.objects.get(paper=plan)
    report = Report.objects.get(duty__paper=plan, duty__quarter=1)
    taken = take_up(filing, by=secretary, today=NOVEMBER)
    check(taken, report, by=secretary, today=NOVEMBER)
    accept(report, by=secretary, today=NOVEMBER)
    accept_quarter(taken, by=secretary, today=NOVEMBER)


def _founding(turn: int) -> object:
    wanted = Beginning("তারকা দপ্তর", "other", "প্রধান", "ক খ", f"head{turn}", "long pass phrase 7", "long pass phrase 7")
    return begin_house(wanted, day=DAY)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_is_done_and_the_others_read_why(pledge: None) -> None:
    came = {"house": (_together(_founding), Office.objects.count())}
    wanted = {"house": ({DONE: 1, "house-founded": AT_ONCE - 1}, 1)}
    world = build()
    plan = issued(world, "10", responsible="সহকারী পরিচালক (প্রশাসন)", addressees=["মহাপরিচালক"])
    races = _papers(world, plan) | _offices(world) | _people(world) | _bodies(world)
    for name, (act, code, count) in races.items():
        came[name] = _together(act), count()
        wanted[name] = {DONE: 1, code: AT_ONCE - 1}, 1
    _close_quarter(world, plan)
    asked = _together(lambda _: ask(plan, 1, by=world.officers["director"], reason="বন্যা", today=NOVEMBER))
    came["reopening"] = asked, Reopening.objects.count()
    wanted["reopening"] = {DONE: 1, "reopening-asked": AT_ONCE - 1}, 1
    receipt = Duty.objects.get(paper=plan, kind="acknowledge")
    by = world.officers["director"]
    came["receipt"] = (
        _together(lambda _: acknowledge(receipt, by=by, today=DAY)),
        Report.objects.filter(duty=receipt).count(),
    )
    wanted["receipt"] = {DONE: AT_ONCE}, 1
    assert came == wanted
    assert verify() is None


def test_the_database_names_what_was_doubled(world: World) -> None:
    post = world.posts["clerk"]
    with pytest.raises(IntegrityError) as found, transaction.atomic():
        Post.objects.create(office=post.office, title=post.title)
    assert is_doubled(found.value)
    with pytest.raises(Refused, match="taken"), transaction.atomic(), once(Officer, username=Refused(_TAKEN)):
        Officer.objects.create(username="clerk")
    with pytest.raises(IntegrityError), transaction.atomic(), once(Post, one_head_of_an_office=Refused(_TAKEN)):
        Post.objects.create(office=post.office, title=post.title)
