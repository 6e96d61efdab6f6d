"""Texts, names and numbers made to break what they are put into: an address, a header, a form, a page."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse

from angikar.duties.actions import EvidenceFile, report
from angikar.duties.models import Duty
from angikar.rules.duty import Answer
from tests.access.house import SCREENS, House
from tests.access.people import Role
from tests.access.scene import REPORTED

pytestmark = pytest.mark.django_db
BEYOND = "9" * 30


def test_a_number_beyond_any_row_is_not_found(house: House) -> None:
    head = house.clients[Role.HEAD]
    for name, address in SCREENS.items():
        leads = address.leads.split()
        if address.read is None or not any(house.scene[each].isdigit() for each in leads):
            continue
        beyond = [BEYOND if house.scene[each].isdigit() else house.scene[each] for each in leads]
        answer, tables = house.send(head, "get", reverse(f"desk:{name}", args=beyond), {})
        assert (answer.status_code, tables) == (404, []), name


@pytest.mark.parametrize(
    "sent", [BEYOND, "-1", "1e9", "১", "०", "²", "\x00", "' OR 1=1 --", "../../etc/passwd", "{{ 7 * 7 }}"]
)
def test_a_query_of_any_text_is_a_page(house: House, sent: str) -> None:
    head = house.clients[Role.HEAD]
    names = ("q", "year", "office", "page", "kind", "state", "from", "day", "directive", "post", "under", "month")
    for name in (
        "papers",
        "decisions",
        "meetings",
        "offices",
        "standings",
        "dispatch",
        "monthly",
        "ideas",
        "search",
        "today",
    ):
        answer, _ = house.send(head, "get", reverse(f"desk:{name}"), dict.fromkeys(names, sent))
        assert answer.status_code in (200, 302, 404, 422), (name, sent)


def test_a_field_sent_twice_counts_once(house: House) -> None:
    given = {"value": ["৫", "৭"]}
    answer, tables = house.send(house.clients[Role.HOLDER], "post", house.path("desk:report"), given)
    assert (answer.status_code, tables.count("duties_report")) == (302, 1)


@pytest.mark.parametrize(
    "name", ["a\r\nX-Evil: 1.txt", 'a"; filename="b.exe".txt', "ক\u202etxt.exe.txt", "../../a.txt"]
)
def test_a_line_break_in_a_name_makes_no_header(house: House, name: str) -> None:
    duty = Duty.objects.get(pk=house.scene["open"])
    with transaction.atomic():
        focal, files = house.world.officers["focal"], [EvidenceFile(name, b"proof")]
        made = report(duty, by=focal, answer=Answer(value="5"), today=REPORTED, files=files)
        answer = house.clients[Role.HEAD].get(reverse("desk:proof", args=[duty.pk, made.evidence.get().pk]))
        transaction.set_rollback(True)
    assert answer.status_code == 200
    assert "X-Evil" not in answer.headers
    assert not {"\r", "\n", "\u202e"} & set(answer["Content-Disposition"])
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_script_in_a_subject_is_text_on_the_page(house: House) -> None:
    head, script = house.clients[Role.HEAD], "<script>alert(1)</script>"
    given = {"form": "letter", "subject": script, "office": house.scene["department"]}
    made = head.post(reverse("desk:write_letter"), given)
    page = head.get(made["Location"]).content.decode()
    assert script not in page
    assert "&lt;script&gt;alert(1)" in page
