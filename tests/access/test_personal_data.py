"""How people are reached is shown where `docs/privacy.md` says, to whom it says, and nowhere else: every address is opened by every role."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import pytest
from django.db import transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat, LPad

from angikar.meetings.models import Attendance
from angikar.offices.models import Body, Member, Officer
from angikar.rules.bangla.digits import to_latin
from tests.access.house import ADDRESSES, House
from tests.access.people import Role

pytestmark = pytest.mark.django_db
MARK = re.compile(r"(?<![\d.])01799\d{6}(?!\d)|reach\d*@example\.org")
"""What every number and address in the scene looks like here; the digits of a fraction, as in a measured time, are none."""
TRIED = (Role.VISITOR, Role.POSTLESS, Role.FOREIGN, Role.BELOW, Role.CLERK, Role.HEAD, Role.ABOVE, Role.ADMIN)
KEEPING = frozenset({Role.HEAD, Role.ABOVE, Role.ADMIN})
SHOWN: dict[str, frozenset[Role]] = {
    "desk:account": frozenset(TRIED) - {Role.VISITOR},  # one's own
    "desk:officer": KEEPING | {Role.CLERK},  # it is the clerk's
    "desk:register_file": KEEPING | {Role.FOREIGN, Role.BELOW},  # each those of his own offices
    "desk:body": KEEPING | {Role.CLERK},
}
"""The screens and exports that show how officers and members are reached, and to whom."""


def _mark_everybody() -> None:
    number = LPad(Cast(F("pk"), CharField()), 6, Value("0"))
    Officer.objects.update(
        mobile=Concat(Value("01799"), number), email=Concat(Value("reach"), number, Value("@example.org"))
    )
    Attendance.objects.update(mobile="01799900000")
    for body in Body.objects.all():
        outside = {"name": "বেগম শালিক", "mobile": "01799900001", "email": "reach1@example.org"}
        Member.objects.create(body=body, since=body.since, rank=90, **outside)


def _text(content: bytes) -> str:
    """What an answer says, in Latin digits; that of a workbook out of its parts."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            content = b" ".join(parts.read(name) for name in parts.namelist())
    except BadZipFile:
        pass
    return to_latin(content.decode("utf-8", "replace"))


def test_how_people_are_reached_is_shown_where_the_table_says(house: House) -> None:
    found: dict[str, set[Role]] = {}
    with transaction.atomic():
        _mark_everybody()
        for name, address in ADDRESSES.items():
            if address.read is None:
                continue
            for role in (each for each in TRIED if each in address.read):
                answer, _ = house.call(house.clients[role], name, "get")
                if MARK.search(_text(b"".join(answer) if answer.streaming else answer.content)):
                    found.setdefault(name, set()).add(role)
        transaction.set_rollback(True)
    assert found == SHOWN
