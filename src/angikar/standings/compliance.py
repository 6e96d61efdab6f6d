"""Compliance: the state of every office and every directive of a circular, by district; as it is kept with every action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, cast

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import StrIndex, Substr

from angikar.duties.models import OWED, Duty, DutyState, Report, ReportState
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.papers.models import Addressee, Paper
from angikar.rules.duty_key import DutyKey
from angikar.standings.circulars.queries import RECEIPT, AsOf, Stages, kept
from angikar.standings.districts import ListedOffice, PlacedOffice, districts

State = Literal["not_seen", "seen", "acknowledged", "reported", "reported_late", "late", "excused"]
STATES: tuple[State, ...] = ("not_seen", "seen", "acknowledged", "reported", "reported_late", "late", "excused")
"""The state of one duty. The first three describe the paper while the day of the duty is not over; `late`: no report and the
day is over; `reported_late`: reported after the day; `excused`: does not apply."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One directive that asks for something, with its text; or the receipt of the paper."""

    code: str
    text: str = ""


@dataclass(slots=True)
class MatrixCell:
    """The count of duties in each state; empty where the directive asks the office for no report."""

    counts: dict[State, int] = field(default_factory=dict)

    @property
    def asked(self) -> int:
        """How many duties there are."""
        return sum(self.counts.values())

    @property
    def reported(self) -> int:
        """How many were reported, in time or late."""
        return self.counts.get("reported", 0) + self.counts.get("reported_late", 0)

    @property
    def state(self) -> State | Literal["not_asked"]:
        """The state that sums the cell up: `late` comes first; where no report has come, how far the paper has come."""
        if not self.asked:
            return "not_asked"
        order: tuple[State, ...] = ("late", "reported_late", "reported", "not_seen", "seen", "acknowledged", "excused")
        return next(state for state in order if self.counts.get(state))

    @property
    def shown(self) -> tuple[tuple[State, int], ...]:
        """The states there are, in their order."""
        return tuple([(state, count) for state in STATES if (count := self.counts.get(state))])


NOT_ASKED = MatrixCell()


@dataclass(slots=True)
class MatrixRow:
    """One office, or a district with all below it (`offices` counts those that are asked), and its cells by column. `unheard`
    counts the posts that have not acknowledged the paper or, where no receipt is asked, not seen it.
    """

    office: PlacedOffice
    cells: dict[str, MatrixCell] = field(default_factory=dict)
    offices: int = 1
    unheard: int = 0

    def cell(self, code: str) -> MatrixCell:
        """The cell of a column."""
        return self.cells.get(code, NOT_ASKED)

    @property
    def is_silent(self) -> bool:
        """Whether a post has not responded to the paper, or a report is late."""
        return self.unheard > 0 or any(cell.counts.get("late") for cell in self.cells.values())

    def add(self, other: MatrixRow) -> None:
        """Add the counts of another row."""
        self.offices += other.offices
        self.unheard += other.unheard
        for code, cell in other.cells.items():
            mine = self.cells.get(code)
            if mine is None:
                self.cells[code] = MatrixCell(cell.counts.copy())
                continue
            counts = mine.counts
            for state, count in cell.counts.items():
                counts[state] = counts.get(state, 0) + count


