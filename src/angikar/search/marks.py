"""Marks: the tokens of a row of the index by which it is chosen beside its words, and who may see it.

Who may see is part of what the index is asked, so that no row of another's is even counted. `w` marks an office whose papers one may
amend or see as one's own, `r` an office to which it is shown, `b` the place in the tree of which everybody above sees it, `m` a body,
`a` what is open to everybody who serves. They follow the access functions of the rooms, which are asked again for what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from angikar.offices import tree
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Member, Officer
from angikar.rules.bangla.asking import AnyOf, Token, Wanted, days

OPEN = "=a"
"""The mark of what everybody may see who serves in an office."""
UNDATED = "=n0"
"""The mark of what has no day."""


def of_office(number: int) -> str:
    """The mark of a paper of this office."""
    return f"=w{number}"


def shown_to(number: int) -> str:
    """The mark of what is shown to this office."""
    return f"=r{number}"


def of_body(number: int) -> str:
    """The mark of what belongs to this body."""
    return f"=m{number}"


def below(path: str) -> Iterator[str]:
    """The marks of what stands at a place in the tree: that place and every one above it."""
    for place in (*tree.ancestors(path), path):
        yield f"=b{place}"


def of_kind(kind: str) -> str:
    """The mark of a kind."""
    return f"=k{kind}"


def in_year(year: str) -> str:
    """The mark of a fiscal year."""
    return f"=y{year.replace('-', '')}"


def in_state(state: str) -> str:
    """The mark of a state."""
    return f"=s{state.replace('_', '')}"


def at_place(path: str) -> str:
    """The mark of an office, and all below it, that is chosen as a filter."""
    return f"=o{path}"


def placed(path: str) -> Iterator[str]:
    """The marks by which a row is found below every office above it."""
    for place in (*tree.ancestors(path), path):
        yield at_place(place)


def on(day: date | None) -> list[str]:
    """The marks of a day, or that there is none."""
    return [UNDATED] if day is None else days(day)


def seen_by(user: User, day: date) -> Wanted | None:
    """What marks the rows that an officer may see; nothing where he may see none."""
    if not isinstance(user, Officer) or not user.is_active:
        return None
    held = mandate(user, day)
    marks = [*_of(held, day), *([OPEN] if user.is_staff or held.posts else [])]
    return AnyOf(tuple(Token(mark) for mark in dict.fromkeys(marks))) if marks else None


def _of(held: Mandate, day: date) -> Iterator[str]:
    yield from map(of_office, sorted(held.office_ids | held.drafts_in))
    yield from map(shown_to, sorted(held.office_ids))
    yield from (f"=b{path}" for path in held.paths)
    seats = Member.objects.on(day).filter(post__in=held.post_ids).values_list("body", flat=True)
    yield from map(of_body, sorted(set(seats)))


def joined(*tokens: Iterable[str]) -> str:
    """Tokens as they are stored, each once."""
    return " ".join(dict.fromkeys(token for each in tokens for token in each))
