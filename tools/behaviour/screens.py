"""Records the screens of the demo, as the people of the demo see them in Bangla and in English."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tools.behaviour.acts import do_all
from tools.behaviour.contents import record_of, write
from tools.behaviour.crawl import Walker
from tools.behaviour.server import Server

PEOPLE = (
    "dg",
    "planning",
    "admin",
    "performance",
    "secretary",
    "dc",
    "ict",
    "uno3",
    "elections",
    "chief",
    "deo",
    "keeper",
)
"""Heads, focal officers, the office above, a district, an upazila, the election offices, and who keeps the offices."""
ENGLISH = ("dg", "ict", "elections")
"""Who reads the screens in English as well."""
STARTS = (
    "/",
    "/papers/",
    "/intake/",
    "/letters/new/",
    "/dispatch/",
    "/meetings/",
    "/bodies/",
    "/ideas/",
    "/decisions/",
    "/standings/",
    "/offices/",
    "/notices/",
)
PUBLIC = ("/account/login/", "/public/", "/nowhere/")

Walkers = dict[str, Walker]


def record_bangla(server: Server, people: Mapping[str, str], folder: Path, files: Mapping[str, bytes]) -> Walkers:
    """Record what a stranger and each person see, and what they see once a few things have been done."""
    stranger = Walker(server.visitor(), folder / "stranger")
    stranger.walk(PUBLIC)
    walkers: Walkers = {}
    for name in PEOPLE:
        walkers[name] = Walker(server.visitor(), folder / name)
        walkers[name].visitor.sign_in(name, people[name])
        walkers[name].walk(STARTS)
    do_all(walkers, files, folder / "acts")
    return walkers | {"stranger": stranger}


def record_english(server: Server, people: Mapping[str, str], folder: Path, walkers: Walkers) -> int:
    """Record the pages that some people saw once more, in English; the count of pages."""
    count = 0
    for name in ENGLISH:
        visitor = server.visitor()
        visitor.sign_in(name, people[name])
        visitor.speak("en")
        for screen in walkers[name].screens:
            if screen.is_first_page:
                answer = visitor.get(screen.link.address, piece=screen.link.piece)
                write(
                    folder / f"{name}-english" / f"{screen.name}.txt", record_of(f"GET {screen.link.address}", answer)
                )
                count += 1
    return count
