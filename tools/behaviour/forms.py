"""Reads the links and the forms of a page, and what a form would send if nobody typed anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit

PIECES = ("hx-get", "data-rows")
"""Attributes whose addresses a page fetches to put into itself."""
_LEFT_OUT = ("/static/", "/account/")
_PRESSED = ("submit", "button", "reset", "image")

Attributes = list[tuple[str, str | None]]


class Link(NamedTuple):
    """An address, and whether a page fetches it for itself."""

    address: str
    piece: bool = False


@dataclass
class Form:
    """A form: where it is sent and how, its fields as they are filled in, what each of its lists offers, its field for files, and the
    names of everything in it, buttons too.
    """

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[str, str]] = field(default_factory=dict)
    file_field: str = ""
    names: set[str] = field(default_factory=set)


class Page(HTMLParser):
    """A page that is open in the browser."""

    def __init__(self, here: str, markup: str) -> None:
        super().__init__()
        self._here = here
        self._addresses: list[Link] = []
        self.forms: list[Form] = []
        self._form = Form("", "get")
        self._list, self._option, self._area = "", "", ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Keep where a tag leads, or what it adds to the form around it."""
        given = {name: value or "" for name, value in attrs}
        plain = given.get({"a": "href", "img": "src"}.get(tag, ""), "")
        self._addresses += [Link(plain)] if plain else []
        self._addresses += [Link(given[name], piece=True) for name in PIECES if given.get(name)]
        if tag == "form":
            self._form = Form(urljoin(self._here, given.get("action", "")), given.get("method", "get").lower())
            self.forms.append(self._form)
        elif tag == "option":
            self._choice(given)
        elif given.get("name"):
            self._form.names.add(given["name"])
            self._field(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Close a list or a field of many lines."""
        if tag == "select":
            self._list = self._option = ""
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        """Keep the words of a choice, and what a field of many lines holds."""
        if self._area:
            self._form.fields[self._area] += data
        elif self._list and self._option in self._form.lists[self._list]:
            self._form.lists[self._list][self._option] += data.strip()

    def links(self) -> Iterator[Link]:
        """The addresses of the same house, in the order of the page; a form that only asks counts as one."""
        asked = [
            Link(f"{each.action.partition('?')[0]}?{urlencode(each.fields)}")
            for each in self.forms
            if each.method == "get"
        ]
        for link in (*self._addresses, *asked):
            address = urldefrag(urljoin(self._here, link.address)).url
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith(_LEFT_OUT):
                yield Link(address, link.piece)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        name, kind = given["name"], given.get("type", "text")
        if tag == "select":
            self._list = name
            self._form.lists[name] = {}
        elif tag == "textarea":
            self._area = name
            self._form.fields[name] = ""
        elif tag == "input" and kind in ("checkbox", "radio"):
            self._form.fields |= {name: given.get("value", "on")} if "checked" in given else {}
        elif tag == "input" and kind == "file":
            self._form.file_field = name
        elif tag == "input" and kind not in _PRESSED:
            self._form.fields[name] = given.get("value", "")

    def _choice(self, given: dict[str, str]) -> None:
        if not self._list:
            return
        self._option = given.get("value", "")
        if not self._form.lists[self._list] or "selected" in given:
            self._form.fields[self._list] = self._option
        self._form.lists[self._list][self._option] = ""
