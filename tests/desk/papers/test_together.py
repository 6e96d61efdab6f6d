"""Doubts of one cause are settled together: few acts make a badly read plan ready, and each doubt is still seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from angikar.duties.issue import issue
from angikar.papers.actions import accept_intake, take_in
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from tests.desk.conftest import Sign
from tests.desk.forms import fields
from tests.desk.samples import said, text
from tests.rules.kinds.integrity_plans import HEAD
from tests.world import World

MOST = 8
"""So many acts may make the worst plan ready."""


def _row(code: str, unit: str = "সংখ্যা", target: str = "৪", quarters: str = "১\t১\t১\t১") -> str:
    return f"{code} কমিটির সভা {code}\tঅনুষ্ঠিত সভা\t২\t{unit}\tউপপরিচালক\t{target}\tলক্ষ্যমাত্রা\t{quarters}\t\t\t\n"


# Four areas of an invented plan, damaged as scans damage them: two areas bear the number of another, weights were lost or misread,
# quarters do not add up, a day lies in the wrong quarter, a cell was cut off, words were misread.
DAMAGED = (
    HEAD.replace("কার্যক্রমের", "কর্মক্রমের", 1)
    + "১. প্রাতিষ্ঠানিক ব্যবস্থা.....১৬\n"
    + _row("১.১")
    + _row("১.২", quarters="১\t১\t১\t৭")
    + _row("১.৩", "তারিখ", "৩১.০১.২০১৯", "৩১.০১.২০১৯\t\t\t")
    + "২. দক্ষতা ও নৈতিকতার উন্নয়ন\n"
    + _row("২.১", target="৯", quarters="১\t১\t১\t১")
    + _row("২.২", "%", "৮০", "৮০\t৮০\t৮০\t৮০")
    + "১. শুল্কচার চর্চার জন্য পুরস্কার\n"
    + _row("১.১").replace("কমিটির সভা", "শুল্কচার বিষয়ক সভা")
    + _row("১.২", "তারিখ", "৩১.১০.২০১৮", "৩১.১০.২\t৩১.১০.২\t৩১.১০.২\t৩১.১০.২")
    + "২. অর্থ বরাদ্দ.....৪\n"
    + _row("২.১").replace("অনুষ্ঠিত সভা", "শুল্কচার সভা")
    + _row("২.২")
)


def _ready(sign: Sign, paper: Paper) -> int:
    """Settle cause after cause as the boxes stand, with one reason for what stays; how many acts it took until no error is open
    and no suggestion is left."""
    focal, acts = sign("focal"), 0
    while acts <= 2 * MOST:
        before = acts
        for cause in ("figures", "cells", "words"):
            url = f"/papers/{paper.pk}/doubts/of/{cause}/"
            page = text(focal, url)
            paper.refresh_from_db()
            if all(f'id="doubt-{each.key}"' not in page for each in _pressing(paper)):
                continue
            sent = {**fields(page), "words": "মূল কাগজে এমনই ছাপা"}
            said(focal, url, sent)
            acts += 1
        if acts == before:
            return acts
    return acts


def _pressing(paper: Paper) -> list[object]:
    return [each for each in still_open(paper.doubts) if each.severity == "error" or (each.suggestion and each.path)]  # type: ignore[misc]


def _put_in_force(world: World, paper: Paper) -> Paper:
    director = world.officers["director"]
    paper.refresh_from_db()
    draft = accept_intake(paper, by=director, version=paper.version)
    return issue(draft, by=director, day=date(2022, 7, 3), focal=True)


def _taken(world: World, data: bytes) -> Paper:
    return take_in(world.officers["director"], "plan.txt", data, office=world.offices["department"])


def test_a_damaged_plan_is_ready_in_few_acts(world: World, sign: Sign) -> None:
    paper = _taken(world, DAMAGED.encode())
    assert len(_pressing(paper)) > MOST
    assert _ready(sign, paper) <= MOST
    assert _pressing(paper) == []
    codes = [area["code"] for area in paper.content["areas"]]
    assert codes == ["1", "2", "3", "4"]
    assert [each["code"] for each in paper.content["areas"][2]["activities"]] == ["3.1", "3.2"]
    assert _put_in_force(world, paper).state == State.ISSUED


def test_the_real_plan_of_2018_is_ready_in_few_acts(seeds: Path, world: World, sign: Sign) -> None:
    paper = _taken(world, (seeds / "integrity-plan-ec-2018-19.txt").read_bytes())
    assert _ready(sign, paper) <= MOST
    assert _pressing(paper) == []
    assert _put_in_force(world, paper).state == State.ISSUED


def test_one_that_is_not_ticked_stays_open_and_one_that_is_typed_is_stored(world: World, sign: Sign) -> None:
    paper = _taken(world, DAMAGED.encode())
    wrong = next(each for each in paper.doubts if each.code == "quarter-sum" and each.path.startswith("areas.1"))
    left = next(each for each in paper.doubts if each.code == "area-weight-sum")
    url = f"/papers/{paper.pk}/doubts/of/figures/"
    sent = fields(text(sign("focal"), url))
    sent["key"].remove(left.key)
    sent[f"value:{wrong.key}"] = ["৯, -, -, -"]
    page = said(sign("focal"), url, sent)
    assert "সন্দেহ মীমাংসা হয়েছে" in page
    paper.refresh_from_db()
    assert paper.content["areas"][1]["activities"][0]["indicators"][0]["quarter_targets"] == ["9", None, None, None]
    assert paper.content["areas"][0]["weight"] == "16"
    assert left.key in [each.key for each in still_open(paper.doubts)]
    assert "একসঙ্গে কয়েকটি সন্দেহ মীমাংসা" in text(sign("focal"), f"/papers/{paper.pk}/?sheet=1")


def test_an_error_stays_open_without_a_reason_and_what_was_typed_stays_where_it_is_refused(
    world: World, sign: Sign
) -> None:
    paper = _taken(world, DAMAGED.encode())
    wrong = next(each for each in paper.doubts if each.code == "quarter-sum" and each.path.startswith("areas.1"))
    url = f"/papers/{paper.pk}/doubts/of/figures/"
    sent = {**fields(text(sign("focal"), url)), f"value:{wrong.key}": ["৯, -, -"], "words": "এমনই"}
    refused = sign("focal").post(url, sent)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "মানটি এখানে বসে না: [২.১.১]" in page
    assert "areas." not in page.split("<main")[1].split("<form")[0]
    assert 'value="৯, -, -"' in page
    assert 'value="এমনই"' in page
    only = {"key": [wrong.key], "version": paper.version, f"value:{wrong.key}": ["১, ১, ১, ১"]}
    assert "কিছুই মীমাংসা হয়নি" in sign("focal").post(url, only).content.decode()
    paper.refresh_from_db()
    assert wrong.key in [each.key for each in still_open(paper.doubts)]


def test_an_unknown_cause_is_no_page(world: World, sign: Sign) -> None:
    paper = _taken(world, DAMAGED.encode())
    text(sign("focal"), f"/papers/{paper.pk}/doubts/of/hunger/", 404)
    page = text(sign("focal"), f"/intake/{paper.pk}/")
    assert f'href="/papers/{paper.pk}/doubts/of/figures/"' in page
