"""The words of a paper lead to posts, or say that they do not."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from angikar.offices.addressing import Register
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Office, Post, Role
from angikar.offices.tree import step
from tests.world import FIRST_DAY, World

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
        ("department", "উপজেলা নক্ষত্র অফিসার (সকল) উত্তরপুর", UPAZILAS),
        ("department", "উপজেলা নক্ষত্র অফিসার, বকুলগঞ্জ", ["upazila2_head"]),
        ("department", "জেলা নক্ষত্র অফিসার (সকল)", ["north_head", "south_head"]),
        ("department", "জেলা নক্ষত্র অফিসার, দক্ষিণপুর", ["south_head"]),
        ("department", "জেলা নক্ষত্র অফিসার, উত্তরপুর", ["north_head"]),
        ("upazila1", "জেলা নক্ষত্র অফিসার", ["north_head"]),
        ("upazila1", "সচিব, তারকা মন্ত্রণালয়", ["secretary"]),
        ("upazila1", "উপজেলা নক্ষত্র অফিসার", ["upazila1_head"]),
        ("department", "মহাপরিচালক", ["director"]),
        ("department", "জেলা নক্ষত্র অফিসার, ..... (সংশ্লিষ্ট) ও রিটার্নিং অফিসার", ["north_head", "south_head"]),
        ("department", "জেলা নক্ষত্র অফিসার, উত্তরপুর ও সহকারী রিটার্নিং অফিসার", ["north_head"]),
        ("upazila1", "সচিব, তারকা মন্ত্রণালয় ও মহাপরিচালক", ["director", "secretary"]),
        ("department", "সিনিয়র জেলা নক্ষত্র অফিসার/জেলা নক্ষত্র অফিসার (সকল)", ["north_head", "south_head"]),
        ("department", "উপজেলা/থানা নক্ষত্র অফিসার, ..... (সংশ্লিষ্ট)", UPAZILAS),
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
        ("department", "মহাপরিচালক ও প্রধান বৈমানিক"),  # one of the two is nobody
    ],
)
def test_what_cannot_be_distinguished_is_listed_and_not_guessed(world: World, home: str, text: str) -> None:
    found = Register(world.offices[home]).expand(text)
    assert found.posts == ()
    assert found.unmatched == text


def test_a_body_is_addressed_by_its_name_and_its_chair_answers(world: World) -> None:
    chair = NewMember(post=world.posts["focal"], role=Role.CHAIR)
    form(world.offices["department"], "নৈতিকতা কমিটি", [chair], day=FIRST_DAY, by=world.officers["director"])
    assert _names(world, "department", "নৈতিকতা কমিটি") == ["focal"]


def test_whose_concern_it_is_is_asked_once_and_then_known(world: World) -> None:
    text, north = "জেলা নক্ষত্র অফিসার, ..... (সংশ্লিষ্ট)", world.posts["north_head"]
    assert Register(world.offices["department"]).expand(text).concerned
    found = Register(world.offices["department"], {text: (north,)}).expand(text)
    assert (found.posts, found.concerned, found.outside) == ((north,), False, False)
    assert Register(world.offices["department"], {text: ()}).expand(text).outside


LETTER = (
    "জেলা নক্ষত্র অফিসার, ..... (সংশ্লিষ্ট) ও রিটার্নিং অফিসার",
    "উপজেলা নক্ষত্র অফিসার, শিমুলতলা ও সহকারী রিটার্নিং অফিসার",
    "উপজেলা নক্ষত্র অফিসার, বকুলগঞ্জ ও উল্কা সমন্বয়কারী",
)
"""The lines of a letter that name capacities."""


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("রিটার্নিং অফিসার", ["north_head", "south_head"]),
        ("রিটার্নিং অফিসার, উত্তরপুর", ["north_head"]),
        ("সহকারী রিটার্নিং অফিসার", ["upazila1_head"]),
        ("রিটার্নিং অফিসার ও সহকারী রিটার্নিং অফিসার", ["north_head", "south_head", "upazila1_head"]),
        ("জেলা নক্ষত্র অফিসার", ["north_head", "south_head"]),  # a bare title means those that the letter goes to
        ("উপজেলা নক্ষত্র অফিসার", ["upazila1_head"]),
        ("সিনিয়র জেলা নক্ষত্র অফিসার/জেলা নক্ষত্র অফিসার", ["north_head", "south_head"]),
        ("জেলা নক্ষত্র অফিসার ও মহাপরিচালক", ["director", "north_head", "south_head"]),
        ("মহাপরিচালক", ["director"]),
        ("প্রিজাইডিং অফিসার", []),
    ],
)
def test_what_a_letter_calls_its_addressees_means_them_everywhere_in_it(
    world: World, text: str, posts: list[str]
) -> None:
    found = Register(world.offices["department"], lines=LETTER[:2]).expand(text)
    short = {post.pk: name for name, post in world.posts.items()}
    assert sorted(short[post.pk] for post in found.posts) == posts


def test_a_capacity_follows_what_a_person_said_of_its_line(world: World) -> None:
    north, upazila = (world.posts["north_head"],), (world.posts["upazila2_head"],)
    register = Register(world.offices["department"], {LETTER[0]: north, LETTER[2]: upazila}, lines=LETTER)
    assert register.expand("রিটার্নিং অফিসার").posts == north
    assert register.expand("জেলা নক্ষত্র অফিসার").posts == north
    assert register.expand("উল্কা সমন্বয়কারী").posts == upazila


def test_what_an_office_remembers_counts_where_the_words_lead_nowhere(world: World) -> None:
    clerk, known = (world.posts["clerk"],), {"গণনা শাখা": (world.posts["clerk"],), "মহাপরিচালক": (world.posts["focal"],)}
    register = Register(world.offices["department"], known=known)
    assert (register.expand("গণনা  শাখা").posts, register.expand("গণনা  শাখা").said) == (clerk, True)
    assert register.expand("মহাপরিচালক").posts == (world.posts["director"],)
    assert register.expand("গণনা শাখা ও মহাপরিচালক").posts == (*clerk, world.posts["director"])


@pytest.mark.parametrize(
    ("home", "text", "post"),
    [
        ("department", "এপিএ ফোকাল পয়েন্ট", "focal"),
        ("department", "শুদ্ধাচার ফোকাল পয়েন্ট কর্মকর্তা", "focal"),
        ("north", "ফোকাল পয়েন্ট", "north_head"),
    ],
)
def test_every_office_has_a_focal_post_by_these_words(world: World, home: str, text: str, post: str) -> None:
    assert _names(world, home, text) == [post]


def test_five_thousand_posts_are_found_in_a_few_queries(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    north = world.offices["north"]
    offices = [Office(path=f"{north.path}{step(n)}", parent=north, name=f"কেন্দ্র {n}") for n in range(100, 5_100)]
    made = Office.objects.bulk_create(offices)
    Post.objects.bulk_create([Post(office=office, title="কেন্দ্রপ্রধান", is_head=True) for office in made])
    with django_assert_max_num_queries(5):
        found = Register(world.offices["department"]).expand("কেন্দ্রপ্রধান (সকল), উত্তরপুর")
    assert len(found.posts) == 5_000


def test_titles_that_are_too_near_each_other_are_not_guessed(world: World) -> None:
    world.post("south_second", "south", "জেলা নক্ষত্র অফিসার ২")
    found = Register(world.offices["department"]).expand("জেলা নক্ষত্র অফিসার ৩ (সকল)")
    assert found.posts == ()
