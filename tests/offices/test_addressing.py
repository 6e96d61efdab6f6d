"""The words of a paper lead to posts, or say that they do not."""

from __future__ import annotations

import pytest

from angikar.offices.addressing import Register
from tests.world import World

UPAZILAS = ["upazila1_head", "upazila2_head", "upazila3_head"]


def _names(world: World, home: str, text: str) -> list[str]:
    found = Register(world.offices[home]).expand(text)
    assert (found.unmatched is None) == bool(found.posts)
    short = {post.pk: name for name, post in world.posts.items()}
    return sorted(short[post.pk] for post in found.posts)


@pytest.mark.parametrize(
    ("home", "text", "posts"),
    [
        ("department", "উপজেলা নক্ষত্র অফিসার (সকল)", UPAZILAS),
        ("north", "উপজেলা নক্ষত্র অফিসার (সকল), জেলা", UPAZILAS),
        ("north", "সকল উপজেলা নক্ষত্র অফিসার", UPAZILAS),
        ("department", "উপজেলা নক্ষত্র অফিসার, …………… (সংশ্লিষ্ট)", UPAZILAS),
        ("department", "উপজেলা নক্ষত্র অফিসার (সকল), উত্তরপুর", UPAZILAS),
        ("department", "উপজেলা নক্ষত্র অফিসার, বকুলগঞ্জ", ["upazila2_head"]),
        ("department", "জেলা নক্ষত্র অফিসার (সকল)", ["north_head", "south_head"]),
        ("department", "জেলা নক্ষত্র অফিসার, দক্ষিণপুর", ["south_head"]),
        ("department", "জেলা নক্ষত্র অফিসার, উত্তরপুর", ["north_head"]),
        ("upazila1", "জেলা নক্ষত্র অফিসার", ["north_head"]),
        ("upazila1", "সচিব, তারকা মন্ত্রণালয়", ["secretary"]),
        ("upazila1", "উপজেলা নক্ষত্র অফিসার", ["upazila1_head"]),
        ("department", "মহাপরিচালক", ["director"]),
    ],
)
def test_a_text_leads_to_its_posts(world: World, home: str, text: str, posts: list[str]) -> None:
    assert _names(world, home, text) == posts


@pytest.mark.parametrize("text", ["জেলা নক্ষত্র অফিসর (সকল)", "জেলা  নক্ষত্র  অফিসার(সকল)", "জিলা নক্ষত্র অফিসার (সকল)"])
def test_a_slip_of_the_pen_does_not_lose_the_post(world: World, text: str) -> None:
    assert _names(world, "department", text) == ["north_head", "south_head"]


@pytest.mark.parametrize(
    ("home", "text"),
    [
        ("department", "জেলা নক্ষত্র অফিসার"),  # two of them, and nothing says which
        ("department", "উপজেলা নক্ষত্র অফিসার, উত্তরপুর"),  # three stand in that district
        ("department", "জেলা নক্ষত্র অফিসার, পশ্চিমপুর"),
        ("department", "প্রধান বৈমানিক"),
        ("department", ""),
    ],
)
def test_what_cannot_be_told_apart_is_said_and_not_guessed(world: World, home: str, text: str) -> None:
    found = Register(world.offices[home]).expand(text)
    assert found.posts == ()
    assert found.unmatched == text


def test_titles_that_are_too_near_each_other_are_not_guessed(world: World) -> None:
    world.post("south_second", "south", "জেলা নক্ষত্র অফিসার ২")
    found = Register(world.offices["department"]).expand("জেলা নক্ষত্র অফিসার ৩ (সকল)")
    assert found.posts == ()
