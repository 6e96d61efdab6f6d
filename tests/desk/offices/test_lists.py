"""Lists on the screen: a file, its preview, the confirmation, the way back; and what a keeper may not reach by a list."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from angikar.jobs.models import Job, JobState
from angikar.notices.models import Notice
from angikar.offices.access import mandate
from angikar.offices.actions import appoint, enrol
from angikar.offices.models import Office, Officer, Post, RegisterImport, Tenure
from tests.desk.conftest import Sign
from tests.jobs.working import do_all
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


@pytest.fixture
def beside(settings: LazySettings, tmp_path: Path) -> None:
    """Workers run beside the pages."""
    settings.JOB_WORKERS, settings.WAITING, settings.VAR = 1, tmp_path / "waiting", tmp_path


LONG = "সংকেত,নাম,ঊর্ধ্বতন দপ্তর\n" + "".join(f"L{n},দূরের কার্যালয় {n},নক্ষত্র অধিদপ্তর\n" for n in range(3001))


@pytest.mark.usefixtures("beside")
def test_a_long_list_is_compared_and_written_beside_the_pages(sign: Sign, world: World) -> None:
    director, before = sign("director"), Office.objects.count()
    assert "আলাদা করা হচ্ছে" in _give(director, LONG)
    assert (RegisterImport.objects.count(), Job.objects.get().state) == (0, JobState.WAITING)
    do_all()
    made, compared = RegisterImport.objects.get(), Job.objects.get()
    assert (compared.state, compared.page) == (JobState.DONE, f"/offices/lists/{made.pk}/")
    assert (made.seen["counts"]["offices"]["new"], Office.objects.count()) == (3001, before)
    assert "আলাদা করা হচ্ছে" in _confirm(director)
    assert "আলাদা করা হচ্ছে" in _confirm(director)
    do_all()
    assert (Office.objects.count(), Job.objects.count()) == (before + 3001, 2)
    written = Notice.objects.filter(post=world.posts["director"]).latest("pk")
    assert (written.text_en, written.page) == ("“list0.csv” is in the register.", compared.page)
    assert "এই তালিকা আগেই নেওয়া হয়েছে।" in _confirm(director)


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize("step", ["compare", "carry out"])
def test_whoever_lost_the_register_meanwhile_changes_nothing_by_a_long_list(
    sign: Sign, world: World, step: str
) -> None:
    director, before = sign("director"), Office.objects.count()
    _give(director, LONG)
    if step == "carry out":
        do_all()
        _confirm(director)
    Tenure.objects.filter(officer=world.officers["director"]).delete()
    do_all()
    job = Job.objects.latest("pk")
    assert (job.state, Office.objects.count()) == (JobState.REFUSED, before)
    assert "Your post or right changed" in job.why_en


@pytest.mark.usefixtures("beside")
def test_an_administrator_without_a_post_is_notified_himself(sign: Sign, world: World) -> None:
    world.officers["keeper"] = enrol("keeper", "জনাব keeper", by=None, administrator=True)
    _give(sign("keeper"), LONG)
    do_all()
    assert Notice.objects.get(officer=world.officers["keeper"]).page == Job.objects.get().page


def test_a_list_without_a_day_gets_a_sentence(sign: Sign) -> None:
    file = SimpleUploadedFile("list.csv", "নাম,ঊর্ধ্বতন দপ্তর\nক,খ\n".encode())
    page = sign("director").post("/offices/lists/", {"files": file, "day": "কাল"})
    assert (page.status_code, "কোন দিন থেকে, তা লিখুন" in page.content.decode()) == (422, True)


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
