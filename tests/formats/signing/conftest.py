"""What the tests of signatures begin with: a paper as it is printed, and the same signed by both parties."""

from __future__ import annotations

import pytest

from angikar.formats import write_pdf
from angikar.formats.signing.certificates import Credential
from angikar.formats.signing.sign import SignatureField, sign
from tests.formats.samples import letter
from tests.formats.signing.authority import authority

FIELDS = ("first", "second")
LINES = ("জনাব শামসুল হক", "মহাপরিচালক", "গণপাঠাগার নমুনা অধিদপ্তর", "১২ আষাঢ় ১৪২৯ · ২৬ জুন ২০২২")


def party(place: int) -> SignatureField:
    """The first or the second of two parties."""
    return SignatureField(FIELDS[place], place, FIELDS, LINES, "বার্ষিক কর্মসম্পাদন চুক্তি")


@pytest.fixture(scope="session")
def printed() -> bytes:
    """A letter of one page with its content attached."""
    return write_pdf(letter(), attachment='{"kind": "agreement"}')


@pytest.fixture(scope="session")
def officers() -> tuple[Credential, Credential]:
    """The two who sign."""
    return authority().officer("Shamsul Haque"), authority().officer("Nasrin Akter")


@pytest.fixture(scope="session")
def first(printed: bytes, officers: tuple[Credential, Credential]) -> bytes:
    """Signed by the first party."""
    return sign(printed, officers[0], party(0))


@pytest.fixture(scope="session")
def both(first: bytes, officers: tuple[Credential, Credential]) -> bytes:
    """Signed by both."""
    return sign(first, officers[1], party(1))
