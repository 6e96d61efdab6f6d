"""Passphrases: from a prompt or from a file descriptor, never from an argument, which others on the machine could read."""

from __future__ import annotations

import os
import sys
import unicodedata
from getpass import getpass

import pyrage

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo

LEAST = 12
"""Signs a new passphrase has at least: who steals an archive may guess as long as he likes."""
_MOST = 4096


def chosen(descriptor: int | None) -> str:
    """A new passphrase: typed twice, or the first line of the descriptor. Raises `CannotDo`."""
    if descriptor is not None:
        text = _line(descriptor)
    else:
        text = _typed("পাসফ্রেজ / Passphrase: ")
        if text != _typed("আবার / Again: "):
            raise CannotDo(sentences.PASSPHRASES_DIFFER)
    if len(text) < LEAST:
        raise CannotDo(sentences.PASSPHRASE_SHORT, least=LEAST)
    return text


def lock(secret: str, passphrase: str) -> bytes:
    """A text that only who knows the passphrase can read, in the format of age."""
    locked: bytes = pyrage.passphrase.encrypt(secret.encode(), passphrase)
    return locked


def unlock(locked: bytes, descriptor: int | None) -> str:
    """What was locked, by the passphrase that is typed or comes from the descriptor. Raises `CannotDo`."""
    known = _typed("পাসফ্রেজ / Passphrase: ") if descriptor is None else _line(descriptor)
    try:
        opened: bytes = pyrage.passphrase.decrypt(locked, known)
        return opened.decode()
    except (pyrage.DecryptError, UnicodeDecodeError) as wrong:
        raise CannotDo(sentences.PASSPHRASE_WRONG) from wrong


def _typed(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise CannotDo(sentences.PASSPHRASE_NEEDED)
    return _as_one(getpass(prompt))


def _line(descriptor: int) -> str:
    """The first line of a descriptor that whoever called has opened."""
    try:
        with os.fdopen(descriptor, "rb", closefd=False) as source:
            return _as_one(source.readline(_MOST).decode().rstrip("\r\n"))
    except (OSError, UnicodeDecodeError) as wrong:
        raise CannotDo(sentences.PASSPHRASE_NEEDED) from wrong


def _as_one(text: str) -> str:
    """One Unicode form, so that it is the same from every keyboard."""
    return unicodedata.normalize("NFC", text)
