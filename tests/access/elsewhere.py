"""Another ministry with the same papers, duties, meetings and register rows as the scene: everything it wrote carries a mark, and every
row of the database has a number that no row of another table has.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.apps import apps
from django.db import connection, models

from angikar.offices import actions
from angikar.offices.models import Officer
from tests.access.scene import SHAPES, Scene, set_up
from tests.world import World

MARK = "গোপনধূমকেতু"
APART = 1_000_000
"""How far the numbers of one table lie from those of the next."""


@dataclass
class _OtherWorld(World):
    mark: str = field(default=MARK)

    def officer(self, short: str) -> Officer:
        """Enrol an officer under a name of this world."""
        return actions.enrol(f"other_{short}", f"জনাব অন্য {short}", by=None, password="a pass phrase")


def set_up_elsewhere() -> tuple[World, Scene]:
    """The other ministry with its scene."""
    world = _OtherWorld()
    world.office("ministry", "ধূমকেতু বিভাগ", "ministry")
    world.post("secretary", "ministry", "সচিব", head=True)
    world.office("department", "ধূমকেতু অধিদপ্তর", "department", "ministry")
    world.post("director", "department", "মহাপরিচালক", head=True)
    world.post("focal", "department", "উপপরিচালক (পরিকল্পনা)", focal=True)
    world.post("clerk", "department", "সহকারী পরিচালক (প্রশাসন)")
    world.office("north", "জেলা ধূমকেতু কার্যালয়", "district", "department")
    world.post("north_head", "north", "জেলা ধূমকেতু অফিসার", head=True)
    world.officers["stranger"] = world.officer("stranger")
    return world, {**set_up(world), **SHAPES}


def part_numbers() -> None:
    """Let each table count from a number of its own, so that a number says of which table it is."""
    with connection.cursor() as cursor:
        for place, model in enumerate(_models(), 1):
            table, start = model._meta.db_table, place * APART
            cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [start, table])
            cursor.execute(
                "INSERT INTO sqlite_sequence (name, seq) SELECT %s, %s"
                " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = %s)",
                [table, start, table],
            )


def tables() -> list[str]:
    """The tables whose rows have numbers."""
    return [model._meta.db_table for model in _models()]


def table_of(number: int) -> str | None:
    """The table that a number belongs to."""
    place = number // APART
    found = _models()
    return found[place - 1]._meta.db_table if 0 < place <= len(found) else None


def _models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if isinstance(model._meta.pk, models.AutoField)]
