"""Compares a reading with the right one: each field right, wrong and doubted, or wrong in silence; each doubt just or a false cry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz.fuzz import ratio

from angikar.rules.reading import Doubt, Reading
from tools.cases.expected import NONE, Expected
from tools.cases.facts import PARTED, Record, at, named, plain, records

ALIKE = 55.0
"""Likeness, 0 to 100, of code and title from which a row of the reading is taken for the one expected."""
WHOLE_PAPER = frozenset({"kind-uncertain", "table-in-letter", "figures-unread", "areas-missing", "items-missing"})
"""The doubts that put the whole paper before a person: whatever is wrong in it was not said in silence."""
OF_EXCERPTS = frozenset(
    {
        "plan-weight-total",
        "part-weight-total",
        "annex-missing",
        "framework-unknown",
        "form-weight-differs",
        "anchor-missing",
    }
)
"""What a short paper deserves whatever it says."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field that is not as it should be, and whether a doubt of the reading names it."""

    name: str
    meant: str
    read: str
    doubted: bool


@dataclass(slots=True)
class Verdict:
    """What became of the fields of one paper; `remarks` are the doubts of severity info, of which only proposals may cry falsely;
    `codes` are those of every doubt that may."""

    right: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    cries: list[Doubt] = field(default_factory=list)
    remarks: int = 0
    codes: tuple[str, ...] = ()

    @property
    def doubted(self) -> int:
        """How many of the wrong fields a doubt names."""
        return sum(each.doubted for each in self.wrong)

    @property
    def silent(self) -> int:
        """How many of the wrong fields no doubt names."""
        return len(self.wrong) - self.doubted

    @property
    def fields(self) -> int:
        """How many fields were measured."""
        return self.right + len(self.wrong)


def judge(reading: Reading[Any], meant: Expected, lines: Sequence[str]) -> Verdict:
    """The verdict on a reading; `lines` are the source's, by which a row that was not read at all is found."""
    content = reading.content.model_dump(mode="json", by_alias=True)
    grave = [doubt for doubt in reading.doubts if doubt.severity != "info"]
    verdict = Verdict(remarks=len(reading.doubts) - len(grave))
    just: set[int] = set()

    def compare(name: str, right: str, read: str, about: Sequence[Doubt]) -> None:
        if _same(right, read):
            verdict.right += 1
            return
        just.update(id(doubt) for doubt in about)
        verdict.wrong.append(Wrong(name, right, read, bool(about)))

    whole = [doubt for doubt in grave if doubt.code in WHOLE_PAPER]
    compare(
        "kind",
        PARTED.join(meant.kinds),
        reading.kind if reading.kind not in meant.kinds else PARTED.join(meant.kinds),
        whole,
    )
    for path, value in meant.facts.items():
        compare(path, value, plain(at(content, path)), [*whole, *(d for d in grave if _touches(d.path, path))])
    for path, members in meant.lists.items():
        read = PARTED.join(named(content, path))
        compare(path, PARTED.join(map(plain, members)), read, [*whole, *(d for d in grave if _touches(d.path, path))])
    for row, found in _matched(meant.rows, tuple(records(content))):
        about = [*whole, *(d for d in grave if _about_row(d, row, found, lines))]
        for name, value in row.items():
            if value:
                compare(
                    f"{_name(row)}.{name}",
                    value,
                    found.values.get(name, "") if found else "",
                    [*_of_field(about, name, found), *(d for d in grave if _of_area(d, name, found))],
                )
    allowed = meant.doubts | OF_EXCERPTS | ({"kind-uncertain"} if len(meant.kinds) > 1 else set())
    proposals = [d for d in reading.doubts if d.severity == "info" and d.suggestion and d.code in _PROPOSING]
    cries = (*grave, *proposals)
    verdict.codes = tuple(each.code for each in cries)
    verdict.cries = [each for each in cries if id(each) not in just and each.code not in allowed]
    return verdict


_PROPOSING = frozenset({"text-misread", "word-misread", "heading-misread"})


def _same(right: str, read: str) -> bool:
    if right == NONE:
        return read in ("", "_")
    return _listed(right) == _listed(read)


def _listed(text: str) -> list[str]:
    members = [plain(part) for part in text.split(PARTED)]
    while members and members[-1] in ("", "_"):
        members.pop()
    return members


def _touches(doubted: str, path: str) -> bool:
    return bool(doubted) and (f"{path}.".startswith(f"{doubted}.") or doubted.startswith(f"{path}."))


def _name(row: Mapping[str, str]) -> str:
    return row.get("code") or row.get("number") or row.get("title", "")


def _about_row(doubt: Doubt, row: Mapping[str, str], found: Record | None, lines: Sequence[str]) -> bool:
    if found is not None:
        return _touches(doubt.path, found.path) or (doubt.place.line is not None and doubt.place.line in found.lines)
    line = doubt.place.line
    title = plain(row.get("title") or row.get("text") or row.get("decision", ""))
    return line is not None and line <= len(lines) and bool(title) and title[:30] in plain(lines[line - 1])


def _of_field(about: Sequence[Doubt], name: str, found: Record | None) -> list[Doubt]:
    """The doubts of a row that a person who looks at this field would see: on the field itself, on the whole row, or on a line of it."""
    if found is None:
        return list(about)
    whole = {
        "qt": "quarter_targets",
        "qa": "quarter_actuals",
        "unit": "unit",
        "decision": "decisions",
        "due": "decisions",
    }
    path = f"{found.path}.{whole.get(name, name)}"
    return [d for d in about if not d.path or _touches(d.path, path) or not d.path.startswith(f"{found.path}.")]


def _of_area(doubt: Doubt, name: str, found: Record | None) -> bool:
    """Whether a doubt names the title or the mark of the area a row stands in."""
    field = {"area": "title", "area_weight": "weight"}.get(name)
    return found is not None and field is not None and doubt.path == f"{'.'.join(found.path.split('.')[:2])}.{field}"


def _matched(
    meant: Sequence[Mapping[str, str]], read: Sequence[Record]
) -> Iterator[tuple[Mapping[str, str], Record | None]]:
    """Every row expected with the record most like it; each record is taken once."""
    free = list(read)
    codes = Counter(record.values.get("code", "") for record in read)
    for row in meant:
        best = max(free, key=lambda record: _likeness(row, record, codes), default=None)
        if best is not None and _likeness(row, best, codes) < ALIKE:
            best = None
        if best is not None:
            free.remove(best)
        yield row, best


def _likeness(row: Mapping[str, str], record: Record, codes: Counter[str]) -> float:
    names = [name for name in ("title", "text", "decision") if row.get(name)]
    alike = max((ratio(plain(row[name]), record.values.get(name, "")) for name in names), default=0.0)
    code = row.get("code") or row.get("number", "")
    own = record.values.get("code", record.values.get("number", ""))
    return (
        alike
        + (40.0 if code and code == own and codes[own] < 2 else 0.0)
        + (20.0 if not names and code == own else 0.0)
    )
