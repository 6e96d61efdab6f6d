"""What is done with many cells of a plan at once: a block pasted over them, a value filled down, quarters spread, a step taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from django.db import transaction

from angikar.history.actions import record
from angikar.history.models import Entry
from angikar.history.refusal import Conflict, Refused
from angikar.offices.models import Officer
from angikar.papers import content as contents
from angikar.papers import doubts, sentences
from angikar.papers.assigning.locks import refuse_fixed
from angikar.papers.blocks.entering import CellValue, Unplaced, ValueChange, entered
from angikar.papers.comments.actions import _follow
from angikar.papers.editing import amendable, refuse_clash
from angikar.papers.locking import own_post
from angikar.papers.models import Paper
from angikar.papers.plans.actions import _rearranged
from angikar.papers.queries import changes
from angikar.rules.editable import within
from angikar.rules.kinds import kind_named
from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table.making.blocks import begins, carried_down, names_activities, onward, placed, row_of
from angikar.rules.plan_table.making.lists import listed
from angikar.rules.plan_table.making.shaping import counted, path_of, row_at, with_row_below
from angikar.rules.plan_table.making.spreading import spread
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year

MOST_CELLS = 4000
"""So many cells a block may have."""
_DEPTH = 3


def paste(
    paper: Paper, columns: Sequence[str], lines: Sequence[Sequence[str]], *, version: int, by: Officer
) -> tuple[Paper, list[Unplaced]]:
    """Put a block of texts over a plan: `columns` are the places of its first line; rows that its other lines need are added. Every
    text is read by what its place holds; those that cannot be taken are given back with the reason, all others are entered.

    Raises `Conflict` when somebody rearranged the rows since `version`, `Refused` for what is no plan and for too large a block.
    """
    if sum(map(len, lines)) > MOST_CELLS:
        raise Refused(sentences.BLOCK_TOO_LARGE, most=MOST_CELLS)
    with transaction.atomic():
        fresh, before = _opened(paper, version, by)
        places, left, rows = _places_of(fresh, columns, lines)
        done = _entered(fresh, before, places, version=version, by=by, rows=rows)
    return fresh, [*left, *done]


def fill_down(
    paper: Paper, columns: Sequence[str], count: int, *, version: int, by: Officer
) -> tuple[Paper, list[Unplaced]]:
    """Put the values of some places of one row into so many rows below it, as far as there are any. Raises the errors of `paste`."""
    with transaction.atomic():
        fresh, before = _opened(paper, version, by)
        row, places, plan = row_of(columns), list[CellValue](), _plan(fresh)
        for _ in range(min(count, MOST_CELLS)):
            after = onward(plan, row, "row", grouped=False) if row else None
            if after is None or after.below:
                break
            row = after.row
            places += [CellValue(placed(each, row), contents.at(fresh.content, each)) for each in columns if each]
        if not places:
            raise Refused(sentences.ROW_NOT_THERE)
        left = _entered(fresh, before, places, version=version, by=by, rows=0)
    return fresh, left


def spread_quarters(paper: Paper, path: str, *, version: int, by: Officer) -> Paper:
    """Spread the target of a row over its quarters as the row is counted. Raises `Conflict` when somebody changed the quarters since
    `version`, `Refused` for a row that is not there and where the target does not tell.
    """
    with transaction.atomic():
        fresh, before = _opened(paper, version, by)
        row = row_at(path)
        if len(row) < _DEPTH:
            raise Refused(sentences.ROW_NOT_THERE)
        at = path_of(row)
        found = Indicator.model_validate(contents.at(fresh.content, at))
        year = FiscalYear.parse(canonical_year(fresh.fiscal_year) or str(FiscalYear.of(fresh.created_at.date())))
        figures = spread(found.target, found.unit, found.counting, year)
        if figures is None:
            raise Refused(sentences.SPREADING_UNFIT)
        refuse_clash(fresh, f"{at}.quarter_targets", None, version)
        _entered(fresh, before, [CellValue(f"{at}.quarter_targets", list(figures))], version=version, by=by, rows=0)
    return fresh


def take_back(paper: Paper, step: Sequence[ValueChange], *, by: Officer) -> Paper:
    """Put back what a step of one's own changed, as long as it is still as the step left it; a step back is a step itself.

    Raises `Conflict` where somebody has changed one of the places since.
    """
    with transaction.atomic():
        fresh = amendable(paper, by)
        after = deepcopy(fresh.content)
        for each in step:
            if _value_at(after, each.path) != each.now:
                last = next(iter(reversed(changes(fresh, each.path))), None)
                who = last.officer_name if last else ""
                raise Conflict(mine=each.was, theirs=_value_at(after, each.path), who=who, version=fresh.version)
            contents.put_into(after, each.path, each.was)
        rows = sum(isinstance(each.was, list) and row_at(f"{each.path}.0") != () for each in step)
        before, fresh.content = fresh.content, contents.valid(kind_named(fresh.kind), after)
        _store(fresh, [each.path for each in step])
        _recorded(fresh, before, [each.path for each in step], by=by, rows=rows)
    return fresh


def _value_at(content: contents.Json, path: str) -> object:
    """The value at a path; `None` where there is no such place."""
    here: object = content
    for name in path.split("."):
        here = within(here, name)
    return here


def _opened(paper: Paper, version: int, by: Officer) -> tuple[Paper, contents.Json]:
    """The locked row of a plan and its content. Raises `Conflict` where its rows are others than one saw."""
    fresh = amendable(paper, by)
    _plan(fresh)
    for entry in changes(fresh, "") if fresh.version != version else ():
        now = entry.now or {}
        if int(now.get("version", 0)) > version and _rearranges(entry):
            raise Conflict(mine="", theirs=now.get("value"), who=entry.officer_name, version=fresh.version)
    return fresh, fresh.content


def _rearranges(entry: Entry) -> bool:
    return entry.verb == "paper.arrange" or bool((entry.now or {}).get("rows"))


def _plan(fresh: Paper) -> Plan:
    value = fresh.value()
    if not isinstance(value, Plan):
        raise Refused(sentences.NOT_ARRANGEABLE)
    return value


def _places_of(
    fresh: Paper, columns: Sequence[str], lines: Sequence[Sequence[str]]
) -> tuple[list[CellValue], list[Unplaced], int]:
    """The place of every text of a block, after the rows that it needs were added to the plan; what falls beside it, and how many
    rows were added.
    """
    row, grouped, places, left = row_of(columns), names_activities(columns), list[CellValue](), list[Unplaced]()
    value = grown = _plan(fresh)
    above, rows = tuple[str, ...](), 0
    for number, line in enumerate(lines):
        whole = carried_down(columns, line, above) if number else tuple(line)
        if number:
            step = begins(columns, line, above)
            after = onward(grown, row, step, grouped=grouped) if row else None
            if after is None:
                left += [
                    Unplaced(CellValue("", text), Refused(sentences.ROW_NOT_THERE)) for text in line if text.strip()
                ]
                continue
            if after.below:
                grown = with_row_below(grown, after.below) if row_at(row) else listed(grown, after.below, "add")
                rows += 1
            row = after.row
        places += _of_line(columns, line, row, whole if number else None, above)
        left += [
            Unplaced(CellValue("", text), Refused(sentences.BLOCK_TOO_WIDE)) for text in line[len(columns) :] if text
        ]
        above = whole
    if rows:
        _add_rows(fresh, value, grown)
    return places, left, rows


def _of_line(
    columns: Sequence[str], line: Sequence[str], row: str, whole: Sequence[str] | None, above: Sequence[str]
) -> Iterator[CellValue]:
    """The places of one line; of area and activity only where the line begins them."""
    for index, (column, text) in enumerate(zip(columns, line, strict=False)):
        outer = 0 < len(row_at(column)) < len(row_at(row))
        if whole is not None and outer and whole[index].strip() == above[index].strip():
            continue
        if whole is not None and outer and not text.strip():
            continue
        if column:
            yield CellValue(placed(column, row), text)


def _add_rows(fresh: Paper, value: Plan, grown: Plan) -> None:
    """Enter the rows that were added to a plan and to the lists beside its table, with all that follows of them."""
    if grown.areas is value.areas:
        fresh.content = contents.valid(kind_named(fresh.kind), grown.model_dump(mode="json", by_alias=True))
    else:
        beside = grown.model_copy(update={"areas": value.areas})
        fresh.doubts, fresh.content = _rearranged(fresh, beside, counted(value, grown.areas))


def _entered(
    fresh: Paper, before: contents.Json, places: Iterable[CellValue], *, version: int, by: Officer, rows: int
) -> list[Unplaced]:
    """Enter values in a locked row and store it with one entry; what others changed since `version` is left as it is."""
    kind, theirs, free = kind_named(fresh.kind), _changed_since(fresh, version, by), list[CellValue]()
    left = list[Unplaced]()
    for place in places:
        who = next((name for path, name in theirs if contents.overlap(path, place.path)), None)
        if who is None:
            free.append(place)
        else:
            left.append(Unplaced(place, Refused(sentences.CELL_CHANGED_MEANWHILE, who=who)))
    after, misfit = entered(kind, fresh.content, free)
    fresh.content = contents.changed(kind, fresh.content, after)
    wrong = {id(each.place) for each in misfit}
    paths = [each.path for each in free if id(each) not in wrong]
    if fresh.content != before:
        _store(fresh, paths)
        _recorded(fresh, before, paths, by=by, rows=rows)
    return [*left, *misfit]


def _changed_since(fresh: Paper, version: int, by: Officer) -> list[tuple[str, str]]:
    """The places that others changed since a version, and who did."""
    if fresh.version == version:
        return []
    found = list[tuple[str, str]]()
    for entry in changes(fresh):
        now = entry.now or {}
        if entry.officer_id != by.pk and int(now.get("version", 0)) > version:
            found += [(str(each.get("path", "")), entry.officer_name) for each in now.get("places", (now,))]
    return found


def _store(fresh: Paper, paths: Sequence[str]) -> None:
    """Enter the content with the doubts of its check; those of reading at the changed places are answered."""
    refuse_fixed(fresh)
    known = [
        each
        for each in fresh.doubts
        if each.origin != "reading"
        or each.settled is not None
        or not (each.path and any(contents.overlap(each.path, path) for path in paths))
    ]
    fresh.doubts = doubts.after_change(known, doubts.checked(fresh), "")
    for column, text in contents.face(fresh.content).items():
        setattr(fresh, column, text)
    fresh.version += 1
    fresh.save()


def _recorded(fresh: Paper, before: contents.Json, paths: Sequence[str], *, by: Officer, rows: int) -> None:
    """One entry for all places of a step."""
    was = [{"path": path, "value": _value_at(before, path)} for path in paths]
    places = [{"path": path, "value": _value_at(fresh.content, path)} for path in paths]
    if rows:
        _follow(fresh, before)
    now = {"places": places, "rows": rows, "version": fresh.version}
    record("paper.amend_several", fresh, by=by, post=own_post(by, fresh.office), was={"places": was}, now=now)
