"""A page that an officer opens again is made again as soon as anything on it has changed, and not before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from angikar.history.models import Entry
from angikar.history.versions import MadeOf, last_of
from angikar.notices.models import Notice
from angikar.papers.models import Paper
from tests.access.house import OF_THE_DESK, House, set_up_house
from tests.access.people import Role
from tests.desk.conftest import Sign, Stand
from tests.world import World

PAGES = {
    "desk:today": (Role.HEAD, Role.HOLDER, Role.ABOVE),
    "desk:grid": (Role.HEAD, Role.ABOVE),
    "desk:results": (Role.HEAD,),
    "desk:paper": (Role.HEAD, Role.ABOVE),
    "desk:duty": (Role.HOLDER,),
    "desk:meeting": (Role.HEAD,),
    "desk:decisions": (Role.HEAD,),
}
"""The pages with a version, and who looks at them here."""
NARROW = 8
"""What so many forms do here shows on some pages alone; fewer would mean that the walk does not try them."""
_SECRET = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": "|name="token" value=")[^"]*')
Shown = dict[tuple[str, Role], HttpResponse]


def _looked_at(house: House) -> Iterator[tuple[str, Role]]:
    for name, roles in PAGES.items():
        yield from ((house.path(name), role) for role in roles)


def _text(answer: HttpResponse) -> str:
    return _SECRET.sub(r"\1", answer.content.decode())


def _stale(house: House, before: Mapping[tuple[str, Role], tuple[str, str]]) -> list[tuple[str, Role]]:
    """The pages that are said to be as they were, though their text has changed."""
    found = []
    for (path, role), (tag, text) in before.items():
        if tag.startswith('"*'):  # of the whole house: any entry changes it
            continue
        client = house.clients[role]
        if client.get(path, headers={"If-None-Match": tag}).status_code == 304:
            now = client.get(path)
            if _text(now) != text:
                found.append((path, role))
    return found


@pytest.mark.django_db
def test_no_page_is_said_to_be_as_it_was_when_its_text_has_changed() -> None:
    house = set_up_house()
    before = {}
    for path, role in _looked_at(house):
        client = house.clients[role]
        client.get(path)  # what the first look itself changes: receipts, messages
        answer = client.get(path)
        if "ETag" in answer:
            before[path, role] = (answer["ETag"], _text(answer))
    assert {path for path, _ in before} >= {house.path(name) for name in PAGES}, (
        "every page with a version is looked at"
    )
    assert _stale(house, before) == []
    narrow, wrong = set(), {}
    for name, address in OF_THE_DESK.items():
        role = next((role for role in Role if address.write and role in address.write and role in house.clients), None)
        if role is None or address.public:
            continue
        sent = {key.format(**house.scene): value.format(**house.scene) for key, value in address.sent.items()}
        cookies = house.clients[role].cookies.copy()
        cache.clear()
        last = last_of(None)
        with transaction.atomic():
            house.clients[role].post(house.path(name), sent)
            house.clients[role].cookies = cookies
            shown = set(Entry.objects.filter(pk__gt=last).values_list("of_paper", flat=True))
            if shown and None not in shown:  # what shows everywhere has changed every version
                narrow.add(name)
                if stale := _stale(house, before):
                    wrong[name] = stale
            transaction.set_rollback(True)
        house.clients[role].cookies = cookies
    assert wrong == {}
    assert len(narrow) >= NARROW


def test_a_page_is_not_made_again_until_something_on_it_has_changed(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    clerk = sign("clerk")
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    paths = ("/", f"/grid/{paper.pk}/", f"/results/{paper.pk}/", f"/papers/{paper.pk}/", f"/duties/{duty.pk}/")
    for path in paths:
        clerk.get(path)  # that a paper was seen is written down at the first look
    tags = {path: clerk.get(path)["ETag"] for path in paths}

    def asked(path: str) -> int:
        return clerk.get(path, headers={"If-None-Match": tags[path]}).status_code

    with CaptureQueriesContext(connection) as queries:
        assert {asked(path) for path in paths} == {304}
    assert len(queries) <= 5 * len(paths), "the session, its officer, his posts, his notices, the version"
    assert clerk.get("/", headers={"If-None-Match": f"W/{tags['/']}"}).status_code == 304, "as a packed page names it"
    save_cell(duty, by=world.officers["clerk"], value="7", version=duty.version, today=october)
    assert {asked(path) for path in paths} == {200}
    assert sign("stranger").get(paths[1], headers={"If-None-Match": tags[paths[1]]}).status_code == 404


def test_a_page_is_made_again_for_another_day_language_session_and_notice(
    sign: Sign, world: World, paper: Paper, october: date, stand: Stand
) -> None:
    clerk = sign("clerk")
    tag = clerk.get("/")["ETag"]

    def asked(client: Client) -> int:
        return client.get("/", headers={"If-None-Match": tag}).status_code

    assert (asked(clerk), asked(sign("clerk")), asked(sign("director"))) == (304, 200, 200)
    clerk.cookies["django_language"] = "en"
    assert asked(clerk) == 200
    del clerk.cookies["django_language"]
    Notice.objects.create(post=world.posts["clerk"], kind="word", text="খবর", text_en="News", key="a-word", day=october)
    assert asked(clerk) == 200
    Notice.objects.all().delete()
    assert asked(clerk) == 304
    stand(date(2022, 10, 16))
    assert asked(clerk) == 200


def test_a_page_on_which_an_hour_passes_is_made_again_after_it(
    sign: Sign, paper: Paper, october: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = sign("clerk")
    Duty.objects.filter(paper=paper, key="own:1.1.1:q1").update(due=october, due_at=time(17, 0))
    now = [time(16, 0)]
    for module in ("today", "duty"):
        monkeypatch.setattr(f"angikar.desk.duties.{module}.clock", lambda: now[0])
    monkeypatch.setattr("angikar.desk.versioned.clock", lambda: now[0])
    tag = clerk.get("/")["ETag"]
    for moment, status in ((time(16, 59), 304), (time(17, 0), 304), (time(17, 1), 200)):
        now[0] = moment
        assert clerk.get("/", headers={"If-None-Match": tag}).status_code == status


def test_what_a_browser_makes_up_is_no_version(sign: Sign, paper: Paper, october: date) -> None:
    clerk = sign("clerk")
    tag = clerk.get("/")["ETag"].strip('"')
    said, _, seal = tag.rpartition("-")
    for made_up in (
        "",
        "*--",
        f"*--{seal}",
        f"1/--{seal}",
        f"/{'.'.join('1' * 99)}--{seal}",
        f"{said}-",
        "a/b-c-d",
        "-" * 9,
    ):
        assert clerk.get("/", headers={"If-None-Match": f'"{made_up}"'}).status_code == 200


def test_the_last_entry_of_a_page_is_found_along_the_indexes(world: World, paper: Paper) -> None:
    whole = last_of(None)
    assert last_of(MadeOf()) <= last_of(MadeOf(frozenset({paper.pk}), frozenset({paper.office_id}))) <= whole
    with CaptureQueriesContext(connection) as queries:
        last_of(MadeOf(frozenset(range(1, 20)), frozenset(range(1, 20))))
    (query,) = queries
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            assert not [row for row in cursor.fetchall() if "SCAN history_entry" in row[-1] and "INDEX" not in row[-1]]
