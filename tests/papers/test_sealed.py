"""A paper that left this house and comes back: as PDF and as JSON, with its seal, without, with another's, or changed on its way."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.test import override_settings

from angikar import formats
from angikar.history.refusal import Refused
from angikar.history.signing import keys, seals
from angikar.papers.actions import take_in
from angikar.papers.models import Paper
from angikar.rules.kinds import kind_named
from angikar.rules.kinds.plain_letter.content import LetterPassage, PlainLetter
from angikar.rules.letters.values import Enclosure, Letter
from angikar.rules.reading import Reading
from tests.world import World

LETTER = PlainLetter(
    office="নক্ষত্র অধিদপ্তর",
    subject="আসবাব",
    letter=Letter(memo_number="88.01.0000.011.22.007.22-41", date="2022-10-13", bangla_date="1429-06-28"),
    body=(LetterPassage(label="", text="২৬১টি চেয়ার পাঠানো হলো।"),),
)
READING = Reading("plain_letter", None, LETTER)
FEWER = replace(
    READING, content=LETTER.model_copy(update={"body": (LetterPassage(label="", text="৭টি চেয়ার পাঠানো হলো।"),)})
)


@pytest.fixture(autouse=True)
def _own_keys(tmp_path: Path) -> Iterator[None]:
    with override_settings(VAR=tmp_path / "here", FILES=tmp_path / "files"):
        yield


def _abroad(tmp_path: Path, reading: Reading[Any]) -> tuple[str, str]:
    """What another house seals, and its key."""
    with override_settings(VAR=tmp_path / "there"):
        return seals.attachment(reading), keys.public()


def _pdf(reading: Reading[Any], carried: str) -> bytes:
    return formats.write_pdf(kind_named(reading.kind).write(reading.content), attachment=carried)


def _taken(world: World, name: str, data: bytes) -> Paper:
    return take_in(world.officers["focal"], name, data, office=world.offices["department"])


def _said(paper: Paper) -> dict[str, str]:
    codes = ("carried", "json", "file-not-carried")
    return {each.sentence.code: each.severity for each in paper.doubts if each.code.startswith(codes)}


def test_json_is_worth_what_its_seal_is(world: World, tmp_path: Path) -> None:
    own = seals.export(READING)
    bare = {name: each for name, each in json.loads(own).items() if name != "seal"}
    foreign, key = _abroad(tmp_path, READING)
    table = [
        (own, {}),
        (json.dumps(bare).encode(), {"json-unsigned": "warning"}),
        (foreign.encode(), {"json-unsigned": "warning"}),
        (own.replace("২৬১".encode(), "৭".encode()), {"json-changed": "error"}),
    ]
    for data, said in table:
        paper = _taken(world, "পত্র.json", data)
        assert (paper.kind, paper.content["subject"], _said(paper)) == ("plain_letter", "আসবাব", said)
    seals.trust("north", key)
    assert _said(_taken(world, "পত্র.json", foreign.encode())) == {"carried-trusted/json": "info"}


@pytest.mark.parametrize("data", ['{"kind": "x", "content": {}}', '{"kind": "minutes", "content": {"no": 1}}', "{}"])
def test_json_that_is_no_paper_is_refused_in_a_sentence(world: World, data: str) -> None:
    with pytest.raises(Refused):
        _taken(world, "a.json", data.encode())


def test_a_text_that_begins_with_a_brace_is_still_read_as_a_text(world: World) -> None:
    assert _taken(world, "পত্র.txt", "{ক}\n\nবিষয়: আসবাব\n\nচেয়ার পাঠানো হলো।\n".encode()).source is not None


def test_json_brings_no_reference_to_a_file_of_this_house(world: World) -> None:
    letter = LETTER.model_copy(update={"enclosures": (Enclosure(title="তালিকা", file="ab" * 32),)})
    paper = _taken(world, "পত্র.json", seals.export(replace(READING, content=letter)))
    assert paper.content["enclosures"] == [{"title": "তালিকা", "pages": None, "file": None}]
    assert _said(paper) == {"file-not-carried": "warning"}


def test_a_pdf_is_believed_by_its_seal_and_its_pages_together(world: World) -> None:
    back = _taken(world, "a.pdf", _pdf(READING, seals.attachment(READING)))
    assert (back.content, _said(back)) == (LETTER.model_dump(mode="json", by_alias=True), {})
    altered = _taken(world, "b.pdf", _pdf(READING, seals.attachment(FEWER)))
    assert altered.content["body"][0]["text"] == "২৬১টি চেয়ার পাঠানো হলো।"
    assert {"carried-pages-differ", "carried-differs"} <= set(_said(altered))
    assert set(_said(altered).values()) == {"error"}


def test_a_second_attachment_of_that_name_is_found_wherever_it_hangs(world: World) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf(READING, seals.attachment(READING)))) as pdf:
        second = pikepdf.AttachedFileSpec(pdf, seals.attachment(FEWER).encode(), filename="data.json")
        pdf.attachments["another"] = second
        pdf.save(made)
    paper = _taken(world, "a.pdf", made.getvalue())
    assert _said(paper) == {"carried-several": "error"}
    assert paper.content["body"][0]["text"] == "২৬১টি চেয়ার পাঠানো হলো।"
