"""Real papers come back from their official form as they were understood, whatever a scan has done to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from angikar import formats
from angikar.formats.readers.pdf import read_pdf
from angikar.formats.readers.text import read_text
from angikar.rules.kinds import attachment, kind_named, understand
from angikar.rules.tracing.carried import Voucher
from tests.round_trips.test_round_trips import FORMATS, dumped

PAPERS = (
    "agreement-dip-2022-23", "circular-ec-2022", "integrity-plan-cca-2017-18", "integrity-plan-ec-2018-19",
    "minutes-kurigram-2016",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_real_paper_comes_back_from_its_official_form(paper: str, form: str, seeds: Path) -> None:
    real = understand(read_text((seeds / f"{paper}.txt").read_text(encoding="utf-8")))
    write, read = FORMATS[form]
    again = understand(read(write(kind_named(real.kind).write(real.content))))
    assert again.kind == real.kind
    assert dumped(again.content) == dumped(real.content)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_real_paper_comes_back_from_our_own_pdf(paper: str, seeds: Path) -> None:
    real = understand(read_text((seeds / f"{paper}.txt").read_text(encoding="utf-8")))
    again = understand(
        read_pdf(formats.write_pdf(kind_named(real.kind).write(real.content), attachment=attachment(real))),
        vouch=lambda _: Voucher("own"),
    )
    assert (again.kind, again.content) == (real.kind, real.content)
