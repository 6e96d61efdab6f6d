"""A visitor of the screens: asks for addresses over HTTP, keeps cookies, and signs in through the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import quote, urlencode

HOST = "127.0.0.1"
DOOR = "/account/login/"
_SECONDS = 300.0
_PLAIN = "%/?&=+:;,@!$()*~"
_EDGE = "-" * 20 + "record"


class File(NamedTuple):
    """A file that goes with a form."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Answer:
    """What the server sent back for one address."""

    status: int
    head: Message
    body: bytes

    @property
    def kind(self) -> str:
        """The type of the content, without its parameters."""
        return self.head.get_content_type()

    @property
    def text(self) -> str:
        """The content as text."""
        return self.body.decode("utf-8", errors="replace")


class Visitor:
    """One person with one browser."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: dict[str, str] = {}

    def get(self, address: str, *, piece: bool = False) -> Answer:
        """The answer to an address; a piece is what a page asks for to put into itself. Redirects are not followed."""
        return self._ask("GET", address, {"HX-Request": "true"} if piece else {})

    def post(self, address: str, fields: Mapping[str, str], file: File | None = None, file_field: str = "") -> Answer:
        """Send a form, with a file where there is one."""
        every = {**fields, "csrfmiddlewaretoken": self._cookies.get("csrftoken", "")}
        if file is None:
            return self._ask("POST", address, {"Content-Type": "application/x-www-form-urlencoded"}, urlencode(every))
        head = 'Content-Disposition: form-data; name="{}"'
        parts = [f"--{_EDGE}\r\n{head.format(name)}\r\n\r\n{value}\r\n".encode() for name, value in every.items()]
        parts.append(f'--{_EDGE}\r\n{head.format(file_field)}; filename="{file.name}"\r\n\r\n'.encode() + file.data)
        body = b"".join(parts) + f"\r\n--{_EDGE}--\r\n".encode()
        return self._ask("POST", address, {"Content-Type": f"multipart/form-data; boundary={_EDGE}"}, body)

    def sign_in(self, username: str, password: str) -> None:
        """Go in through the form at the door."""
        self.get(DOOR)
        answer = self.post(DOOR, {"login": username, "password": password})
        if answer.status != 302:
            raise RuntimeError(f"{username} cannot sign in: {answer.status}")

    def speak(self, language: str) -> None:
        """Choose the language of the screens."""
        self.post("/language/", {"language": language})

    def _ask(self, method: str, address: str, head: dict[str, str], body: str | bytes | None = None) -> Answer:
        connection = HTTPConnection(HOST, self._port, timeout=_SECONDS)
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        try:
            connection.request(
                method, quote(address, safe=_PLAIN), body, {**head, **({"Cookie": cookies} if cookies else {})}
            )
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        finally:
            connection.close()
        for line in answer.head.get_all("Set-Cookie", []):
            self._cookies |= {name: each.value for name, each in SimpleCookie(line).items()}
        return answer
