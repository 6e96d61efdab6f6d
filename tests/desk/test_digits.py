"""On the Bangla face every digit is a Bangla one: the screens of the demo are walked link by link for Latin digits."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import resolve
from lxml import html

from angikar.cli.demo.load import load
from angikar.offices.models import Officer

TODAY = date(2026, 11, 21)
PERSONS = ("secretary", "planning", "dc", "uno1", "chief", "keeper")
EACH = 3
"""So many pages of one address are looked at for each person."""

SHOWN = ("alt", "aria-label", "placeholder", "title", "value")
"""Attributes a reader sees or hears."""

UNSEEN = {"script", "style", "template", "code", "head"}
UNSHOWN_INPUTS = {"hidden", "radio", "checkbox"}
ALLOWED = re.compile(
    r"SHA-256|\.p12\b|\b[\w.+-]+@[\w.-]+|https?://\S+|\S+\.(?:pdf|docx|xlsx|csv|json|txt|ics|png|jpe?g)\b", re.I
)
"""What stays Latin in any language: names of files, e-mail addresses, links, the name of the hash and of a kind of file."""


def texts(page: bytes) -> Iterator[str]:
    """What a reader of the page sees or hears, piece by piece, without what is marked as English."""
    for node in html.fromstring(page).iter():
        if not isinstance(node.tag, str) or UNSEEN & {node.tag, *(each.tag for each in node.iterancestors())}:
            continue
        if any(each.get("lang") == "en" for each in (node, *node.iterancestors())):
            continue
        yield node.text or ""
        yield from (child.tail or "" for child in node)
        hidden = node.tag in ("option", "button") or node.get("type") in UNSHOWN_INPUTS
        yield from (node.get(name, "") for name in SHOWN if not (name == "value" and hidden))


def walk(client: Client) -> Iterator[tuple[str, bytes]]:
    """Every page that can be reached from today by links, `EACH` of each address; its path and its bytes."""
    seen, waiting = Counter[str](), deque(["/"])
    known = {"/"}
    while waiting:
        path = waiting.popleft()
        name = resolve(path.partition("?")[0]).view_name
        if seen[name] == EACH:
            continue
        seen[name] += 1
        answer = client.get(path)
        if answer.status_code != 200 or "text/html" not in answer.headers["Content-Type"]:
            continue
        yield path, answer.content
        links = (str(href) for href in html.fromstring(answer.content).xpath("//a/@href"))
        for link in links:
            if link.startswith("/") and (bare := link.partition("#")[0]) not in known:
                known.add(bare)
                waiting.append(bare)


@pytest.mark.django_db
def test_no_screen_of_the_demo_shows_a_latin_digit_in_bangla() -> None:
    load(TODAY)
    found: dict[str, str] = {}
    for person in PERSONS:
        cache.clear()
        client = Client()
        client.force_login(Officer.objects.get(username=person), "django.contrib.auth.backends.ModelBackend")
        for path, page in walk(client):
            for text in texts(page):
                if re.search(r"[0-9]", ALLOWED.sub("", text)):
                    found.setdefault(" ".join(text.split())[:120], path)
    assert found == {}, "\n".join(f"{path}: {text}" for text, path in found.items())