@dataclass(frozen=True, slots=True)
class MatrixDistrict:
    """A district with its total and a row for each of its offices."""

    total: MatrixRow
    rows: list[MatrixRow]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Directives × offices: the columns, the districts in the order of the register, and the total."""

    columns: list[MatrixColumn]
    districts: list[MatrixDistrict]
    total: MatrixRow


def matrix(paper: Paper, at: AsOf, *, due: date | None = None, silent: bool = False) -> Matrix:
    """The matrix of an issued circular at a time; `due` limits it to the reports of one day, `silent` to the offices that have not
    responded. Three queries, however many offices there are.
    """
    addressed = [_Addressed(*row) for row in _ADDRESSED.rows(paper.pk)]
    offices = {each.post: ListedOffice(*each[3:]) for each in addressed}
    counted = kept(paper.pk, at) if due is None else _counted(paper, at, due)
    receipts = _receipts(addressed, counted)
    rows: dict[int, MatrixRow] = {}
    for post_id in sorted(offices.keys() & (receipts.keys() | counted.keys()), key=lambda pk: offices[pk].path):
        row = _of_post(offices[post_id], counted.get(post_id, {}), receipts.get(post_id))
        if (before := rows.setdefault(row.office.pk, row)) is not row:
            row.offices = 0
            before.add(row)
    listed = [row for row in rows.values() if row.is_silent or not silent]
    grouped = _by_district(listed)
    codes = {code for row in rows.values() for code in row.cells}
    total = MatrixRow(paper.office, offices=0)
    for district in grouped:
        total.add(district.total)
    return Matrix(_columns(paper, codes), grouped, total)


def code_of(key: str) -> str:
    """The directive that an ask belongs to: the key of an ask begins with its code.

    >>> code_of("2(খ):1:2023-03-10")
    '2(খ)'
    """
    return DutyKey.parse(key).place


def _columns(paper: Paper, codes: set[str]) -> list[MatrixColumn]:
    """The columns that hold a duty, in printed order."""
    printed = [MatrixColumn(each["code"], each["text"]) for each in paper.content.get("directives", ())]
    known = {column.code for column in printed}
    others = [MatrixColumn(code) for code in sorted(codes - known - {RECEIPT})]
    receipt = [MatrixColumn(RECEIPT)] if RECEIPT in codes else []
    return [*receipt, *(column for column in (*printed, *others) if column.code in codes)]


class _Addressed(NamedTuple):
    """A post the paper asks something of, whether its words still mean it, whether it was seen, and its office as a list shows it."""

    post: int
    here: bool
    seen: bool
    office: int
    path: str
    name: str
    name_en: str
    kind: str


_ADDRESSED = Prepared(
    lambda paper: (
        Addressee.objects.filter(paper=paper, role="action")
        .order_by("post__office__path", "post")
        .annotate(here=Q(gone=None), seen=Q(seen_at__isnull=False))
        .values_list("post_id", "here", "seen", *(f"post__office__{name}" for name in ListedOffice._fields))
    ),
    NUMBERS[0],
)


def _counted(paper: Paper, at: AsOf, due: date) -> Mapping[int, Stages]:
    """What is counted of the reports of one day, and of receipts, in the form of what is kept."""
    asked = Duty.objects.filter(Q(due=due) | Q(kind="acknowledge"), paper=paper).exclude(state=DutyState.WITHDRAWN)
    is_receipt = Q(kind="acknowledge")
    code = Case(
        When(is_receipt, then=Value(RECEIPT)),
        default=Substr("key", 1, StrIndex(F("key"), Value(":")) - 1),
        output_field=CharField(),
    )
    found: dict[int, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    grouped = asked.order_by().annotate(code=code, stage=_stage(at)).values_list("post_id", "code", "stage")
    for post_id, column, stage, count in grouped.annotate(count=Count("pk")):
        found[post_id][column][stage] = count
    return found


def _stage(at: AsOf) -> Case:
    """The stage of a duty as an expression of the database; the cheap conditions first."""
    over = Q(due__lt=at.day)
    if at.clock is not None:
        over |= Q(due=at.day, due_at__lt=at.clock)
    sent = Report.objects.filter(duty=OuterRef("pk")).exclude(state=ReportState.DRAFT)
    return Case(
        When(Q(state__in=OWED) & over, then=Value("late")),
        When(state__in=OWED, then=Value("waiting")),
        When(state=DutyState.EXCUSED, then=Value("excused")),
        When(kind="acknowledge", then=Value("acknowledged")),
        When(Exists(sent.filter(late=False)), then=Value("reported")),
        default=Value("reported_late"),
        output_field=CharField(),
    )


def _receipts(addressed: Iterable[_Addressed], counted: Mapping[int, Stages]) -> dict[int, State]:
    """How far the paper itself has come at each post that gets it for action."""
    found: dict[int, State] = {}
    for each in addressed:
        if not each.here:
            continue
        given = counted.get(each.post, {}).get(RECEIPT, {})
        answered = given.get("acknowledged") and not given.get("waiting") and not given.get("late")
        found[each.post] = "acknowledged" if answered else "seen" if each.seen else "not_seen"
    return found


def _of_post(office: PlacedOffice, counted: Stages, receipt: State | None) -> MatrixRow:
    row = MatrixRow(office)
    for code, stages in counted.items():
        counts = cast(dict[State, int], {**stages})
        if waiting := counts.pop("waiting", 0):  # type: ignore[call-overload]  # the one stage that is no state
            state = receipt or "not_seen"
            counts[state] = counts.get(state, 0) + waiting
        row.cells[code] = MatrixCell(counts)
    if receipt is not None and not row.cell(RECEIPT).counts.get("excused"):
        late = row.cell(RECEIPT).counts.get("late")
        row.unheard = int(receipt == "not_seen" or (receipt == "seen" and RECEIPT in counted))
        row.cells[RECEIPT] = MatrixCell({"late" if late else receipt: 1})
    return row


def _by_district(rows: list[MatrixRow]) -> list[MatrixDistrict]:
    """The rows by district, in the order of the register."""
    groups = districts(row.office for row in rows)
    found: dict[str, MatrixDistrict] = {}
    for row in rows:
        group = groups[row.office.pk]
        district = found.setdefault(group.path, MatrixDistrict(MatrixRow(group, offices=0), []))
        district.rows.append(row)
        district.total.add(row)
    return [found[path] for path in sorted(found)]
