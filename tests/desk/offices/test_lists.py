"""Lists on the screen: a file, its preview, the confirmation, the way back; and what a keeper may not reach by a list."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from angikar.offices.access import mandate
from angikar.offices.actions import appoint, enrol
from angikar.offices.models import Officer, Post, RegisterImport, Tenure
from tests.desk.conftest import Sign
from tests.world import FIRST_DAY, World

DAY = "২০২২-০৯-০১"


def _give(client: Client, *texts: str) -> str:
    """Give CSV texts as one list. Returns the preview."""
    files = [SimpleUploadedFile(f"list{number}.csv", text.encode()) for number, text in enumerate(texts)]
    return client.post("/offices/lists/", {"files": files, "day": DAY}, follow=True).content.decode()


def _confirm(client: Client) -> str:
    made = RegisterImport.objects.latest("pk")
    return client.post(f"/offices/lists/{made.pk}/", follow=True).content.decode()


@pytest.mark.parametrize("name", ["letter.pdf", "list.csv"])
def test_a_file_that_is_no_list_gets_a_sentence(sign: Sign, name: str) -> None:
    data = {"letter.pdf": b"%PDF-1.4 x", "list.csv": b"\0\0\0\0"}[name]
    page = sign("director").post("/offices/lists/", {"files": SimpleUploadedFile(name, data), "day": DAY})
    assert page.status_code == 422
    assert 'class="message' in page.content.decode() or "ফাইল" in page.content.decode()


def test_a_list_that_would_keep_others_waiting_is_for_the_command(sign: Sign) -> None:
    page = _give(sign("director"), "নাম,ঊর্ধ্বতন দপ্তর\n" + "ক,খ\n" * 3001)
    assert "angikar offices import" in page
    assert not RegisterImport.objects.exists()


def test_what_a_keeper_takes_holds_what_he_keeps(sign: Sign) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sign("north_head").get("/offices/lists/register.xlsx").content))
    names = {row[1].value for row in book.worksheets[0].iter_rows(min_row=2)}
    assert len(names) == 4
    assert "নক্ষত্র অধিদপ্তর" not in names


CARD = "ব্যবহারকারী নাম,নাম,ই-মেইল\n{},যে কেউ,mine@example.org\n"
CHARGE = "দপ্তর,পদবি,ব্যবহারকারী নাম,কবে থেকে\n{},{},{},2022-09-01\n"


@pytest.mark.parametrize("who", ["north_head", "south_head", "director", "secretary", "keeper"])
def test_a_keeper_changes_no_card_but_of_those_who_serve_below(sign: Sign, world: World, who: str) -> None:
    keeper = enrol("keeper", "জনাব keeper", by=None, administrator=True)
    world.officers["keeper"] = keeper
    page = _give(sign("north_head"), CARD.format(who))
    assert "তাঁর কার্ড আপনি বদলাতে পারেন না" in page
    assert Officer.objects.get(username=who).email == ""
    assert "তাঁর কার্ড আপনি" not in _give(sign("north_head"), CARD.format("upazila1_head"))


def test_a_keeper_does_not_lift_himself_by_a_list(sign: Sign, world: World) -> None:
    north = world.offices["north"]
    keeper = Post.objects.create(office=north, title="নিবন্ধ সহকারী", keeps_register=True, rank=200)
    clerk = enrol("north_clerk", "জনাব সহকারী", by=None)
    world.officers["north_clerk"] = clerk
    appoint(clerk, keeper, since=FIRST_DAY, by=None)
    client = sign("north_clerk")
    head = "দপ্তর,পদবি,দপ্তরপ্রধান,নিবন্ধ রাখে\n"
    assert "শুধু ঊর্ধ্বতন দপ্তর থেকে" in _give(client, f"{head}{north.code},নিবন্ধ সহকারী,হ্যাঁ,হ্যাঁ\n")
    Post.objects.create(office=north, title="অতিরিক্ত অফিসার", rank=20)
    assert "নিজেকে কোনো পদ দেওয়া যায় না" in _give(client, CHARGE.format(north.code, "অতিরিক্ত অফিসার", "north_clerk"))
    assert "তাঁর কার্ড আপনি বদলাতে পারেন না" in _give(client, CARD.format("north_head"))
    Tenure.objects.filter(post=world.posts["north_head"]).update(until="2022-08-01")
    assert "শুধু ঊর্ধ্বতন দপ্তর থেকে" in _give(client, CHARGE.format(north.code, "জেলা নক্ষত্র অফিসার", "north_clerk"))
    close = f'সংকেত,নাম,বন্ধ\n{north.code},"{north.name}",2022-09-01\n'
    assert "শুধু ঊর্ধ্বতন দপ্তর থেকে" in _give(client, close)
    south = world.offices["south"]
    assert "আপনার অধীন দপ্তরের বাইরে" in _give(client, CHARGE.format(south.code, "জেলা নক্ষত্র অফিসার", "north_clerk"))
    assert "সবার উপরে নতুন দপ্তর" in _give(client, "নাম,ঊর্ধ্বতন দপ্তর\nআমার মন্ত্রণালয়,\n")
    assert mandate(clerk).posts == (keeper,)


def test_a_list_of_another_keeper_is_not_found(sign: Sign) -> None:
    _give(sign("director"), "নাম,ঊর্ধ্বতন দপ্তর\nজেলা তারা কার্যালয়,নক্ষত্র অধিদপ্তর\n")
    made = RegisterImport.objects.get()
    assert sign("north_head").get(f"/offices/lists/{made.pk}/").status_code == 404
    assert sign("clerk").get("/offices/lists/").status_code == 404
