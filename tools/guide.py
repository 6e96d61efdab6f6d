"""Guide makes the pictures of the guide by walking a fresh demo in a browser, so that they show the screens as they are.

Run as `python -m tools.guide [FOLDER]`; without a folder they go where the pages look for them.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from angikar.cli.demo.start import PHRASE
from angikar.desk.guide.pages import PICTURES
from tools import browsers

TODAY: Final = "2026-11-29"
"""The day of every picture: this year's are those of any year."""
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
_PATIENCE = 300
"""Seconds that a busy machine may take to load the demo."""


class Shot(NamedTuple):
    """A picture: its name, who sees it, where he begins, which links (CSS) he follows, and on what."""

    name: str
    who: str
    start: str
    links: tuple[str, ...] = ()
    size: dict[str, int] = DESK


SHOTS: Final = (
    Shot("today", "planning", "/"),
    Shot("intake", "planning", "/intake/"),
    Shot("review", "planning", "/intake/", ("main a[href^='/intake/']",)),
    Shot("grid", "planning", "/", ("main a[href^='/grid/']",)),
    Shot("issue", "dg", "/papers/?kind=plain_letter", ("main a[href^='/papers/'][href$='/']", "main a[href$='/issue/']")),
    Shot("filing", "dg", "/papers/?kind=agreement", ("main a[href^='/papers/']", "main a[href^='/grid/'][href$='/1/']")),
    Shot("results", "dg", "/papers/?kind=agreement", ("main a[href^='/papers/']", "main a[href^='/results/']")),
    Shot("upazila-today", "uno3", "/", (), PHONE),
    Shot("duty", "uno3", "/", ("main a[href^='/duties/']",), PHONE),
    Shot("verify", "dg", "/standings/", ("main a[href*='quarter=1']", "main a[href^='/grid/'][href$='/1/']")),
    Shot("year", "performance", "/standings/", ("main a[href^='/grid/']", "main a[href$='/year/']")),
    Shot("compliance", "chief", "/papers/?kind=circular", ("main a[href^='/papers/']", "main a[href^='/circulars/']", "main a[href$='/compliance/']")),
    Shot("standings", "performance", "/standings/"),
    Shot("meetings", "admin", "/meetings/"),
    Shot("agenda", "admin", "/meetings/", ("main a[href^='/agenda/']",)),
    Shot("decisions", "ict", "/decisions/"),
    Shot("offices", "keeper", "/offices/"),
    Shot("post", "keeper", "/offices/", ("main a[href^='/offices/']:not([href*='list']):not([href*='places'])", "main a[href^='/posts/']")),
)  # fmt: skip


def make(folder: Path) -> None:
    """Take every picture into the folder. Raises `RuntimeError` naming the shot whose link is not there any more."""
    folder.mkdir(parents=True, exist_ok=True)
    program = browsers.browser()
    if program is None:
        raise RuntimeError("no browser on this machine (`make system` installs it)")
    with _served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for who in dict.fromkeys(shot.who for shot in SHOTS):
            _take_all(browser, address, [shot for shot in SHOTS if shot.who == who], folder)
        browser.close()


def _take_all(browser: Browser, address: str, shots: list[Shot], folder: Path) -> None:
    context = browser.new_context(base_url=address, locale="bn-BD", viewport=DESK)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/account/login/")
    page.locator("input[name=login]").fill(shots[0].who)
    page.locator("input[name=password]").fill(PHRASE)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda url: "/account/" not in url)
    for shot in shots:
        _take(page, shot, folder / f"{shot.name}.png")
    context.close()


def _take(page: Page, shot: Shot, file: Path) -> None:
    page.set_viewport_size(shot.size)  # type: ignore[arg-type]
    page.goto(shot.start)
    for link in shot.links:
        found = page.locator(link)
        if not found.count():
            raise RuntimeError(f"the picture “{shot.name}”: {page.url} has no link {link}")
        target = found.first.get_attribute("href") or ""
        answer = page.goto(target)
        if answer is None or not answer.ok:
            raise RuntimeError(f"the picture “{shot.name}”: {target} does not answer")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file)
    with Image.open(file) as picture:
        picture.quantize(64).save(file, optimize=True)


@contextmanager
def _served() -> Iterator[str]:
    """The address of a demo in a folder of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    with tempfile.TemporaryDirectory(prefix="angikar-guide-") as var:
        command = [sys.executable, "-m", "angikar.cli.main", "serve", "--demo", "--no-tend", "--port", port]
        server = subprocess.Popen([*command, "--today", TODAY], env={**os.environ, "ANGIKAR_VAR": var})
        try:
            _wait(f"http://127.0.0.1:{port}/account/login/", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=60)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    last = time.monotonic() + _PATIENCE
    while time.monotonic() < last and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=30).close()  # noqa: S310 - our own server on loopback
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError("the demo did not open")


def main(arguments: list[str]) -> int:
    """Make the pictures, or say in one sentence why not."""
    try:
        make(Path(arguments[0]) if arguments else PICTURES)
    except RuntimeError as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
