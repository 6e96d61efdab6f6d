"""The house that the tests of access share: built once for a module, and left as it was by every call."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.access.house import House, set_up_house


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[House]:
    """The scene with everybody before it. Thousands of refusals are not logged."""
    logging.disable(logging.WARNING)
    with django_db_blocker.unblock(), transaction.atomic():
        yield set_up_house()
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)
