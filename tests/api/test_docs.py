"""The page that tells of the API: its addresses are there, and its recipe for pandas does what it says."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.http import HttpResponse

from angikar.api.schema import api
from tests.api.conftest import Program
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


def test_every_address_the_page_names_is_one_of_the_api() -> None:
    known = {re.sub(r"\{\w+\}", "*", path.removeprefix("/api/v1/")) for path in api.get_openapi_schema()["paths"]}
    named = set(
        re.findall(
            r"`((?:papers|duties|reports|jobs|meetings|decisions|offices|standings|readings|intake)[\w/{}-]*)`", PAGE
        )
    )
    assert len(named) > 15
    assert {re.sub(r"\{\w+\}|\b12\b", "*", each) for each in named} - known == set()


def test_the_recipe_goes_through_all_pages_of_a_list(program: Program, world: World) -> None:
    recipe = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0]
    rows = recipe[recipe.index("def rows") : recipe.index("reports = ")]
    asks = program("focal", "read")
    asked = []

    def get(address: str, headers: dict[str, str], timeout: int) -> HttpResponse:
        asked.append(address)
        assert headers == {"Authorization": f"Bearer {asks.token}"}
        return asks.get(address.partition("/api/v1/")[2])

    known: dict[str, object] = {"requests": SimpleNamespace(get=get)}
    exec(rows, known)
    found = known["rows"]
    assert callable(found)
    assert len(list(found("http://testserver/api/v1/offices?limit=3", asks.token))) == len(world.offices)
    assert len(asked) == 3


@pytest.mark.nation
def test_the_recipe_for_pandas_makes_its_table() -> None:
    pandas = pytest.importorskip("pandas")
    recipe = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0]
    of_table = recipe[recipe.index("reports = ") :].replace(
        'list(rows(f"{HOUSE}/api/v1/reports?state=accepted&limit=100", TOKEN))', "given"
    )
    given = [{"code": "1.1.1", "quarter": at, "accepted_value": str(at * 5)} for at in (1, 2)]
    known: dict[str, object] = {"pandas": pandas, "given": given}
    exec(of_table, known)
    assert known["by_quarter"].loc["1.1.1"].to_list() == [5, 10]  # type: ignore[attr-defined]
