"""What every test may ask for: the folder of real papers, a browser, a PostgreSQL server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from angikar.formats import confined
from angikar.formats.scan import tesseract
from tests import postgres, tables
from tools.browsers import browser

if TYPE_CHECKING:
    from tests.world import World

settings.register_profile("house", deadline=None)  # machines are shared: a law holds or not, however long it takes
settings.register_profile("quick", deadline=None, max_examples=10)  # `make fast`
settings.load_profile("house")
confined.keep_ready()  # tests open many small files
KNOWS_PLEDGE = confined.Spawner(("tests.known_pledge", "angikar.formats.worker"))

ROOT = Path(__file__).parents[1]
LONG = (
    "site/test_postgresql.py",
    "e2e",
    "tools",
    "desk/test_digits.py",
    "cli",
    "formats/readers/test_office.py",
    "test_package.py",
    "round_trips",
)
"""What takes minutes, the longest first."""


def pytest_report_header() -> str:
    """Which database the rows of the tests are in."""
    from django.db import connection

    return f"database: {connection.vendor}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes minutes: a file is tested by one process, and none should be alone with a long one at the end."""
    begun = [ROOT / "tests" / name for name in LONG]

    def place(item: pytest.Item) -> int:
        return next((at for at, path in enumerate(begun) if item.path.is_relative_to(path)), len(begun))

    items.sort(key=place)


def absent(what: str) -> None:
    """Leave the test out, but never where the code is judged."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}; in CI nothing may be left out")
    pytest.skip(what)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real papers' texts, which are not part of the repository."""
    folder = Path(os.environ.get("ANGIKAR_SEEDS") or ROOT.parent / "shared" / "seeds")
    if not folder.is_dir():
        pytest.skip(f"the real papers are not at {folder}; set ANGIKAR_SEEDS to their folder")
    return folder


@pytest.fixture(autouse=True)
def own_modes() -> Iterator[None]:
    """A command that is run within the process takes from others what they may do with new files: for its own test alone."""
    mask = os.umask(0)
    os.umask(mask)
    yield
    os.umask(mask)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's browser."""
    found = browser()
    if found is None:
        absent("no chromium on this machine (`make system` installs it)")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def reads_pictures() -> None:
    """The system's Tesseract with its Bangla."""
    if not tesseract.installed():
        absent("no Tesseract with Bangla on this machine (`make system` installs it)")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of an empty PostgreSQL server, started when first asked for; each xdist worker has its own."""
    binaries = postgres.programs()
    if binaries is None:
        absent("no PostgreSQL server on this machine (`make system` installs it)")
    assert binaries is not None
    with postgres.server(binaries) as url:
        yield url


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The tests begin in a database whose tables are there already; only migrations that it lacks are run."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Put an empty database with all tables where this process looks for its own."""
    from django.conf import settings as house

    if "sqlite3" in str(house.DATABASES["default"]["ENGINE"]):
        tables.copy_to(Path(house.DATABASES["default"]["TEST"]["NAME"]))


@pytest.fixture
def world(db: None) -> World:
    """A ministry, its department, districts and upazilas, with the people who serve there."""
    from tests.remembered import remembered
    from tests.world import build

    return remembered(build)


@pytest.fixture
def pledge(monkeypatch: pytest.MonkeyPatch) -> None:
    """The house knows one more kind of paper, made for tests."""
    from angikar.rules.kinds import KINDS
    from tests.pledge import PLEDGE

    monkeypatch.setitem(KINDS, PLEDGE.name, PLEDGE)
    monkeypatch.setattr(confined, "_SPAWNER", KNOWS_PLEDGE)
