"""Every form with a field, on every page, under every fault: what was typed is kept, said in words, and comes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.e2e.acts import PASS_PHRASE
from tests.e2e.every_form import FormPlace, again, open_page, places
from tests.e2e.server import House

FOUNDING = "from tests.e2e.every_form import found; found()"
REFUSAL = "<!doctype html><html><body><main><h1>no</h1></main></body></html>"
_LATE: list[Route] = []  # sendings that nobody answers
FAULTS: dict[str, Callable[[Route], None]] = {
    "cut": lambda route: route.abort("internetdisconnected"),
    "late": lambda route: _LATE.append(route),
    "forbidden": lambda route: route.fulfill(status=403, content_type="text/html", body=REFUSAL),
    "clash": lambda route: route.fulfill(status=409, content_type="text/plain", body="no"),
    "broken": lambda route: route.fulfill(status=500, content_type="text/html", body=REFUSAL),
}
"""What befalls a sending, by the name of the fault that the form then says."""
ALSO_SAID = {"cut": {"cut", "waits"}, "forbidden": {"forbidden", "again"}}
KINDS = 40
"""So many kinds of forms there are at least; fewer would mean that the walk does not find them."""

Sit = Callable[[str], BrowserContext]
Table = dict[tuple[str, str], list[FormPlace]]
Tried = dict[tuple[str, str], bool]
"""What became of each kind of form under each fault: whether everything typed was kept."""


@pytest.fixture(scope="module")
def big_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house with papers in every state, and what hangs on them."""
    house = House(tmp_path_factory.mktemp("every-form"), FOUNDING)
    house.open()
    yield house
    house.close()


@pytest.fixture(scope="module")
def sit(big_house: House, browser: Browser) -> Iterator[Sit]:
    """A browser in which an officer has signed in; one for each officer."""
    contexts: dict[str, BrowserContext] = {}

    def seated(who: str) -> BrowserContext:
        if who not in contexts:
            contexts[who] = browser.new_context(base_url=big_house.url, locale="bn-BD")
            contexts[who].set_default_timeout(60_000)
            page = contexts[who].new_page()
            page.goto("/account/login/")
            _sign_in(page, who)
            page.close()
        return contexts[who]

    yield seated
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="module")
def table(big_house: House, sit: Sit) -> Table:
    """The first form of each kind, by who sees it on which page."""
    pages = json.loads(big_house.founded)
    found: dict[str, FormPlace] = {}
    for who, path in pages:
        page = sit(who).pages[0] if sit(who).pages else sit(who).new_page()
        for place in places(page, who, path):
            found.setdefault(place.kind, place)
    for who in {who for who, _path in pages}:
        for page in sit(who).pages:
            page.close()
    by_page: dict[tuple[str, str], list[FormPlace]] = {}
    for place in found.values():
        by_page.setdefault((place.who, place.path), []).append(place)
    return by_page


def _sign_in(page: Page, who: str) -> None:
    page.get_by_label("নাম (ইউজারনেম)").fill(who)
    page.get_by_label("পাসওয়ার্ড").fill(PASS_PHRASE)
    page.get_by_role("button", name="লগ ইন করুন").click()
    page.wait_for_url(lambda url: "/account/login/" not in url)


def _stored(page: Page, place: FormPlace, typed: list[str]) -> bool:
    """Whether the browser keeps every text that was typed into this form."""
    texts = [text for key, found in page.evaluate("forms.stored()") if key == place.key for text in found]
    return set(typed) <= set(texts)


def test_the_walk_finds_every_kind_of_form(table: Table) -> None:
    assert sum(map(len, table.values())) >= KINDS


