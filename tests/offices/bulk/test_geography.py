"""The shipped register of places is whole: every code stands below another, every name in both languages."""

from __future__ import annotations

import re
from collections import Counter

from angikar.offices.bulk.from_places import named_places
from angikar.offices.bulk.geography import chosen, places
from angikar.rules.bangla.text import normal


def test_the_country_has_eight_divisions_64_districts_and_495_upazilas() -> None:
    assert Counter(place.level for place in places().values()) == {"division": 8, "district": 64, "upazila": 495}


def test_every_code_lies_below_the_code_of_the_place_above() -> None:
    lengths = {"division": 2, "district": 4, "upazila": 6}
    for place in places().values():
        assert len(place.code) == lengths[place.level]
        assert not place.above or place.above in places()


def test_every_place_is_named_in_both_languages_in_the_one_form_of_text() -> None:
    for place in places().values():
        assert re.fullmatch(r"[\u0980-\u09ff ]+", place.name)
        assert place.name == normal(place.name)
        assert re.fullmatch(r"[A-Za-z' ()]+", place.name_en)


def test_no_two_places_of_a_district_share_a_name() -> None:
    assert max(Counter((place.above, place.name) for place in places().values()).values()) == 1


def test_a_district_brings_its_upazilas_and_no_others() -> None:
    found = chosen({"5549"})
    assert [place.name for place in found][:3] == ["কুড়িগ্রাম", "ভুরুঙ্গামারী", "চর রাজিবপুর"]
    assert len(found) == 10
    assert {place.memo_part for place in found} > {"4900", "4906"}
    assert places()["55"].memo_part == ""


def test_a_place_is_named_by_code_or_name_and_by_its_level_where_several_share_the_name() -> None:
    assert named_places(["5549", "Ulipur", "রাজশাহী জেলা", "রংপুর বিভাগ"]) == ({"5549", "554994", "5081", "55"}, [])
    assert named_places(["রাজশাহী", "ফুলবাড়ী", "চাঁদ"]) == (frozenset(), ["রাজশাহী", "ফুলবাড়ী", "চাঁদ"])
