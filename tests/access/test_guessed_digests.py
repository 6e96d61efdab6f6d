"""Who knows the digest of another office's file gets nowhere with it, whatever form or address he puts it into."""

from __future__ import annotations

import re

from django.db import transaction
from django.http import HttpResponseBase
from django.urls import Resolver404, resolve, reverse

from angikar.papers.letters.actions import begin, enclose
from angikar.papers.letters.blank import FORMS
from angikar.papers.models import EnclosedFile, Paper
from tests.access.house import SCREENS
from tests.access.people import signed_in
from tests.access.scene import SHAPES, set_up
from tests.world import World

SECRET = b"names that another office keeps to itself"
NAMES = ("file", "sha256", "digest", "hash", "source", "f:enclosures.0.file", "enclosures.0.file", "value", "text")
"""Names under which a form might take a digest."""


def test_a_guessed_digest_opens_no_file_on_any_address(world: World) -> None:
    theirs = _theirs(world)
    digest, scene = theirs.file.sha256, {**set_up(world), **SHAPES}
    client = signed_in(world.officers["director"])
    leaks, taken = [], []
    for name, address in SCREENS.items():
        path = reverse(f"desk:{name}", args=[scene[each] for each in address.leads.split()])
        for place in (path, *_with_digest(path, digest)):
            sent = {key.format(**scene): value.format(**scene) for key, value in address.sent.items()}
            guess = {**dict.fromkeys(NAMES, digest), "version": scene["letter_version"], **sent}
            guess |= {"path": "enclosures.0.file", "was:enclosures.0.file": "-"}
            with transaction.atomic():
                answer = client.post(place, guess) if address.write else client.get(place, guess)
                if SECRET in _body(answer):
                    leaks.append(place)
                if _referring(digest, theirs.paper_id):
                    taken.append(place)
                transaction.set_rollback(True)
    assert leaks == []
    assert taken == [], "no content names the file afterwards"


def _theirs(world: World) -> EnclosedFile:
    """A file that another office has enclosed with a letter of its own."""
    head = world.officers["north_head"]
    letter = begin(head, world.offices["north"], FORMS["letter"], subject="গোপন")
    enclose(letter, "তালিকা", version=letter.version, by=head, name="secret.txt", data=SECRET)
    return EnclosedFile.objects.get(paper=letter)


def _with_digest(path: str, digest: str) -> list[str]:
    """The addresses that have the digest in the place of one of their words, as far as there are such addresses."""
    found = [f"{path[: word.start()]}{digest}{path[word.end() :]}" for word in re.finditer(r"(?<=/)[^/]+", path)]
    return [each for each in found if _leads_somewhere(each)]


def _leads_somewhere(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def _referring(digest: str, paper: int) -> bool:
    """Whether another paper's enclosures name the file."""
    contents = Paper.objects.exclude(pk=paper).filter(content__has_key="enclosures").values_list("content", flat=True)
    return any(each.get("file") == digest for content in contents for each in content["enclosures"] or ())


def _body(answer: HttpResponseBase) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
