"""Today: the late first, what others owe, and an empty list that teaches."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.desk.duties import today
from angikar.duties.actions import report
from angikar.duties.models import Duty
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.world import World


def _page(sign: Sign, who: str) -> str:
    answer = sign(who).get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_duties_are_listed_by_their_day(sign: Sign, stand: Stand, paper: Paper) -> None:
    stand(date(2022, 9, 1))
    assert "পরে (২)" in _page(sign, "clerk")
    stand(date(2022, 10, 10))
    week = _page(sign, "clerk")
    assert "এ সপ্তাহে (২)" in week
    assert "দেরি হয়েছে (" not in week
    stand(date(2022, 10, 16))
    late = _page(sign, "clerk")
    assert late.index("দেরি হয়েছে (২)") < late.index("পরে (২)"), "the late come before those of the next quarter"


def test_a_duty_is_one_step_away_and_so_is_the_whole_grid(sign: Sign, paper: Paper, october: date) -> None:
    page = _page(sign, "clerk")
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    assert f'href="/duties/{duty.pk}/"' in page
    assert f'href="/grid/{paper.pk}/?quarter=1"' in page
    assert "১ম ত্রৈমাসিক: ২টি সূচক" in page, "the rows of one quarter stand together"
    assert "১৫ অক্টোবর ২০২২" in page
    assert "৫ দিন বাকি" in page


def test_of_a_long_group_the_first_are_listed_and_the_rest_stand_in_the_grid(
    sign: Sign, paper: Paper, october: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Duty.objects.filter(paper=paper, quarter=1).order_by("due", "pk")
    assert f'href="/duties/{second.pk}/"' in _page(sign, "clerk")
    monkeypatch.setattr(today, "_SHOWN", 1)
    page = _page(sign, "clerk")
    assert f'href="/duties/{first.pk}/"' in page
    assert f'href="/duties/{second.pk}/"' not in page
    assert f'<li><a href="/grid/{paper.pk}/?quarter=1">আরও ১টি<' in page
    assert "১ম ত্রৈমাসিক: ২টি সূচক" in page, "all are counted"


def test_what_is_due_today_is_named_so(sign: Sign, paper: Paper, stand: Stand) -> None:
    stand(date(2022, 10, 15))
    page = _page(sign, "clerk")
    assert "আজ (২)" in page
    assert "আজ শেষ দিন" in page
    assert "এ সপ্তাহে (" not in page
    stand(date(2022, 10, 17))
    assert "২ দিন দেরি" in _page(sign, "clerk")


def test_others_answers_wait_for_the_superior_and_silence_is_seen(
    sign: Sign, world: World, paper: Paper, october: date, stand: Stand
) -> None:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    report(duty, by=world.officers["clerk"], answer=Answer(value="85"), today=october)
    stand(date(2022, 10, 16))
    page = _page(sign, "secretary")
    assert "যাচাইয়ের অপেক্ষায় (১)" in page
    assert "সময়মতো জবাব আসেনি (১)" in page
    assert "সহকারী পরিচালক (প্রশাসন)" in page
    assert "যাচাইয়ের অপেক্ষায়" not in _page(sign, "north_head")


def test_what_waits_is_not_crowded_out_by_what_is_late(
    sign: Sign, world: World, paper: Paper, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(date(2023, 1, 16))
    last = Duty.objects.get(paper=paper, key="own:1.1.2:q2")
    report(last, by=world.officers["clerk"], answer=Answer(value="85"), today=date(2023, 1, 16))
    assert "তালিকা দীর্ঘ" not in _page(sign, "secretary")
    monkeypatch.setattr(today, "_MOST", 1)
    page = _page(sign, "secretary")
    assert f'href="/duties/{last.pk}/"' in page
    assert "সময়মতো জবাব আসেনি (১)" in page
    assert "তালিকা দীর্ঘ; সবচেয়ে জরুরি ১টি করে" in page


def test_an_empty_day_teaches(sign: Sign, october: date) -> None:
    page = _page(sign, "stranger")
    assert "কোনো নথি জারি হলে তার করণীয় এখানে আসে" in page
    assert 'href="/papers/"' in page
