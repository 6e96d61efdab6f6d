"""Every address of the desk is tried by a visitor, by the office it belongs to, by the office above and by another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angikar.desk.urls import urlpatterns
from tests.access.scene import SHAPES, Scene, set_up
from tests.world import World

Statuses = tuple[int, int, int]
"""What the office itself, the office above it and another office are answered."""

OWN, NOT_ABOVE, EVERYBODY = (200, 200, 404), (200, 404, 404), (200, 200, 200)
NOWHERE = (404, 404, 404)
DONE, DONE_BY_ALL, DONE_ABOVE = (302, 404, 404), (302, 302, 302), (404, 302, 404)
PERSONS = ("director", "secretary", "south_head")
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Address:
    """How one address answers: `leads` names what of the scene stands in it; `None` where a method is not taken."""

    leads: str = ""
    get: Statuses | None = None
    post: Statuses | None = None
    sent: dict[str, str] = field(default_factory=dict)
    for_visitors: bool = False


ADDRESSES = {
    "today": Address(get=EVERYBODY),
    "account": Address(get=EVERYBODY),
    "email": Address(get=(302, 302, 302)),
    "notices": Address(get=EVERYBODY),
    "subscribe": Address(post=DONE_BY_ALL),
    "system": Address(get=NOWHERE),
    "send_again": Address(post=NOWHERE),
    "feed": Address("feed", get=EVERYBODY, for_visitors=True),
    "language": Address(post=DONE_BY_ALL, sent={"language": "en"}, for_visitors=True),
    "sign_out": Address(post=DONE_BY_ALL, for_visitors=True),
    "guide": Address(get=EVERYBODY, for_visitors=True),
    "guide_page": Address("guide", get=EVERYBODY, for_visitors=True),
    "begin": Address(get=NOWHERE, post=NOWHERE, for_visitors=True),
    "first_steps": Address(get=EVERYBODY, post=EVERYBODY, sent={"do": "head_is_focal"}),
    "first_password": Address(get=EVERYBODY, post=(422, 422, 422), for_visitors=True),
    "duty": Address("reported", get=OWN),
    "mark": Address("open", get=NOT_ABOVE),
    "report": Address("open", post=DONE, sent={"value": "৫"}),
    "acknowledge": Address("receipt", post=DONE),
    "verdict": Address("reported", post=DONE_ABOVE, sent={"report": "{told}", "accepted": "5"}),
    "excuse": Address("open", post=DONE_ABOVE, sent={"words": "নেই"}),
    "proof": Address("reported proof", get=OWN),
    "counted": Address("open", get=NOT_ABOVE),
    "dated": Address("open", get=NOT_ABOVE),
    "cell": Address(
        "open", get=NOT_ABOVE, post=NOT_ABOVE, sent={"value-{open}": "৫", "version-{open}": "{open_version}"}
    ),
    "grid": Address("agreement", get=OWN, post=(302, 302, 404), sent={"quarter": "1"}),
    "filing": Address("agreement filed", get=OWN),
    "file": Address("agreement quarter", post=DONE, sent={"words": "সব হয়নি।"}),
    "reopen": Address("agreement filed", post=(422, 404, 404), sent={"do": "ask", "words": "দরকার"}),
    "verify": Address("agreement filed", post=DONE_ABOVE, sent={"do": "take_up"}),
    "year": Address("agreement", get=OWN, post=DONE_ABOVE, sent={"do": "feedback", "words": "ভালো"}),
    "results": Address("agreement", get=OWN),
    "years": Address("agreement", get=OWN),
    "make": Address("agreement", post=(302, 302, 404), sent={"what": "evaluation"}),
    "outgoing": Address("agreement what form", get=OWN),
    "standings": Address(get=EVERYBODY),
    "standings_workbook": Address(get=EVERYBODY),
    "keep_ranks": Address(post=DONE_ABOVE, sent={"under": "{ministry}", "reach": "direct"}),
    "standing": Address("department", get=OWN),
    "offices": Address(get=EVERYBODY),
    "office": Address("department", get=EVERYBODY),
    "change_office": Address("department", post=(302, 302, 404), sent={"do": "edit", "level": "department"}),
    "add_office": Address(post=NOWHERE, sent={"name": "দপ্তর"}),
    "officers": Address(
        get=EVERYBODY, post=OWN, sent={"office": "{department}", "name": "জনাব নতুন", "username": "moyna"}
    ),
    "officer": Address("clerk", get=(200, 200, 404), post=(302, 302, 404), sent={"do": "ways"}),
    "change_post": Address("focal", post=(302, 302, 404), sent={"do": "edit", "title": "উপপরিচালক"}),
    "give": Address(
        "post",
        post=(302, 404, 404),
        sent={"do": "delegate", "officer": "clerk", "since": "১.৮.২০২২", "until": "১.৮.২০৩২", "reports": "1"},
    ),
    "lists": Address(get=EVERYBODY, post=(422, 422, 422)),
    "list": Address("list", get=NOT_ABOVE, post=DONE),
    "list_counter": Address("list", get=NOT_ABOVE),
    "register_file": Address("register printed", get=EVERYBODY),
    "places": Address(get=EVERYBODY, post=(422, 422, 422)),
    "office_branch": Address("department", get=(302, 302, 404)),
    "bodies": Address(
        get=EVERYBODY,
        post=(302, 302, 404),
        sent={"office": "{department}", "name": "দল", "chair": "মহাপরিচালক", "day": "১.৮.২০২২"},
    ),
    "body": Address("body", get=EVERYBODY),
    "change_body": Address("body", post=(302, 302, 404), sent={"do": "dissolve", "day": "১.৮.২০২২"}),
    "post": Address("post", get=EVERYBODY),
    "note": Address("post", post=(302, 404, 404), sent={"words": "বাকি আছে"}),
    "hand_over": Address("focal", post=(302, 302, 404), sent={"do": "release", "day": "১.৮.২০৩২"}),
    "intake": Address(get=EVERYBODY, post=DONE_BY_ALL),
    "review": Address("taken", get=NOT_ABOVE, post=DONE, sent={"version": "{taken_version}"}),
    "picture": Address("pictured page", get=NOT_ABOVE),
    "papers": Address(get=EVERYBODY),
    "paper": Address("agreement", get=OWN),
    "cell_of_paper": Address("draft", get=NOT_ABOVE, post=DONE, sent={"path": "office", "version": "{draft_version}"}),
    "arrange": Address(
        "letter", post=DONE, sent={"path": "body", "how": "add", "text": "কথা", "version": "{letter_version}"}
    ),
    "meaning": Address("taken", post=(200, 404, 404), sent={"path": "paragraphs", "text": "প্রতি সোমবার"}),
    "pass_on": Address("letter", post=DONE, sent={"to": "{focal}", "version": "{letter_version}"}),
    "keep_in": Address("letter", post=DONE, sent={"number": "১", "subject": "নথি নম্বর", "version": "{letter_version}"}),
    "mean": Address("letter", post=DONE, sent={"text": "সবাই", "how": "outside"}),
    "mean_all": Address("letter", post=DONE, sent={"text-0": "সবাই", "post-0": "outside"}),
    "readdress": Address("circular", post=DONE),
    "enclosure": Address("letter page", get=NOT_ABOVE),
    "write_letter": Address(get=EVERYBODY, post=DONE_BY_ALL, sent={"form": "letter", "subject": "বিষয়"}),
    "dispatch": Address(
        get=NOT_ABOVE, post=DONE, sent={"office": "{department}", "number": "১", "subject": "নথি নম্বর"}
    ),
    "dispatch_print": Address(get=EVERYBODY),
    "settle": Address("taken doubt", post=DONE, sent={"choice": "keep", "version": "{taken_version}"}),
    "settle_together": Address("taken cause", get=NOT_ABOVE, post=(422, 404, 404), sent={"version": "{taken_version}"}),
    "keep_all": Address("taken", post=DONE, sent={"version": "{taken_version}"}),
    "move": Address("draft", post=DONE, sent={"to": "review", "version": "{draft_version}"}),
    "supersede": Address("agreement", post=DONE),
    "difference": Address("successor", get=NOT_ABOVE, post=DONE, sent={"row": "", "reason": "নেই", "version": "1"}),
    "agree": Address("successor", post=(404, 404, 404), sent={"version": "1"}),
    "links": Address("agreement", get=OWN, post=DONE, sent={"line": "governance:1.1.1"}),
    "counterpart": Address("draft", post=DONE, sent={"office": "", "version": "{draft_version}"}),
    "receipts": Address("circular", get=OWN),
    "change_receipts": Address(
        "circular", post=DONE, sent={"do": "address", "name": "অতিথি", "reach": "guest@example.org"}
    ),
    "print_receipts": Address("circular printed", get=OWN),
    "outsider": Address("outsider", post=DONE, sent={"do": "revoke"}),
    "issue": Address("draft", get=NOT_ABOVE, post=DONE, sent={"version": "{draft_version}"}),
    "days": Address("draft", post=DONE, sent={"version": "{draft_version}"}),
    "print": Address("agreement form", get=OWN),
    "source": Address("agreement", get=OWN),
    "circular": Address("circular", get=OWN),
    "incidents": Address("circular", get=OWN),
    "tell": Address("circular", get=NOT_ABOVE, post=(422, 404, 404)),
    "spending": Address("circular", get=OWN),
    "incident": Address("incident", get=OWN),
    "incident_step": Address("incident", post=(302, 302, 404), sent={"do": "done", "words": "থামানো হয়েছে"}),
    "incident_file": Address("incident handed", get=OWN),
    "form": Address("taken directive", get=NOT_ABOVE, post=DONE, sent={"do": "form", "version": "{taken_version}"}),
    "calendar": Address("circular", get=OWN, post=(422, 404, 404), sent={"day": "কোনো দিন"}),
    "formations": Address("circular", get=OWN, post=(404, 404, 404), sent={"do": "form"}),
    "schedule": Address(
        "taken place", get=NOT_ABOVE, post=DONE, sent={"said": "সঙ্গে সঙ্গে", "version": "{taken_version}"}
    ),
    "compliance": Address("circular", get=OWN),
    "answers": Address("circular", get=OWN, sent={"directive": "receipt"}),
    "compliance_file": Address("circular pdf", get=OWN),
    "missing": Address("circular", get=OWN),
    "escalate": Address("circular", post=DONE),
    "excuse_missing": Address("circular", post=DONE, sent={"duty": "{receipt}", "words": "নেই"}),
    "summary": Address("circular", get=OWN, sent={"directive": "2(খ)"}),
    "summary_file": Address("circular pdf", get=OWN, sent={"directive": "2(খ)"}),
    "make_summary": Address("circular", post=DONE, sent={"directive": "2(খ)"}),
    "meeting": Address("minutes", get=OWN),
    "sitting": Address("running", get=OWN),
    "sitting_rows": Address("running", get=OWN),
    "change_sitting": Address("running", post=DONE, sent={"do": "sign", "name": "জনাব অতিথি"}),
    "write": Address("running", post=DONE, sent={"row": "new", "title": "দূরবীন"}),
    "minutes": Address("closed", get=NOT_ABOVE),
    "change_minutes": Address("closed", post=DONE, sent={"do": "circulate"}),
    "decisions": Address(get=EVERYBODY),
    "action_taken": Address("printed", get=EVERYBODY),
    "monthly": Address(get=EVERYBODY),
    "decision": Address("decision", get=OWN),
    "change_decision": Address("decision", post=DONE, sent={"do": "link", "earlier": "0"}),
    "meetings": Address(get=EVERYBODY),
    "series": Address("body", get=OWN),
    "change_series": Address("body", post=DONE, sent={"do": "plan", "title": "জরুরি সভা", "date": "২০.৮.২০২২"}),
    "agenda": Address("called", get=OWN),
    "change_agenda": Address("called", post=DONE, sent={"do": "add", "title": "বাজেট"}),
    "convene": Address("called", get=NOT_ABOVE, post=DONE, sent={"memo": ""}),
    "appointment": Address("called", get=OWN),
    "ideas": Address(get=EVERYBODY, post=(302, 404, 404), sent={"post": "{post}", "title": "ধারণা", "text": "কী ও কেন"}),
    "idea": Address("idea", get=OWN),
    "change_idea": Address("idea", post=(404, 302, 404), sent={"to": "review", "words": "দেখি", "version": "1"}),
}

Call = Callable[[Client, str, str], HttpResponse]


@pytest.fixture
def scene(world: World) -> Scene:
    """Papers of the department and what hangs on them."""
    return {**set_up(world), **SHAPES}


@pytest.fixture
def call(scene: Scene) -> Call:
    """Call an address by a method; whatever it changed is taken back."""

    def called(client: Client, name: str, method: str) -> HttpResponse:
        address = ADDRESSES[name]
        path = reverse(f"desk:{name}", args=[scene[each] for each in address.leads.split()])
        sent = {key.format(**scene): value.format(**scene) for key, value in address.sent.items()}
        with transaction.atomic():
            answer = getattr(client, method)(path, sent)
            transaction.set_rollback(True)
        return answer

    return called


def _sitting(world: World, who: str, *, strict: bool = False) -> Client:
    client = Client(enforce_csrf_checks=strict)
    client.force_login(world.officers[who], BACKEND)
    return client


def test_no_address_is_forgotten() -> None:
    lists = [getattr(each, "url_patterns", [each]) for each in urlpatterns]
    assert {pattern.name for listed in lists for pattern in listed} == set(ADDRESSES)


def test_each_address_opens_to_its_owner(world: World, call: Call) -> None:
    expected = {
        (name, method): statuses
        for name, address in ADDRESSES.items()
        for method, statuses in (("get", address.get), ("post", address.post))
        if statuses
    }
    found = {
        (name, method): tuple(call(_sitting(world, who), name, method).status_code for who in PERSONS)
        for name, method in expected
    }
    assert found == expected


def test_a_visitor_is_led_to_the_door(call: Call) -> None:
    asked = [
        (name, "post" if address.post else "get") for name, address in ADDRESSES.items() if not address.for_visitors
    ]
    answers = {(name, method): call(Client(), name, method) for name, method in asked}
    astray = {
        name: answer.status_code
        for name, answer in answers.items()
        if "/account/login/" not in answer.get("Location", "")
    }
    assert astray == {}


def test_what_only_takes_is_not_opened(world: World, call: Call) -> None:
    for name, address in ADDRESSES.items():
        if address.get is None:
            assert call(_sitting(world, "director"), name, "get").status_code == 405, name


def test_no_form_is_accepted_without_its_token(world: World, call: Call) -> None:
    for name, address in ADDRESSES.items():
        if address.post is not None:
            assert call(_sitting(world, "director", strict=True), name, "post").status_code == 403, name


def test_with_its_token_it_is_taken(world: World, call: Call) -> None:
    for name, address in ADDRESSES.items():
        if address.post is not None:
            client = _sitting(world, "director", strict=True)
            client.get(reverse("desk:today"))
            client.defaults["HTTP_X_CSRFTOKEN"] = client.cookies["csrftoken"].value
            assert call(client, name, "post").status_code == address.post[0], name
