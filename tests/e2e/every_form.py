"""Every form with a field, found on the pages of the house by opening every address for several officers."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from angikar.offices.models import Officer
from tests.access.house import SCREENS
from tests.access.scene import SHAPES, set_up
from tests.world import build

EDITOR = "?path=office"
MORE = (("duty", "open"), ("duty", "receipt"), ("paper", "letter"), ("paper", "draft"), ("filing", "agreement quarter"))
"""Pages of the same addresses in another state."""
_NUMBERS = re.compile(r"[0-9a-f]{12,}|\d+")
_ASKS = re.compile(r'action="[^"]*"|(?:name|value)="[^"]*"')
_TOKENS = re.compile(r'value="[\w:-]{20,}"')
PARTS = ("mark", "dated", "cell", "sitting_rows")
"""Addresses that give a part of a page."""
SCRIPT = """
(() => {
  const { drafts } = angikar;
  const all = () => [...document.querySelectorAll("form")].filter(drafts.keeps);
  const own = (form) => [...form.elements].filter((each) => each.name && !each.readOnly && each.matches("textarea, input:not([type=hidden],[type=checkbox],[type=radio],[type=file],[type=submit])"));
  const write = (field, text) => {
    field.value = { date: "2022-07-05", time: "10:30", number: "7", email: "someone@example.org" }[field.type] || text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return field.value;
  };
  window.forms = {
    keys: () => all().filter((form) => own(form).length).map((form) => drafts.of(form).key),
    find: (key) => all().find((form) => drafts.of(form).key === key),
    fill: (key, text) => own(forms.find(key)).map((field) => write(field, text)),
    read: (key) => { const form = forms.find(key); return form ? own(form).map((field) => field.value) : null; },
    submit: (key) => { const form = forms.find(key); form.noValidate = true; form.requestSubmit(); },
    said: (key) => { const form = forms.find(key); const place = form && form.querySelector("[data-fault]"); return place && !place.hidden ? place.dataset.fault : ""; },
    stored: async () => (await angikar.store.mine()).map((draft) => [draft.key, draft.text]),
  };
})()
"""


@dataclass(frozen=True)
class FormPlace:
    """One kind of form: who sees it on which page, and its key there."""

    who: str
    path: str
    key: str

    @property
    def kind(self) -> str:
        """The key without the numbers of rows: forms of one kind differ by these alone."""
        return _NUMBERS.sub("#", self.key)


def found() -> None:
    """The offices and papers of the walk over all addresses, in an empty database."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    world = build()
    scene = {**set_up(world), **SHAPES}
    seen: set[str] = set()
    who_looks = ("director", "secretary", "south_head", "focal", "clerk")
    print(json.dumps([(who, path) for who in who_looks for path in _pages(world.officers[who], scene, seen)]))


def _pages(person: Officer, scene: dict[str, str], seen: set[str]) -> list[str]:
    """The pages that this officer may open and that have a form unlike all `seen` before, but for the numbers in it."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    named = [(name, address.leads) for name, address in SCREENS.items() if address.read and name not in PARTS]
    paths = [
        reverse(f"desk:{name}", args=[scene[each] for each in leads.split()])
        + (EDITOR if name == "cell_of_paper" else "")
        for name, leads in (*named, *MORE)
    ]
    answers = {path: client.get(path) for path in paths}
    found = []
    for path, answer in answers.items():
        forms = _forms(path, answer) if answer.status_code == 200 else set()
        if not forms <= seen:
            found.append(path)
        seen |= forms
    return found


def _forms(path: str, answer: HttpResponse) -> set[str]:
    """The forms in the main part of a page, none of a file: where each goes and what it asks for, without numbers of rows."""
    if not answer["Content-Type"].startswith("text/html"):
        return set()
    texts = re.findall(r'<form[^>]*method="post".*?</form>', answer.content.decode().partition("<main")[2], re.DOTALL)
    return {_NUMBERS.sub("#", _TOKENS.sub("", " ".join([path, *_ASKS.findall(text)]))) for text in texts}


def open_page(page: Page, path: str) -> None:
    """Open a page, with what the walk does there at hand, and wait until drafts have been offered."""
    page.goto(path)
    again(page)


def again(page: Page) -> None:
    """The same for a page that has come by itself."""
    page.evaluate(SCRIPT)
    page.evaluate("angikar.drafts.ready")


def places(page: Page, who: str, path: str) -> list[FormPlace]:
    """The forms of a page that have a field to type in."""
    open_page(page, path)
    keys = page.evaluate("forms.keys()")
    assert len(keys) == len(set(keys)), f"two forms of {path} cannot be told apart: {keys}"
    return [FormPlace(who, path, key) for key in keys]
