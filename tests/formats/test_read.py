"""Whatever comes in: judged by content, refused in one clear sentence, never with a traceback."""

from __future__ import annotations

import io
import shutil
import zipfile
from itertools import pairwise

import pikepdf
import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from angikar.formats import Unreadable, intake, read
from angikar.formats.writers.docx import write_docx
from angikar.formats.writers.pdf import write_pdf
from angikar.formats.writers.xlsx import write_xlsx
from angikar.rules.document import Document, Paragraph
from tests.formats.papers import read_here
from tests.formats.samples import letter

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOC_SAYS = "damaged" if shutil.which("soffice") else "libreoffice-writer-nogui"
LINE = Paragraph("নমুনা কার্যালয়ের কার্যক্রম")


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return made.getvalue()


def locked_pdf() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(write_pdf(Document((LINE,))))) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(user="a", owner="b"))
    return made.getvalue()


def many_pages() -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(501):
            pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()


def huge_picture() -> bytes:
    made = io.BytesIO()
    Image.new("1", (10_000, 7_000)).save(made, "PNG")
    return made.getvalue()


def far_cells() -> bytes:
    """Five kilobytes that make the reader of sheets ask for half a terabyte."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "ক")
        sheet.write(1_048_575, 16_383, "খ")
    return made.getvalue()


BAD = {
    "empty": (b"", "empty"),
    "only blanks": (b" \n\n\t\0", "empty"),
    "too large": (b"a" * (intake.SIZE_LIMIT + 1), "larger than 50 MB"),
    "binary rubbish": (bytes(range(256)) * 20, "not text"),
    "zero bytes": (b"\0\1\2\3" * 100, "not text"),
    "broken UTF-8": ("অফিস আদেশ".encode()[:-1] + b"\xff\xfe", "not text"),
    "broken UTF-16": (b"\xff\xfe\x00", "not text"),
    "old office": (OLD + bytes(512), "neither Word nor Excel"),
    "old Word in name only": (OLD + bytes(512) + "WordDocument".encode("utf-16-le"), DOC_SAYS),
    "old Excel in name only": (OLD + bytes(512) + "Workbook".encode("utf-16-le"), "damaged"),
    "locked office": (OLD + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
    "picture in name only": (b"\x89PNG\r\n\x1a\n" + bytes(64), "damaged"),
    "picture too large": (huge_picture(), "abnormally large"),
    "sheet of 17 milliard cells": (far_cells(), "far too large for a paper"),
    "endless PDF": (many_pages(), "more than 500 pages"),
    "zip of something": (zipped(**{"META-INF__manifest": b"b"}), "no office document"),
    "empty zip": (zipped(), "no office document"),
    "cut zip": (write_docx(letter())[:2000], "damaged"),
    "not a zip": (b"PK\x03\x04 no", "damaged"),
    "DOCX without XML": (zipped(word__document=b"<no"), "damaged"),
    "DOCX without body": (zipped(word__document=b"<a/>"), "damaged"),
    "DOCX nested deep": (zipped(word__document=b"<a>" * 100_000), "damaged"),
    "DOCX without words": (write_docx(Document(())), "no text"),
    "XLSX without sheets": (zipped(xl__workbook=b"<workbook/>"), "damaged"),
    "cut XLSX": (write_xlsx(letter())[:-40], "damaged"),
    "zip bomb": (zipped(word__document=bytes(150_000_000)), "abnormally large"),
    "cut PDF": (write_pdf(letter())[:900], "damaged"),
    "PDF in name only": (b"%PDF-1.7\nno", "damaged"),
    "locked PDF": (locked_pdf(), "locked by a password"),
}


@pytest.mark.parametrize(("data", "says"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_refused_in_one_sentence_of_each_language(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, "x.txt")
    assert says in refused.value.message_en
    assert "\n" not in refused.value.message + refused.value.message_en
    assert any("ক" <= char <= "হ" for char in refused.value.message)


def test_a_hundred_megabytes_are_refused_before_anything_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake.zipfile, "ZipFile", None)
    with pytest.raises(Unreadable, match="larger than 50 MB"):
        read(b"PK\x03\x04" + bytes(100_000_000), "x.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_read(encoding: str) -> None:
    text = "অফিস আদেশ\nMemo 12\tক\n"
    assert read(text.encode(encoding), "x").text == "অফিস আদেশ\nMemo 12\tক"


def test_bijoy_text_in_the_windows_code_page_becomes_unicode() -> None:
    assert read("Kg©KZ©v ˆkÿv Awdm".encode("cp1252"), "x.txt").text.startswith("কর্মকর্তা")


@pytest.mark.parametrize("writer", [write_docx, write_xlsx, write_pdf], ids=["docx", "xlsx", "pdf"])
def test_the_content_decides_and_not_the_name(writer: object) -> None:
    assert callable(writer)
    assert LINE.text in read(writer(Document((LINE,))), "wrong.txt").text


def test_html_is_known_by_its_beginning_or_a_bare_piece_by_its_name() -> None:
    assert read(b"<!DOCTYPE html><p>a</p>", "x").text == "a"
    assert read(b"<p>a</p>", "x.html").text == "a"
    assert read(b"<p>a</p>", "x.txt").text == "<p>a</p>"


PARAGRAPH = "<w:p><w:r><w:t>ক&x;</w:t></w:r></w:p>"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY x SYSTEM "http://127.0.0.1:1/x">',
        '<!ENTITY a "খখখখখখখখখখ">' + "".join(f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in pairwise("abcdefghijx")),
    ],
    ids=["file", "network", "milliard laughs"],
)
def test_entities_of_a_word_file_are_not_resolved(entities: str) -> None:
    found = outcome(zipped(word__document=f"<!DOCTYPE w [{entities}]>{WORD.format(PARAGRAPH)}".encode()))
    assert isinstance(found, Unreadable) or found.text == "ক"


def test_tables_in_tables_in_tables_of_a_word_file_end_in_a_paper_or_a_sentence() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p><w:r><w:t>ক</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 60
    found = outcome(zipped(word__document=WORD.format(deep).encode()))
    assert isinstance(found, Document)
    assert found.text.strip() == "ক"


MADE = {"docx": write_docx(letter()), "xlsx": write_xlsx(letter()), "pdf": write_pdf(letter())}


def outcome(data: bytes) -> Document | Unreadable:
    try:
        return read_here(data)
    except Unreadable as refused:
        return refused


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(MADE)), st.floats(0, 1), st.binary(min_size=1, max_size=8))
@example("docx", 0.4375, b"\0")
def test_a_file_with_spoilt_bytes_is_read_or_refused(kind: str, where: float, spoilt: bytes) -> None:
    made = MADE[kind]
    at = int(where * (len(made) - len(spoilt)))
    assert outcome(made[:at] + spoilt + made[at + len(spoilt) :])


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert outcome(data)
