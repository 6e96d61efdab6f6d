"""The agenda of the next meeting, from plain values: what stayed open comes back with its history, by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla

KINDS = ("confirmation", "open", "standing", "proposed", "idea", "misc")
"""The kinds of items, in the order in which they stand on an agenda."""
CONFIRMS = "কার্যবিবরণী পঠন ও দৃঢ়ীকরণ"
MISC = "বিবিধ"
NAMED = 4
"""So many offices of one state are named; of the others only the number is given."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What one office owes of a decision: its status (in both languages), what it reported last, and when."""

    office: str
    state: str
    state_en: str
    words: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """A decision that still wants something: when it was last decided, how often before, by when it was due, and who owes it."""

    number: int
    text: str
    held: date | None
    repeated: int = 0
    due: date | None = None
    owed: tuple[Owed, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A line of an agenda. `key` names what it was made from (`decision:12`), `number` the row behind it, where there is one."""

    key: str
    kind: str
    title: str
    number: int | None = None


def compose(
    last: date | None,
    decisions: Iterable[Open],
    standing: Iterable[str],
    proposed: Iterable[tuple[int, str]],
    ideas: Iterable[tuple[int, str]],
) -> tuple[AgendaEntry, ...]:
    """The agenda: the minutes of the `last` meeting to be confirmed (none where there was none), open decisions, the most
    often repeated first, standing items, proposals and ideas by number and title, miscellaneous last.

    >>> [entry.title for entry in compose(None, (), ("বাজেট",), (), ())]
    ['বাজেট', 'বিবিধ']
    """
    oldest = sorted(decisions, key=lambda each: (-each.repeated, each.held or date.max, each.number))
    return (
        *([AgendaEntry("confirmation", "confirmation", f"{write_date(last)} তারিখের সভার {CONFIRMS}")] if last else []),
        *(AgendaEntry(f"decision:{each.number}", "open", each.text, each.number) for each in oldest),
        *(AgendaEntry(f"standing:{title}", "standing", title) for title in dict.fromkeys(standing)),
        *(AgendaEntry(f"proposal:{number}", "proposed", title, number) for number, title in proposed),
        *(AgendaEntry(f"idea:{number}", "idea", title, number) for number, title in ideas),
        AgendaEntry("misc", "misc", MISC),
    )


def merged(here: Sequence[tuple[str, str]], wanted: Iterable[AgendaEntry]) -> list[str]:
    """The order of an agenda that is made again, as keys: what is `here` (key and kind) keeps its order, however it was moved;
    what is new comes after the last item whose kind comes no later than its own.

    >>> merged([("misc", "misc")], [AgendaEntry("decision:1", "open", "…")])
    ['decision:1', 'misc']
    """
    order = list(here)
    known = {name for name, _ in order}
    for entry in wanted:
        if entry.key not in known:
            rank = KINDS.index(entry.kind)
            before = [place for place, (_, kind) in enumerate(order, 1) if KINDS.index(kind) <= rank]
            order.insert(max(before, default=0), (entry.key, entry.kind))
    return [name for name, _ in order]


def history(said: Open, *, english: bool = False) -> str:
    """A decision's history in one sentence: decided when, how often again, due when, who owes it, what was reported last.

    >>> history(Open(1, "…", date(2022, 7, 26), 1, None, (Owed("জেলা অফিস", "চলমান", "running", "কাজ চলছে"),)))
    'সিদ্ধান্ত ২৬ জুলাই ২০২২, আগে ১ বার। জেলা অফিস: চলমান (“কাজ চলছে”)'
    """
    day = (lambda each: each.isoformat()) if english else write_date
    parts = []
    if said.held:
        parts.append(f"{'decided' if english else 'সিদ্ধান্ত'} {day(said.held)}")
    if said.repeated:
        parts.append(f"{said.repeated} times before" if english else to_bangla(f"আগে {said.repeated} বার"))
    if said.due:
        parts.append(f"{'due' if english else 'শেষ দিন'} {day(said.due)}")
    first = ", ".join(parts)
    rest = "; ".join(_owed(said.owed, english=english))
    return (". " if english else "। ").join(part for part in (first, rest) if part)


def _owed(owed: Sequence[Owed], *, english: bool) -> Iterable[str]:
    """One sentence for each post that reported; posts of one state that did not report are named together."""
    silent: dict[str, list[str]] = {}
    for each in owed:
        state = each.state_en if english else each.state
        if each.words:
            on = f", {each.on.isoformat() if english else write_date(each.on)}" if each.on else ""
            yield f"{each.office}: {state} (“{each.words}”{on})"
        else:
            silent.setdefault(state, []).append(each.office)
    for state, offices in silent.items():
        more = len(offices) - NAMED
        named = "; ".join(offices[:NAMED] if more > 1 else offices)
        rest = (f" and {more} more" if english else to_bangla(f" ও আরও {more}টি দপ্তর")) if more > 1 else ""
        yield f"{named}{rest}: {state}"
