"""Filling in a form as it stands on a page: what a browser would send of it."""

from __future__ import annotations

from html.parser import HTMLParser


class _Fields(HTMLParser):
    """The fields of the forms of a page that are sheets of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._inside = False
        self._name = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("class") == "sheet"
        if not self._inside:
            return
        name = given.get("name", "")
        if tag == "input" and name and (given.get("type") != "checkbox" or "checked" in given):
            self.sent.setdefault(name, []).append(given.get("value", ""))
        if tag in ("textarea", "select"):
            self._name, self._text = name, []
            self.sent[name] = [""]
        if tag == "option" and "selected" in given:
            self.sent[self._name] = [given.get("value", "")]

    def handle_data(self, data: str) -> None:
        if self._name:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._name:
            self.sent[self._name] = ["".join(self._text)]
        if tag in ("textarea", "select"):
            self._name = ""
        if tag == "form":
            self._inside = False


def fields(page: str) -> dict[str, list[str]]:
    """What the main form of a page would send if it were sent as it is."""
    found = _Fields()
    found.feed(page)
    return found.sent
