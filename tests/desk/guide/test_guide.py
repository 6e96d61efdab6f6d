"""The guide: every screen opens a section that is there, every picture has a walk that makes it, and no page needs a sign-in."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from angikar.desk.guide.pages import PAGES, page_named
from angikar.desk.guide.screens import SCREENS, section_of
from tests.access import house
from tests.world import World
from tools.guide import SHOTS

PARTS_AND_FILES = {
    "feed", "proof", "cell", "mark", "job", "job_file", "stay", "source", "picture", "enclosure", "print", "print_receipts", "outgoing", "file", "compliance_file", "summary_file",
    "action_taken", "signed_file", "file_to_sign", "dispatch_print", "incident_file", "appointment", "standings_workbook", "cell_of_paper", "office_branch", "list_counter", "register_file", "guide", "guide_page",
}  # fmt: skip
"""Addresses that answer with a file or with a part of a screen, and the guide itself."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_a_title_sections_and_no_mark_left_in_its_text(name: str) -> None:
    page = page_named(name)
    assert page.title
    assert len(page.sections) >= 2
    assert "{#" not in page.html
    assert "<h1" not in page.html


def test_every_screen_opens_a_section_that_is_there() -> None:
    opened = {screen: section_of(screen) for screen in SCREENS}
    assert {screen: where for screen, where in opened.items() if where[1] not in page_named(where[0]).sections} == {}


def test_every_screen_has_a_section() -> None:
    screens = {name for name, address in house.SCREENS.items() if address.read is not None}
    assert screens - set(SCREENS) - PARTS_AND_FILES == set()


def test_every_section_is_opened_by_a_screen_or_read_on_the_first_page() -> None:
    sections = {f"{name}#{section}" for name in PAGES if name != "start" for section in page_named(name).sections}
    assert sections - set(SCREENS.values()) == set()


def test_every_picture_has_a_walk_and_every_walk_a_picture() -> None:
    shown = [picture for name in PAGES for picture in page_named(name).pictures]
    assert sorted(shown) == sorted(f"{shot.name}.png" for shot in SHOTS)


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_without_a_sign_in_and_names_its_own_place(client: Client, name: str) -> None:
    said = client.get(reverse("desk:guide_page", args=[name])).content.decode()
    assert page_named(name).title in said
    assert said.count('aria-current="page"') == 1
    assert client.get(reverse("desk:guide_page", args=["none"])).status_code == 404


@pytest.mark.django_db
def test_a_screen_leads_to_its_section(client: Client, world: World) -> None:
    client.force_login(world.officers["clerk"], backend="django.contrib.auth.backends.ModelBackend")
    assert '/guide/focal/#intake"' in client.get(reverse("desk:intake")).content.decode()
    assert '/guide/start/#today"' in client.get(reverse("desk:today")).content.decode()
