"""Officers: those of the offices one manages, found by a word, and new ones with a slip."""

from __future__ import annotations

from datetime import date

from angikar.offices.models import Officer
from tests.desk.conftest import Sign
from tests.world import World


def _page(sign: Sign, who: str, find: str = "") -> str:
    return sign(who).post("/officers/", {"do": "find", "find": find}).content.decode()


def test_one_sees_those_below_and_no_others(sign: Sign, world: World, october: date) -> None:
    north, whole = _page(sign, "north_head"), _page(sign, "secretary")
    assert [f"জনাব {who}<" in north for who in ("upazila1_head", "south_head", "director")] == [True, False, False]
    assert all(f"জনাব {who}<" in whole for who in ("upazila1_head", "south_head", "director"))
    assert [sign(who).get("/officers/").status_code for who in ("clerk", "stranger")] == [404, 404]


def test_a_word_of_the_name_finds_an_officer(sign: Sign, world: World, october: date) -> None:
    page = _page(sign, "secretary", "upazila2")
    assert [f"জনাব {who}<" in page for who in ("upazila2_head", "upazila1_head")] == [True, False]
    assert "এমন কোনো কর্মকর্তা নেই" in _page(sign, "secretary", "নেই")


def test_a_new_officer_gets_a_slip_and_waits_without_a_post(sign: Sign, world: World, october: date) -> None:
    head, home = sign("north_head"), str(world.offices["north"].pk)
    new = {"name": "জনাব ময়না", "username": "moyna", "office": home}
    page = head.post("/officers/", new).content.decode()
    assert ("moyna" in page, 'class="code"' in page, "কোনো পদে নেই" in page) == (True, True, True)
    assert not Officer.objects.get(username="moyna").has_usable_password()
    again = head.post("/officers/", new)
    assert (again.status_code, "নেওয়া হয়ে গেছে" in again.content.decode()) == (422, True)
    elsewhere = {**new, "username": "tia", "office": str(world.offices["south"].pk)}
    assert head.post("/officers/", elsewhere).status_code == 404
