"""Printing: the official form in every format, our own PDF exact when it comes back, and the file it came in."""

from __future__ import annotations

import json
from functools import partial

import pytest

from angikar import formats
from angikar.history.signing.seals import known
from angikar.papers.actions import take_in
from angikar.rules.kinds import understand
from angikar.rules.tracing.seals import judged
from tests.desk.conftest import Sign
from tests.desk.samples import circular, minutes, text
from tests.rules.kinds.circulars import SAMPLE
from tests.world import World


def test_the_pdf_carries_the_paper_whole(sign: Sign, world: World) -> None:
    paper = circular(world)
    response = sign("clerk").get(f"/papers/{paper.pk}/print.pdf")
    assert response.headers["Content-Type"] == "application/pdf"
    reading = understand(formats.read(response.content, "paper.pdf"), vouch=partial(judged, known=known()))
    assert reading.content.model_dump(mode="json", by_alias=True) == paper.content


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_office_forms_open_again(sign: Sign, world: World, form: str) -> None:
    response = sign("clerk").get(f"/papers/{minutes(world).pk}/print.{form}")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "উল্কার ছবি" in formats.read(response.content, f"paper.{form}").text


def test_the_json_is_that_of_the_contract(sign: Sign, world: World) -> None:
    paper = circular(world)
    data = json.loads(text(sign("clerk"), f"/papers/{paper.pk}/print.json"))
    assert (data["kind"], data["content"]) == ("circular", paper.content)


def test_only_readers_print_and_only_known_forms(sign: Sign, world: World) -> None:
    paper = circular(world)
    for other in ("secretary", "north_head", "stranger"):
        text(sign(other), f"/papers/{paper.pk}/print.pdf", 404)
    text(sign("clerk"), f"/papers/{paper.pk}/print.exe", 404)


def test_a_character_without_a_glyph_is_named(sign: Sign, world: World) -> None:
    paper = circular(world, preamble="漢")
    page = sign("clerk").get(f"/papers/{paper.pk}/print.pdf", follow=True).content.decode()
    assert "U+6F22" in page


def test_the_file_is_given_back_unchanged(sign: Sign, world: World) -> None:
    paper = take_in(world.officers["clerk"], "পরিপত্র.txt", SAMPLE.encode(), office=world.offices["department"])
    response = sign("clerk").get(f"/papers/{paper.pk}/source/")
    assert response.content == SAMPLE.encode()
    assert response.headers["Content-Disposition"].startswith("attachment")
    text(sign("north_head"), f"/papers/{paper.pk}/source/", 404)
    text(sign("clerk"), f"/papers/{circular(world).pk}/source/", 404)