def test_a_fault_on_the_way_loses_nothing_and_is_said(sit: Sit, table: Table) -> None:
    """The line is cut, no answer comes, the answer is 403, 409 or 500; and a double click sends once."""
    tried: Tried = {}
    sent: list[str] = []
    fate = ["broken"]

    def befall(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(fate[0])
        FAULTS[fate[0]](route)

    for (who, path), forms in table.items():
        page = sit(who).new_page()
        page.route(lambda url: True, befall)
        open_page(page, path)
        for place in forms:
            for befalls in FAULTS:
                fate[0] = befalls
                # Only what never answers is given up soon: a busy machine may take its time over the others.
                page.evaluate("soon => { htmx.config.timeout = soon ? 300 : 60000; }", befalls == "late")
                typed = _type(page, place, befalls)
                sent.clear()
                page.evaluate("key => { forms.submit(key); forms.submit(key); }", place.key)
                wanted = list(ALSO_SAID.get(befalls, {befalls}))
                said = "([key, wanted]) => wanted.includes(forms.said(key))"
                page.wait_for_function(said, arg=[place.key, wanted])
                while _LATE:
                    _LATE.pop().abort()
                tried[place.kind, befalls] = _stored(page, place, typed)
                if befalls == "broken":
                    tried[place.kind, "double click"] = sent == [befalls]
        page.unroute_all(behavior="ignoreErrors")
        page.close()
    _expect_all_kept(table, tried, {*FAULTS, "double click"})


def test_a_closed_tab_and_another_tab_lose_nothing(sit: Sit, table: Table) -> None:
    """Two tabs write into each form and are closed; a third is offered both texts, and takes one back."""
    tried: Tried = {}
    for (who, path), forms in table.items():
        typed = {}
        for tab in ("one", "other"):
            page = sit(who).new_page()
            open_page(page, path)
            for place in forms:
                typed[place, tab] = _type(page, place, tab)
            with page.expect_event("close"):
                page.close(run_before_unload=True)
        page = sit(who).new_page()
        open_page(page, path)
        for place in forms:
            tried[place.kind, "two tabs"] = all(_stored(page, place, typed[place, tab]) for tab in ("one", "other"))
            bars = page.evaluate(
                "key => [...forms.find(key).querySelectorAll('.kept [data-text]')].map((each) => each.textContent)",
                place.key,
            )
            page.evaluate("key => forms.find(key).querySelector('.kept button').click()", place.key)
            read = page.evaluate("key => forms.read(key)", place.key)
            tried[place.kind, "closed tab"] = len(bars) >= 2 and read in [typed[place, tab] for tab in ("one", "other")]
        page.evaluate("document.querySelectorAll('.kept button.quiet').forEach((each) => each.click())")
        page.close()
    _expect_all_kept(table, tried, {"two tabs", "closed tab"})


def test_an_expired_session_leads_to_the_door_and_back_to_the_text(sit: Sit, table: Table) -> None:
    """The first time somebody signs in anew; then the session is put back, for the door counts how often one comes."""
    tried: Tried = {}
    came: set[str] = set()
    for (who, path), forms in table.items():
        page = sit(who).new_page()
        for place in forms:
            open_page(page, path)
            typed = _type(page, place, "expired")
            session = [each for each in page.context.cookies() if each["name"] == "sessionid"]
            page.context.clear_cookies(name="sessionid")
            page.evaluate("key => forms.submit(key)", place.key)
            page.wait_for_url("**/account/login/**")
            expect(page.locator("[data-door]")).to_be_visible()
            if who in came:
                page.context.add_cookies(session)  # type: ignore[arg-type]
                open_page(page, parse_qs(urlsplit(page.url).query)["next"][0])
            else:
                _sign_in(page, who)
                came.add(who)
                again(page)
            tried[place.kind, "expired session"] = page.evaluate("key => forms.read(key)", place.key) == typed
        page.evaluate("document.querySelectorAll('.kept button.quiet').forEach((each) => each.click())")
        page.close()
    _expect_all_kept(table, tried, {"expired session"})


def _expect_all_kept(table: Table, tried: Tried, faults: set[str]) -> None:
    """Each kind of form was tried under each of these faults, and kept what was typed."""
    kinds = [place.kind for forms in table.values() for place in forms]
    assert set(tried) == {(kind, fault) for kind in kinds for fault in faults}
    assert [each for each, kept in tried.items() if not kept] == []


def _type(page: Page, place: FormPlace, fault: str) -> list[str]:
    """Type into every field of the form; returns what stands there."""
    return list(page.evaluate("([key, text]) => forms.fill(key, text)", [place.key, f"লেখা {fault}"]))
