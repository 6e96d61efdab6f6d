"""Saving a cell of which only the duty is known: it is read first."""

from __future__ import annotations

from datetime import date

from angikar.duties.cells.access import open_cell
from angikar.duties.cells.actions import NO_PAIR, CellInput, Pair, save
from angikar.duties.models import Duty, Report
from angikar.offices.access import mandate
from angikar.offices.models import Officer


def save_cell(
    duty: Duty,
    *,
    by: Officer,
    value: str | None,
    version: int,
    today: date,
    words: str = "",
    pair: Pair = NO_PAIR,
    undoes: int | None = None,
) -> Report:
    """Store what is typed into a cell as the draft of a report. `version` is the duty's, as the person last saw it;
    `undoes` is the number of the entry in the history that this takes back. Raises the errors of `cells.actions.save`, and `NotYours`
    for a stranger.
    """
    cell = open_cell(mandate(by, today), duty.pk, today)
    _, draft = save(cell, CellInput(value, version, words, pair, undoes), by=by, today=today)
    return draft
