"""Records what the commands print: the real papers read, checked and printed; the demo's sign-ins and its standings."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

from tools.behaviour.contents import pdf_text, pretty, write
from tools.behaviour.forms import Page
from tools.behaviour.normal import quiet
from tools.behaviour.server import Said, Server
from tools.behaviour.visitor import Visitor

ROOT = Path(__file__).parents[2]
ANCHOR = "2022-10-17"
"""The day a circular's schedule counts from."""
SUPERIOR = "secretary"
"""Who sees the standings of every plan."""


def seeds() -> list[Path]:
    """The real papers, which are not part of the repository."""
    folder = Path(os.environ.get("ANGIKAR_SEEDS") or ROOT.parent / "shared" / "seeds")
    return sorted(folder.glob("*.txt"))


def record_papers(server: Server, papers: Sequence[Path], folder: Path) -> None:
    """Record what `read`, `check`, `print` and, for a circular, `schedule` make of each paper."""
    for paper in papers:
        path = folder / paper.stem
        write(path / "read.json", _kept(server.run("read", paper, "--json")))
        write(path / "check.txt", _kept(server.run("check", paper)))
        write(path / "check-english.txt", _kept(server.run("check", paper, "--english")))
        write(path / "print.txt", _printed(server, paper))
        if paper.stem.startswith("circular"):
            write(path / "schedule.json", _kept(server.run("schedule", paper, "--anchor", ANCHOR, "--json")))


def files_of(server: Server, papers: Sequence[Path]) -> dict[str, bytes]:
    """Papers to take in at the screens: the minutes as text, and a circular as the PDF that was printed of it."""
    named = {paper.stem.partition("-")[0]: paper for paper in papers}
    minutes, circular = named.get("minutes", papers[0]), named.get("circular", papers[0])
    return {"minutes.txt": minutes.read_bytes(), "circular.pdf": (server.room / f"{circular.stem}.pdf").read_bytes()}


def record_demo(server: Server, folder: Path) -> dict[str, str]:
    """Load the demo and record what it says; the pass phrases by user name."""
    said = server.run("demo", "--all")
    write(folder / "demo.txt", _kept(said))
    people = dict(re.findall(r"(?m)^  (\S+)\s+(\S+)\s+\S.*$", said.out))
    if not people:
        raise RuntimeError(f"the demo names nobody who may sign in:\n{said.out}{said.error}")
    return people


def record_standings(server: Server, people: Mapping[str, str], folder: Path) -> None:
    """Record the standings of every year, kind of plan and office above that the screen of standings offers."""
    visitor = server.visitor()
    visitor.sign_in(SUPERIOR, people[SUPERIOR])
    for year in _offered(visitor, "/standings/")["year"]:
        offered = _offered(visitor, f"/standings/?year={year}")
        for kind, (number, office) in product(offered["kind"], offered["under"].items()):
            if number != "0":
                said = server.run("standings", "--year", year, "--kind", kind, "--under", office, "--json")
                write(folder / f"{year}-{kind.replace(':', '-')}-{number}.json", _kept(said))


def _offered(visitor: Visitor, address: str) -> dict[str, dict[str, str]]:
    """What the lists of a page's forms offer: their values, and the words shown for them."""
    page = Page(address, visitor.get(address).text)
    return {name: choices for form in page.forms for name, choices in form.lists.items()}


def _printed(server: Server, paper: Path) -> str:
    """The text of the paper's official form."""
    target = server.room / f"{paper.stem}.pdf"
    said = server.run("print", paper, "-o", target)
    return _kept(said).replace(str(server.room), "") + (pdf_text(target.read_bytes()) if target.exists() else "")


def _kept(said: Said) -> str:
    """What a command printed; how it ended, where it complained."""
    ended = f"ended with {said.code}\n" if said.code or said.error else ""
    return pretty(quiet(said.out)) + ended + quiet(said.error)
