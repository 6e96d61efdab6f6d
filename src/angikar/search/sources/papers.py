"""Papers and what they ask, as they are found: every text of their content, and who may read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from itertools import count

from django.db.models import Min

from angikar.duties.models import OF_THE_CYCLE, Duty
from angikar.papers.models import SHOWN, Addressee, AskedPost, Paper, State
from angikar.rules.bangla.asking import tokens
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.search import marks
from angikar.search.models import Indexed, IndexedKind
from angikar.search.places import MOST_PARTS, place

MOST = 100_000
"""So many letters of a paper are found and shown."""
_NOT_WORDS = frozenset(
    [
        "role",
        "mobile",
        "phone",
        "email",
        "fax",
        "file",
        "sha256",
        "version",
        "lines",
        "unit",
        "counting",
        "weight",
        "target",
        "criteria",
        "baselines",
        "projections",
        "quarter_targets",
        "quarter_actuals",
        "date",
        "bangla_date",
        "month",
        "time",
        "fiscal_year",
        "code",
        "due",
        "rule",
        "moment",
        "schedule",
        "form",
    ]
)
"""Fields that hold no words, or say how people are reached."""
_NO_ASK = ("acknowledge", *OF_THE_CYCLE)
"""Kinds of duties that every paper has alike."""


def of_papers(papers: Sequence[Paper]) -> Iterator[Indexed]:
    """The rows of some papers."""
    addressed = _addressed(papers)
    for paper in papers:
        text, day = words_of(paper.content), day_of(paper)
        seen = seen_with(paper, addressed[paper.pk])
        yield Indexed(
            id=place(IndexedKind.PAPER, day, paper.pk),
            kind=IndexedKind.PAPER,
            number=paper.pk,
            office_path=paper.office_path,
            day=day,
            title=paper.title,
            text=text,
            terms=marks.joined(
                _chosen(paper, IndexedKind.PAPER), seen, tokens(f"{paper.title} {paper.memo_number} {text}")
            ),
        )


def of_asks(papers: Sequence[Paper]) -> Iterator[Indexed]:
    """What papers in force ask, each sentence once, whichever posts owe it and however often."""
    in_force = {paper.pk: paper for paper in papers if paper.state == State.ISSUED}
    addressed = _addressed(list(in_force.values()))
    asked: dict[tuple[int, str], list[tuple[int, date | None]]] = defaultdict(list)
    owed = Duty.objects.filter(paper__in=in_force).exclude(kind__in=_NO_ASK).order_by()
    for paper, text, office, due in owed.values_list("paper", "text", "post__office").annotate(Min("due")):
        asked[paper, text].append((office, due))
    seats = {number: count() for number in in_force}
    for (number, text), posts in sorted(asked.items()):
        seat = next(seats[number])
        if seat >= MOST_PARTS:
            continue
        paper = in_force[number]
        day = min((due for _, due in posts if due), default=day_of(paper))
        seen = [*seen_with(paper, addressed[number]), *sorted({marks.shown_to(office) for office, _ in posts})]
        yield Indexed(
            id=place(IndexedKind.ASK, day, number, seat),
            kind=IndexedKind.ASK,
            number=number,
            part=part_of(text),
            office_path=paper.office_path,
            day=day,
            title=text[:500],
            text=text,
            terms=marks.joined(_chosen(paper, IndexedKind.ASK, day), seen, tokens(text)),
        )


def part_of(text: str) -> str:
    """By what a sentence that a paper asks is known among its others."""
    return sha256(text.encode()).hexdigest()[:16]


def words_of(content: Mapping[str, object]) -> str:
    """Every text of a content that holds words, one a line."""
    text, length = list[str](), 0
    for each in _texts(content):
        if length + len(each) > MOST:
            break
        text.append(each)
        length += len(each) + 1
    return "\n".join(text)


def _texts(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if name == "memo_number" or any(sign.isalpha() for sign in value):
            yield value
    elif isinstance(value, Mapping):
        for inner, each in sorted(value.items()):  # each database keeps them in an order of its own
            if inner not in _NOT_WORDS:
                yield from _texts(each, str(inner))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, name)


def day_of(paper: Paper) -> date | None:
    """The day by which a paper is found: that of its issue, else that it bears, else that it came."""
    if paper.issued_at:
        return paper.issued_at
    letter = paper.content.get("letter")
    borne = letter.get("date") if isinstance(letter, Mapping) else None
    try:
        return date.fromisoformat(str(borne)) if borne else paper.created_at.date()
    except ValueError:
        return paper.created_at.date()


def _chosen(paper: Paper, kind: str, day: date | None = None) -> Iterator[str]:
    yield marks.of_kind(kind)
    yield marks.in_state(paper.state)
    on = day or day_of(paper)
    year = paper.fiscal_year or (str(FiscalYear.of(on)) if on else "")
    if year:
        yield marks.in_year(year)
    yield from marks.placed(paper.office_path)
    yield from marks.on(on)


def seen_with(paper: Paper, addressed: Iterable[int] = ()) -> list[str]:
    """The marks of who may read a paper, as `papers.access.readable_by` has it."""
    seen = [marks.of_office(paper.office_id)]
    if paper.state in SHOWN:
        seen += marks.below(paper.office_path)
        seen += [marks.shown_to(number) for number in sorted({*addressed, paper.counterpart_id or paper.office_id})]
    return seen


def _addressed(papers: Sequence[Paper]) -> Mapping[int, set[int]]:
    """The offices of the posts to which papers that are shown are addressed, or which were asked to comment on them."""
    found: dict[int, set[int]] = defaultdict(set)
    shown = [paper.pk for paper in papers if paper.state in SHOWN]
    if shown:
        asked = AskedPost.objects.filter(paper__state=State.REVIEW)
        for rows in (Addressee.objects.all(), asked):
            named = rows.filter(paper__in=shown).order_by().values_list("paper", "post__office").distinct()
            for paper, office in named:
                found[paper].add(office)
    return found
