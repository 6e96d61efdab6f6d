"""Every list of the desk that has pages: an address of no page of it begins it again and says so, and no rows are counted off."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.conftest import Sign
from tests.desk.samples import circular, text
from tests.world import World

LISTS = (
    "/papers/?",
    "/papers/?q=পরিপত্র&",
    "/search/?kind=paper&q=পরিপত্র&",
    "/notices/?",
    "/decisions/?",
    "/decisions/?state=any&",
    "/decisions/?q=তালিকা&",
    "/ideas/?q=তারা&",
    "/meetings/?",
    "/standings/?",
    "/system/?",
)
PLACES = ("2", "-1", "%00", "ক" * 700, "WyJmIiwxXQ:abc")


def test_an_address_of_no_page_begins_a_list_again_and_says_so(sign: Sign, world: World, october: date) -> None:
    world.officers["director"].is_staff = True
    world.officers["director"].save()
    circular(world)
    client = sign("director")
    for address in LISTS:
        assert "এই পাতার ঠিকানা এ তালিকার নয়" not in text(client, address), address
        for place in PLACES:
            with CaptureQueriesContext(connection) as asked:
                page = text(client, f"{address}page={place}")
            assert "এই পাতার ঠিকানা এ তালিকার নয়; তালিকা শুরু থেকে দেখানো হলো।" in page, (address, place)
            assert not [each for each in asked if "OFFSET" in each["sql"] and "history_entry" not in each["sql"]], (
                address
            )
