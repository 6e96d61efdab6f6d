"""What the walks need: an open house, a browser, and a person who sits down at a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.e2e.acts import Person
from tests.e2e.server import ELSEWHERE, House

Seat = Callable[..., Person]
_PATIENCE = 60_000  # milliseconds; a machine may be busy with other tests


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A walk that fails is tried once more, and the report says so (docs/decisions/0017)."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """An open house, one for each worker of the test run."""
    house = House(tmp_path_factory.mktemp("house"))
    house.open()
    yield house
    house.close()


@pytest.fixture(autouse=True)
def room_for_a_plan(request: pytest.FixtureRequest) -> None:
    """Tests share a house, and an office has one plan of a year in force: those of the tests before no longer count."""
    if "house" in request.fixturenames:
        request.getfixturevalue("house").set_plans_aside()


@pytest.fixture(scope="session")
def samples() -> Path:
    """The demo's papers."""
    return Path(str(files("angikar.cli.demo").joinpath("samples")))


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    """The system's browser. It is closed after the last walk: while it runs, Django would refuse its own database
    calls in this process.
    """
    expect.set_options(timeout=_PATIENCE)
    names = f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", names]
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the cookies of those who have signed in are kept, so that each signs in once."""
    return tmp_path_factory.mktemp("keys")


@pytest.fixture
def seat(house: House, browser: Browser, keys: Path) -> Iterator[Seat]:
    """Sit an officer down at a browser of his own: `seat("focal")`; who is `strange` has not signed in. Afterwards no page may have complained."""
    seated: list[Person] = []
    contexts: list[BrowserContext] = []

    def sit(who: str, *, strange: bool = False, **options: object) -> Person:
        key = keys / f"{who}.json"
        known = key.exists() and not strange
        state = {"storage_state": key} if known else {}
        context = browser.new_context(**{"base_url": house.url, "locale": "bn-BD", **state, **options})  # type: ignore[arg-type]
        context.set_default_timeout(_PATIENCE)
        contexts.append(context)
        person = Person(who, context.new_page())
        seated.append(person)
        if not known and not strange:
            person.sign_in()
            context.storage_state(path=key)
        return person

    yield sit
    complaints = [said for person in seated for said in person.complaints]
    for context in contexts:
        context.close()
    assert complaints == [], house.log()[-3000:]
