"""Issuing, looked at before it is done: every duty with its post, whoever is named and not found, the anchor day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from angikar.duties.models import Duty, DutyState
from angikar.jobs import actions as jobs
from angikar.jobs.models import Job, JobState
from angikar.notices.models import Notice
from angikar.offices.models import Office, Officer, Tenure
from angikar.papers.actions import amend
from angikar.papers.models import Paper, State
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import agreement, circular, said, text
from tests.jobs.working import do_all
from tests.world import World


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """A circular to every district, on the day of its date."""
    stand(date(2022, 10, 13))
    return circular(world)


def test_only_the_head_looks_and_issues(sign: Sign, paper: Paper) -> None:
    for other in ("focal", "clerk", "secretary", "north_head", "stranger"):
        text(sign(other), f"/papers/{paper.pk}/issue/", 404)
        assert sign(other).post(f"/papers/{paper.pk}/issue/", {"version": paper.version}).status_code == 404
    assert not Duty.objects.exists()


def test_it_shows_who_will_answer_and_which_posts_are_unknown(sign: Sign, paper: Paper) -> None:
    page = text(sign("director"), f"/papers/{paper.pk}/issue/")
    assert "জেলা নক্ষত্র কার্যালয়, উত্তরপুর" in page
    assert "জনাব south_head" in page
    assert "অচেনা দপ্তরের প্রধান" in page
    assert not Duty.objects.exists(), "looking lays nothing"


def test_every_doubt_is_seen_before_issue(world: World, sign: Sign, paper: Paper) -> None:
    Office.objects.filter(pk=world.offices["department"].pk).update(memo_prefix="77.01")
    page = text(sign("director"), f"/papers/{paper.pk}/issue/")
    assert "যা নিয়ে এখনো সন্দেহ আছে" in page
    assert "৭৭.০১" in page


def test_words_of_no_post_are_mapped_once_and_remembered(world: World, sign: Sign, paper: Paper) -> None:
    director, url = sign("director"), f"/papers/{paper.pk}/issue/"
    page = text(director, url)
    assert "২টি করণীয় কোনো পদে মেলেনি" in page
    assert "ফোকাল পয়েন্ট দেবেন" in page
    row = {"text-0": "অচেনা দপ্তরের প্রধান", "post-0": "", "words-0": "মেঘরাজ", "text-1": "", "post-1": "outside"}
    assert "“মেঘরাজ” নামে কোনো পদ পাওয়া যায়নি" in said(director, f"/papers/{paper.pk}/means/", row)
    page = said(director, f"/papers/{paper.pk}/means/", {**row, "words-0": "সচিব, তারকা মন্ত্রণালয়"})
    assert "মনে রাখা হয়েছে" in page
    assert "মেলেনি" not in page
    said(director, url, {"version": paper.version})
    assert Duty.objects.filter(paper=paper, post=world.posts["secretary"]).exists()
    again = circular(world)
    page = text(director, f"/papers/{again.pk}/issue/")
    assert "আগের নথি থেকে" in page
    assert "তারকা মন্ত্রণালয়" in page


def test_what_no_post_answers_is_the_focal_posts_where_the_head_says_so(world: World, sign: Sign, paper: Paper) -> None:
    said(sign("director"), f"/papers/{paper.pk}/issue/", {"version": paper.version, "focal": "1"})
    assert Duty.objects.filter(paper=paper, post=world.posts["focal"], named=False).count() == 2


def test_a_paper_of_the_past_is_entered_under_its_own_day_unless_the_head_wants_it_today(
    world: World, sign: Sign, stand: Stand
) -> None:
    stand(date(2023, 3, 1))
    old, new = (circular(world, addressees=("জেলা নক্ষত্র অফিসার (সকল)",)) for _ in range(2))
    amend(old, "anchor", "2022-10-27", version=old.version, by=world.officers["director"])
    old.refresh_from_db()
    director = sign("director")
    page = text(director, f"/papers/{old.pk}/issue/")
    assert "পুরোনো নথি" in page
    assert "৬টি করণীয়ের সময় অনেক আগেই শেষ" in page
    assert "তার নিজের তারিখে লেখা হয়েছে" in said(director, f"/papers/{old.pk}/issue/", {"version": old.version})
    assert set(Duty.objects.filter(paper=old).values_list("state", flat=True)) == {DutyState.EXCUSED}
    assert "ইতিহাস" in text(director, f"/circulars/{old.pk}/")
    assert "কেউ এর জবাবের অপেক্ষায় নেই" in text(director, f"/duties/{Duty.objects.filter(paper=old)[0].pk}/")
    assert "আজ জারি হবে" in text(director, f"/papers/{new.pk}/issue/?as=today")
    new = amend(new, "letter.memo_number", "88.01.0000.011.22.007.22-43", version=1, by=world.officers["director"])
    said(director, f"/papers/{new.pk}/issue/", {"version": new.version, "as": "today"})
    new.refresh_from_db()
    assert (new.issued_at, new.entered_on) == (date(2023, 3, 1), None)
    assert set(Duty.objects.filter(paper=new).values_list("state", flat=True)) == {DutyState.OPEN}


def test_the_duties_shown_are_those_created(sign: Sign, paper: Paper) -> None:
    director = sign("director")
    director.post(f"/papers/{paper.pk}/days/", {"version": paper.version, "anchor": "২৭ অক্টোবর ২০২২", "formation": ""})
    paper.refresh_from_db()
    assert paper.content["anchor"] == "2022-10-27"
    shown = text(director, f"/papers/{paper.pk}/issue/")
    page = said(director, f"/papers/{paper.pk}/issue/", {"version": paper.version})
    created = Duty.objects.count()
    assert f"({''.join(chr(ord(digit) - ord('0') + ord('০')) for digit in str(created))})" in shown
    assert "২০ অক্টোবর ২০২২" in shown
    assert set(Duty.objects.filter(post__title="জেলা নক্ষত্র অফিসার", kind="report").values_list("due", flat=True)) == {
        date(2022, 10, 20),
        date(2022, 10, 27),
    }
    assert "নথিটি জারি হয়েছে।" in page
    paper.refresh_from_db()
    assert paper.state == State.ISSUED
    assert director.get(f"/papers/{paper.pk}/issue/").headers["Location"] == f"/papers/{paper.pk}/"


def test_a_day_that_is_none_is_refused(sign: Sign, paper: Paper) -> None:
    page = said(sign("director"), f"/papers/{paper.pk}/days/", {"version": paper.version, "anchor": "শীঘ্রই"})
    assert "তারিখ পড়া গেল না" in page
    assert sign("clerk").post(f"/papers/{paper.pk}/days/", {"anchor": "2022-10-27"}).status_code == 404


def test_what_has_changed_since_it_was_looked_at_is_not_issued(sign: Sign, paper: Paper, world: World) -> None:
    amend(paper, "subject", "অন্য বিষয়", version=paper.version, by=world.officers["focal"])
    page = said(sign("director"), f"/papers/{paper.pk}/issue/", {"version": paper.version})
    assert "বদলেছেন" in page
    assert not Duty.objects.exists()


def test_an_open_error_prevents_issuing_and_is_named(sign: Sign, world: World) -> None:
    paper = agreement(world)
    amend(paper, "fiscal_year", "", version=paper.version, by=world.officers["director"])
    page = text(sign("director"), f"/papers/{paper.pk}/issue/")
    assert "এখন জারি করা যায় না" in page
    assert f"/papers/{paper.pk}/#doubt-" in page
    assert "জারি করুন</button>" not in page


@pytest.fixture
def later(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers run, and more than two duties are issued beside the pages."""
    settings.JOB_WORKERS, settings.VAR = 1, tmp_path
    monkeypatch.setattr("angikar.desk.papers.issue.AT_ONCE", 2)


