"""The evening of one office: its officer signs in, looks at today, opens the grid, types thirty figures, proves one, and files the quarter."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from tools.deadline.client import Answer, Client
from tools.deadline.nation import APART, PASS_PHRASE

FIGURES = 30
MOST = 3
"""Figures that are sent together where nobody thinks between them: as many as come together on an evening, on average."""
THINKING = 2.0
"""Seconds between two figures, on average; the hour is as hard whatever they are, for as many offices come in a second."""
TOGETHER = 4.0
"""Seconds a figure that was left waits for the next, as in the browser; 0 sends each by itself."""
_CELL = re.compile(rb'name="value-(\d+)"')
_VERSION = re.compile(rb'name="version-(\d+)"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="version-(\d+)"')
PROOF = b"%PDF-1.4\n% a scan of thirty kilobytes\n" + bytes(range(256)) * 120 + b"\n%%EOF\n"


class Failed(Exception):
    """An answer that an officer would not have expected."""


@dataclass(slots=True)
class Seen:
    """What the evening was like, for all offices together: seconds by step, what was acknowledged, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    stored: dict[int, str] = field(default_factory=dict)
    """The last acknowledged figure by the number of its duty."""
    proven: set[int] = field(default_factory=set)
    filed: set[int] = field(default_factory=set)
    wrong: Counter[str] = field(default_factory=Counter)
    done: int = 0
    read: Callable[[], float] | None = None
    """Gives the processor's seconds that the server has taken, where one office comes at a time."""
    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """What each step took of them."""
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Hall:
    """Where the server is, the plan of the first office and the quarter that is typed."""

    host: str
    port: int
    paper: int
    quarter: int
    thinking: float = THINKING
    together: float = TOGETHER


async def spend(hall: Hall, number: int, seen: Seen) -> None:
    """The evening of the office with that number."""
    client, dice = Client(hall.host, hall.port), random.Random(number)
    try:
        await _spend(client, hall, number, seen, dice)
        seen.done += 1
    except (Failed, OSError, asyncio.IncompleteReadError) as wrong:
        seen.wrong[f"{type(wrong).__name__}: {wrong}"[:160]] += 1
    finally:
        await client.close()


async def _spend(client: Client, hall: Hall, number: int, seen: Seen, dice: random.Random) -> None:
    paper = hall.paper + number * APART
    _expect(seen, "the door", await client.get("/account/login/"), 200)
    entered = {"login": f"officer-{number}", "password": PASS_PHRASE}
    _expect(seen, "sign in", await client.post("/account/login/", entered), 302)
    _expect(seen, "today", await client.get("/"), 200)
    grid = _expect(seen, "grid", await client.get(f"/grid/{paper}/?quarter={hall.quarter}"), 200)
    cells = [int(found) for found in dict.fromkeys(_CELL.findall(grid.body))][:FIGURES]
    if len(cells) < FIGURES:
        raise Failed(f"the grid has {len(cells)} cells to write in")
    versions = {int(one[0] or one[3]): (one[1] or one[2]).decode() for one in _VERSION.findall(grid.body)}
    await _type(client, hall, seen, {cell: versions[cell] for cell in cells}, dice)
    proven = cells[0]
    sent = {"value": seen.stored[proven], "do": "submit", "words": "", "proof_note": ""}
    _expect(seen, "prove one", await client.upload(f"/duties/{proven}/report/", sent, "proof.pdf", PROOF), 302)
    seen.proven.add(proven)
    _expect(seen, "file", await client.post(f"/grid/{paper}/{hall.quarter}/file/", {"words": ""}), 302)
    seen.filed.add(paper)


async def _type(client: Client, hall: Hall, seen: Seen, versions: dict[int, str], dice: random.Random) -> None:
    """Type the figures one after the other, and send those that were left, as the script of the page does."""
    left: dict[int, str] = {}
    come, is_over = asyncio.Event(), False

    async def fingers() -> None:
        nonlocal is_over
        for cell in versions:
            if hall.thinking:
                await asyncio.sleep(dice.expovariate(1 / hall.thinking))
            left[cell] = str(dice.randint(15, 30))
            come.set()
        is_over = True
        come.set()

    typing = asyncio.create_task(fingers())
    try:
        while not is_over or left:
            await come.wait()
            come.clear()
            if hall.thinking and hall.together and not is_over:
                await asyncio.sleep(hall.together)
            while left:
                most = len(left) if hall.thinking and hall.together else MOST if hall.together else 1
                sent = {cell: left.pop(cell) for cell in list(left)[:most]}
                fields = {f"value-{cell}": value for cell, value in sent.items()}
                fields |= {f"version-{cell}": versions[cell] for cell in sent}
                answer = await client.post(f"/duties/{next(iter(sent))}/cell/", fields, htmx=True)
                _expect(seen, "save figures", answer, 200)
                seen.stored |= sent
    finally:
        typing.cancel()


def _expect(seen: Seen, step: str, answer: Answer, status: int) -> Answer:
    seen.seconds[step].append(answer.seconds)
    if seen.read is not None:
        now = seen.read()
        seen.taken[step].append(now - seen.before)
        seen.before = now
    if answer.status != status:
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.body.decode(errors="replace")))
        raise Failed(f"{step}: {answer.status} {text[-60:]}")
    return answer


async def drive(hall: Hall, numbers: range, rate: float, seen: Seen) -> None:
    """Let the offices come at a steady rate (offices a second, at random moments), and wait until each has gone home."""
    dice, coming = random.Random(f"{date.min}{len(numbers)}"), []
    for number in numbers:
        coming.append(asyncio.create_task(spend(hall, number, seen)))
        await asyncio.sleep(dice.expovariate(rate))
    await asyncio.gather(*coming)


async def without_pauses(hall: Hall, numbers: range, at_once: int, seen: Seen) -> None:
    """Let so many offices at once go through their evening as fast as the server answers; one at a time, what each step takes of the processor can
    be read.
    """
    door = asyncio.Semaphore(at_once)

    async def come(number: int) -> None:
        async with door:
            await spend(hall, number, seen)

    await asyncio.gather(*map(come, numbers))
