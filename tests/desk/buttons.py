"""The buttons of a page, as a browser would press them: every form with its fields, and pressing one of its buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client


@dataclass
class PageForm:
    """One form of a page: where it is sent, what its fields hold, and the values of its buttons (`name=value`)."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[PageForm] = []
        self._open: PageForm | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = PageForm(given.get("action", ""))
            self.found.append(self._open)
        elif self._open is None:
            return
        elif tag == "button":
            self._open.buttons.append((given.get("name", ""), given.get("value", "")))
        elif (
            tag in ("input", "textarea", "select")
            and given.get("name")
            and given.get("type") not in ("checkbox", "file")
        ):
            self._open.fields[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None


def forms(client: Client, url: str) -> list[PageForm]:
    """The forms of a page."""
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    reader = _Forms()
    reader.feed(answer.content.decode())
    return reader.found


def buttons(client: Client, url: str) -> set[str]:
    """What the buttons of a page do: the last word of the address of their form, with the button's own value."""
    return {
        f"{form.action.rstrip('/').rpartition('/')[2]}:{value}".rstrip(":")
        for form in forms(client, url)
        for _, value in form.buttons
    }


def press(client: Client, url: str, what: str, **typed: Any) -> HttpResponse:
    """Press the button that `buttons` calls so, after typing into the fields of its form."""
    for form in forms(client, url):
        for name, value in form.buttons:
            if f"{form.action.rstrip('/').rpartition('/')[2]}:{value}".rstrip(":") == what:
                return client.post(form.action, {**form.fields, **typed, **({name: value} if name else {})})  # type: ignore[return-value]
    raise AssertionError(f"{url} has no button {what}; it has {sorted(buttons(client, url))}")
