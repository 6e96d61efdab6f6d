"""Minutes (কার্যবিবরণী): the decisions of a meeting, and who owes what of them by when."""

from __future__ import annotations

from angikar.rules.kind import Kind
from angikar.rules.kinds.minutes.asks import asks
from angikar.rules.kinds.minutes.check import check
from angikar.rules.kinds.minutes.content import Minutes
from angikar.rules.kinds.minutes.read import read, recognise
from angikar.rules.kinds.minutes.write import write

MINUTES = Kind(
    name="minutes",
    title="সভার কার্যবিবরণী",
    title_en="Minutes of a meeting",
    content=Minutes,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
    records_decisions=True,
)

__all__ = ["MINUTES", "Minutes"]
