"""An e-mail and a ZIP give their files one by one, and nothing that harms."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from angikar.formats import Unreadable, kind_of, read
from angikar.formats.bundles import PARTS_MOST, Bundle, HeldFile, bundle_of, packed_bundle, unpacked_bundle

LETTER = "বিষয়: নমুনা তালিকা প্রেরণ।\n"


def zipped(*files: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()


def mail(text: str = "", *files: tuple[str, bytes]) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", "নমুনা পত্র"
    made["Message-ID"] = "<1@example.org>"
    if text:
        made.set_content(text)
    for name, data in files:
        made.add_attachment(data, "application", "octet-stream", filename=name)
    return made


def names(data: bytes) -> list[str]:
    return [part.name for part in bundle_of(data).parts]


def test_a_zip_of_papers_gives_each_without_its_folder_or_what_systems_leave() -> None:
    files = (
        ("পত্র/এক.txt", b"1"),
        ("../../two.txt", b"2"),
        ("__MACOSX/._x.txt", b"3"),
        ("a/.DS_Store", b"4"),
        ("~$a.docx", b"5"),
    )
    data = zipped(*files)
    assert kind_of(data) == "bundle"
    assert names(data) == ["এক.txt", "two.txt"]


def test_a_name_that_does_not_say_it_is_utf8_is_read_so_where_it_is() -> None:
    data = zipped(("ab.txt", b"1")).replace(b"ab.txt", "ক".encode() + b".tx")
    assert names(data) == ["ক.tx"]


def test_an_email_gives_its_attachments_and_leaves_out_a_short_text_and_pictures() -> None:
    made = mail("সংযুক্ত দেখুন।", ("তালিকা.txt", LETTER.encode()))
    made.get_body().add_related(b"\x89PNG", "image", "png", filename="seal.png", disposition="inline")  # type: ignore[union-attr]
    found = bundle_of(bytes(made))
    assert [(part.name, part.data) for part in found.parts] == [("তালিকা.txt", LETTER.encode())]
    assert set(found.left_out) == {"সংযুক্ত দেখুন।", "seal.png"}


@pytest.mark.parametrize(("text", "files"), [(LETTER, ()), (LETTER * 20, (("a.txt", b"1"),))], ids=["alone", "long"])
def test_the_text_of_an_email_is_a_paper_where_it_says_something(
    text: str, files: tuple[tuple[str, bytes], ...]
) -> None:
    found = bundle_of(bytes(mail(text, *files)))
    assert found.parts[0].name == "নমুনা পত্র.txt"
    assert found.parts[0].data.decode().split() == text.split()
    assert found.left_out == ()


def test_a_second_text_is_taken_or_named() -> None:
    made = mail("সংযুক্ত দেখুন।", ("a.txt", b"1"))
    for text in ("তালিকা ও বিবরণ " * 30, "আদেশক্রমে"):
        second = EmailMessage()
        second.set_content(text)
        made.attach(second)
    found = bundle_of(bytes(made))
    assert [part.name for part in found.parts] == ["নমুনা পত্র.txt", "a.txt"]
    assert found.parts[0].data.decode().startswith("তালিকা ও বিবরণ")
    assert found.left_out == ("সংযুক্ত দেখুন।", "আদেশক্রমে")


def test_a_named_text_is_a_file_however_short() -> None:
    made = EmailMessage()
    made.make_mixed()
    made["MIME-Version"] = "1.0"
    for name in ("a.txt", "b.txt"):
        part = EmailMessage()
        part.set_content("১", disposition="inline", filename=name)
        made.attach(part)
    found = bundle_of(bytes(made))
    assert [part.name for part in found.parts] == ["a.txt", "b.txt"]


def test_a_text_in_two_ways_is_one_text() -> None:
    made = mail(LETTER)
    made.add_alternative(f"<p>{LETTER}</p>", subtype="html")
    made.get_payload()[1].add_related(b"\x89PNG", "image", "png", filename="seal.png", disposition="inline")  # type: ignore[union-attr,index]
    found = bundle_of(bytes(made))
    assert [part.name for part in found.parts] == ["নমুনা পত্র.txt"]
    assert found.left_out == ("seal.png",)


def test_a_letter_that_names_from_and_to_is_no_email() -> None:
    assert kind_of(b"From: the head office\nTo: all branches\nSubject: a list\n\nPlease send it.") == "text"


def test_the_one_file_of_a_bundle_is_read_by_the_command_and_several_are_named() -> None:
    assert "নমুনা তালিকা" in read(bytes(mail("দেখুন", ("a.txt", LETTER.encode()))), "x.eml").text
    with pytest.raises(Unreadable, match=r"holds 2 files: a\.txt, b\.txt"):
        read(zipped(("a.txt", b"1"), ("b.txt", b"2")), "x.zip")


BAD = {
    "nothing": (zipped(("__MACOSX/x", b"")), "holds no file"),
    "too many": (zipped(*((f"{n}.txt", b"x") for n in range(PARTS_MOST + 1))), "holds 21 files"),
    "a bundle inside": (zipped(("a.zip", zipped(("b.txt", b"1")))), "open it and give the files inside"),
    "damaged": (zipped(("a.txt", b"x" * 999), how=zipfile.ZIP_STORED).replace(b"xxxx", b"xxxy", 1), "damaged"),
    "damaged, packed by LZMA": (
        zipped(("a.txt", b"x" * 999), how=zipfile.ZIP_LZMA).replace(b"\x05\0]", b"\x05\0\xff", 1),
        "damaged",
    ),
    "parts in parts without end": (
        b"MIME-Version: 1.0\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)),
        "damaged",
    ),
    "locked": (
        zipped(("a.txt", b"1")).replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1"),
        "password",
    ),
}


@pytest.mark.parametrize(("data", "says"), BAD.values(), ids=BAD)
def test_a_bundle_that_cannot_be_opened_says_why(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, "x.zip")
    assert says in refused.value.message_en


def test_the_files_of_a_zip_together_are_no_larger_than_one_file_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("angikar.formats.bundles.SIZE_LIMIT", 5)
    data = zipped(("a.txt", b"x" * 4), ("b.txt", b"y" * 4))
    with pytest.raises(Unreadable, match="abnormally large"):
        bundle_of(data)


def test_a_bundle_passes_between_processes_whole() -> None:
    bundle = Bundle((HeldFile("a\n.txt", b"\n{}"), HeldFile("b", b"")), ("“ক”",))
    assert unpacked_bundle(packed_bundle(bundle)) == bundle
