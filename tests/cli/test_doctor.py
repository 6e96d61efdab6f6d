"""The doctor finds every kind of damage, says which it is and what to do, and finds none where there is none."""

from __future__ import annotations

import json
import os
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import F
from django.utils import timezone

from angikar.cli import doctor
from angikar.cli import tend as tending
from angikar.cli.checking import database, papers, rows
from angikar.cli.checking.finding import Finding
from angikar.cli.refusal import CannotDo
from angikar.duties.actions import EvidenceFile, accept, report
from angikar.duties.cells.saving import save_cell
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Evidence, Report
from angikar.history import triggers
from angikar.history.actions import record
from angikar.history.chain import anchors
from angikar.history.chain.actions import checkpoint
from angikar.history.models import Checkpoint, Entry
from angikar.history.signing import keys
from angikar.meetings.models import Decision, Measure
from angikar.meetings.register.actions import count_by
from angikar.offices.approvals.actions import settle_office
from angikar.offices.approvals.wishes import OfficeWish
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.changes.actions import rename, split
from angikar.offices.models import Approval, Body, Delegation, FormerName, Role, Succession, Tenure
from angikar.offices.posts.actions import Given, delegate
from angikar.papers import store
from angikar.papers.models import Addressee, Paper
from angikar.rules.duty import Answer
from angikar.rules.kinds.minutes.content import MinutesDecision
from angikar.standings.models import PlanScore, PlanTally, Turnout
from tests.cli.damage import DAMAGE
from tests.desk.samples import circular
from tests.minutes import minutes_of
from tests.pledge import issued
from tests.world import World

IN_TIME = date(2022, 10, 10)
Row = dict[str, int]


