"""Decisions and ideas, as they are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from angikar.meetings.models import Decision, Idea
from angikar.rules.bangla.asking import tokens
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.search import marks
from angikar.search.models import Indexed, IndexedKind
from angikar.search.places import place


def of_decisions(decisions: Iterable[Decision]) -> Iterator[Indexed]:
    """The rows of some decisions, whose shares were read with them."""
    for each in decisions:
        day = each.held or each.issued
        paths = {each.office_path, *(share.office_path for share in each.shares.all())}
        seen = [mark for path in sorted(paths) for mark in marks.below(path)]
        if each.body_id:
            seen.append(marks.of_body(each.body_id))
        chosen = [
            marks.of_kind(IndexedKind.DECISION),
            marks.in_year(str(FiscalYear.of(day))),
            *marks.placed(each.office_path),
            *marks.on(day),
        ]
        yield Indexed(
            id=place(IndexedKind.DECISION, day, each.pk),
            kind=IndexedKind.DECISION,
            number=each.pk,
            office_path=each.office_path,
            day=day,
            title=(each.title or each.text)[:500],
            text=f"{each.title}\n{each.text}" if each.title else each.text,
            terms=marks.joined(chosen, seen, tokens(f"{each.title} {each.text}")),
        )


def of_ideas(ideas: Iterable[Idea]) -> Iterator[Indexed]:
    """The rows of some ideas."""
    for each in ideas:
        seen = [*marks.below(each.office_path), *([marks.of_body(each.body_id)] if each.body_id else [])]
        chosen = [
            marks.of_kind(IndexedKind.IDEA),
            marks.in_year(each.fiscal_year),
            marks.in_state(each.state),
            *marks.placed(each.office_path),
            *marks.on(each.since),
        ]
        yield Indexed(
            id=place(IndexedKind.IDEA, each.since, each.pk),
            kind=IndexedKind.IDEA,
            number=each.pk,
            office_path=each.office_path,
            day=each.since,
            title=each.title,
            text=f"{each.title}\n{each.text}",
            terms=marks.joined(chosen, seen, tokens(f"{each.title} {each.text}")),
        )
