"""Districts: the district under which a board lists an office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from angikar.offices import tree
from angikar.offices.models import Office, OfficeKind

_HIGH = (OfficeKind.MINISTRY, OfficeKind.DEPARTMENT, OfficeKind.COMMISSION, OfficeKind.DIVISION, OfficeKind.REGION)


class PlacedOffice(Protocol):
    """An office as a list shows it: a row of the register, or its columns alone."""

    @property
    def pk(self) -> int: ...
    @property
    def path(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def name_en(self) -> str: ...
    @property
    def kind(self) -> str: ...


class ListedOffice(NamedTuple):
    """The columns of an office that a list shows."""

    pk: int
    path: str
    name: str
    name_en: str
    kind: str


def districts(offices: Iterable[PlacedOffice]) -> dict[int, PlacedOffice]:
    """The group of each office by the number of the office, in one query where one above is not among them: the district it is or lies in.
    Without a district, an office of a high level is its own group, and any other belongs to the office above it.
    """
    listed = {office.pk: office for office in offices}
    known: dict[str, PlacedOffice] = {office.path: office for office in listed.values()}
    above = {path for office in listed.values() for path in tree.ancestors(office.path)}.difference(known)
    if above:
        rows = Office.objects.filter(path__in=above).values_list(*ListedOffice._fields)
        known |= {each.path: each for each in map(ListedOffice._make, rows)}
    return {pk: _district(office, known) for pk, office in listed.items()}


def _district(office: PlacedOffice, known: Mapping[str, PlacedOffice]) -> PlacedOffice:
    paths = [office.path, *reversed(tree.ancestors(office.path))]
    for path in paths:
        if path in known and known[path].kind == OfficeKind.DISTRICT:
            return known[path]
    return office if office.kind in _HIGH or len(paths) < 2 else known.get(paths[1], office)
