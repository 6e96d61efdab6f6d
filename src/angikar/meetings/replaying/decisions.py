"""Decisions as the issued minutes print them, each of which has its row, and the threads that they make."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from pydantic import ValidationError

from angikar.history.models import Entry
from angikar.history.replay.claims import Claim, RowDifference
from angikar.meetings.minutes.queries import KINDS_WITH_DECISIONS
from angikar.meetings.models import Decision, Meeting, Resolution
from angikar.meetings.register.receivers import Printed, body_named, printed_in
from angikar.papers.models import FROZEN, Paper, State
from angikar.rules.bangla.search import folded
from angikar.rules.kinds.minutes.content import Minutes
from angikar.rules.kinds.minutes.threads import continued

_LABEL = Decision._meta.label


class DecisionsReplay:
    """Follows what is said of threads by hand; all else of a decision stands in the minutes, whose digest is taken again."""

    verbs = frozenset({"decision.link"})

    def __init__(self) -> None:
        self._linked: set[int] = set()

    def follow(self, entry: Entry) -> Iterator[Claim]:
        """The decision that another takes up, as it was said last."""
        self._linked.add(entry.object_id)
        yield Claim(Decision, entry.object_id, {"continues": entry.now})

    def unnamed(self) -> Iterator[RowDifference]:
        """Decisions that do not stand in their minutes as the row says, printed ones without a row, and threads that nothing bears out."""
        frozen = Paper.objects.filter(kind__in=KINDS_WITH_DECISIONS, state__in=FROZEN)
        for paper in frozen.select_related("office").order_by("pk").iterator(chunk_size=100):
            yield from self._of(paper)
        elsewhere = Decision.objects.exclude(paper__in=frozen.order_by().values("pk"))
        yield from (RowDifference(_LABEL, pk, "paper", 0) for pk in elsewhere.values_list("pk", flat=True))

    def _of(self, paper: Paper) -> Iterator[RowDifference]:
        try:
            minutes = cast(Minutes, paper.value())
        except ValidationError:
            yield RowDifference(Paper._meta.label, paper.pk, "content", 0)
            return
        printed = printed_in(minutes)
        rows = {row.key: row for row in paper.decisions.select_related("continues__paper")}
        if paper.state == State.ISSUED:
            yield from (RowDifference(_LABEL, paper.pk, place, 0) for place in printed.keys() - rows.keys())
        meeting = Meeting.objects.filter(minutes__in=_later(paper)).first()
        body = {meeting.body_id} if meeting else {None, getattr(body_named(paper, minutes.body), "pk", None)}
        for place, row in rows.items():
            if place not in printed:
                yield RowDifference(_LABEL, row.pk, "key", 0)
                continue
            wrong = [*_unlike(row, paper, minutes, printed), *self._loose_thread(row, paper, printed)]
            wrong += [] if row.body_id in body else ["body"]
            yield from (RowDifference(_LABEL, row.pk, column, 0) for column in wrong)

    def _loose_thread(self, row: Decision, paper: Paper, printed: Printed) -> Iterator[str]:
        """The columns of a thread that do not follow from the decision that it takes up. Where minutes of the thread were replaced, words and
        days may have been others then.
        """
        before = row.continues
        if row.repeated != (before.repeated + 1 if before else 0):
            yield "repeated"
        replaced = before is not None and bool(before.paper.supersedes_id or paper.supersedes_id)
        if not replaced and row.since != (before.since if before else row.held or row.issued):
            yield "since"
        if before is None or replaced or row.pk in self._linked:
            return
        text, again = printed[row.key][1].text, printed[row.key][1].carried_over
        named = Resolution.objects.filter(item__meeting__minutes=paper, dropped=False, continues=before)
        if not continued([(text, again)], [(before.pk, before.text)]) and not named.exists():
            yield "continues"


def _later(paper: Paper) -> list[int]:
    """Minutes and those that took their place, of one meeting all."""
    papers = [paper.pk]
    while (after := Paper.objects.filter(supersedes=papers[-1]).exclude(state=State.INTAKE).first()) is not None:
        papers.append(after.pk)
    return papers


def _unlike(row: Decision, paper: Paper, minutes: Minutes, printed: Printed) -> Iterator[str]:
    """The columns that hold something else than the minutes."""
    title, said = printed[row.key]
    expected = {
        "title": title,
        "text": said.text,
        "folded": folded(f"{title} {said.text}"),
        "due": _day(said.due),
        "recurs": said.recurrence is not None,
        "held": _day(minutes.date),
        "issued": paper.issued_at or date.max,
        "office_path": paper.office.path,
    }
    yield from (column for column, value in expected.items() if getattr(row, column) != value)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
