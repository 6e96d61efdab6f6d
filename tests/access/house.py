"""The scene with everybody before it: any address can be called by any role, and whatever the call changed is taken back."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angikar.notices.channels.leaving import link
from angikar.notices.models import NoticeKind
from angikar.papers.models import Outsider
from angikar.papers.receipts.actions import open_pass
from tests.access.addresses import DESK
from tests.access.audiences import Address
from tests.access.doors import DOORS
from tests.access.people import Role, sign_in
from tests.access.scene import SHAPES, Scene, set_up
from tests.access.written import watched
from tests.world import World, build

SCREENS = {name: address for part in DESK.values() for name, address in part.items()}
"""Those of the desk, by their names in it."""
OF_THE_DESK = {f"desk:{name}": address for name, address in SCREENS.items()}
ADDRESSES: dict[str, Address] = {
    **OF_THE_DESK,
    **{name: each for part in DOORS.values() for name, each in part.items()},
}


@dataclass
class House:
    """What the addresses lead to, and a browser for each role."""

    world: World
    scene: Scene
    clients: dict[Role, Client]

    def path(self, name: str) -> str:
        """The address of that name; those that have no name are known by their route."""
        if name.endswith("/"):
            return f"/{name}"
        return reverse(name, args=[self.scene[each] for each in ADDRESSES[name].leads.split()])

    def call(self, client: Client, name: str, method: str) -> tuple[HttpResponse, list[str]]:
        """The answer, and the tables that were written."""
        given = {key.format(**self.scene): value.format(**self.scene) for key, value in ADDRESSES[name].sent.items()}
        return self.send(client, method, self.path(name), given)

    def send(
        self, client: Client, method: str, path: str, given: dict[str, str | list[str]] | dict[str, str]
    ) -> tuple[HttpResponse, list[str]]:
        """The same for an address and what is sent to it."""
        sent = given if method in ("get", "head", "post") else ""
        cookies = client.cookies.copy()
        cache.clear()  # the limits count by address, and all come from one
        with transaction.atomic():
            with watched() as tables:
                answer = getattr(client, method)(path, sent)
            transaction.set_rollback(True)
        client.cookies = cookies
        return answer, tables


def set_up_house() -> House:
    """Papers of the department, what hangs on them, and everybody."""
    world = build()
    scene = set_up(world)
    leaving = link(world.officers["director"], [NoticeKind.REMINDER]).rstrip("/").rpartition("/")[2]
    letter = open_pass(Outsider.objects.get(), now=timezone.now())
    links = {"letter_token": letter, "leave_token": leaving, "uid": "1", "key": "abc"}
    return House(world, {**scene, **SHAPES, **links}, sign_in(world))
