"""The shipped register: divisions, districts and upazilas of Bangladesh with their official codes; docs/register.md names the source."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from angikar.offices.models import OfficeKind

PLACES = "geography.csv"
LEVELS = {"division": OfficeKind.DIVISION, "district": OfficeKind.DISTRICT, "upazila": OfficeKind.UPAZILA}
"""What an office that serves such a place is."""


@dataclass(frozen=True, slots=True)
class GeoPlace:
    """A division, district or upazila. Its code holds that of the place above: `55`, `5549`, `554906`."""

    code: str
    level: str
    name: str
    name_en: str

    @property
    def above(self) -> str:
        """The code of the place above; empty for a division."""
        return self.code[:-2]

    @property
    def memo_part(self) -> str:
        """The part of four figures that this place has in memo numbers of its offices; empty for a division, whose part
        differs from service to service.

        >>> GeoPlace("5549", "district", "কুড়িগ্রাম", "Kurigram").memo_part
        '4900'
        """
        return self.code[2:].ljust(4, "0") if self.level != "division" else ""


@cache
def places() -> dict[str, GeoPlace]:
    """Every place by its code, each above what lies in it."""
    text = files(__package__).joinpath(PLACES).read_text(encoding="utf-8")
    return {row["code"]: GeoPlace(**row) for row in csv.DictReader(text.splitlines())}


def chosen(codes: set[str]) -> tuple[GeoPlace, ...]:
    """The places of these codes and all that lies in them, in the order of the codes."""
    return tuple(place for place in places().values() if any(place.code.startswith(code) for code in codes if code))
