"""Keyset: every row once on the way there and back, whatever is written meanwhile; what is no place of a list begins it again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from angikar.offices.keyset import Keyset, KeysetPage
from angikar.offices.models import Office
from angikar.offices.tree import step

DAY = date(2022, 7, 1)
ORDERS = (
    Keyset("by name", "name", "pk"),
    Keyset("by name, falling", "-name", "-pk"),
    Keyset("both ways", "-name", "path", "pk"),
    Keyset("by day", "until", "pk", nullable=True),
    Keyset("by day, falling", "-until", "-path", "pk", nullable=True),
)


def _offices(first: int, count: int) -> None:
    """Offices of which several have one name, and every third has no last day."""
    Office.objects.bulk_create(
        Office(
            path=step(number),
            name=f"কার্যালয় {number * 7 % 5}",
            until=DAY + timedelta(days=number * 11 % 4) if number % 3 else None,
        )
        for number in range(first, first + count)
    )


def _rows() -> QuerySet[Office]:
    return Office.objects.all()


def _way(order: Keyset, asked: str, size: int, *, back: bool = False) -> list[KeysetPage[Office]]:
    """The pages from a place on to the end, or to the beginning; while the first are read, rows are written on either side."""
    pages: list[KeysetPage[Office]] = []
    while asked or not pages:
        pages.append(order.page(_rows(), asked, size))
        if len(pages) < 4:
            _offices(Office.objects.count(), 2)
        asked = pages[-1].before if back else pages[-1].after
    return pages


@pytest.mark.django_db
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 4])
def test_a_way_through_all_pages_and_back_gives_each_row_once_while_others_are_written(
    order: Keyset, size: int
) -> None:
    _offices(0, 13)
    there = {office.pk for office in _rows()}
    forth = _way(order, "", size)
    seen = [row.pk for page in forth for row in page.rows]
    assert len(seen) == len(set(seen))
    assert there <= set(seen)
    there = {office.pk for office in _rows()}
    back = _way(order, forth[-1].before, size, back=True)
    seen = [row.pk for page in back[:-1] for row in page.rows]
    assert len(seen) == len(set(seen))
    first = back[-1].rows  # it is filled up, and may hold some of the page behind it
    end = order.page(_rows(), "", _rows().count()).rows[-len(forth[-1].rows) :]
    assert there <= {*seen, *(row.pk for row in (*first, *forth[-1].rows, *end))}


@pytest.mark.django_db
@pytest.mark.parametrize("order", ORDERS)
def test_the_pages_are_the_list_in_its_order(order: Keyset) -> None:
    _offices(0, 23)
    whole = [row.pk for row in order.page(_rows(), "", 100).rows]
    pages, asked = list[int](), ""
    while True:
        page = order.page(_rows(), asked, 5)
        pages += [row.pk for row in page.rows]
        if not (asked := page.after):
            break
    assert pages == whole
    before = order.page(_rows(), page.before, 5)
    assert [row.pk for row in before.rows] == whole[15:20]
    assert order.page(_rows(), before.after, 5).rows == page.rows


@pytest.mark.django_db
def test_what_is_no_place_of_the_list_begins_it_again_and_says_so() -> None:
    _offices(0, 9)
    here, other = ORDERS[0], ORDERS[1]
    right = here.page(_rows(), "", 4).after
    assert not here.page(_rows(), right, 4).is_lost
    spoilt = (
        right[:-1],
        right.swapcase(),
        f"{right}x",
        other.page(_rows(), "", 4).after,
        "2",
        "-1",
        "\0",
        "ক" * 9_000,
        "::",
    )
    for asked in spoilt:
        page = here.page(_rows(), asked, 4)
        assert page.is_lost, asked
        assert page.rows == here.page(_rows(), "", 4).rows


@pytest.mark.django_db
def test_where_the_rows_behind_a_place_are_gone_the_end_is_shown_and_before_it_the_beginning() -> None:
    _offices(0, 9)
    order = ORDERS[0]
    first = order.page(_rows(), "", 4)
    third = order.page(_rows(), order.page(_rows(), first.after, 4).after, 4)
    rows = list(order.page(_rows(), "", 100).rows)
    left = Office.objects.filter(pk__in=[row.pk for row in rows[:4]])
    end = order.page(left, first.after, 3)
    assert [row.pk for row in end.rows] == [row.pk for row in rows[1:4]]
    assert order.page(left, end.before, 3).rows == rows[:3]
    assert not order.page(left, third.before, 4).before
    assert order.page(Office.objects.none(), first.after, 4).rows == []


@pytest.mark.django_db
def test_a_late_page_reads_as_many_rows_as_the_first() -> None:
    _offices(0, 40)
    order, asked = ORDERS[0], ""
    read = list[int]()
    while asked or not read:
        with CaptureQueriesContext(connection) as queries:
            page = order.page(_rows(), asked, 5)
        read += [int(each["sql"].rpartition("LIMIT ")[2]) for each in queries]
        asked = page.after
    assert read == [6] * 8
