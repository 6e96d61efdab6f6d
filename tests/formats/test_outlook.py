"""A message of Outlook (.msg) gives its files one by one as an e-mail does, and a spoilt one a sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.formats import Unreadable, kind_of, read
from angikar.formats.bundles import HeldFile, bundle_of
from angikar.formats.confined import bundle_confined
from angikar.formats.outlook.compound import Broken, compound
from tests.formats.outlook_files import compound_file, outlook

LETTER = "বিষয়: নমুনা তালিকা প্রেরণ।\n\nতালিকা সংযুক্ত করা হলো।\n"
LONG = LETTER * 400


def test_a_message_gives_its_attachments_and_leaves_out_a_short_text() -> None:
    data = outlook("নমুনা পত্র", "সংযুক্ত দেখুন।", ("তালিকা.txt", LETTER.encode()), ("দীর্ঘ.txt", LONG.encode()))
    assert kind_of(data) == "bundle"
    bundle = bundle_confined(data)
    assert bundle.parts == (HeldFile("তালিকা.txt", LETTER.encode()), HeldFile("দীর্ঘ.txt", LONG.encode()))
    assert bundle.left_out == ("সংযুক্ত দেখুন।",)


def test_a_message_without_attachments_is_the_letter_itself() -> None:
    assert "নমুনা তালিকা" in read(outlook("নমুনা পত্র", LETTER), "a.msg").text
    (part,) = bundle_of(outlook("নমুনা পত্র", LETTER)).parts
    assert part.name == "নমুনা পত্র.txt"


def test_a_text_in_html_or_in_the_code_page_of_the_message_is_read() -> None:
    html = outlook("ক", **{"__substg1.0_10130102": f"<html><body><p>{LETTER}</p></body></html>".encode()})
    assert "নমুনা তালিকা" in read(html, "a.msg").text
    narrow = outlook("ক", **{"__substg1.0_1000001E": LETTER.encode()})
    assert "নমুনা তালিকা" in read(narrow, "a.msg").text


def test_pictures_of_the_text_and_messages_in_the_message_are_named_and_left_out() -> None:
    seal = {
        "__substg1.0_3707001F": "seal.png".encode("utf-16-le"),
        "__substg1.0_370E001F": "image/png".encode("utf-16-le"),
        "__substg1.0_3712001F": "cid1".encode("utf-16-le"),
        "__substg1.0_37010102": b"\x89PNG",
    }
    inner = {
        "__substg1.0_3001001F": "আগের ইমেইল".encode("utf-16-le"),
        "__substg1.0_3701000D": {"__substg1.0_1000001F": b""},
    }
    held = {"__attach_version1.0_#00000008": seal, "__attach_version1.0_#00000009": inner}
    bundle = bundle_of(outlook("ক", "", ("তালিকা.txt", LETTER.encode()), **held))
    assert [part.name for part in bundle.parts] == ["তালিকা.txt"]
    assert bundle.left_out == ("seal.png", "আগের ইমেইল")


def test_what_is_attached_does_not_change_what_the_message_is() -> None:
    attached = outlook("ক", "", ("a.doc", compound_file({"WordDocument": b"1", "EncryptedPackage": b"2"})))
    assert kind_of(attached) == "bundle"
    with pytest.raises(Unreadable):
        kind_of(compound_file({"EncryptedPackage": b"2"}))
    assert kind_of(compound_file({"WordDocument": b"1"})) == "office"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_spoilt_message_is_read_or_refused_with_a_sentence(data: st.DataObject) -> None:
    spoilt = bytearray(outlook("নমুনা", "লেখা", ("a.txt", LETTER.encode()), ("b.txt", LONG.encode())))
    for _ in range(data.draw(st.integers(1, 6))):
        spoilt[data.draw(st.integers(8, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(spoilt[: data.draw(st.integers(0, len(spoilt)))]) if data.draw(st.booleans()) else bytes(spoilt)
    with suppress(Unreadable):
        assert bundle_of(cut).parts


def test_a_chain_without_end_and_a_stream_that_claims_too_much_are_refused() -> None:
    whole = compound_file({"a": LONG.encode()})
    with pytest.raises(Broken):
        compound(whole, 100)
    circle = bytearray(whole)
    circle[len(whole) - 512 : len(whole) - 508] = (0).to_bytes(4, "little")  # the first sector follows itself
    with pytest.raises(Broken):
        compound(bytes(circle), 10**6)
