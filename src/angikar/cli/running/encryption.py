"""Archives that only who holds a key can read, in the format of age: anybody's age opens them too."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from getpass import getpass
from pathlib import Path

import pyrage
from pyrage import x25519

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo

SUFFIX = ".age"
_BEGINNING = b"age-encryption.org/"
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105  (how a key begins, not a key)


def is_encrypted(path: Path) -> bool:
    """Whether a file is in that format."""
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def recipients(keys: Sequence[str]) -> list[x25519.Recipient]:
    """Public keys (`age1…`) as those an archive is written for. Raises `CannotDo` for what is no such key."""
    found = []
    for key in keys:
        try:
            found.append(x25519.Recipient.from_str(key.strip()))
        except pyrage.RecipientError as wrong:
            raise CannotDo(sentences.NOT_A_RECIPIENT, key=key) from wrong
    return found


def encrypt(plain: Path, out: Path, to: Sequence[x25519.Recipient]) -> None:
    """Write a file encrypted for these keys, readable by its owner alone."""
    with plain.open("rb") as source, out.open("wb") as target:
        pyrage.encrypt_io(source, target, list(to))


def decrypt(source: Path, plain: Path, identity: str | None) -> None:
    """Write an encrypted archive in plain, with the secret key in the file named or typed. Raises `CannotDo`."""
    keys = _keys(identity)
    try:
        with source.open("rb") as file, plain.open("wb") as out:
            pyrage.decrypt_io(file, out, keys)
    except (pyrage.DecryptError, OSError) as wrong:
        raise CannotDo(sentences.NOT_DECRYPTED, file=str(source)) from wrong


def make_key(file: Path) -> str:
    """Write a new secret key into a file that does not exist yet, readable by its owner alone. Returns its public half."""
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as wrong:
        raise CannotDo(sentences.ARCHIVE_EXISTS, file=str(file)) from wrong
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(file), reason=str(wrong.strerror)) from wrong
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(f"# public key: {public}\n{identity}\n")
    return public


def _keys(identity: str | None) -> list[x25519.Identity]:
    if identity is not None:
        try:
            text = Path(identity).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as wrong:
            raise CannotDo(sentences.FILE_NOT_OPENED, file=identity, reason=str(wrong)) from wrong
    elif sys.stdin.isatty():
        text = getpass("AGE-SECRET-KEY: ")
    else:
        raise CannotDo(sentences.KEY_NEEDED)
    try:
        found = [x25519.Identity.from_str(line.strip()) for line in text.splitlines() if line.startswith(_SECRET)]
    except pyrage.IdentityError as wrong:
        raise CannotDo(sentences.KEY_NEEDED) from wrong
    if not found:
        raise CannotDo(sentences.KEY_NEEDED)
    return found
