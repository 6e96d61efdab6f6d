"""Forming a body: its members are found in the register as papers name them; whom nobody knows is said by name."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.desk.offices.bodies import seats_of
from angikar.history.refusal import Refused
from angikar.offices.models import Body, Role
from tests.desk.conftest import Sign
from tests.world import World

FILLED = {
    "name": "জেলা ইনোভেশন টিম",
    "kind": "team",
    "chair": "জেলা নক্ষত্র অফিসার, উত্তরপুর",
    "members": "উপজেলা নক্ষত্র অফিসার (সকল), উত্তরপুর\nজনাব অতিথি, প্রধান শিক্ষক, ০১৭০০০০০০০০",
    "day": "০১.০৯.২০২২",
}


def test_a_team_is_formed_of_a_family_and_an_outsider(sign: Sign, world: World, october: date) -> None:
    head = sign("north_head")
    answer = head.post("/bodies/", {**FILLED, "office": str(world.offices["north"].pk)})
    body = Body.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/bodies/{body.pk}/")
    seated = [(member.role, str(member.post or member.name)) for member in body.members.select_related("post__office")]
    assert seated == [
        ("chair", "জেলা নক্ষত্র অফিসার, জেলা নক্ষত্র কার্যালয়, উত্তরপুর"),
        *(("member", f"উপজেলা নক্ষত্র অফিসার, উপজেলা নক্ষত্র কার্যালয়, {name}") for name in ("শিমুলতলা", "বকুলগঞ্জ", "পলাশবাড়ি")),
        ("member", "জনাব অতিথি"),
    ]
    page = head.get(answer["Location"]).content.decode()
    assert "০১৭০০০০০০০০" in page
    assert "জনাব upazila2_head" in page


def test_an_unknown_post_is_refused_and_the_typed_text_stays(sign: Sign, world: World, october: date) -> None:
    filled = {**FILLED, "office": str(world.offices["north"].pk), "secretary": "আকাশ কর্মকর্তা"}
    answer = sign("north_head").post("/bodies/", filled)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "নিবন্ধে এই পদ পাওয়া গেল না: আকাশ কর্মকর্তা" in page
    assert 'value="জেলা ইনোভেশন টিম"' in page
    assert not Body.objects.exists()


def test_an_outsider_is_known_by_the_number_at_the_end(world: World) -> None:
    for line in ("জনাব ক খ, সভাপতি, প্রেস ক্লাব ০১৭১১-১১১১১১", "জনাব ক খ, সভাপতি, প্রেস ক্লাব, +8801711111111"):
        (seat,) = seats_of(line, Role.MEMBER, world.offices["north"])
        assert (seat.name, seat.title, seat.post) == ("জনাব ক খ", "সভাপতি, প্রেস ক্লাব", None)
        assert seat.mobile.replace("-", "").endswith("01711111111")
    with pytest.raises(Refused, match="জনাব ক খ"):
        seats_of("জনাব ক খ", Role.MEMBER, world.offices["north"])
