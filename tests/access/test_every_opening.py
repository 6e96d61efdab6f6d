"""Every address opens to somebody by every method it takes: to whom the table says, or where something is so before. What opens nowhere says
why, and stays shut to whoever comes with all that would be needed.
"""

from __future__ import annotations

from collections.abc import Iterator

import oidc_provider_mock
import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import transaction

from angikar.site import environment
from tests.access.audiences import NO_ONE, Address
from tests.access.house import ADDRESSES, House
from tests.access.openings import OPENINGS, TRIED, Opening
from tests.access.reasons import ELSEWHERE, SHUT
from tests.access.test_empty_house import FIRST_PAGE

pytestmark = pytest.mark.django_db
_SHOWN = (200, 204, 301, 401)
_OWN_FORMS = ("desk:", "public:")
"""Addresses whose forms answer what they did not take with 422; those of allauth are shown again as if nothing had been sent."""


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider that runs on this machine."""
    with oidc_provider_mock.run_server_in_thread(require_client_registration=False) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def known(provider: str, settings: LazySettings) -> None:
    """The house knows the provider."""
    apps = environment.provider(provider, "দপ্তরের পরিচয়", "angikar", "a secret between the two")
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}
    settings.OIDC_SERVER = provider


def _opens(name: str, address: Address, method: str) -> bool:
    """Whether the table itself says that somebody gets what he came for."""
    if method == "get":
        return address.read is not NO_ONE and address.shown in _SHOWN
    if address.write is NO_ONE:
        return False
    if name.startswith(_OWN_FORMS):
        return address.done < 400
    return address.done == 301


def test_every_address_opens_somewhere_or_says_why_not() -> None:
    taken = {
        (name, method): _opens(name, address, method)
        for name, address in ADDRESSES.items()
        for method, audience in (("get", address.read), ("post", address.write))
        if audience is not None
    }
    elsewhere = {*ELSEWHERE, *SHUT}
    assert ({*OPENINGS, *FIRST_PAGE}, set(TRIED)) == (set(ELSEWHERE), set(SHUT))
    assert {each for each, opens in taken.items() if not opens} - elsewhere == set()
    assert elsewhere - set(taken) == set()


def _met(house: House, method: str, opening: Opening) -> str:
    """What was answered otherwise than expected; whatever the call changed is taken back."""
    cache.clear()
    with transaction.atomic():
        client, path, given = opening.before(house)
        cookies = client.cookies.copy()
        answer = getattr(client, method)(path, given)
        led, came = answer.get("Location", ""), opening.after(house)
        client.cookies = cookies
        transaction.set_rollback(True)
    is_met = answer.status_code == opening.answer and led.startswith(opening.leads) and came
    return "" if is_met else f"{answer.status_code} {led} {came}"


def test_each_opens_where_what_it_needs_is_so(house: House, known: None) -> None:
    wrong = {place: said for place, each in OPENINGS.items() if (said := _met(house, place[1], each))}
    assert wrong == {}


def test_what_opens_nowhere_stays_shut(house: House, known: None) -> None:
    wrong = {place: said for place, each in TRIED.items() if (said := _met(house, place[1], each))}
    assert wrong == {}
