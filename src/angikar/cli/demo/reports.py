"""The reports of the demo: in time and late, accepted, accepted lower, sent back, excused, left open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from angikar.cli.demo.world import World
from angikar.duties import actions
from angikar.duties.actions import EvidenceFile
from angikar.duties.models import Duty, Report
from angikar.offices.access import holder_of
from angikar.offices.models import Officer
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.kinds.minutes.content import CHOICES

DONE, GOING_ON = CHOICES[:2]


class DemoReport(NamedTuple):
    """One figure reported: the key of its duty, the value, the day, and the words with it."""

    key: str
    value: str
    on: date
    words: str = ""


IN_TIME, LATE, SEEN = date(2022, 10, 10), date(2022, 10, 19), date(2022, 10, 25)
SECOND, SECOND_SEEN = date(2023, 1, 14), date(2023, 1, 24)

FIRST_QUARTER = (
    DemoReport("own:1.1.1:q1", "3", IN_TIME),
    DemoReport("own:1.2.1:q1", "7", IN_TIME),
    DemoReport("own:1.3.1:q1", "12000", LATE, "বন্যার কারণে মাঠ থেকে হিসাব আসতে দেরি হয়েছে।"),
    DemoReport("own:2.1.1:q1", "90", IN_TIME),
    DemoReport("own:2.2.1:q1", "44", IN_TIME),
    DemoReport("own:2.4.1:q1", "0", IN_TIME, "বর্ষায় নির্মাণকাজ বন্ধ ছিল।"),
    DemoReport("own:3.2.1:q1", "6", LATE),
    DemoReport("own:4.1.1:q1", "285", IN_TIME),
)
SECOND_QUARTER = (
    DemoReport("own:1.1.1:q2", "5", SECOND),
    DemoReport("own:1.2.1:q2", "8", SECOND),
    DemoReport("own:2.1.1:q2", "93", SECOND),
    DemoReport("own:2.3.1:q2", "2022-12-28", SECOND),
    DemoReport("own:3.1.1:q2", "36", SECOND),
    DemoReport("own:4.1.1:q2", "301", date(2023, 1, 18)),
)
INTEGRITY = (
    DemoReport("own:1.1.1:q1", "1", date(2018, 10, 9)),
    DemoReport("own:1.2.1:q1", "100", date(2018, 10, 9)),
    DemoReport("own:5.2.1:q1", "68", date(2018, 10, 14)),
    DemoReport("own:7.2.1:q1", "3", date(2018, 10, 22)),
)


def report_all(world: World, papers: Mapping[str, Paper], today: date) -> None:
    """Everything that was reported on the demo's papers, and one figure that is being typed `today`."""
    _agreement(world, papers["agreement-demo"], today)
    _integrity(world, papers["integrity-plan-demo"])
    _letter(world, papers["plain-letter-demo"])
    _circular(world, papers["circular-demo"])
    _minutes(world, papers["minutes-demo"])


def _agreement(world: World, paper: Paper, today: date) -> None:
    """A quarter and a half: the ministry accepts the first, with less than was claimed once, and sends one figure back."""
    reviewer = world.officers["performance"]
    for figure in FIRST_QUARTER:
        actions.accept(_figure(paper, figure), by=reviewer, today=SEEN)
    trained = _figure(paper, DemoReport("own:3.1.1:q1", "40", IN_TIME), _attendance())
    actions.accept(
        trained, by=reviewer, today=SEEN, value="34", words="হাজিরা তালিকায় ৩৪ জনের স্বাক্ষর আছে, তাই ৩৪ গ্রহণ করা হলো।"
    )
    actions.excuse(
        _duty(paper, "own:1.3.2:q1"),
        by=reviewer,
        sentence="চারার বয়স এক বছর হয়নি; এ ত্রৈমাসিকে গণনা প্রযোজ্য নয়।",
        today=SEEN,
    )
    second = {figure.key: _figure(paper, figure) for figure in SECOND_QUARTER}
    for key in ("own:1.1.1:q2", "own:2.3.1:q2"):
        actions.accept(second[key], by=reviewer, today=SECOND_SEEN)
    actions.send_back(
        second["own:3.1.1:q2"], by=reviewer, sentence="হাজিরা তালিকা সংযুক্ত নেই; তালিকাসহ আবার পাঠান।", today=SECOND_SEEN
    )
    typing = _duty(paper, "own:3.2.1:q2")
    actions.save_cell(typing, by=world.officers["admin"], value="5", version=typing.version, today=today)


