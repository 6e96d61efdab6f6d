"""What is kept of pages is what would be drawn: after each step every reader sees the page that a fresh process would make for him."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.utils import timezone
from markupsafe import Markup

from angikar.desk import parts_kept
from angikar.desk.papers import drawn
from angikar.desk.papers import paper as papers
from angikar.desk.plans import grid, results
from angikar.duties.actions import accept, excuse, report, send_back
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from angikar.meetings.convening.actions import Frame, plan
from angikar.meetings.sittings import actions as sittings
from angikar.meetings.sittings.actions import Typed
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.changes.actions import rename
from angikar.offices.models import Role
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.world import World

OF_A_PAGE = re.compile(r'name="(?:csrfmiddlewaretoken|token)" value="[^"]*"|"X-CSRFToken": *"[^"]*"|x-csrftoken[^,}]*')
READERS = ("clerk", "director", "secretary")


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    _forget()
    yield
    _forget()


def _forget() -> None:
    for kept in (parts_kept._ROWS, drawn.KEPT, papers._KNOWN, grid._TABLES, results.KEPT):
        kept.clear()


def _shown(page: bytes) -> str:
    return OF_A_PAGE.sub("", page.decode())


def _steps(world: World, paper: Paper, day: date) -> Iterator[Callable[[], object]]:
    """One step after the other in the first quarter of a plan of two lines."""
    clerk, secretary = world.officers["clerk"], world.officers["secretary"]

    def duty(line: int) -> Duty:
        return Duty.objects.get(paper=paper, key=f"own:1.1.{line}:q1")

    yield lambda: save_cell(duty(1), by=clerk, value="60", version=duty(1).version, today=day)
    yield lambda: report(duty(1), by=clerk, answer=Answer(value="60"), today=day)
    yield lambda: send_back(duty(1).reports.get(), by=secretary, sentence="আবার দেখুন", today=day)
    yield lambda: report(duty(1), by=clerk, answer=Answer(value="85", words="যাচাই করা"), today=day)
    yield lambda: accept(duty(1).reports.latest("pk"), by=secretary, today=day, words="প্রমাণ দেখা হয়েছে")
    yield lambda: excuse(duty(2), by=secretary, sentence="দূরবীন নেই", today=day)
    yield lambda: rename(world.offices["department"], "নতুন অধিদপ্তর", day=day, by=world.officers["director"])


def test_what_is_kept_of_a_plan_is_what_would_be_drawn(
    sign: Sign, world: World, paper: Paper, october: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: at)
    clients = {who: sign(who) for who in READERS}
    pages = [f"/{page}/{paper.pk}/" for page in ("grid", "results", "papers")]

    def seen() -> dict[tuple[str, str], str]:
        return {(who, page): _shown(client.get(page).content) for who, client in clients.items() for page in pages}

    before = seen()
    for step in _steps(world, paper, october):
        step()
        warm = seen()
        assert warm == seen(), "a second look is the first"
        _forget()
        assert warm == seen()
        assert warm != before
        before = warm


def test_the_outlook_is_computed_once_for_all_who_open_them(
    sign: Sign, paper: Paper, october: date, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, outlook = list[object](), results.outlook
    monkeypatch.setattr(results, "outlook", lambda *of: asked.append(of) or outlook(*of))
    for who in READERS:
        assert sign(who).get(f"/results/{paper.pk}/").status_code == 200
    assert len(asked) == 1
    assert sign("stranger").get(f"/results/{paper.pk}/").status_code == 404
    stand(date(2022, 10, 11))
    sign("clerk").get(f"/results/{paper.pk}/")
    assert len(asked) == 2, "another day is another outlook"


def test_a_kept_row_has_the_token_of_its_page(sign: Sign, world: World, stand: Stand) -> None:
    day = date(2022, 8, 25)
    stand(day)
    seats = [
        NewMember(post=world.posts["director"], role=Role.CHAIR),
        NewMember(post=world.posts["focal"], role=Role.SECRETARY),
    ]
    body = form(world.offices["department"], "নক্ষত্র কমিটি", seats, day=date(2022, 7, 1), by=None)
    meeting = sittings.begin(
        plan(body, "সভা", Frame(day), by=world.officers["focal"]), by=world.officers["focal"], today=day
    )
    item = sittings.raise_item(meeting, "দূরবীন", by=world.officers["focal"])
    row = sittings.resolve(item, Typed("তালিকা পাঠাতে হবে।", ["পরিচালক"], "এ মাসের মধ্যে"), by=world.officers["focal"])
    pages = {}
    for who in ("focal", "director"):
        page = sign(who).get(f"/sittings/{meeting.pk}/").content.decode()
        (pages[who],) = set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)) or {""}
        assert not any(token in page for token in parts_kept._TOKENS)
    assert pages["focal"]
    assert pages["focal"] != pages["director"]
    client = sign("focal")
    first, again = (client.get(f"/sittings/{meeting.pk}/").content.decode() for _ in range(2))
    assert _shown(first.encode()) == _shown(again.encode())
    keys = [re.findall(r'name="token" value="([^"]+)"', page) for page in (first, again)]
    assert all(keys)
    assert not set(keys[0]) & set(keys[1]), "each page has keys of its own, so that nothing is done twice"
    sittings.rewrite(
        row, Typed("অন্য তালিকা পাঠাতে হবে।", ["পরিচালক"], "এ মাসের মধ্যে"), version=row.version, by=world.officers["focal"]
    )
    changed = client.get(f"/sittings/{meeting.pk}/").content.decode()
    assert "অন্য তালিকা" in changed
    _forget()
    assert _shown(changed.encode()) == _shown(client.get(f"/sittings/{meeting.pk}/").content)


def test_no_more_is_kept_than_fits_and_nothing_without_a_key() -> None:
    kept = parts_kept.KeptParts[Markup](2)
    for number in range(3):
        kept.keep(number, Markup(str(number)))
    assert list(kept) == [1, 2]
    kept.keep(4, Markup("x" * 1_000_001))
    assert kept.get(4) is None, "a very long part is drawn again"
    assert parts_kept.kept_row(None, "token", caller=lambda: Markup("token")) == "token"
    assert len(parts_kept._ROWS) == 0
