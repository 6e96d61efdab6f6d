"""The bodies of a circular: who has formed which, each office its own, and the order that is drafted from it."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.models import Formation
from angikar.offices.bodies.actions import NewMember
from angikar.offices.bodies.actions import form as form_body
from angikar.offices.models import Role
from angikar.papers.models import Paper
from tests.desk.conftest import Sign, Stand
from tests.duties.directed import TEAM, circular
from tests.world import World

SEATED = {
    "do": "form",
    "name": TEAM,
    "chair": "জেলা নক্ষত্র অফিসার",
    "secretary": "উপজেলা নক্ষত্র অফিসার, শিমুলতলা",
    "members": "জনাব পথিক, জ্যোতির্বিদ, ০১৭০০০০০০০০",
    "day": "১৬.১০.২০২২",
}


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    stand(date(2022, 10, 17))
    return circular(world)


def _filled(world: World, **more: str) -> dict[str, str]:
    return {**SEATED, "office": str(world.offices["north"].pk), **more}


def test_the_board_shows_who_has_formed_and_who_has_not(sign: Sign, world: World, paper: Paper) -> None:
    answer = sign("north_head").post(f"/circulars/{paper.pk}/bodies/", _filled(world))
    assert (answer.status_code, answer["Location"]) == (302, f"/circulars/{paper.pk}/bodies/")
    page = sign("director").get(f"/circulars/{paper.pk}/bodies/").content.decode()
    assert "১/২ গঠিত" in page
    assert "জনাব পথিক, জ্যোতির্বিদ" in page
    assert "এখনো গঠিত হয়নি" in page


def test_an_office_forms_only_its_own(sign: Sign, world: World, paper: Paper) -> None:
    assert sign("south_head").post(f"/circulars/{paper.pk}/bodies/", _filled(world)).status_code == 404
    assert not Formation.objects.exists()


def test_an_unknown_member_is_refused_and_the_typed_text_stays(sign: Sign, world: World, paper: Paper) -> None:
    answer = sign("north_head").post(f"/circulars/{paper.pk}/bodies/", _filled(world, members="আকাশ কর্মকর্তা"))
    assert answer.status_code == 422
    assert "আকাশ কর্মকর্তা</textarea>" in answer.content.decode()


def test_a_body_that_is_there_already_may_stand_for_it(sign: Sign, world: World, paper: Paper) -> None:
    seats = [NewMember(post=world.posts["north_head"], role=Role.CHAIR)]
    body = form_body(world.offices["north"], "উল্কা দল", seats, day=date(2022, 9, 1), by=None)
    sent = {"do": "adopt", "name": TEAM, "office": str(world.offices["north"].pk), "body": str(body.pk)}
    assert sign("north_head").post(f"/circulars/{paper.pk}/bodies/", sent).status_code == 302
    assert Formation.objects.get().body == body


def test_the_order_of_formation_is_an_office_order_with_a_table_of_members(
    sign: Sign, world: World, paper: Paper
) -> None:
    head = sign("north_head")
    head.post(f"/circulars/{paper.pk}/bodies/", _filled(world))
    formation = Formation.objects.get()
    for _ in range(2):
        answer = head.post(f"/circulars/{paper.pk}/bodies/", {"do": "order", "formation": str(formation.pk)})
    formation.refresh_from_db()
    assert formation.order is not None
    assert answer["Location"] == f"/papers/{formation.order.pk}/"
    assert Paper.objects.filter(kind="plain_letter").count() == 1
    content = formation.order.content
    (rows,) = (passage["rows"] for passage in content["body"] if passage["rows"])
    assert [row[1:4] for row in rows[1:]] == [
        ["জনাব north_head", "জেলা নক্ষত্র অফিসার, জেলা নক্ষত্র কার্যালয়, উত্তরপুর", "—"],
        ["জনাব পথিক", "জ্যোতির্বিদ", "০১৭০০০০০০০০"],
        ["জনাব upazila1_head", "উপজেলা নক্ষত্র অফিসার, উপজেলা নক্ষত্র কার্যালয়, শিমুলতলা", "—"],
    ]
    assert (content["title"], content["signatories"][0]["post"]) == ("অফিস আদেশ", "জেলা নক্ষত্র অফিসার")
    assert any("১(ক) অনুচ্ছেদ" in passage["text"] for passage in content["body"])
