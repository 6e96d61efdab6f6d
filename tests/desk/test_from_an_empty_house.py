"""From an empty house to duties, by forms alone: it is founded, its register comes by lists, and the real minutes and the real circular
are taken in, settled, mapped and issued; the district's head sees what the returning officer owes.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from angikar.desk.begin.entry_code import new_code
from angikar.duties.models import Duty
from angikar.offices.models import Office, Officer, Post, RegisterImport
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from tests.desk.conftest import Stand

CIRCULAR_DAY, POLL = date(2022, 10, 13), "১৭.১০.২০২২"
PHRASE = "river stone morning"
FOUNDED = {
    "office": "মেঘকূল নির্বাচন কমিশন সচিবালয়",
    "level": "commission",
    "memo_prefix": "১৭.০০.০০০০",
    "post": "উপসচিব",
    "name": "বেগম চন্দনা",
    "username": "chandana",
    "password": PHRASE,
    "again": PHRASE,
}
DC, UNO = "জেলা প্রশাসকের কার্যালয়, কুড়িগ্রাম", "উপজেলা নির্বাহী অফিসারের কার্যালয়, {}, কুড়িগ্রাম"
UPAZILAS = ("ভুরুঙ্গামারী", "চর রাজিবপুর", "চিলমারী", "ফুলবাড়ী", "কুড়িগ্রাম সদর", "নাগেশ্বরী", "রাজারহাট", "রৌমারী", "উলিপুর")
ICT = "সহকারী কমিশনার (আইসিটি)"


@pytest.fixture
def head(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stand: Stand) -> Client:
    """Who has founded the first office by the page, on the day of the circular."""
    stand(CIRCULAR_DAY)
    monkeypatch.setattr(settings, "VAR", tmp_path)
    client = Client()
    assert client.post("/begin/", {**FOUNDED, "code": new_code()}).status_code == 302
    _kurigram(client)
    return client


def _kurigram(client: Client) -> None:
    """The offices of the district from the shipped places; further posts, officers and charges from a list."""
    names = {"name-district": "জেলা প্রশাসকের কার্যালয়, {place}", "head-district": "জেলা প্রশাসক"}
    names |= {"name-upazila": UNO.replace("{}", "{place}").replace("কুড়িগ্রাম", "{district}")}
    names |= {"head-upazila": "উপজেলা নির্বাহী অফিসার", "memo_head": "০৫.৪৭"}
    _confirm(client, client.post("/offices/places/", {"place": "5549", "level": ["district", "upazila"], **names}))
    posts = f'দপ্তর,পদবি,ফোকাল পয়েন্ট\n"{DC}",অতিরিক্ত জেলা প্রশাসক (আইসিটি),না\n"{DC}",{ICT},হ্যাঁ\n'
    people = [("dc", DC, "জেলা প্রশাসক"), ("adc", DC, "অতিরিক্ত জেলা প্রশাসক (আইসিটি)"), ("ict", DC, ICT)]
    people += [(f"uno{n}", UNO.format(name), "উপজেলা নির্বাহী অফিসার") for n, name in enumerate(UPAZILAS)]
    officers = "ব্যবহারকারী নাম,নাম\n" + "".join(f"{who},জনাব {who}\n" for who, _, _ in people)
    charges = "দপ্তর,পদবি,ব্যবহারকারী নাম,কবে থেকে\n"
    charges += "".join(f'"{office}",{title},{who},২০১৬-০১-০১\n' for who, office, title in people)
    files = [SimpleUploadedFile(f"{n}.csv", text.encode()) for n, text in enumerate((posts, officers, charges))]
    _confirm(client, client.post("/offices/lists/", {"files": files, "day": "২০১৬-০১-০১"}))


def _confirm(client: Client, shown: object) -> None:
    made = RegisterImport.objects.latest("pk")
    assert made.seen["refused"] == []
    client.post(f"/offices/lists/{made.pk}/")
    made.refresh_from_db()
    assert made.carried_out_at is not None


def _signed(username: str) -> Client:
    client = Client()
    client.force_login(Officer.objects.get(username=username), "django.contrib.auth.backends.ModelBackend")
    return client


def _taken(client: Client, file: Path) -> Paper:
    """The paper of a file, taken in, every doubt settled one by one, and accepted as a draft."""
    client.post("/intake/", {"files": SimpleUploadedFile(file.name, file.read_bytes())})
    paper = Paper.objects.latest("pk")
    while open_ones := still_open(paper.doubts):
        doubt = open_ones[0]
        take = doubt.suggestion is not None and bool(doubt.path) and doubt.severity != "info"
        sent = {"choice": "take" if take else "keep", "words": "মূল নথি যেমন আছে", "version": str(paper.version)}
        client.post(f"/papers/{paper.pk}/doubts/{doubt.key}/", sent)
        before = paper.version
        paper.refresh_from_db()
        if paper.version == before and take:
            client.post(f"/papers/{paper.pk}/doubts/{doubt.key}/", {**sent, "choice": "keep"})
            paper.refresh_from_db()
    client.post(f"/intake/{paper.pk}/", {"version": str(paper.version)})
    paper.refresh_from_db()
    assert paper.state == State.DRAFT
    return paper


def _issue(client: Client, paper: Paper, meant: dict[str, str]) -> None:
    """Say once whom the words of a paper mean, and issue it."""
    rows = {f"text-{n}": text for n, text in enumerate(meant)}
    rows |= {f"post-{n}": "outside" for n, words in enumerate(meant.values()) if not words}
    rows |= {f"words-{n}": words for n, words in enumerate(meant.values()) if words}
    client.post(f"/papers/{paper.pk}/means/", rows)
    paper.refresh_from_db()
    client.post(f"/papers/{paper.pk}/issue/", {"version": str(paper.version)})
    paper.refresh_from_db()
    assert paper.state == State.ISSUED


def test_the_head_of_the_district_sees_what_the_returning_officer_owes(head: Client, seeds: Path) -> None:
    paper = _taken(head, seeds / "circular-ec-2022.txt")
    head.post(f"/papers/{paper.pk}/days/", {"anchor": POLL, "version": str(paper.version)})
    page = head.get(f"/papers/{paper.pk}/issue/").content.decode()
    assert DC in page
    meant = {"নির্বাচন মনিটরিং সেল": "জেলা প্রশাসক", "পুলিশ সুপার": ""}
    _issue(head, paper, meant)
    dc = Post.objects.get(title="জেলা প্রশাসক")
    owed = Duty.objects.filter(paper=paper, post=dc)
    cell = owed.get(key__startswith="6:")
    assert owed.filter(key__startswith="9:").exists()
    assert owed.filter(kind="acknowledge").count() == 1, "one receipt for one post"
    assert not Duty.objects.filter(paper=paper, post__title="উপসচিব").exists(), "the issuer owes itself nothing"
    assert paper.title in _signed("dc").get("/").content.decode()
    page = _signed("dc").get(f"/duties/{cell.pk}/").content.decode()
    assert paper.title in page
    assert "সেল" in page, "the returning officer forms a cell to watch law and order"


def test_the_minutes_of_the_district_are_history_on_the_posts_they_name(head: Client, seeds: Path) -> None:
    adc = _signed("dc")
    paper = _taken(adc, seeds / "minutes-kurigram-2016.txt")
    every = "উপজেলা নির্বাহী অফিসার (সকল)"
    meant = {"জেলা ইনোভেশন অফিসার": ICT, "উপজেলা ইনোভেশন অফিসার (সকল), কুড়িগ্রাম": every}
    meant |= {"উপজেলা ইনোভেশন অফিসার (সকল) কুড়িগ্রাম": every, "জেলা ইনোভেশন অফিসার, কুড়িগ্রাম": ICT}
    _issue(adc, paper, meant)
    district = Office.objects.get(geo_code="5549")
    assert paper.office == district
    held = Duty.objects.filter(paper=paper).values_list("post__title", flat=True).distinct()
    assert {"উপজেলা নির্বাহী অফিসার", ICT} <= set(held)
    unos = Duty.objects.filter(paper=paper, post__title="উপজেলা নির্বাহী অফিসার")
    assert unos.values("post").distinct().count() == len(UPAZILAS)
    assert "মনে করিয়ে" not in _signed("uno0").get("/notices/").content.decode()
