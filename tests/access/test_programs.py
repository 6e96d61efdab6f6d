"""Every operation of the API is tried with a token of everybody who may stand before it: what opens, what is hidden, and that a token alone opens it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import positive_data_acceptance

from angikar.offices.models import Officer, TokenScope
from angikar.offices.tokens import counting
from angikar.offices.tokens.actions import TokenWish, make_token
from tests.access.audiences import Address
from tests.access.house import House
from tests.access.people import Role
from tests.access.programs import PROGRAMS, SEEN
from tests.access.written import watched

pytestmark = pytest.mark.django_db
WITHOUT = (Role.VISITOR, Role.CLOSED, Role.UNPROVED)
OTHER_METHODS = ("put", "patch", "delete", "head")
COUNTED = "offices_apitoken"
"""How often a token asks is counted."""
Tokens = dict[Role, str]


@pytest.fixture(scope="module")
def tokens(house: House, django_db_blocker: DjangoDbBlocker) -> Iterator[Tokens]:
    """A token of each role for everything; of the closed account one that was made before."""
    with django_db_blocker.unblock():
        yield {
            role: _token(Officer.objects.get(pk=house.world.officers["closed"].pk) if role is Role.CLOSED else found)
            for role, client in house.clients.items()
            if role is Role.CLOSED or (found := _officer(client)) is not None
        }


def _officer(client: Client) -> Officer | None:
    return Officer.objects.filter(pk=client.session.get("_auth_user_id", 0)).first()


def _token(officer: Officer, *scopes: str) -> str:
    today = timezone.localdate()
    return make_token(
        officer, TokenWish("যন্ত্র", scopes or TokenScope.values, today.replace(month=12, day=31)), today=today
    )[1]


def _path(house: House, name: str) -> str:
    return reverse(name, args=[house.scene[each] for each in PROGRAMS[name].leads.split()])


def _sent(house: House, address: Address) -> str:
    given = {name: value.format(**house.scene) for name, value in address.sent.items()}
    return json.dumps({name: json.loads(value) if value.startswith("[") else value for name, value in given.items()})


def _ask(house: House, method: str, name: str, token: str | None) -> tuple[HttpResponse, list[str]]:
    """The answer to a program, and the tables that were written; whatever the call changed is taken back."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    headers |= {"If-Match": f'"{house.scene[SEEN[name]]}"'} if name in SEEN else {}
    cache.clear()
    with transaction.atomic():
        with watched() as written:
            if method == "post":
                sent, kind = _sent(house, PROGRAMS[name]), "application/json"
                answer = Client().post(_path(house, name), sent, content_type=kind, headers=headers)
            else:
                sent = PROGRAMS[name].sent if method == "get" else None
                answer = getattr(Client(), method)(_path(house, name), sent, headers=headers)
        transaction.set_rollback(True)
    return answer, [each for each in written if each != COUNTED]


@pytest.mark.parametrize("method", ["get", "post"])
def test_each_operation_opens_to_its_audience_alone(house: House, tokens: Tokens, method: str) -> None:
    wrong = {}
    for name, address in PROGRAMS.items():
        audience, opened = (address.read, address.shown) if method == "get" else (address.write, address.done)
        if audience is None:
            continue
        for role in Role:
            answer, written = _ask(house, method, name, tokens.get(role))
            expected = 401 if role in WITHOUT else opened if role in audience else address.hidden
            if answer.status_code != expected:
                wrong[name, role.value] = f"{answer.status_code} for {expected}"
            if answer.status_code >= 400 and answer["Content-Type"] != "application/problem+json":
                wrong[name, role.value, "kind"] = answer["Content-Type"]
            if written and (method == "get" or answer.status_code >= 400):
                wrong[name, role.value, "writes"] = " ".join(written)
    assert wrong == {}


def test_a_session_opens_no_operation(house: House) -> None:
    head = house.clients[Role.HEAD]
    opened = {}
    for name, address in PROGRAMS.items():
        for method, audience in (("get", address.read), ("post", address.write)):
            if (
                audience is not None
                and (answer := house.send(head, method, _path(house, name), {})[0]).status_code != 401
            ):
                opened[name, method] = answer.status_code
    assert opened == {}


def test_what_an_operation_does_not_take_it_refuses(house: House, tokens: Tokens) -> None:
    wrong = {}
    for name, address in PROGRAMS.items():
        for method in (
            *OTHER_METHODS,
            *(each for each, of in (("get", address.read), ("post", address.write)) if not of),
        ):
            answer, written = _ask(house, method, name, tokens[Role.HEAD])
            if (answer.status_code, written) != (405, []):
                wrong[name, method] = answer.status_code
    assert wrong == {}


def test_a_token_is_for_what_it_was_made_for_alone(house: House) -> None:
    head = house.world.officers["director"]
    with transaction.atomic():
        reports, reads = _token(head, "report"), _token(head, "read")
        beside = {name: reads if each.write and name != "api:read_file" else reports for name, each in PROGRAMS.items()}
        found = {
            (name, method): _ask(house, method, name, beside[name])[0].status_code
            for name, address in PROGRAMS.items()
            for method, audience in (("get", address.read), ("post", address.write))
            if audience is not None
        }
        transaction.set_rollback(True)
    assert set(found.values()) == {403}


EXAMPLES = 3
_ONCE = hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(hypothesis.Phase.generate,),
    suppress_health_check=list(hypothesis.HealthCheck),
)


@pytest.fixture
def _connected() -> Iterator[None]:
    """No request closes the connection in which the house lies, as those of Django's own client do not."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _described() -> Iterator[schemathesis.APIOperation[Any, Any, Any, Any]]:
    """Every operation as the description of the API has it; asked in this process."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", WSGIHandler())
    return (each.ok() for each in schema.get_all_operations())


@pytest.mark.usefixtures("_connected")
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_answer_is_as_the_description_says(
    house: House, tokens: Tokens, monkeypatch: pytest.MonkeyPatch, mode: GenerationMode
) -> None:
    monkeypatch.setattr(counting, "BLOCKS", 10_000)
    wrong: dict[str, str] = {}
    for operation in _described():
        leads = PROGRAMS[f"api:{operation.definition.raw['operationId']}"].leads.split()
        named = [each.name for each in operation.path_parameters]
        places = {name: house.scene[each] for name, each in zip(named, leads, strict=False)}
        rows = {name: int(each) if each.isdecimal() else each for name, each in places.items()}
        _asked(operation, mode, rows if mode is GenerationMode.POSITIVE else None, tokens[Role.HEAD], wrong)
    assert wrong == {}


def _asked(
    operation: Any, mode: GenerationMode, rows: dict[str, Any] | None, token: str, wrong: dict[str, str]
) -> None:
    """Ask an operation some things that its description allows, or forbids; whatever that changes is taken back. What fits the
    description may still be refused with a sentence (422), so that valid data need not be accepted.
    """

    headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}

    @_ONCE
    @hypothesis.given(operation.as_strategy(mode, path_parameters=rows or None))
    def ask(case: schemathesis.Case) -> None:
        cache.clear()
        with transaction.atomic():
            try:
                case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])
            except FailureGroup as found:
                wrong[operation.label] = "\n".join(map(str, found.exceptions))
            finally:
                transaction.set_rollback(True)

    ask()
