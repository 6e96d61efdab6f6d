"""Reading one row of the four columns: number, discussion with its title, decisions, implementers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import parse_number, to_latin
from angikar.rules.bangla.text import normal
from angikar.rules.document import Place
from angikar.rules.finding import GridRow
from angikar.rules.kinds.minutes import sentences
from angikar.rules.kinds.minutes.content import MinutesDecision, MinutesItem
from angikar.rules.kinds.minutes.decisions import (
    carried_over,
    counted_from,
    due_of,
    implementers,
    names_no_day,
    numbered,
    recurrence_of,
    segments,
    without_bleed,
)
from angikar.rules.reading import Doubt
from angikar.rules.schedule.time_words import time_words

Entries = tuple[tuple[int | None, str], ...]


def read_item(
    row: GridRow, index: int, month: tuple[int, int] | None, met: date | None = None
) -> tuple[MinutesItem | None, tuple[Doubt, ...]]:
    """The item of a row, and the doubts about it; `index` is its place among the items, `month` the month of the meeting, `met` its day."""
    texts = (*row.texts, "", "", "", "", "")[:5]
    if not any(text.strip() for text in texts):
        return None, ()
    path = f"items.{index}"
    title, said = _titled(segments(texts[1]))
    decisions = numbered(segments(texts[2]))
    entries = numbered(segments(texts[3]))
    entries, bled = _mended(entries, [text for _, text in decisions], path, row)
    whole = tuple(dict.fromkeys(name for _, text in entries for name in implementers(text)))
    item = MinutesItem(
        number=_number(texts[0]),
        title=title.rstrip(" :ঃ।"),
        discussion="\n".join(said),
        decisions=_due_by(_decisions(said, decisions, entries, month), texts[4], month),
        implementers=whole,
        lines=(row.place.line,) if row.place.line else (),
    )
    likely = [index for index, again in enumerate(carried_over(said, decisions)) if again == "likely"]
    return item, (*_laws(row, path, item, met), *bled, *_likely(row, path, likely))


def _titled(talk: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The title of an item and what was said; a cell that holds one whole sentence has no title.

    >>> _titled(("সড়ক", "কাজ চলছে।")), _titled(("কাজ চলছে।",))
    (('সড়ক', ('কাজ চলছে।',)), ('', ('কাজ চলছে।',)))
    """
    if not talk or (len(talk) == 1 and talk[0].endswith("।")):
        return "", talk
    return talk[0], talk[1:]


def _number(text: str) -> str:
    number = parse_number(text.strip(" ।.)"))
    return str(number.value) if number else to_latin(text.strip())


def _decisions(
    talk: Sequence[str], decisions: Entries, entries: Entries, month: tuple[int, int] | None
) -> tuple[MinutesDecision, ...]:
    again = carried_over(talk, decisions)
    made = []
    for (number, text), repeated in zip(decisions, again, strict=True):
        day = due_of(text, month)
        made.append(
            MinutesDecision(
                text=text,
                carried_over=repeated is not None,
                due=day.isoformat() if day else None,
                recurrence=recurrence_of(text),
                implementers=_who(number, len(decisions), entries),
            )
        )
    return tuple(made)


def _due_by(
    decisions: tuple[MinutesDecision, ...], cell: str, month: tuple[int, int] | None
) -> tuple[MinutesDecision, ...]:
    """The decisions with the day of the column of due days, where they name none themselves."""
    day = parse_date(cell) or due_of(f"{normal(cell)} মধ্যে", month) if cell.strip() else None
    if day is None:
        return decisions
    return tuple(each if each.due else each.model_copy(update={"due": day.isoformat()}) for each in decisions)


def _who(number: int | None, count: int, entries: Entries) -> tuple[str, ...]:
    """The entry that bears the decision's number where the lists run side by side, else all that the item names."""
    if is_one_to_one(count, entries):
        entries = tuple(entry for entry in entries if entry[0] == number)
    return tuple(dict.fromkeys(name for _, text in entries for name in implementers(text)))


def is_one_to_one(count: int, entries: Entries) -> bool:
    """Whether there are as many numbered implementers as decisions."""
    return count > 1 and [number for number, _ in entries] == list(range(1, count + 1))


def _mended(entries: Entries, decisions: Sequence[str], path: str, row: GridRow) -> tuple[Entries, tuple[Doubt, ...]]:
    """The entries without what bled into them from the column of decisions, with a doubt for each."""
    clean: list[tuple[int | None, str]] = []
    doubts = []
    for number, text in entries:
        left = without_bleed(text, decisions)
        clean.append((number, text if left is None else left))
        if left is not None:
            at, facts = f"{path}.implementers.{len(clean) - 1}", {"implementer": left}
            doubts.append(Doubt(sentences.CELL_BLEED, "warning", facts, at, row.at(3), suggestion=left))
    return tuple(clean), tuple(doubts)


def _laws(row: GridRow, path: str, item: MinutesItem, met: date | None) -> Iterator[Doubt]:
    if len(row.texts) < 4:
        yield Doubt(sentences.ROW_COLUMNS, "warning", {}, path, row.place)
    several = len(item.decisions) > 1 and len(item.implementers) > 1
    if several and all(decision.implementers == item.implementers for decision in item.decisions):
        yield Doubt(sentences.IMPLEMENTERS_SHARED, "info", {}, f"{path}.implementers", row.at(3))
    for index, decision in enumerate(item.decisions):
        unread = time_words(decision.text) if decision.due is None and decision.recurrence is None else ""
        if unread:
            at = f"{path}.decisions.{index}.due"
            counted = counted_from(decision.text, met) if met else None
            likely = counted.isoformat() if counted else None
            yield Doubt(sentences.SCHEDULE_UNREAD, "warning", {"words": unread}, at, row.at(2), likely)
        if names_no_day(decision.recurrence):
            at = f"{path}.decisions.{index}.recurrence"
            yield Doubt(sentences.RECURRENCE_DAY_MISSING, "info", {}, at, row.at(2))


def _likely(row: GridRow, path: str, decisions: Sequence[int]) -> Iterator[Doubt]:
    for index in decisions:
        at = f"{path}.decisions.{index}.carried_over"
        yield Doubt(sentences.CARRIED_OVER_LIKELY, "info", {}, at, row.at(1))


def place_of(item: MinutesItem, cell: int) -> Place:
    """The place of a column of an item in its source."""
    return Place(item.lines[0] if item.lines else None, cell=cell if item.lines else None)


def day_of(text: str | None) -> date | None:
    """The day of an ISO text."""
    return date.fromisoformat(text) if text else None
