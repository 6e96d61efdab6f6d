"""Every form of every screen, sent four times at the same moment, does what it does once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connections, transaction
from django.http import HttpResponse
from django.test import Client

from angikar.history.models import Entry, ReceivedForm
from tests.access.house import OF_THE_DESK, House, set_up_house
from tests.access.people import Role

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 4
BEGUN = 20
"""Of so many addresses a form creates something in this scene at least; fewer would mean that the walk does not try them."""
ROOMS = ("history", "offices", "papers", "duties", "meetings", "standings", "notices")
NOT_COUNTED = {"history.receivedform", "history.checkpoint"}
WHO = (Role.HEAD, Role.ABOVE, Role.HOLDER, Role.KEEPER, Role.ADMIN)


def _rows() -> int:
    models = (model for room in ROOMS for model in apps.get_app_config(room).get_models())
    return sum(model._base_manager.count() for model in models if model._meta.label_lower not in NOT_COUNTED)


def _counted() -> tuple[int, int]:
    return Entry.objects.count(), _rows()


def _grown(before: tuple[int, int]) -> tuple[int, int]:
    entries, rows = _counted()
    return entries - before[0], rows - before[1]


def _at_once(client: Client, path: str, sent: dict[str, str]) -> list[HttpResponse]:
    """The answers to the same form, sent by one browser several times at the same moment."""
    start = Barrier(AT_ONCE)

    def one(_: int) -> HttpResponse:
        browser = Client()
        browser.cookies = client.cookies.copy()
        start.wait(30)
        try:
            return browser.post(path, sent)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as fingers:
        return list(fingers.map(one, range(AT_ONCE)))


def test_a_form_that_is_sent_four_times_at_once_is_done_once() -> None:
    house = set_up_house()
    wrong, created = {}, 0
    for number, (name, address) in enumerate(OF_THE_DESK.items()):
        role = next((role for role in WHO if address.write and role in address.write), None)
        if role is None or address.public:
            continue
        path, client = house.path(name), house.clients[role]
        sent = {key.format(**house.scene): value.format(**house.scene) for key, value in address.sent.items()}
        sent["csrfmiddlewaretoken"] = f"page-{number:03}".ljust(64, "x")
        cache.clear()
        once = _once(house, client, path, sent)
        before = _counted()
        answers = _at_once(client, path, sent)
        grown = _grown(before)
        created += once[1] > once[0]
        if grown != once or {answer.status_code for answer in answers} - {200, 302, 409, 422}:
            wrong[name] = (once, grown, [answer.status_code for answer in answers])
    assert wrong == {}
    assert created >= BEGUN


def _once(house: House, client: Client, path: str, sent: dict[str, str]) -> tuple[int, int]:
    """How many entries and rows come of the form when it is sent once; it is taken back."""
    before = _counted()
    with transaction.atomic():
        client.post(path, sent)
        grown = _grown(before)
        transaction.set_rollback(True)
    return grown


def test_the_same_words_on_another_page_and_other_words_on_the_same_page_are_forms_of_their_own() -> None:
    house = set_up_house()
    client = house.clients[Role.HEAD]
    path = house.path("desk:dispatch")
    one = {"office": house.scene["department"], "number": "৭১", "subject": "ক", "csrfmiddlewaretoken": "a" * 64}
    first = client.post(path, one)
    assert client.post(path, one)["Location"] == first["Location"]
    assert ReceivedForm.objects.count() == 1
    client.post(path, {**one, "number": "৭২"})
    client.post(path, {**one, "number": "৭৩", "csrfmiddlewaretoken": "b" * 64})
    client.post(path, {**one, "csrfmiddlewaretoken": "c" * 64})
    assert ReceivedForm.objects.count() == 3, "the number is given already: the last one was refused and took nothing"
