"""A visitor on the bench: one officer's browser, as far as the server can tell: cookies, the token of its forms, one connection."""

from __future__ import annotations

import re
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

TYPED = "seven rivers meet here"
"""The password of all of them."""
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_FORM = "application/x-www-form-urlencoded"


class Visitor:
    """One connection to a server and the cookies it was given."""

    def __init__(self, address: str) -> None:
        place = urlsplit(address)
        self._address = address
        self._line = HTTPConnection(place.hostname or "", place.port, timeout=300)
        self._cookies: dict[str, str] = {}
        self._token = ""

    def ask(self, method: str, path: str, body: str | bytes | None = None, kind: str = _FORM) -> tuple[int, str]:
        """The status of an answer and its text."""
        headers = {
            "Cookie": "; ".join(f"{key}={value}" for key, value in self._cookies.items()),
            "Referer": self._address,
        }
        if body is not None:
            headers |= {"Content-Type": kind, "X-CSRFToken": self._token}
        if kind != _FORM:
            headers["Accept"] = "application/json"
        self._line.request(method, path, body, headers)
        answer = self._line.getresponse()
        for given in answer.headers.get_all("Set-Cookie") or ():
            key, _, value = given.partition(";")[0].partition("=")
            self._cookies[key] = value
        page = answer.read().decode()
        found = _TOKEN.search(page)
        self._token = found[1] if found else self._token
        return answer.status, page

    def sign_in(self, name: str) -> tuple[int, str]:
        """Come in through the door; the status and the page that is seen then."""
        self.ask("GET", "/account/login/")
        sent = {"csrfmiddlewaretoken": self._token, "login": name, "password": TYPED}
        status, _ = self.ask("POST", "/account/login/", urlencode(sent))
        shown, page = self.ask("GET", "/")
        return (shown if status == 302 else status), page

    def leave(self) -> None:
        """Close the connection."""
        self._line.close()
