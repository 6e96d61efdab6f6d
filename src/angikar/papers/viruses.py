"""Viruses: a file is shown to the scanner of the house before it is stored, where `ANGIKAR_VIRUS_SCANNER` names one (clamd)."""

from __future__ import annotations

import socket
import struct

from django.conf import settings

from angikar.history.refusal import Refused
from angikar.papers import sentences

_SECONDS = 30
_PART = 1 << 16
_LONGEST = 4096
"""Bytes of the longest answer that is taken."""
_FOUND = " FOUND"
_NAME = 80


def refuse_infected(data: bytes) -> None:
    """Raises `Refused` for a file in which the scanner finds something, and where it does not answer: nothing is stored unseen."""
    address: str = settings.VIRUS_SCANNER
    if not address:
        return
    try:
        answer = _asked(address, data)
    except OSError as cause:
        raise Refused(sentences.SCANNER_AWAY) from cause
    said = answer.removeprefix("stream: ")
    if said.endswith(_FOUND):
        name = "".join(sign for sign in said.removesuffix(_FOUND) if sign.isprintable())
        raise Refused(sentences.FILE_INFECTED, found=name[:_NAME])
    if said != "OK":
        raise Refused(sentences.SCANNER_AWAY)


def _asked(address: str, data: bytes) -> str:
    """What clamd answers to a stream of bytes. Raises OSError."""
    with _reached(address) as channel:
        channel.sendall(b"zINSTREAM\0")
        for start in range(0, len(data), _PART):
            part = data[start : start + _PART]
            channel.sendall(struct.pack(">I", len(part)) + part)
        channel.sendall(struct.pack(">I", 0))
        answer = bytearray()
        while len(answer) < _LONGEST and not answer.endswith(b"\0"):
            came = channel.recv(_LONGEST)
            if not came:
                break
            answer += came
    return bytes(answer).rstrip(b"\0\n").decode(errors="replace")


def _reached(address: str) -> socket.socket:
    if not address.startswith("/"):
        host, _, port = address.rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), _SECONDS)
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.settimeout(_SECONDS)
    channel.connect(address)
    return channel