def _send(client: Client, paper: Paper) -> str:
    """Issue by the form as it stands on the page."""
    page = text(client, f"/papers/{paper.pk}/issue/")
    duties = page.partition('name="duties" value="')[2].partition('"')[0]
    return said(client, f"/papers/{paper.pk}/issue/", {"version": paper.version, "duties": duties})


@pytest.mark.usefixtures("later")
def test_a_paper_to_many_is_issued_beside_the_pages_once(sign: Sign, world: World, paper: Paper) -> None:
    director = sign("director")
    assert "আলাদা করা হচ্ছে" in _send(director, paper)
    assert not Duty.objects.exists()
    assert "নথিটি এখন জারি হচ্ছে" in director.get(f"/papers/{paper.pk}/issue/", follow=True).content.decode()
    do_all()
    paper.refresh_from_db()
    job, count = Job.objects.get(), Duty.objects.count()
    assert (paper.state, job.state, job.page) == (State.ISSUED, JobState.DONE, f"/papers/{paper.pk}/")
    assert count > 2
    jobs.begin_again(job)
    do_all()
    assert Duty.objects.count() == count
    assert Notice.objects.filter(post=world.posts["director"], key=f"job:{job.pk}").get().page == job.page


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda paper, world: Tenure.objects.filter(officer=world.officers["director"]).delete(), "post or right"),
        (lambda paper, world: Paper.objects.filter(pk=paper.pk).update(version=paper.version + 1), "look at both"),
        (
            lambda paper, world: Officer.objects.filter(username=world.officers["director"].username).update(
                is_active=False
            ),
            "post or right",
        ),
    ],
)
def test_what_changed_before_a_job_issues_a_paper_ends_it_with_a_reason(
    sign: Sign, world: World, paper: Paper, change: Callable[[Paper, World], object], why: str
) -> None:
    _send(sign("director"), paper)
    change(paper, world)
    do_all()
    job = Job.objects.get()
    assert (job.state, why in job.why_en, Duty.objects.exists()) == (JobState.REFUSED, True, False), job.why_en
