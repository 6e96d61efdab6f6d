"""Verifying: what changes after a signature is seen, wherever it is; whose certificate is trusted or taken back is said."""

from __future__ import annotations

import io
import random
import re
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest

from angikar.formats import Unreadable, write_docx
from angikar.formats.confined import verify_confined
from angikar.formats.signing.certificates import Credential
from angikar.formats.signing.sign import sign
from angikar.formats.signing.trust import TrustList
from angikar.formats.signing.verify import Worth, verify
from tests.formats.samples import letter
from tests.formats.signing.authority import authority
from tests.formats.signing.conftest import party


def worth(data: bytes) -> list[Worth]:
    """What its signatures are worth; a file that cannot be opened bears none."""
    try:
        return [each.worth for each in verify(data, TrustList())]
    except Unreadable:
        return []


def judged(data: bytes) -> list[tuple[Worth, bool]]:
    """The same, and whether a house that knows the root trusts them."""
    try:
        return [(each.worth, each.trusted) for each in verify(data, authority().trust())]
    except Unreadable:
        return []


def flipped(data: bytes, spots: range, count: int) -> list[tuple[int, int]]:
    """Where a changed bit is not seen, of so many that are tried there."""
    dice, sound = random.Random(4), judged(data)
    unseen = []
    for _ in range(count):
        at, bit = dice.choice(spots), dice.randrange(8)
        changed = bytearray(data)
        changed[at] ^= 1 << bit
        if judged(bytes(changed)) == sound:
            unseen.append((at, bit))
    assert set(sound) == {("sound", True)}
    return unseen


def test_one_changed_bit_anywhere_is_seen(both: bytes) -> None:
    assert flipped(both, range(len(both)), 12) == []


def test_one_changed_bit_in_the_signature_itself_is_seen(first: bytes) -> None:
    place = list(re.finditer(rb"/Contents <([0-9a-fA-F]+)>", first))[-1]
    assert flipped(first, range(place.start(1) - 1, place.end(1) + 1), 25) == []


@pytest.mark.parametrize("behind", [b"\n", b" ", b"%x", b"\nstartxref\n"])
def test_what_is_put_behind_is_seen(both: bytes, behind: bytes) -> None:
    assert worth(both + behind) == ["changed", "changed"]


def test_a_second_document_behind_the_signed_one_is_seen(printed: bytes, both: bytes) -> None:
    assert worth(both + printed) == ["broken", "broken"], "its signatures are covered by what came behind"


def test_a_swapped_attachment_and_another_page_are_seen(both: bytes) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(both)) as pdf:
        pdf.attachments["data.json"] = pikepdf.AttachedFileSpec(pdf, b'{"kind": "other"}')
        pdf.save(made)
    assert set(worth(made.getvalue())) == {"broken"}
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(both)) as pdf:
        del pdf.pages[0]
        pdf.save(made)
    assert set(worth(made.getvalue())) == {"broken"}


def test_a_change_behind_the_first_signature_is_no_second_signature(
    first: bytes, officers: tuple[Credential, Credential]
) -> None:
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer, made = IncrementalPdfFileWriter(io.BytesIO(first)), io.BytesIO()
    page = writer.find_page_for_modification(0)[0].get_object()
    page["/Rotate"] = generic.NumberObject(90)
    writer.update_container(page)
    writer.write(made)
    assert worth(made.getvalue()) == ["changed"]
    assert worth(sign(made.getvalue(), officers[1], party(1))) == ["changed", "sound"]


def test_a_paper_without_a_signature_has_none_and_rubbish_is_refused(printed: bytes) -> None:
    assert verify(printed, TrustList()) == ()
    with pytest.raises(Unreadable):
        verify(b"%PDF-1.7 rubbish", TrustList())


def test_a_strangers_certificate_is_sound_and_not_trusted(both: bytes) -> None:
    assert [(each.worth, each.trusted, each.revoked) for each in verify(both, TrustList())] == [
        ("sound", False, "unknown")
    ] * 2


def test_a_certificate_that_was_taken_back_is_said(both: bytes, officers: tuple[Credential, Credential]) -> None:
    found = verify(both, authority().trust(officers[1]))
    assert [each.revoked for each in found] == ["no", "yes"]
    later = datetime.now(UTC) + timedelta(days=1)
    found = verify(both, authority().trust(officers[1], when=later))
    assert found[1].revoked == "yes", "a signer's own clock is no proof that he signed before"


def test_a_strangers_file_is_verified_in_a_process_of_its_own(both: bytes) -> None:
    assert verify_confined(both, authority().trust()) == verify(both, authority().trust())
    for data in (write_docx(letter()), b"", b"%PDF-1.7 rubbish"):
        with pytest.raises(Unreadable):
            verify_confined(data, TrustList())
