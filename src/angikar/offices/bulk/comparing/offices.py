"""Offices of a list held against the register: new ones, renamed, moved and closed ones; nothing about an office above is guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import cast

from angikar.history.refusal import Refused
from angikar.offices import tree
from angikar.offices.bulk import sentences
from angikar.offices.bulk.columns import OFFICES
from angikar.offices.bulk.comparing.known import KnownOffice, KnownRegister, equal, path_below
from angikar.offices.bulk.reading import defaults
from angikar.offices.bulk.values import ListChange, ListComparison, ListLine, Values, Verb
from angikar.offices.models import Body
from angikar.rules.bangla.text import key

_DEEPEST = 60 // tree.STEP
_FACTS = ("name", "name_en", "kind", "memo_prefix", "geo_code", "since", "until")


def compare_offices(lines: Sequence[ListLine], known: KnownRegister, made: ListComparison) -> None:
    """Enter what the lines would change, those above first, closings last and from below."""
    offices = _OfficeLines(lines, known, made)
    changes = [change for line in lines if (change := offices.change(line))]
    changes = offices.without_open_below(changes)
    made.changes += sorted(
        changes, key=lambda each: (each.verb == "closed", offices.depth(each) * (-1 if each.verb == "closed" else 1))
    )


def refuse_unfinished(known: KnownRegister, made: ListComparison) -> None:
    """Take back the closing of offices that would keep an open post or body, and of those above them."""
    closing = [each for each in made.changes if each.sheet == "offices" and each.verb == "closed" and each.pk]
    if not closing:
        return
    held = known.open_posts()
    bodies = dict(Body.objects.filter(until=None).values_list("office", "name"))
    stay: dict[str, str] = {}
    refused: set[int] = set()
    for change in closing:
        left = held.get(change.key) or bodies.get(cast(int, change.pk)) or stay.get(change.key)
        if left is not None:
            refused.add(change.line)
            made.refuse(ListLine("offices", change.line, {}), sentences.OFFICE_HAS_POSTS, name=change.named, left=left)
            if (above := known.offices[change.key].above) is not None:
                stay[above.key] = change.named
    made.changes = [each for each in made.changes if each.sheet != "offices" or each.line not in refused]


class _OfficeLines:
    """The lines of offices: a line may name another as its office above, before or after it."""

    def __init__(self, lines: Sequence[ListLine], known: KnownRegister, made: ListComparison) -> None:
        self._known, self._made = known, made
        self._lines = {line.line: line for line in lines}
        self._by_code: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._done: dict[int, KnownOffice | None] = {}
        self._busy: set[int] = set()
        self._touched: dict[str, int] = {}
        self._verbs: dict[int, ListChange] = {}
        for line in lines:
            if code := str(line.values.get("code") or ""):
                self._by_code.setdefault(code, line.line)
            self._by_name[key(str(line.values["name"]))].append(line.line)

    def change(self, line: ListLine) -> ListChange | None:
        """What a line would change; none where it is refused or says what is so."""
        self._settle(line)
        return self._verbs.get(line.line)

    def depth(self, change: ListChange) -> int:
        """How deep in the tree the office stands."""
        at, depth = self._done[change.line], 0
        while at is not None and at.above is not None:
            at, depth = at.above, depth + 1
        return depth

    def without_open_below(self, changes: list[ListChange]) -> list[ListChange]:
        """The changes without the closings of offices below which one would stay open; those lines are refused."""
        below: dict[str, KnownOffice] = {}
        for known in self._known.offices.values():
            if known.until is None and known.above is not None:
                below.setdefault(known.above.key, known)
        kept = []
        for change in changes:
            office = self._done[change.line]
            if change.verb == "closed" and office is not None and (open_ := below.get(office.key)):
                refused = self._lines[change.line]
                self._made.refuse(refused, sentences.OFFICE_HAS_OPEN_BELOW, name=office.name, below=open_.name)
            else:
                kept.append(change)
        return kept

    def _settle(self, line: ListLine) -> KnownOffice | None:
        """The office a line is about; none where it is refused."""
        if line.line not in self._done:
            self._busy.add(line.line)
            try:
                if len(self._busy) > _DEEPEST:
                    raise Refused(sentences.OFFICE_TOO_DEEP)
                self._done[line.line] = self._settled(line)
            except Refused as why:
                self._made.refuse(line, why.sentence, **why.facts)
                self._done[line.line] = None
            self._busy.discard(line.line)
        return self._done[line.line]

    def _settled(self, line: ListLine) -> KnownOffice:
        code, name = str(line.values.get("code") or ""), str(line.values["name"])
        there = self._known.offices.get(code) if code else None
        there = there if there and there.row else None
        above = self._above(line, there)
        twin = self._twin(name, above)
        if there is None and not code:
            there = twin
        elif there is None and twin is not None:
            raise Refused(sentences.OFFICE_THERE, name=name, code=twin.key)
        target = there.key if there else code or f"#{line.line}"
        until = line.values.get("until", there.until if there else None)
        spot = f"{above.key if above else ''}\0{key(name)}"
        for touched in (target, spot) if until is None else (target,):
            if (other := self._touched.setdefault(touched, line.line)) != line.line:
                raise Refused(sentences.LINE_TWICE, line=other)
        return self._changed(line, there, above) if there else self._new(line, target, above)

    def _above(self, line: ListLine, there: KnownOffice | None) -> KnownOffice | None:
        """The office above that a line names; that which is so where the list has no such column."""
        if "parent" not in line.values:
            if there is None:
                raise Refused(sentences.COLUMN_MISSING, heading=("ঊর্ধ্বতন দপ্তর", "Office above"))
            return there.above
        text = str(line.values["parent"] or "")
        if not text:
            return None
        if there is not None and there.above is not None and text in (there.above.key, there.above.name):
            return there.above
        return self._named(text, line)

    def _named(self, text: str, line: ListLine) -> KnownOffice:
        numbers = [self._by_code[text]] if text in self._by_code else self._by_name.get(key(text), [])
        if text in self._known.offices and text not in self._by_code:
            return self._known.offices[text]
        numbers = [number for number in numbers if number != line.line]
        if any(number in self._busy for number in numbers):
            raise Refused(sentences.OFFICE_IN_CIRCLE, text=text)
        found = [self._settle(self._lines[number]) for number in numbers]
        if found and all(each is None for each in found) and not self._known.named.get(key(text)):
            raise Refused(sentences.OFFICE_ABOVE_REFUSED, text=text)
        if text in self._by_code and found and found[0]:
            return found[0]
        return self._known.office(text)

    def _twin(self, name: str, above: KnownOffice | None) -> KnownOffice | None:
        """The open office of the register of that name in that place."""
        there = self._known.named.get(key(name), [])
        return next((each for each in there if each.row and each.until is None and each.above is above), None)

    def _new(self, line: ListLine, target: str, above: KnownOffice | None) -> KnownOffice:
        rights = self._known.rights
        if above is None and not rights.whole:
            raise Refused(sentences.ROOT_NOT_YOURS)
        if above is not None and not rights.keep(above.path):
            raise Refused(sentences.OFFICE_NOT_YOURS, text=above.name)
        values = {**defaults(OFFICES), **line.values}
        until = _ordered(values)
        if above is not None and above.until is not None and until is None:
            raise Refused(sentences.OFFICE_CLOSED, text=above.name)
        name = str(values["name"])
        office = KnownOffice(target, name, path_below(above), None, above, until, line.line)
        if len(office.path) > _DEEPEST * tree.STEP:
            raise Refused(sentences.OFFICE_TOO_DEEP)
        self._known.enter(office)
        now: Values = {field: values[field] for field in _FACTS}
        now |= {"code": "" if target.startswith("#") else target, "parent": above.key if above else ""}
        self._verbs[line.line] = ListChange("offices", line.line, "new", name, None, {}, now, target)
        return office

    def _changed(self, line: ListLine, there: KnownOffice, above: KnownOffice | None) -> KnownOffice:
        row = there.row
        if row is None:
            raise LookupError(there.key)
        stored: Values = {field: getattr(row, field) for field in _FACTS}
        changed = [field for field in _FACTS if field in line.values and not equal(stored[field], line.values[field])]
        was: Values = {field: stored[field] for field in changed}
        now: Values = {field: line.values[field] for field in changed}
        if above is not there.above:
            self._refuse_move(there, above)
        if not now:
            self._made.same += 1
            return there
        if not self._known.rights.keep(row.path):
            raise Refused(sentences.OFFICE_NOT_YOURS, text=there.name)
        if "until" in now and not self._known.rights.entrust(row.path):
            raise Refused(sentences.CLOSED_FROM_ABOVE)
        until = _ordered({**stored, **now})
        verb: Verb = "changed"
        if "until" in now:
            verb = "closed" if until else "reopened"
        if verb == "reopened" and above is not None and above.until is not None:
            raise Refused(sentences.OFFICE_CLOSED, text=above.name)
        if "until" in now:
            self._made.settled.append((row, ""))
        there.until = until
        if "name" in now:
            self._known.named[key(str(now["name"]))].append(there)
        self._verbs[line.line] = ListChange("offices", line.line, verb, row.name, row.pk, was, now, there.key)
        return there

    def _refuse_move(self, there: KnownOffice, above: KnownOffice | None) -> None:
        if above is not None and above.is_below(there):
            raise Refused(sentences.OFFICE_IN_CIRCLE, text=there.name)
        raise Refused(sentences.OFFICE_NOT_MOVED, name=there.name, above=there.above.name if there.above else "—")


def _ordered(values: Values) -> date | None:
    """The last day. Raises `Refused` where it lies before the first."""
    since, until = cast("date | None", values["since"]), cast("date | None", values["until"])
    if since and until and until < since:
        raise Refused(sentences.DAYS_REVERSED)
    return until
