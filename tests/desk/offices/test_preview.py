"""The preview of a list: shown first, written when it is confirmed, put back by the list that it leaves."""

from __future__ import annotations

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from angikar.offices.models import Office, RegisterImport
from tests.desk.conftest import Sign
from tests.world import World


def _give(client: Client, text: str) -> str:
    """Give a CSV as a list. Returns the preview."""
    sent = {"files": SimpleUploadedFile("list.csv", text.encode()), "day": "২০২২-০৯-০১"}
    return client.post("/offices/lists/", sent, follow=True).content.decode()


def _confirm(client: Client) -> str:
    made = RegisterImport.objects.latest("pk")
    return client.post(f"/offices/lists/{made.pk}/", follow=True).content.decode()


def test_a_list_is_shown_first_and_written_when_it_is_confirmed(sign: Sign, world: World) -> None:
    client = sign("director")
    page = _give(client, "নাম,ঊর্ধ্বতন দপ্তর\nজেলা তারা কার্যালয়,নক্ষত্র অধিদপ্তর\n")
    assert "জেলা তারা কার্যালয়" in page
    assert not Office.objects.filter(name="জেলা তারা কার্যালয়").exists()
    assert "তালিকা নিবন্ধে লেখা হয়েছে।" in _confirm(client)
    assert Office.objects.get(name="জেলা তারা কার্যালয়").parent == world.offices["department"]
    counter = client.get(f"/offices/lists/{RegisterImport.objects.get().pk}/counter.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(counter.content))
    assert [cell.value for cell in book.worksheets[0][2]][1] == "জেলা তারা কার্যালয়"


def test_refused_lines_are_named_and_stop_the_list(sign: Sign, world: World) -> None:
    client = sign("director")
    page = _give(client, "নাম,ঊর্ধ্বতন দপ্তর\nক,কোথাও না\nখ,নক্ষত্র অধিদপ্তর\n")
    assert "সারি ২" in page
    assert "“কোথাও না” নামে বা সংকেতে কোনো দপ্তর নেই।" in page
    assert "১টি সারি নেওয়া যায়নি" in _confirm(client)
    assert not Office.objects.filter(name="খ").exists()
