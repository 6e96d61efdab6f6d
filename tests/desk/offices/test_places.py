"""Beginning from the shipped places: what is chosen becomes a list, and the list its offices."""

from __future__ import annotations

from angikar.offices.models import Office, Post, RegisterImport
from tests.desk.conftest import Sign
from tests.world import World


def test_the_places_of_a_district_become_a_list(sign: Sign, world: World) -> None:
    client = sign("director")
    form = client.get("/offices/places/").content.decode()
    assert "কুড়িগ্রাম" in form
    sent = {"place": "5549", "level": ["district", "upazila"], "above": "নক্ষত্র অধিদপ্তর", "memo_head": "০৫.৪৭"}
    sent |= {"name-district": "জেলা তারা কার্যালয়, {place}", "head-district": "জেলা তারা অফিসার"}
    sent |= {"name-upazila": "উপজেলা তারা কার্যালয়, {place}, {district}", "name-division": "", "head-upazila": ""}
    assert "জেলা তারা কার্যালয়, কুড়িগ্রাম" in client.post("/offices/places/", sent, follow=True).content.decode()
    client.post(f"/offices/lists/{RegisterImport.objects.get().pk}/")
    ulipur = Office.objects.get(geo_code="554994")
    assert (ulipur.name, ulipur.memo_prefix) == ("উপজেলা তারা কার্যালয়, উলিপুর, কুড়িগ্রাম", "05.47.4994")
    assert list(Post.objects.filter(office__geo_code__startswith="5549").values_list("title", flat=True)) == [
        "জেলা তারা অফিসার"
    ]


def test_without_a_place_the_form_says_so_and_keeps_what_was_typed(sign: Sign) -> None:
    page = sign("director").post("/offices/places/", {"above": "আকাশ দপ্তর"})
    assert page.status_code == 422
    assert "আকাশ দপ্তর" in page.content.decode()
