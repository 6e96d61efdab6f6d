"""The register on the bench: the offices of a nation taken in as one list, and the screens of the register over them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tools.bench.house import get
from tools.bench.measure import Row, median_ms

MINISTRIES, DEPARTMENTS, REGIONS, FIELD = 52, 400, 2_735, 20_480
"""The offices of 2021-22: ministries, departments, offices of divisions, and of districts and upazilas; 23,667 together."""
DAY = date(2022, 7, 1)


def register() -> Iterator[Row]:
    """The whole register taken in, then its screens as one of its administrators and as the head of a department sees them."""
    from django.test import Client
    from django.urls import reverse

    from angikar.formats.lists import read_lists
    from angikar.offices import actions as offices
    from angikar.offices.bulk.actions import carry_out, offer
    from angikar.offices.bulk.offered import OfferedList
    from angikar.offices.models import Office

    data = _workbook()
    listed: dict[str, Any] = {}

    def read() -> None:
        listed["sheets"] = read_lists(data)

    def compared() -> None:
        listed["offer"] = offer(OfferedList.of("register.xlsx", data, listed["sheets"]), by=None, day=DAY)

    total = MINISTRIES + DEPARTMENTS + REGIONS + FIELD
    yield Row(f"{total} offices and heads' posts: read", median_ms(read, 1, warm=False))
    yield Row("  compared, with a preview", median_ms(compared, 1, warm=False))
    yield Row("  written", median_ms(lambda: carry_out(listed["offer"], by=None), 1, warm=False))
    keeper = offices.enrol("bench-keeper", "বেগম ময়না", by=None, administrator=True)
    head = offices.enrol("bench-head", "জনাব দোয়েল", by=None)
    department = Office.objects.get(code="D1")
    offices.appoint(head, department.posts.get(is_head=True), since=DAY, by=None)
    district = Office.objects.filter(code__startswith="F")[0]
    addresses = {
        "offices": reverse("desk:offices"),
        "offices, one opened": f"{reverse('desk:offices')}?open={department.pk}",
        "offices found by words": f"{reverse('desk:offices')}?q=নদী",
        "a department": reverse("desk:office", args=[department.pk]),
        "a field office": reverse("desk:office", args=[district.pk]),
        "a post": reverse("desk:post", args=[district.posts.get().pk]),
    }
    for who, officer in (("keeper", keeper), ("head", head)):
        client = Client(raise_request_exception=False)
        client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
        for what, address in addresses.items():
            ms, note = get(client, address)
            yield Row(f"{what}, as {who}", ms, note=note)


def _workbook() -> bytes:
    """The list of the nation: each office names the code of the one above it."""
    from angikar.formats.lists import write_workbook
    from angikar.offices.bulk.columns import OFFICES, POSTS
    from angikar.offices.bulk.queries import Fields, table

    found: list[Fields] = []
    levels = (
        ("M", MINISTRIES, "ministry"),
        ("D", DEPARTMENTS, "department"),
        ("R", REGIONS, "region"),
        ("F", FIELD, "upazila"),
    )
    above, among = "", 1
    for sign, count, kind in levels:
        found += [
            {
                "code": f"{sign}{number}",
                "name": f"নদী ও জনপদ কার্যালয়, {sign}-{number}",
                "kind": kind,
                "parent": f"{above}{number % among}" if above else "",
            }
            for number in range(count)
        ]
        above, among = sign, count
    posts: list[Fields] = [
        {"office": each["code"], "title": "দপ্তরপ্রধান", "is_head": True, "may_report": True} for each in found
    ]
    return write_workbook([table(OFFICES, found), table(POSTS, posts)])


if __name__ == "__main__":
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from tools.bench.house import open_in

    with TemporaryDirectory(prefix="angikar-bench-") as made:
        open_in(Path(made))
        for row in register():
            print(row, flush=True)
