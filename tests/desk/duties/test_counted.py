"""A figure counted from a body's own meetings: offered with its proof, taken by a person with one tap, remembered for the row."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import actions as duties
from angikar.duties.models import Duty, Report
from angikar.meetings.models import Counted, Measure
from angikar.meetings.register.counting import count
from angikar.offices.models import Body
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.meetings.conftest import Held, committee, held  # noqa: F401  the fixtures
from tests.meetings.test_register import AUGUST, JULY, LIST, PICTURE
from tests.world import World

OCTOBER = date(2022, 10, 10)
FIRST, LAST = date(2022, 7, 1), date(2022, 9, 30)


@pytest.fixture(autouse=True)
def _in_october(stand: Stand) -> None:
    stand(OCTOBER)


@pytest.fixture
def ethics(committee: Body, held: Held, world: World) -> Body:  # noqa: F811
    """Two meetings in the first quarter; of two decisions due in it one was carried out in time, the other not at all."""
    held(JULY, LIST)
    held(AUGUST, PICTURE)
    duty = Duty.objects.get(post=world.posts["north_head"], kind="decision")
    reported = duties.report(
        duty, by=world.officers["north_head"], answer=Answer(choice="বাস্তবায়িত"), today=date(2022, 8, 9)
    )
    duties.accept(reported, by=world.officers["director"], today=AUGUST)
    return committee


def test_meetings_decisions_and_reports_are_counted_with_their_proof(ethics: Body) -> None:
    reported = {measure: count(measure, ethics, FIRST, LAST) for measure in Measure}
    assert {measure.value: (found.numerator, found.denominator) for measure, found in reported.items()} == {
        "held": (2, None),
        "carried_out": (0, 1),
        "on_time": (1, 2),
    }
    assert [each.day for each in reported[Measure.HELD].proofs] == [JULY, AUGUST]


def test_what_the_chair_agreed_cannot_be_done_leaves_the_rate(ethics: Body, world: World) -> None:
    duty = Duty.objects.get(post=world.posts["south_head"], kind="decision")
    duties.excuse(duty, by=world.officers["director"], sentence="দূরবীন নেই", today=OCTOBER)
    found = count(Measure.CARRIED_OUT, ethics, FIRST, LAST)
    assert (found.numerator, found.denominator) == (1, 1)


def test_a_figure_is_taken_with_one_tap_and_the_row_remembers(
    sign: Sign, ethics: Body, world: World, paper: Paper
) -> None:
    duty = Duty.objects.filter(paper=paper, quarter=1).order_by("pk")[0]
    client, address = sign("focal"), f"/duties/{duty.pk}/counted/"
    assert "নিশ্চিত বোঝা গেল না" in client.get(address).content.decode()
    chosen = {"measure": "held", "body": str(ethics.pk)}
    page = client.get(address, chosen).content.decode()
    assert "অনুষ্ঠিত সভা, নক্ষত্র কমিটি: ২" in page
    assert client.post(address, chosen)["Location"] == f"/duties/{duty.pk}/"
    draft = Report.objects.get(duty=duty)
    assert (draft.state, draft.value, "2022-07-26" in draft.words) == ("draft", "2", True)
    assert Counted.objects.get(line=duty.line).measure == "held"
    assert "অনুষ্ঠিত সভা, নক্ষত্র কমিটি: ২" in client.get(address).content.decode()
