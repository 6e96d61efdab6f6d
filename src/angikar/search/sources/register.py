"""Offices and posts with who holds them, as they are found by everybody who serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from angikar.offices.models import Office, Post
from angikar.rules.bangla.asking import tokens
from angikar.search import marks
from angikar.search.models import Indexed, IndexedKind
from angikar.search.places import place


def of_offices(offices: Iterable[Office]) -> Iterator[Indexed]:
    """The rows of some offices, whose former names were read with them."""
    for each in offices:
        former = [name for was in each.former_names.all() for name in (was.name, was.name_en)]
        words = " ".join((each.name, each.name_en, *former, each.code, each.memo_prefix, each.geo_code))
        yield Indexed(
            id=place(IndexedKind.OFFICE, None, each.pk),
            kind=IndexedKind.OFFICE,
            number=each.pk,
            office_path=each.path,
            title=each.name,
            text="\n".join(name for name in (each.name, each.name_en, *former) if name),
            terms=marks.joined(_chosen(IndexedKind.OFFICE, each), tokens(words)),
        )


def of_posts(posts: Iterable[Post]) -> Iterator[Indexed]:
    """The rows of some posts, whose offices and charges were read with them; those that are closed have none."""
    for each in posts:
        if each.until is not None:
            continue
        holders = [tenure.officer for tenure in each.tenures.all() if tenure.until is None]
        names = [name for officer in holders for name in (officer.name, officer.name_en) if name]
        yield Indexed(
            id=place(IndexedKind.POST, None, each.pk),
            kind=IndexedKind.POST,
            number=each.pk,
            office_path=each.office.path,
            title=each.title,
            text="\n".join(name for name in (*names, each.title, each.title_en, each.office.name) if name),
            terms=marks.joined(
                _chosen(IndexedKind.POST, each.office),
                tokens(" ".join((*names, each.title, each.title_en, each.office.name))),
            ),
        )


def _chosen(kind: str, office: Office) -> Iterator[str]:
    yield marks.OPEN
    yield marks.of_kind(kind)
    yield marks.UNDATED
    yield from marks.placed(office.path)