def _integrity(world: World, paper: Paper) -> None:
    for figure in INTEGRITY[:3]:
        actions.accept(_figure(paper, figure), by=world.officers["performance"], today=date(2018, 10, 28))
    _figure(paper, INTEGRITY[3])


def _letter(world: World, paper: Paper) -> None:
    (asked,) = Duty.objects.filter(paper=paper)
    given = _words(asked, "সাতটি ঘাটের তথ্য ছক পাঠানো হলো।", date(2022, 12, 14))
    actions.accept(given, by=world.officers["dg"], today=date(2022, 12, 18))


def _circular(world: World, paper: Paper) -> None:
    """Two of the three upazilas acknowledge; one sends its list in time, one late, one not at all."""
    for username, day in (("dc", 1), ("deo", 2), ("uno1", 2), ("uno2", 6)):
        officer = world.officers[username]
        receipt = Duty.objects.get(paper=paper, kind="acknowledge", post__tenures__officer=officer)
        actions.acknowledge(receipt, by=officer, today=date(2023, 3, day))
    lists = Duty.objects.filter(paper=paper, key="3:1:once").order_by("post__office__path")
    first = _words(lists[0], "২৬টি ভোটকেন্দ্রের তালিকা পাঠানো হলো।", date(2023, 3, 5))
    _words(lists[1], "৩১টি ভোটকেন্দ্রের তালিকা পাঠানো হলো।", date(2023, 3, 9))
    actions.accept(first, by=world.officers["elections"], today=date(2023, 3, 7))
    _words(_duty(paper, "2(খ):1:2023-03-10"), "১৪টি কেন্দ্র দেখা হয়েছে, দুটির রাস্তা মেরামত দরকার।", date(2023, 3, 10))
    _words(_duty(paper, "2(খ):1:2023-03-17"), "সব কেন্দ্র প্রস্তুত।", date(2023, 3, 18))
    _words(_duty(paper, "4:1:once"), "চরের নয়টি কেন্দ্রের জন্য নৌযান ঠিক করা হয়েছে।", date(2023, 3, 9))


def _minutes(world: World, paper: Paper) -> None:
    """One decision is carried out, one goes on in one upazila; the others stay open."""
    done = _words(_duty(paper, "3.1.1"), "সব দপ্তরের তথ্য যাচাই করে হালনাগাদ করা হয়েছে।", date(2023, 3, 30), DONE)
    actions.accept(done, by=world.officers["dc"], today=date(2023, 4, 2))
    _words(_duty(paper, "3.2.1@2023-04-10"), "মার্চ মাসের প্রতিবেদন সংযুক্ত।", date(2023, 4, 9), DONE)
    fair = Duty.objects.filter(paper=paper, key="2.1.1").order_by("post__office__path")[0]
    _words(fair, "মেলার মাঠ ঠিক হয়েছে, প্রচার চলছে।", date(2023, 4, 20), GOING_ON)


def _duty(paper: Paper, key: str) -> Duty:
    return Duty.objects.select_related("post").get(paper=paper, key=key)


def _holder(duty: Duty, day: date) -> Officer:
    """Whoever holds the post on that day: the post owes, not the person."""
    officer = holder_of(duty.post, day)
    if officer is None:
        raise LookupError(f"no officer holds {duty.post} on {day}")
    return officer


def _figure(paper: Paper, figure: DemoReport, *proofs: EvidenceFile) -> Report:
    duty = _duty(paper, figure.key)
    answer = Answer(value=figure.value, words=figure.words)
    return actions.report(duty, by=_holder(duty, figure.on), answer=answer, today=figure.on, files=proofs)


def _words(duty: Duty, words: str, on: date, choice: str | None = None) -> Report:
    return actions.report(duty, by=_holder(duty, on), answer=Answer(words=words, choice=choice), today=on)


def _attendance() -> EvidenceFile:
    names = "\n".join(f"{number}. প্রশিক্ষণার্থী {number}" for number in range(1, 35))
    return EvidenceFile(
        "attendance.txt", f"নৌ-নিরাপত্তা প্রশিক্ষণের হাজিরা\n{names}\n".encode(), "হাজিরা তালিকা", date(2022, 9, 22)
    )
