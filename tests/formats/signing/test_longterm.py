"""For the long term: a timestamp server gives the time, a server of the authority says that nothing was taken back, and both are in the file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from angikar.formats.signing import sentences
from angikar.formats.signing.errors import Unsignable
from angikar.formats.signing.sign import sign
from angikar.formats.signing.trust import TrustList
from angikar.formats.signing.verify import verify
from angikar.formats.signing.wording import said
from tests.formats.signing.authority import authority
from tests.formats.signing.conftest import party
from tests.formats.signing.servers import Servers, running
from tests.formats.signing.test_verify import flipped

ROOT = TrustList(authority().trust().roots)
"""A house that knows the root and no list of those taken back."""


@pytest.fixture(scope="module")
def servers() -> Iterator[Servers]:
    """The two servers."""
    with running(authority(), authority().officer("সময়ের পরীক্ষা", stamps=True)) as found:
        yield found


@pytest.fixture(scope="module")
def kept(printed: bytes, servers: Servers) -> bytes:
    """Signed by two for the long term."""
    data = printed
    for place, name in enumerate(("Shamsul Haque", "Nasrin Akter")):
        used = authority().officer(name, ocsp=f"{servers.address}/status")
        servers.known.append(used.certificate)
        data = sign(data, used, party(place), timestamp_server=f"{servers.address}/time", trust=ROOT)
    return data


def test_all_that_proves_it_later_is_in_the_file(printed: bytes, kept: bytes) -> None:
    assert kept.startswith(printed)
    found = verify(kept, ROOT)
    assert [(each.name, each.worth, each.trusted, each.revoked, each.stamped, each.long_term) for each in found] == [
        (name, "sound", True, "no", True, True) for name in ("Shamsul Haque", "Nasrin Akter")
    ]
    assert sentences.PROVED_LATER.both() in said(found[0])
    assert [(each.worth, each.long_term) for each in verify(kept, TrustList())] == [("sound", False)] * 2


def test_one_changed_bit_is_seen_there_too(kept: bytes, printed: bytes) -> None:
    assert flipped(kept, range(len(printed), len(kept)), 12) == []
    assert flipped(kept, range(len(kept) - 20_000, len(kept)), 8) == []


def test_no_address_in_an_unknown_certificate_is_asked(printed: bytes, servers: Servers) -> None:
    before = servers.asked.count("/status")
    used = authority().officer("Doel Palash", ocsp=f"{servers.address}/status")
    data = sign(printed, used, party(0), timestamp_server=f"{servers.address}/time", trust=TrustList())
    (found,) = verify(data, ROOT)
    assert (found.worth, found.stamped, found.long_term) == ("sound", True, False)
    assert servers.asked.count("/status") == before


def test_a_certificate_that_was_taken_back_signs_no_more(printed: bytes, servers: Servers) -> None:
    used = authority().officer("Tuntuni Palash", ocsp=f"{servers.address}/status")
    servers.known.append(used.certificate)
    servers.taken_back.append(used.certificate)
    with pytest.raises(Unsignable) as refused:
        sign(printed, used, party(0), timestamp_server=f"{servers.address}/time", trust=ROOT)
    assert refused.value.sentence == sentences.CERTIFICATE_TAKEN_BACK


def test_a_timestamp_server_that_is_silent_signs_nothing(printed: bytes) -> None:
    with pytest.raises(Unsignable) as refused:
        sign(printed, authority().officer("Moyna"), party(0), timestamp_server="http://127.0.0.1:9/", trust=ROOT)
    assert refused.value.sentence == sentences.NO_TIMESTAMP
