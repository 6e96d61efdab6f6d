"""What watches the system is answered: its state to everybody, its figures to this machine or a token, no secret to anybody."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from angikar.history.models import Entry
from angikar.history.triggers import GUARDS, install, remove
from angikar.jobs.models import Job, JobState
from angikar.jobs.workers import own_name
from angikar.notices.actions import Message, notify_outsider
from angikar.notices.kept import keep
from angikar.notices.models import Delivery, DeliveryState
from angikar.notices.tend import verify_chain
from angikar.papers.intake.taking import hand_over
from tests.world import World

AWAY = {"REMOTE_ADDR": "203.0.113.9"}


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path) -> object:
    with override_settings(VAR=tmp_path, DISK_LEAST=0):
        yield


def test_a_new_system_works_and_says_what_is_still_to_be_done(world: World) -> None:
    answer = Client().get("/healthz")
    said = answer.json()
    assert (answer.status_code, said["status"]) == (200, "warning")
    assert said["checks"]["database"]["state"] == said["checks"]["chain"]["state"] == "ok"
    assert (said["checks"]["tend"], said["checks"]["backup"]["last"]) == ({"state": "warning", "last": None}, None)
    keep("last-tend", timezone.now())
    keep("last-backup", timezone.now(), bytes=5)
    assert Client().get("/healthz").json()["status"] == "ok"


def test_old_rounds_and_backups_are_a_warning(world: World) -> None:
    keep("last-tend", timezone.now() - timedelta(hours=1))
    keep("last-backup", timezone.now() - timedelta(days=3), bytes=5)
    said = Client().get("/healthz").json()["checks"]
    assert (said["tend"]["state"], said["backup"]["state"]) == ("warning", "warning")


def test_strangers_get_no_figures(world: World) -> None:
    said = Client().get("/healthz", **AWAY).json()
    assert set(said["checks"].values()) <= {"ok", "warning"}
    assert Client().get("/metrics", **AWAY).status_code == 404
    assert Client().get("/healthz", headers={"x-forwarded-for": "203.0.113.9"}).json()["checks"]["disk"] in (
        "ok",
        "warning",
    )
    assert Client().get("/metrics", headers={"x-forwarded-for": "127.0.0.1"}).status_code == 404


def test_the_token_opens_the_figures(world: World) -> None:
    with override_settings(METRICS_TOKEN="a long token"):
        right, wrong = (Client(headers={"authorization": f"Bearer {given}"}) for given in ("a long token", "other"))
        assert right.get("/metrics", **AWAY).status_code == 200
        assert wrong.get("/metrics", **AWAY).status_code == 404
        assert "a long token" not in right.get("/healthz", **AWAY).content.decode()


def test_a_full_disk_is_an_error(world: World) -> None:
    with override_settings(DISK_LEAST=10**12):
        answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()["checks"]["disk"]["state"]) == (503, "error")


def test_a_database_that_does_not_answer_is_an_error_and_a_plain_answer(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_migrations RENAME TO gone")
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()["checks"]["database"]["state"]) == (503, "error")
    assert "queue" not in answer.json()["checks"]


def test_a_chain_that_was_touched_is_an_error_and_the_nightly_walk_finds_old_breaks(world: World) -> None:
    guard = GUARDS["history_entry_no_update"]
    remove(connection, guard)
    first, last = Entry.objects.earliest("pk"), Entry.objects.latest("pk")
    Entry.objects.filter(pk=last.pk).update(verb="other")
    assert Client().get("/healthz").json()["checks"]["chain"]["broken_at"] == last.pk
    Entry.objects.filter(pk=last.pk).update(verb=last.verb)
    assert Client().get("/healthz").json()["checks"]["chain"]["state"] == "ok"
    Entry.objects.filter(pk=first.pk).update(verb="other")
    now = timezone.now()
    assert (verify_chain(now), verify_chain(now)) == (1, 0), "it walks once a day"
    answer = Client().get("/healthz")
    install(connection, guard)
    assert (answer.status_code, answer.json()["checks"]["chain"]["broken_at"]) == (503, first.pk)


def test_what_was_given_up_is_counted_and_reaches_prometheus(world: World) -> None:
    notify_outsider(Message("a", "word", "ক", "a"), "guest@example.org", day=timezone.localdate())
    Delivery.objects.update(state=DeliveryState.FAILED, error="550")
    keep("last-backup", timezone.now(), bytes=5)
    Client().get("/account/login/")
    said = Client().get("/metrics").content.decode()
    assert "angikar_deliveries_given_up 1.0" in said
    assert 'angikar_check_ok{check="queue"} 0.5' in said
    assert "angikar_last_backup_bytes 5.0" in said
    assert "angikar_django_http_requests_latency_seconds" in said
    assert "guest@example.org" not in said


def test_what_is_done_beside_the_pages_is_counted_with_the_dead_workers_and_reaches_prometheus(
    world: World, settings: LazySettings, tmp_path: Path
) -> None:
    settings.WAITING = tmp_path / "waiting"
    long_ago = timezone.now() - timedelta(hours=2)
    clerk, office = world.officers["clerk"], world.offices["department"]
    waits, cut_off, runs = (hand_over(clerk, f"{n}.txt", b"%d" % n, office=office) for n in range(3))
    Job.objects.filter(pk=waits.pk).update(made_at=long_ago)
    with own_name(tmp_path) as lives:
        Job.objects.filter(pk=runs.pk).update(state=JobState.RUNNING, worker=lives)
        Job.objects.filter(pk=cut_off.pk).update(state=JobState.RUNNING, worker=f"{lives}7")
        said = Client().get("/healthz").json()["checks"]["jobs"]
        figures = Client().get("/metrics").content.decode()
    oldest = said.pop("oldest")
    assert said == {"state": "warning", "jobs_waiting": 1, "jobs_running": 2, "jobs_dead": 1, "workers": 1}
    assert oldest == long_ago.isoformat(timespec="seconds")
    for figure in ("jobs_waiting 1.0", "jobs_running 2.0", "jobs_dead 1.0", "job_workers 1.0", "job_oldest_seconds "):
        assert f"angikar_{figure}" in figures


def test_no_figure_names_a_person(world: World) -> None:
    client = Client()
    client.force_login(world.officers["clerk"], backend="django.contrib.auth.backends.ModelBackend")
    client.post("/intake/", {"files": SimpleUploadedFile("গোপন.txt", b"a")})
    client.get("/letter/a-secret-token/")
    said = client.get("/metrics").content.decode() + json.dumps(client.get("/healthz").json())
    assert not [word for word in ("clerk", "গোপন", "a-secret-token") if word in said]