@pytest.fixture
def house(world: World, pledge: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Row:
    """An office with an issued plan, one accepted figure with its evidence, one draft, a history with checkpoints and two anchors; the numbers of
    its rows by name.
    """
    tmp_path.chmod(0o700)
    monkeypatch.setattr(settings, "VAR", tmp_path)
    monkeypatch.setattr(settings, "FILES", tmp_path / "files")
    paper = issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")
    first, second = Duty.objects.filter(paper=paper, key__endswith=":q1").order_by("pk")[:2]
    files = (EvidenceFile("proof.txt", b"proof"),)
    clerk = world.officers["clerk"]
    given = report(first, by=clerk, answer=Answer(value="11"), today=IN_TIME, files=files)
    accept(given, by=world.officers["secretary"], today=IN_TIME)
    listed, pictured, unlike = _decided(world)
    save_cell(second, by=clerk, value="7", version=1, today=IN_TIME)
    now = timezone.now()
    asked, delegated, formed = _arranged(world)
    checkpoint()
    anchors.anchor(now - timedelta(days=1))
    with transaction.atomic():
        record("office.rename", world.offices["department"], by=None)
    checkpoint()
    anchors.anchor(now)
    return {
        "paper": paper.pk,
        "report": given.pk,
        "duty": first.pk,
        **_others(paper, world),
        "draft": Report.objects.get(duty=second).pk,
        "evidence": Evidence.objects.get().pk,
        "approval": asked.pk,
        "delegation": delegated.pk,
        "body": formed.pk,
        "member": formed.members.get().pk,
        "office": world.offices["south"].pk,
        "above": world.offices["ministry"].pk,
        "post": world.posts["south_head"].pk,
        "former": FormerName.objects.get().pk,
        "new": Succession.objects.get().successor_id,
        "succession": Succession.objects.get().pk,
        "addressee": Addressee.objects.earliest("pk").pk,
        "tenure": Tenure.objects.earliest("pk").pk,
        "listed": listed.pk,
        "pictured": pictured.pk,
        "unlike": unlike.pk,
        "share": listed.shares.get().pk,
        "cut": Entry.objects.order_by("-pk").values_list("pk", flat=True)[20],
        "entry": Entry.objects.order_by("pk")[3].pk,
    }


def _others(paper: Paper, world: World) -> Row:
    """A duty that nobody has answered, an account, and a row of the plan that is counted from the meetings of a body."""
    chair = NewMember(world.posts["director"], role=Role.CHAIR)
    body = form(world.offices["department"], "নৈতিকতা কমিটি", [chair], day=IN_TIME, by=None)
    line = paper.lines.earliest("pk")
    asked = issue(circular(world, anchor="2022-10-27"), by=world.officers["director"], day=date(2022, 10, 6))
    return {
        "circular": asked.pk,
        "unanswered": Duty.objects.filter(paper=paper, key__endswith=":q2").earliest("pk").pk,
        "officer": world.officers["clerk"].pk,
        "counted": count_by(line, Measure.HELD, body, by=world.officers["director"], today=IN_TIME).pk,
    }


def _arranged(world: World) -> tuple[Approval, Delegation, Body]:
    """An office that somebody asks to close, rights that are given, a body, and an office that is renamed and split."""
    director, south, day = world.officers["director"], world.offices["south"], timezone.localdate()
    asked = settle_office(OfficeWish("close_office", south, day), by=director, now=timezone.now())
    assert asked is not None
    given = delegate(
        world.posts["director"], world.officers["clerk"], Given(day, day + timedelta(9), reports=True), by=director
    )
    formed = form(south, "পরিদর্শন দল", [NewMember(world.posts["south_head"], role=Role.CHAIR)], day=day, by=None)
    rename(world.offices["north"], "জেলা নক্ষত্র কার্যালয়, নতুনপুর", day=day, by=director)
    split(world.offices["north"], ["পূর্বপুর"], day=day, by=director, second=world.officers["secretary"])
    return asked, given, formed


def _decided(world: World) -> tuple[Decision, Decision, Decision]:
    """Two decisions of a meeting, the second one carried out, and one of the next meeting."""
    asked = (
        "প্রতিটি দূরবীনের তালিকা হালনাগাদ করে পাঠাতে হবে।",
        "পরবর্তী সভায় উল্কার ছবি দেখাতে হবে।",
        "গ্রন্থাগার রাত ৮টা পর্যন্ত খোলা থাকবে।",
    )
    listed, pictured, unlike = (
        MinutesDecision(text=text, implementers=("সহকারী পরিচালক (প্রশাসন)",), due="2022-10-20") for text in asked
    )
    minutes_of(world, date(2022, 9, 1), listed, pictured)
    minutes_of(world, date(2022, 9, 27), unlike)
    first, second, third = Decision.objects.order_by("pk")
    duty = second.shares.get().duty
    assert duty is not None
    done = report(duty, by=world.officers["clerk"], answer=Answer(choice="বাস্তবায়িত"), today=IN_TIME)
    accept(done, by=world.officers["director"], today=IN_TIME)
    return first, second, third


def _bad() -> dict[str, str]:
    """What is not well, by what was looked at, in English."""
    found = doctor.data()
    assert all(bangla != english for _, well, (bangla, english) in found if well is False)
    return {what: english for what, well, (_, english) in found if well is False}


_LOOKS = {
    "values": rows.replayed,
    "counts": rows.counted,
    "issued papers": papers.issued,
    "history": rows.history,
    "anchors": rows.anchored,
    "references": database.references,
}
"""What is looked at, by its name."""


def test_damage_in_the_database_is_found(house: Row) -> None:
    missed = {}
    for name, (damage, looked) in DAMAGE.items():
        with transaction.atomic():
            triggers.remove_all()
            with connection.cursor() as cursor:
                for sql in damage.format(**house).split("; "):
                    cursor.execute(sql)
            triggers.install_all()
            found = {each.what: each.well for each in (*_LOOKS[looked](), *database.guards())}
            transaction.set_rollback(True)
        if found[looked] is not False or not found["guards"]:
            missed[name] = found
    assert missed == {}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets no row of another kind in")
def test_rows_of_another_kind_end_in_a_sentence(house: Row) -> None:
    with connection.cursor() as cursor:
        triggers.remove_all()
        cursor.execute("UPDATE history_entry SET at = 'x'")
        triggers.install_all()
    (found,) = doctor._looked(rows.clock)
    assert found.well is False
    assert "holds what does not belong there" in found.said[1]


def _evidence(house: Row) -> Path:
    return store.path_of(Evidence.objects.get(pk=house["evidence"]).file.sha256)


def _anchor(change: Callable[[Path], object]) -> Callable[[Row], object]:
    return lambda house: change(anchors._files()[-1])


def _forged(file: Path) -> None:
    said = json.loads(file.read_text())
    said["anchor"]["hash"] = "0" * 64
    file.write_text(json.dumps(said))


def _signed_elsewhere(file: Path) -> None:
    (keys.folder() / keys.PRIVATE).unlink()
    for public in keys.folder().glob("*.pub"):
        public.unlink()
    keys._key.cache_clear()


_BESIDE: dict[str, tuple[Callable[[Row], object], str]] = {
    "a file removed": (lambda house: _evidence(house).unlink(), "kept files"),
    "a file altered": (lambda house: _evidence(house).write_bytes(b"other"), "kept files"),
    "a file for everybody to read": (lambda house: _evidence(house).chmod(0o644), "file modes"),
    "an anchor rewritten": (_anchor(_forged), "anchors"),
    "an anchor of another house": (_anchor(_signed_elsewhere), "anchors"),
    "numbers of a plan cut short": (lambda _: PlanTally.objects.update(law=b"N1"), "kept numbers"),
    "what a plan earns overwritten": (lambda _: PlanTally.objects.update(scores=b"." * 40), "kept numbers"),
    "quarters of a plan overwritten": (lambda _: PlanScore.objects.update(quarters="r,r,r,r"), "kept quarters"),
    "counts of a quarter overwritten": (lambda _: Turnout.objects.update(late=1, reported=F("asked")), "kept quarters"),
    "a guard taken away": (
        lambda house: triggers.remove(connection, triggers.GUARDS["duties_report_no_update"]),
        "guards",
    ),
}


@pytest.mark.parametrize(("damage", "looked"), _BESIDE.values(), ids=_BESIDE)
def test_damage_beside_the_rows_is_found(house: Row, damage: Callable[[Row], object], looked: str) -> None:
    with transaction.atomic():
        damage(house)
        found = _bad()
        transaction.set_rollback(True)
    assert list(found) == [looked]
    keys._key.cache_clear()


def test_a_whole_house_is_well(house: Row) -> None:
    assert _bad() == {}
    part = store.path_of("0" * 64)
    part.parent.mkdir(mode=0o700)
    part.touch(0o600)
    assert "files of no row" not in {each.what for each in doctor.data()}, "it may be arriving"
    os.utime(part, (time.time() - 7200,) * 2)
    (orphan,) = (each for each in doctor.data() if each.what == "files of no row")
    assert (orphan.well, "1 file belongs to no row" in orphan.said[1]) == (None, True)


def test_anchors_that_are_missing_or_old_are_missed(house: Row) -> None:
    assert anchors.anchor(timezone.now()) is None, "no news"
    days = [date.fromisoformat(file.stem) for file in anchors._files()]
    assert days[1] - days[0] == timedelta(days=1)
    triggers.remove_all()
    Checkpoint.objects.update(at=datetime(2022, 1, 1, tzinfo=timezone.get_current_timezone()))
    for file in anchors._files():
        file.unlink()
    found = _bad()["anchors"]
    triggers.install_all()
    assert found.startswith("The history has no anchor")


def test_a_database_that_goes_away_is_not_called_damaged(house: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut() -> Iterator[Finding]:
        raise OperationalError("database is locked" if connection.vendor == "sqlite" else "the connection is lost")
        yield

    for look in ("references", "pages"):
        with monkeypatch.context() as patched:
            patched.setattr(database, look, cut)
            assert doctor.look_over(timezone.localtime()) == 0
            assert not (settings.VAR / "last-doctor.json").exists(), "the next round looks again"
            with pytest.raises(CannotDo, match="does not answer"):
                doctor.data()
    assert doctor.look_over(timezone.localtime()) == 0
    assert (settings.VAR / "last-doctor.json").exists()


def test_a_round_beside_a_server_lets_pages_go_first(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done: list[object] = []
    monkeypatch.setattr(settings, "VAR", tmp_path)
    monkeypatch.setattr(tending, "enter_existing", lambda: tmp_path)
    monkeypatch.setattr(os, "nice", done.append)
    monkeypatch.setattr(tending, "look_over", lambda _now: done.append("looked over") or 0)
    for quiet in (True, False):
        tending.tend(Namespace(once=True, quiet=quiet))
    assert done == [19, "looked over", "looked over"]
