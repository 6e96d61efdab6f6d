"""One decision: its thread meeting by meeting, and the words of those who keep the register."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import actions as duties
from angikar.duties.models import Duty
from angikar.meetings.models import Decision, Share
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.meetings.conftest import Held, held  # noqa: F401  the fixture
from tests.meetings.test_register import AUGUST, JULY, PICTURE
from tests.world import World

OCTOBER = date(2022, 10, 10)


@pytest.fixture(autouse=True)
def _in_october(stand: Stand) -> None:
    stand(OCTOBER)


def test_a_thread_is_shown_meeting_by_meeting(sign: Sign, held: Held, world: World) -> None:  # noqa: F811
    held(JULY, PICTURE)
    second = held(AUGUST, PICTURE)
    duties.report(
        Duty.objects.get(paper=second),
        by=world.officers["clerk"],
        answer=Answer(choice="চলমান", words="কাজ চলছে"),
        today=OCTOBER,
        files=[duties.EvidenceFile("ছবি.txt", b"proof")],
    )
    page = sign("director").get(f"/decisions/{Decision.objects.get(paper=second).pk}/").content.decode()
    assert page.index("২৬ জুলাই ২০২২") < page.index("২৫ আগস্ট ২০২২")
    assert "কাজ চলছে" in page
    assert "ছবি.txt" in page
    assert "আগে" in page


def test_who_manages_the_register_sets_the_state(sign: Sign, held: Held) -> None:  # noqa: F811
    held(JULY, PICTURE)
    share = Share.objects.get()
    address = f"/decisions/{share.decision_id}/change/"
    focal, director = sign("focal"), sign("director")
    focal.post(address, {"do": "state", "share": share.pk, "state": "cannot", "words": "ক্যামেরা নেই"})
    assert "সভাপতির কথা" in director.get(f"/decisions/{share.decision_id}/").content.decode()
    assert focal.post(address, {"do": "word", "share": share.pk, "words": "সম্মত"}).status_code == 404
    director.post(address, {"do": "word", "share": share.pk, "words": "সম্মত"})
    share.refresh_from_db()
    assert (share.state, share.word, share.settled_on) == ("cannot", "সম্মত", OCTOBER)


def test_a_refusal_says_why_without_a_change(sign: Sign, held: Held) -> None:  # noqa: F811
    held(JULY, PICTURE)
    share = Share.objects.get()
    sent = {"do": "state", "share": share.pk, "state": "cannot", "words": ""}
    page = sign("director").post(f"/decisions/{share.decision_id}/change/", sent, follow=True).content.decode()
    assert "কেন বাস্তবায়ন করা যায় না, তা লিখুন।" in page
    assert Share.objects.get().state == "new"
