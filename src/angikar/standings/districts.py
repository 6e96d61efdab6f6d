"""Districts: the district under which a board lists an office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from angikar.offices import tree
from angikar.offices.models import Office, OfficeKind

_HIGH = (OfficeKind.MINISTRY, OfficeKind.DEPARTMENT, OfficeKind.COMMISSION, OfficeKind.DIVISION, OfficeKind.REGION)


def districts(offices: Iterable[Office]) -> dict[int, Office]:
    """The group of each office by the number of the office, in one query: the district it is or lies in. Without a district, an
    office of a high level is its own group, and any other belongs to the office above it.
    """
    listed = {office.pk: office for office in offices}
    above = {path for office in listed.values() for path in tree.ancestors(office.path)}
    known = {office.path: office for office in Office.objects.filter(path__in=above)}
    known |= {office.path: office for office in listed.values()}
    return {pk: _district(office, known) for pk, office in listed.items()}


def _district(office: Office, known: Mapping[str, Office]) -> Office:
    paths = [office.path, *reversed(tree.ancestors(office.path))]
    for path in paths:
        if path in known and known[path].kind == OfficeKind.DISTRICT:
            return known[path]
    return office if office.kind in _HIGH or len(paths) < 2 else known.get(paths[1], office)
