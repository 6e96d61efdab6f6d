"""The sheet of an issued paper is drawn once, and is the same as one drawn anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

import pytest

from angikar.desk.papers import drawn
from angikar.desk.papers.sheet import SheetBlock
from angikar.papers.models import Paper
from angikar.papers.stored_doubt import StoredDoubt
from tests.desk.conftest import Sign


def _sheet(page: bytes) -> str:
    return page.decode().partition('<div class="heading')[2].partition("</article>")[0].partition("<aside")[0]


def test_an_issued_paper_is_drawn_once_in_each_language(
    sign: Sign, paper: Paper, october: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn.KEPT.clear()
    asked, draw = list[Paper](), drawn.sheet_of

    def counted(of: Paper, doubts: Sequence[StoredDoubt]) -> tuple[SheetBlock, ...]:
        asked.append(of)
        return draw(of, doubts)

    monkeypatch.setattr(drawn, "sheet_of", counted)
    clerk = sign("clerk")
    first, again = (clerk.get(f"/papers/{paper.pk}/").content for _ in range(2))
    assert len(asked) == 1
    assert _sheet(first) == _sheet(again) != ""
    clerk.cookies["django_language"] = "en"
    clerk.get(f"/papers/{paper.pk}/")
    assert len(asked) == 2
    assert {cast("tuple[str, ...]", key)[2] for key in drawn.KEPT} == {"bn", "en"}
    assert sign("stranger").get(f"/papers/{paper.pk}/").status_code == 404


def test_no_more_sheets_are_kept_than_fit(
    sign: Sign, paper: Paper, october: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn.KEPT.clear()
    monkeypatch.setattr(drawn.KEPT, "most", 1)
    clerk = sign("clerk")
    for language in ("bn", "en", "bn"):
        clerk.cookies["django_language"] = language
        assert clerk.get(f"/papers/{paper.pk}/").status_code == 200
        assert len(drawn.KEPT) == 1
