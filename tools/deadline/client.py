"""Client: one browser of one officer over one kept connection, as light as it can be; it keeps cookies and says how long each answer took."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4

_LONGEST = 1 << 22


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its status, where it sends on to, its text, and the seconds from the first byte sent to the last one received."""

    status: int
    location: str
    body: bytes
    seconds: float


@dataclass(slots=True)
class Client:
    """One officer's browser."""

    host: str
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Answer:
        """Open a page."""
        return await self._send("GET", path, b"", "")

    async def post(self, path: str, sent: dict[str, str], *, htmx: bool = False) -> Answer:
        """Send a form, or a part of a page as htmx does."""
        body = urlencode({**sent, "csrfmiddlewaretoken": self.cookies["csrftoken"]}).encode()
        return await self._send("POST", path, body, "application/x-www-form-urlencoded", htmx=htmx)

    async def upload(self, path: str, sent: dict[str, str], name: str, data: bytes) -> Answer:
        """Send a form with a file."""
        line = uuid4().hex
        fields = {**sent, "csrfmiddlewaretoken": self.cookies["csrftoken"]}
        parts = [
            f'--{line}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in fields.items()
        ]
        head = f'--{line}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\nContent-Type: application/pdf\r\n\r\n'
        body = b"".join((*parts, head.encode(), data, f"\r\n--{line}--\r\n".encode()))
        return await self._send("POST", path, body, f"multipart/form-data; boundary={line}")

    async def close(self) -> None:
        """Close the browser."""
        if self._line is not None:
            self._line[1].close()

    async def _send(self, method: str, path: str, body: bytes, kind: str, *, htmx: bool = False) -> Answer:
        if self._line is None or self._line[1].is_closing():
            self._line = await asyncio.open_connection(self.host, self.port, limit=_LONGEST)
        reader, writer = self._line
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}", "Accept-Language: bn"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if kind:
            lines += [f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        if htmx:
            lines.append("HX-Request: true")
        start = time.perf_counter()
        writer.write("\r\n".join((*lines, "", "")).encode() + body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *fields = head.rstrip().split("\r\n")
        named = [(key.lower(), value.strip()) for key, _, value in (each.partition(":") for each in fields)]
        text = await _body(reader, dict(named))
        took = time.perf_counter() - start
        for key, value in named:
            if key == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
            elif key == "connection" and value == "close":
                writer.close()
        return Answer(int(first.split()[1]), dict(named).get("location", ""), text, took)


async def _body(reader: asyncio.StreamReader, fields: dict[str, str]) -> bytes:
    if fields.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(fields.get("content-length", "0")))
    parts = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(parts)
