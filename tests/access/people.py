"""Who tries every address: one browser for each way of standing to the department, from a visitor to its head."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from django.test import Client
from django.utils import timezone

from angikar.offices import actions
from angikar.offices.accounts.actions import close_account
from angikar.offices.models import Officer, Post
from angikar.offices.posts.actions import Given, delegate
from tests.world import FIRST_DAY, World

BACKEND = "django.contrib.auth.backends.ModelBackend"


class Role(StrEnum):
    """How somebody stands to the department whose papers lie behind the addresses."""

    VISITOR = "visitor"
    CLOSED = "closed account"
    UNPROVED = "before the second factor"
    POSTLESS = "officer without a post"
    DEPARTED = "departed officer"
    FOREIGN = "head of another ministry"
    BELOW = "head of an office below"
    CLERK = "another post of the office"
    KEEPER = "keeper of the register"
    DELEGATE = "delegate of the focal officer"
    HOLDER = "holder of the duties"
    HEAD = "head of the office"
    ABOVE_FOCAL = "focal officer above"
    ABOVE = "head of the office above"
    ADMIN = "administrator"


_NAMES = {
    Role.POSTLESS: "stranger",
    Role.BELOW: "south_head",
    Role.CLERK: "clerk",
    Role.HOLDER: "focal",
    Role.HEAD: "director",
    Role.ABOVE_FOCAL: "ministry_focal",
    Role.ABOVE: "secretary",
}


def sign_in(world: World) -> dict[Role, Client]:
    """A browser for each role. The closed account, the departed officer and the one without a second factor held a focal post, so that
    what keeps them out is that alone.
    """
    people = {role: world.officers[name] for role, name in _NAMES.items()}
    people[Role.FOREIGN] = _head_elsewhere(world)
    people[Role.KEEPER] = _officer(world, "keeper", _post(world, "নিবন্ধন কর্মকর্তা", keeps=True))
    people[Role.DELEGATE] = _delegate(world)
    people[Role.UNPROVED] = _unproved(world)
    people[Role.CLOSED] = _officer(world, "closed", _post(world, "উপপরিচালক (তিন)", focal=True))
    people[Role.DEPARTED] = _departed(world)
    people[Role.ADMIN] = actions.enrol(
        "keeper_of_all", "জনাব নিবন্ধক", by=None, password="a pass phrase", administrator=True
    )
    clients = {Role.VISITOR: Client()} | {role: signed_in(person) for role, person in people.items()}
    close_account(people[Role.CLOSED], by=people[Role.ADMIN])
    return {role: clients[role] for role in Role}


def signed_in(officer: Officer, *, strict: bool = False) -> Client:
    """A browser in which an officer has signed in; a strict one sends no form without its token."""
    client = Client(enforce_csrf_checks=strict)
    client.force_login(officer, BACKEND)
    return client


def _head_elsewhere(world: World) -> Officer:
    world.office("elsewhere", "ধূমকেতু মন্ত্রণালয়", "ministry")
    world.post("elsewhere_head", "elsewhere", "সচিব", head=True)
    return world.officers["elsewhere_head"]


def _post(world: World, title: str, *, focal: bool = False, keeps: bool = False) -> Post:
    return actions.create_post(world.offices["department"], title, by=None, is_focal=focal, keeps_register=keeps)


def _officer(world: World, short: str, post: Post) -> Officer:
    officer = world.officers[short] = world.officer(short)
    actions.appoint(officer, post, since=FIRST_DAY, by=None)
    return officer


def _unproved(world: World) -> Officer:
    post = _post(world, "উপপরিচালক (দুই)", focal=True)
    Post.objects.filter(pk=post.pk).update(second_factor=True)
    return _officer(world, "unproved", post)


def _departed(world: World) -> Officer:
    post = _post(world, "উপপরিচালক (চার)", focal=True)
    officer = _officer(world, "departed", post)
    actions.release(post, day=date(2022, 9, 1), by=None)
    return officer


def _delegate(world: World) -> Officer:
    officer, today = world.officer("delegate"), timezone.localdate()
    given = Given(since=today, until=today + timedelta(days=30), reports=True, drafts=True, verifies=True)
    delegate(world.posts["focal"], officer, given, by=world.officers["focal"])
    return officer
