"""The reports of the demo: in time and late, accepted, accepted lower, sent back, excused, left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from angikar.cli.demo.moving import Move
from angikar.cli.demo.papers import Moves
from angikar.cli.demo.world import World
from angikar.duties import actions
from angikar.duties.actions import EvidenceFile
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty, Report
from angikar.offices.access import holder_of
from angikar.offices.models import Officer
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.kinds.minutes.content import CHOICES

DONE, GOING_ON = CHOICES[:2]
PROOF_SEEN = "প্রমাণক কার্যালয়ে দেখা হয়েছে।"
"""With these words a figure is accepted that was sent without a file."""


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


@dataclass(frozen=True, slots=True)
class Story:
    """A paper, and how far its days are moved; what would come after today has not happened yet."""

    world: World
    paper: Paper
    move: Move
    today: date

    def day(self, written: date) -> date | None:
        """A day of the story; `None` when it is still to come."""
        moved = self.move(written)
        return moved if moved <= self.today else None


def report_all(world: World, papers: Mapping[str, Paper], move: Moves, today: date) -> None:
    """What was reported on the demo's papers up to today, and one figure that is being typed."""
    _agreement(Story(world, papers["agreement-demo"], move.agreement, today))
    _integrity(Story(world, papers["integrity-plan-demo"], move.integrity, today))
    _circular(Story(world, papers["circular-demo"], move.circular, today))
    _minutes(Story(world, papers["minutes-demo"], move.minutes, today))


def _agreement(story: Story) -> None:
    """A quarter and a half: the ministry accepts the first, with less than was claimed once, and sends one figure back."""
    reviewer, seen = story.world.officers["performance"], story.day(SEEN)
    sent = [_figure(story, figure) for figure in FIRST_QUARTER]
    trained = _figure(story, DemoReport("own:3.1.1:q1", "40", IN_TIME), _attendance(story.move))
    if seen and trained:
        for report in filter(None, sent):
            actions.accept(report, by=reviewer, today=seen, words=PROOF_SEEN)
        words = "হাজিরা তালিকায় ৩৪ জনের স্বাক্ষর আছে, তাই ৩৪ গ্রহণ করা হলো।"
        actions.accept(trained, by=reviewer, today=seen, value="34", words=words)
        why = "চারার বয়স এক বছর হয়নি; এ ত্রৈমাসিকে গণনা প্রযোজ্য নয়।"
        actions.excuse(_duty(story.paper, "own:1.3.2:q1"), by=reviewer, sentence=why, today=seen)
    _second_quarter(story, reviewer)


def _second_quarter(story: Story, reviewer: Officer) -> None:
    second, seen = {figure.key: _figure(story, figure) for figure in SECOND_QUARTER}, story.day(SECOND_SEEN)
    for key in ("own:1.1.1:q2", "own:2.3.1:q2"):
        if seen and (report := second[key]):
            actions.accept(report, by=reviewer, today=seen, words=PROOF_SEEN)
    if seen and (report := second["own:3.1.1:q2"]):
        why = "হাজিরা তালিকা সংযুক্ত নেই; তালিকাসহ আবার পাঠান।"
        actions.send_back(report, by=reviewer, sentence=why, today=seen)
    typing = _duty(story.paper, "own:3.2.1:q2" if story.day(date(2022, 10, 1)) else "own:3.2.1:q1")
    if story.day(date(2022, 7, 5)):
        by = story.world.officers["admin"]
        save_cell(typing, by=by, value="5", version=typing.version, today=story.today)


def _integrity(story: Story) -> None:
    sent, seen = [_figure(story, figure) for figure in INTEGRITY], story.day(date(2018, 10, 28))
    for report in filter(None, sent[:3] if seen else ()):
        by = story.world.officers["performance"]
        actions.accept(report, by=by, today=seen or story.today, words=PROOF_SEEN)


def _circular(story: Story) -> None:
    """Two of the three upazilas acknowledge; one sends its list in time, one late, one not at all."""
    paper, people = story.paper, story.world.officers
    for username, day in (("dc", 1), ("deo", 2), ("uno1", 2), ("uno2", 6)):
        receipt = Duty.objects.get(paper=paper, kind="acknowledge", post__tenures__officer=people[username])
        actions.acknowledge(receipt, by=people[username], today=story.move(date(2023, 3, day)))
    lists = Duty.objects.filter(paper=paper, key="3:1:once").order_by("post__office__path")
    first = _words(story, lists[0], "২৬টি ভোটকেন্দ্রের তালিকা পাঠানো হলো।", date(2023, 3, 5))
    _words(story, lists[1], "৩১টি ভোটকেন্দ্রের তালিকা পাঠানো হলো।", date(2023, 3, 9))
    if first:
        actions.accept(first, by=people["elections"], today=story.move(date(2023, 3, 7)))
    visit = f"2(খ):1:{story.move(date(2023, 3, 10))}"
    _words(story, _duty(paper, visit), "১৪টি কেন্দ্র দেখা হয়েছে, দুটির রাস্তা মেরামত দরকার।", date(2023, 3, 10))
    _words(story, _duty(paper, "4:1:once"), "চরের নয়টি কেন্দ্রের জন্য নৌযান ঠিক করা হয়েছে।", date(2023, 3, 9))


def _minutes(story: Story) -> None:
    """One decision is carried out, one goes on in one upazila; the others stay open."""
    paper = story.paper
    done = _words(story, _duty(paper, "3.1.1"), "সব দপ্তরের তথ্য যাচাই করে হালনাগাদ করা হয়েছে।", date(2023, 3, 30), DONE)
    if done:
        actions.accept(done, by=story.world.officers["dc"], today=story.move(date(2023, 4, 2)))
    fair = Duty.objects.filter(paper=paper, key="2.1.1").order_by("post__office__path")[0]
    _words(story, fair, "মেলার মাঠ ঠিক হয়েছে, প্রচার চলছে।", date(2023, 4, 12), GOING_ON)


def _duty(paper: Paper, key: str) -> Duty:
    return Duty.objects.select_related("post").get(paper=paper, key=key)


def _holder(duty: Duty, day: date) -> Officer:
    """Whoever holds the post on that day: the post owes, not the person."""
    officer = holder_of(duty.post, day)
    if officer is None:
        raise LookupError(f"no officer holds {duty.post} on {day}")
    return officer


def _figure(story: Story, figure: DemoReport, *proofs: EvidenceFile) -> Report | None:
    """The figure reported on its day; `None` when that is still to come."""
    day = story.day(figure.on)
    if day is None:
        return None
    duty = _duty(story.paper, figure.key)
    value = story.move(date.fromisoformat(figure.value)).isoformat() if figure.value.count("-") == 2 else figure.value
    answer = Answer(value=value, words=figure.words)
    return actions.report(duty, by=_holder(duty, day), answer=answer, today=day, files=proofs)


def _words(story: Story, duty: Duty, words: str, on: date, choice: str | None = None) -> Report | None:
    day = story.day(on)
    if day is None:
        return None
    return actions.report(duty, by=_holder(duty, day), answer=Answer(words=words, choice=choice), today=day)


def _attendance(move: Move) -> EvidenceFile:
    names = "\n".join(f"{number}. প্রশিক্ষণার্থী {number}" for number in range(1, 35))
    said = f"নৌ-নিরাপত্তা প্রশিক্ষণের হাজিরা\n{names}\n".encode()
    return EvidenceFile("attendance.txt", said, "হাজিরা তালিকা", move(date(2022, 9, 22)))
