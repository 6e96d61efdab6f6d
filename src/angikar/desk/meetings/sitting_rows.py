"""The rows of a meeting as its page shows them: every item with its decisions, and what was understood of these."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from angikar.desk.base import in_bangla, row_number
from angikar.meetings.models import Item, ItemKind, Meeting, Resolution
from angikar.meetings.sittings.queries import WrittenItem, rows_of, said_of
from angikar.offices.addressing import Addressed, Register
from angikar.papers.meanings.queries import known_by
from angikar.rules.kinds.minutes.compose import doubts_about, due_in
from angikar.rules.reading import Doubt
from angikar.rules.schedule.wording import describe, describe_en


@dataclass(frozen=True, slots=True)
class Understood:
    """What a decision's words mean: its last day or what recurs, in words, and what is doubtful about it."""

    row: Resolution
    due: date | None
    recurs: tuple[str, ...]
    doubts: tuple[Doubt, ...]

    @property
    def shown(self) -> Hashable:
        """All that is shown of it."""
        row, before = self.row, self.row.continues
        known = before and (before.pk, before.text, before.repeated)
        doubts = tuple((each.severity, each.message, each.message_en) for each in self.doubts)
        return (row.pk, row.version, row.text, *row.implementers, row.when, known, self.due, self.recurs, doubts)


@dataclass(frozen=True, slots=True)
class ItemRows:
    """An item as the page shows it."""

    written: WrittenItem
    rows: tuple[Understood, ...]

    @property
    def shown(self) -> Hashable:
        """All that is shown of it."""
        item = self.written.item
        own = (item.pk, item.version, item.title, item.discussion, item.kind, item.decision_id)
        return (own, tuple(each.shown for each in self.rows))


@dataclass(frozen=True, slots=True)
class SittingRow:
    """One row by itself: the posts that its implementers are (`posts`), or why what was typed there was refused."""

    name: str
    posts: tuple[Addressed, ...] = ()
    wrong: str = ""
    theirs: dict[str, str] | None = None
    who: str = ""
    version: int = 0
    typed: dict[str, str] | None = None


def shown_rows(meeting: Meeting) -> list[ItemRows]:
    """Every item with its decisions and what was understood of them."""
    met = meeting.date or date.max
    return [
        ItemRows(each, tuple(understood(row, met, each.item) for row in each.resolutions)) for each in rows_of(meeting)
    ]


def one_row(meeting: Meeting, name: str) -> SittingRow | None:
    """A row (`resolution-7`) with the posts of its implementers; none where the meeting has no such row."""
    row = row_of(meeting, name)
    if not isinstance(row, Resolution):
        return SittingRow(name) if row else None
    register = Register(meeting.body.office, known=known_by(meeting.body.office))
    return SittingRow(name, tuple(register.expand_all(row.implementers)))


def row_of(meeting: Meeting, name: str) -> Item | Resolution | None:
    """The row of a name: an item, also where a decision is to be entered under it, or a decision."""
    what, _, figures = name.partition("-")
    pk = row_number(figures)
    if what == "resolution":
        rows = Resolution.objects.filter(item__meeting=meeting, pk=pk)
        return rows.select_related("item__meeting__body__office", "continues").first()
    if what in ("item", "new"):
        return Item.objects.filter(meeting=meeting, pk=pk).select_related("meeting__body__office").first()
    return None


def understood(row: Resolution, met: date, item: Item) -> Understood:
    """What a decision's words mean for a meeting held on `met`."""
    words = said_of(row)
    due = due_in(words.when, words.text, met)
    tell = describe if in_bangla() else describe_en
    return Understood(
        row,
        due.day,
        tuple(map(tell, due.recurrence or ())),
        doubts_about(words, met, confirms=item.kind == ItemKind.CONFIRMATION, due=due),
    )
