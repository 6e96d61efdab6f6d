"""The forms of a page as a browser would send them: where to, with what, and every value that a choice offers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

Fields = dict[str, list[str]]
_TYPED = {"number": "1", "date": "2022-08-01", "email": "guest@example.org", "checkbox": "1"}


@dataclass
class Sheet:
    """One form: its address and method, what it sends as it is, and what else each field could hold."""

    action: str
    method: str
    fields: Fields = field(default_factory=dict)
    offered: Fields = field(default_factory=dict)

    def put(self, name: str, value: str, *, chosen: bool) -> None:
        """Note a value of a field, chosen or only offered."""
        self.offered.setdefault(name, []).append(value)
        if chosen:
            self.fields.setdefault(name, []).append(value)


def sheets(page: str, path: str) -> Iterator[Sheet]:
    """The forms of a page, one for each of their buttons, and what sends itself."""
    if "<" not in page:
        return
    root = html.fromstring(page)
    for form in root.iter("form"):
        sheet = _filled(form, form.get("hx-post") or form.get("action") or path, form.get("method", "get").lower())
        if form.get("hx-post"):
            sheet.method = "post"
        buttons = [each for each in form.iter("button") if each.get("name")]
        for button in buttons or [None]:
            yield _pressed(sheet, button, path)
    for each in root.xpath("//*[@hx-post][not(self::form)]"):
        sheet = _filled(each, each.get("hx-post") or path, "post")
        for name, value in json.loads(each.get("hx-vals") or "{}").items():
            sheet.put(name, str(value), chosen=True)
        yield sheet


def _pressed(sheet: Sheet, button: html.HtmlElement | None, path: str) -> Sheet:
    if button is None:
        return sheet
    pressed = Sheet(button.get("formaction") or sheet.action, sheet.method, dict(sheet.fields), dict(sheet.offered))
    name = button.get("name", "")
    pressed.fields[name] = [button.get("value", "")]
    pressed.offered[name] = [*pressed.offered.get(name, []), button.get("value", "")]
    return pressed


def _filled(form: html.HtmlElement, action: str, method: str) -> Sheet:
    """The fields of a form; what must be typed is typed."""
    sheet = Sheet(action, method)
    for each in (form, *form.iterdescendants("input", "textarea", "select")):
        name, kind = each.get("name", ""), each.get("type", "text")
        if not name or each.get("disabled") is not None or kind in ("file", "submit"):
            continue
        if each.tag == "select":
            _choose(sheet, name, each)
        elif each.tag == "textarea":
            sheet.put(name, each.text or "কথা", chosen=True)
        elif each.tag == "input":
            chosen = kind not in ("checkbox", "radio") or each.get("checked") is not None
            typed = "" if kind in ("hidden", "checkbox", "radio") else _TYPED.get(kind, "কথা")
            sheet.put(name, each.get("value") or typed, chosen=chosen)
    return sheet


def _choose(sheet: Sheet, name: str, select: html.HtmlElement) -> None:
    values = [each.get("value", each.text or "") for each in select.iter("option")]
    chosen = [each.get("value", "") for each in select.iter("option") if each.get("selected") is not None]
    sheet.offered.setdefault(name, []).extend(values)
    sheet.fields.setdefault(name, []).append((chosen or [value for value in values if value] or [""])[0])
