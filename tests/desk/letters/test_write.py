"""Before the sheet of a letter opens: its form, office, subject, file and marks are asked, and nothing typed is lost."""

from __future__ import annotations

from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.world import World


def test_what_is_refused_stays_typed(world: World, sign: Sign) -> None:
    answer = sign("clerk").post("/letters/new/", {"form": "order", "office": world.offices["north"].pk, "subject": ""})
    assert answer.status_code == 302, "an order needs no subject, and another's office is not taken"
    assert Paper.objects.get().office == world.offices["department"]
    refused = sign("clerk").post("/letters/new/", {"form": "notice", "subject": " ", "mark": ["গোপনীয়"]})
    assert refused.status_code == 422
    assert 'value="গোপনীয়" checked' in refused.content.decode()
