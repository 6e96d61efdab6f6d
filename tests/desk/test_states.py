"""Every state of every machine is walked by its buttons: from each that is no end somebody has one that leads on, others none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState, Filing, Incident
from angikar.duties.states import DUTY, FILING, INCIDENT
from angikar.meetings.ideas.actions import submit
from angikar.meetings.models import Idea
from angikar.meetings.states import IDEA
from angikar.papers import actions as papers
from angikar.papers.models import Paper, State
from angikar.papers.states import PAPER
from angikar.rules.states import Machine
from tests.desk.buttons import buttons, press
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import REPORTED, circular
from tests.pledge import FRAMEWORK
from tests.pledge import plan as plan_of
from tests.world import World

PERSONS = ("director", "focal", "clerk", "secretary", "ministry_focal", "south_head")
CLERK = "সহকারী পরিচালক (প্রশাসন)"
NOVEMBER = date(2022, 11, 1)
Offered = dict[str, set[str]]


def _offered(sign: Sign, url: str, verbs: dict[str, str]) -> Offered:
    """The verbs that each person finds on a page; who gets no page finds none."""
    found: Offered = {}
    for who in PERSONS:
        client = sign(who)
        seen = buttons(client, url) if client.get(url).status_code == 200 else set()
        if given := {verbs[name] for name in seen if name in verbs}:
            found[who] = given
    return found


def _leads_on(machine: Machine, state: str, offered: Offered) -> bool:
    """Whether one of the verbs offered leads out of the state."""
    out = {move.verb for move in machine.leading_on(state) if move.to != state}
    return any(out & verbs for verbs in offered.values())


QUARTER_VERBS = {
    "file": "filing.file",
    "verify:take_up": "filing.take_up",
    "verify:check": "filing.check",
    "verify:mark": "filing.mark",
    "verify:send_marked": "filing.send_back",
    "verify:send_back": "filing.send_back",
    "verify:accept": "filing.accept",
    "verify:excuse": "filing.excuse",
}


class _Quarter:
    """A quarter of a plan, walked from state to state by pressing buttons."""

    def __init__(self, sign: Sign, stand: Stand, paper: Paper) -> None:
        self.sign, self.stand, self.paper = sign, stand, paper
        self.url = f"/grid/{paper.pk}/1/"
        self.duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")

    def answer(self, value: str = "৯০") -> None:
        assert press(self.sign("clerk"), f"/duties/{self.duty.pk}/", "report:submit", value=value).status_code == 302

    def go(self, who: str, what: str, **typed: str) -> None:
        answer = press(self.sign(who), self.url, what, **typed)
        assert answer.status_code == 302, answer.content.decode()

    def to(self, state: str) -> None:
        steps: dict[str, Callable[[], None]] = {
            "submitted": self.filed,
            "verifying": self.verifying,
            "sent_back": self.returned,
            "accepted": self.accepted,
            "excused": self.excused,
        }
        steps[state]()
        assert Filing.objects.get().state == state

    def filed(self) -> None:
        self.answer()
        self.go("director", "file")

    def verifying(self) -> None:
        self.filed()
        self.go("secretary", "verify:take_up")

    def returned(self) -> None:
        self.verifying()
        self.go("secretary", "verify:mark", words="তালিকা নেই")
        self.go("secretary", "verify:send_marked")

    def accepted(self) -> None:
        self.verifying()
        self.go("secretary", "verify:check", words="দেখা হয়েছে")
        self.go("secretary", "verify:accept_row", words="ঠিক আছে")
        self.go("secretary", "verify:accept")

    def excused(self) -> None:
        self.stand(NOVEMBER)
        self.go("secretary", "verify:excuse", words="আসেনি")


@pytest.fixture
def quarter(sign: Sign, stand: Stand, paper: Paper, october: date) -> _Quarter:
    """The first quarter of a plan, not filed yet."""
    return _Quarter(sign, stand, paper)


@pytest.mark.parametrize("state", sorted(FILING.reachable()))
def test_a_quarter_has_a_way_on_from_every_state(quarter: _Quarter, sign: Sign, state: str) -> None:
    quarter.to(state)
    offered = _offered(sign, quarter.url, QUARTER_VERBS)
    assert set(offered) <= {"director", "secretary", "ministry_focal"}, "nobody else acts on a quarter"
    for verbs in offered.values():
        assert verbs <= {move.verb for move in FILING.leading_on(state)}
    if state == "sent_back":
        quarter.answer("৮০")  # the row is answered on its own page
        offered = _offered(sign, quarter.url, QUARTER_VERBS)
        assert (offered["director"], offered["secretary"]) == ({"filing.file"}, {"filing.take_up"})
    assert state in FILING.ends or _leads_on(FILING, state, offered)


@pytest.mark.parametrize("state", ["accepted", "excused"])
def test_a_closed_quarter_is_opened_mended_and_filed_again(quarter: _Quarter, sign: Sign, state: str) -> None:
    quarter.to(state)
    assert press(sign("director"), quarter.url, "reopen:ask", words="ভুল ছিল").status_code == 302
    assert press(sign("secretary"), quarter.url, "reopen:grant", until="৩০.১১.২০২২").status_code == 302
    quarter.answer("৭০")
    assert press(sign("director"), quarter.url, "file").status_code == 302
    assert Filing.objects.get().state == "submitted"


DUTY_VERBS = {
    "report:submit": "duty.report",
    "verdict:accept": "duty.accept",
    "verdict:send_back": "duty.send_back",
    "excuse": "duty.excuse",
    "excuse:again": "duty.ask_again",
}
DUTY_WALKS: dict[str, tuple[tuple[str, str], ...]] = {
    "open": (),
    "submitted": (("clerk", "report:submit"),),
    "accepted": (("clerk", "report:submit"), ("secretary", "verdict:accept")),
    "sent_back": (("clerk", "report:submit"), ("secretary", "verdict:send_back")),
    "excused": (("secretary", "excuse"),),
}


@pytest.mark.parametrize("state", sorted(DUTY.reachable() - {DutyState.WITHDRAWN}))
def test_a_duty_has_a_way_on_from_every_state(sign: Sign, paper: Paper, october: date, state: str) -> None:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    url = f"/duties/{duty.pk}/"
    for who, what in DUTY_WALKS[state]:
        assert (
            press(sign(who), url, what, **({"value": "৯০"} if who == "clerk" else {"words": "কারণ"})).status_code == 302
        )
    duty.refresh_from_db()
    assert duty.state == state
    offered = _offered(sign, url, DUTY_VERBS)
    assert "south_head" not in offered
    for who, verbs in offered.items():
        own = {"duty.report"} if who in ("director", "focal", "clerk") else set(DUTY_VERBS.values()) - {"duty.report"}
        assert verbs <= own & {move.verb for move in DUTY.leading_on(state)}
    assert state in DUTY.ends or _leads_on(DUTY, state, offered)


PAPER_VERBS = {"move:review": "paper.move", "move:draft": "paper.move", "move:signed": "paper.move"}


@pytest.mark.parametrize("state", [State.DRAFT, State.REVIEW, State.SIGNED])
def test_a_paper_has_a_way_on_from_every_state(sign: Sign, world: World, pledge: None, state: str) -> None:
    content = plan_of("6", "4", responsible=CLERK).model_dump(mode="json")
    director, office = world.officers["director"], world.offices["department"]
    paper = papers.draft(director, office=office, kind="pledge", framework=FRAMEWORK, content=content)
    if state != State.DRAFT:
        paper = papers.move(paper, state, by=director, version=paper.version)
    offered = _offered(sign, f"/papers/{paper.pk}/", PAPER_VERBS)
    assert "south_head" not in offered
    assert _leads_on(PAPER, state, offered)
    if state == State.REVIEW:
        assert "paper.move" in offered["secretary"], "who is asked to comment sends it back"


INCIDENT_VERBS = {
    "step:done": "incident.say",
    "step:give": "incident.give",
    "step:close": "incident.close",
    "step:reopen": "incident.reopen",
}


@pytest.mark.parametrize("state", sorted(INCIDENT.reachable()))
def test_an_incident_has_a_way_on_from_every_state(sign: Sign, breach: Incident, state: str) -> None:
    url = f"/incidents/{breach.pk}/"
    if state == "closed":
        assert press(sign("director"), url, "step:close", words="মিটেছে").status_code == 302
    offered = _offered(sign, url, INCIDENT_VERBS)
    out = "incident.reopen" if state == "closed" else "incident.close"
    assert [who for who, verbs in offered.items() if out in verbs] == ["director", "focal"]
    assert _leads_on(INCIDENT, state, offered)


@pytest.fixture
def breach(sign: Sign, world: World, stand: Stand) -> Incident:
    """A breach that a district reported under a circular of the department."""
    stand(date(2022, 10, 15))
    paper = issue(circular(world, anchor="2022-10-27"), by=world.officers["director"], day=date(2022, 10, 13))
    assert sign("north_head").post(f"/circulars/{paper.pk}/incidents/tell/", REPORTED).status_code == 302
    return Incident.objects.get()


def test_an_idea_goes_its_whole_way_by_its_buttons(sign: Sign, world: World, october: date) -> None:
    post, by = world.posts["north_head"], world.officers["north_head"]
    idea = submit(post, "আকাশ দেখার রাত", "স্কুলে স্কুলে দূরবীন", body=None, day=october, by=by)
    url, seen = f"/ideas/{idea.pk}/", {""}
    for to in ("dropped", "review", "pilot", "replicated"):
        state = Idea.objects.get().state
        given = {name.rpartition(":")[2] for name in buttons(sign("director"), url)}
        assert set(IDEA.targets("idea.step", state)) <= given
        button = next(name for name in buttons(sign("director"), url) if name.endswith(f":{to}"))
        assert press(sign("director"), url, button, words="কারণ").status_code == 302
        seen |= {state, to}
    assert seen == {"", *IDEA.states}
