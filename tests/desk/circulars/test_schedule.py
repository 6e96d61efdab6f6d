"""The schedule of a directive is typed as sentences, looked at as days, and written into the draft."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.papers.models import Paper
from tests.desk import samples
from tests.desk.conftest import Sign, Stand
from tests.world import World

DAILY = "নির্ধারিত দিনের ৩ দিন পূর্ব হতে নির্ধারিত দিন পর্যন্ত প্রতিদিন সকাল ১১টার মধ্যে"


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    stand(date(2022, 10, 13))
    return samples.circular(world, anchor="2022-10-17")


def test_what_is_in_the_draft_is_shown_with_the_days_it_makes(sign: Sign, paper: Paper) -> None:
    page = sign("director").get(f"/papers/{paper.pk}/schedule/0/").content.decode()
    assert "জারির দিন হতে নির্ধারিত দিন পর্যন্ত ৭ দিন অন্তর অন্তর" in page


def test_looking_shows_the_next_days_without_writing(sign: Sign, paper: Paper) -> None:
    page = sign("director").post(f"/papers/{paper.pk}/schedule/1/", {"said": DAILY, "look": "1"}).content.decode()
    assert [day for day in ("১৪", "১৫", "১৬", "১৭") if f"{day} অক্টোবর ২০২২ <strong>১১:০০" in page] == [
        "১৪",
        "১৫",
        "১৬",
        "১৭",
    ]
    paper.refresh_from_db()
    assert paper.content["directives"][1]["schedule"] == []


def test_a_common_schedule_joins_what_was_typed(sign: Sign, paper: Paper) -> None:
    page = (
        sign("director").post(f"/papers/{paper.pk}/schedule/1/", {"said": DAILY, "add": "তাৎক্ষণিকভাবে"}).content.decode()
    )
    assert f"{DAILY}\nতাৎক্ষণিকভাবে</textarea>" in page


def test_the_sentences_are_written_into_the_draft(sign: Sign, paper: Paper) -> None:
    sent = {"said": f"{DAILY}\nতাৎক্ষণিকভাবে", "version": str(paper.version)}
    assert sign("director").post(f"/papers/{paper.pk}/schedule/1/", sent).status_code == 302
    paper.refresh_from_db()
    assert paper.content["directives"][1]["schedule"] == [
        {"rule": "daily", "from": "anchor-3", "until": "anchor", "at": "11:00"},
        {"rule": "immediate"},
    ]


def test_a_sentence_without_a_time_is_refused_and_the_typed_text_stays(sign: Sign, paper: Paper) -> None:
    sent = {"said": "যখন ইচ্ছা", "version": str(paper.version)}
    answer = sign("director").post(f"/papers/{paper.pk}/schedule/1/", sent)
    assert answer.status_code == 422
    assert "যখন ইচ্ছা</textarea>" in answer.content.decode()
    assert "সময়সূচি বোঝা গেল না" in answer.content.decode()


def test_a_place_that_is_none_does_not_open(sign: Sign, paper: Paper) -> None:
    assert sign("director").get(f"/papers/{paper.pk}/schedule/7/").status_code == 404
