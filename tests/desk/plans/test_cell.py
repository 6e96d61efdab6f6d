"""One cell costs one line: few queries, whatever the plan holds."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from tests.desk.conftest import Sign
from tests.pledge import issued
from tests.world import World


def test_one_of_sixty_cells_is_saved_with_eight_queries(sign: Sign, world: World, pledge: None, october: date) -> None:
    paper = issued(world, *["1"] * 60, whole="60", responsible="সহকারী পরিচালক (প্রশাসন)")
    duties = list(Duty.objects.filter(paper=paper, quarter=1))
    for duty in duties[:5]:
        save_cell(duty, by=world.officers["clerk"], value="85", version=1, today=october)
    clerk, spent = sign("clerk"), []
    for version in (1, 2):
        fields = {f"value-{duties[9].pk}": f"৯{version}", f"version-{duties[9].pk}": version}
        with CaptureQueriesContext(connection) as asked:
            answer = clerk.post(f"/duties/{duties[9].pk}/cell/", fields, headers={"HX-Request": "true"})
        assert answer.status_code == 200
        spent.append([each["sql"] for each in asked if each["sql"].startswith(("SELECT", "INSERT", "UPDATE"))])
    assert [len(each) for each in spent] == [8, 8], spent
    assert '<strong id="claimed" hx-swap-oob="true">৫.১৭</strong>' in answer.content.decode()
