"""Archives that only who holds a key or knows a passphrase can read, in the format of age: anybody's age opens them too.

The format takes keys of any archive's size, but a passphrase only for what fits in the memory. So an archive under a passphrase is a tar of two
files: a key of its own, locked by the passphrase, and the archive, encrypted for that key.
"""

from __future__ import annotations

import io
import os
import sys
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import IO

import pyrage
from pyrage import x25519

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running import passphrases

SUFFIX, UNDER_PASSPHRASE = ".age", ".age.tar"
_BEGINNING = b"age-encryption.org/"
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105  (how a key begins, not a key)
_KEY, _ARCHIVE = "key.age", "archive.tar.gz.age"
_LARGEST_KEY = 64 * 1024


@dataclass(frozen=True, slots=True)
class Lock:
    """For which keys an archive is encrypted, and the locked key that lies beside it where it is under a passphrase."""

    recipients: tuple[x25519.Recipient, ...]
    key: bytes = b""

    def named(self, out: Path) -> Path:
        """The name of the archive, with the ending that says how it is encrypted."""
        ending = UNDER_PASSPHRASE if self.key else SUFFIX
        return out if out.name.endswith(ending) else out.with_name(out.name + ending)


@dataclass(frozen=True, slots=True)
class Opener:
    """With what an archive is opened: the file of a key, and the descriptor from which a passphrase comes; else it is asked for."""

    identity: str | None = None
    descriptor: int | None = None


def lock(keys: Sequence[str], passphrase: str | None = None) -> Lock | None:
    """What an archive is encrypted for: these public keys (`age1…`), and a passphrase; `None` where there is neither. Raises
    `CannotDo` for what is no such key.
    """
    found = tuple(_recipient(key) for key in keys)
    if passphrase is None:
        return Lock(found) if found else None
    own = x25519.Identity.generate()
    return Lock((*found, own.to_public()), passphrases.lock(str(own), passphrase))


def is_encrypted(path: Path) -> bool:
    """Whether a file is in that format, or under a passphrase."""
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING or _is_under_passphrase(path)
    except OSError:
        return False


def encrypt(plain: Path, out: Path, to: Lock) -> None:
    """Write a file encrypted as the lock says, readable by its owner alone."""
    with plain.open("rb") as source, out.open("wb") as target:
        pyrage.encrypt_io(source, target, list(to.recipients))
    if to.key:
        inner = out.with_name(f"{out.name}.inner")
        try:
            out.replace(inner)
            with tarfile.open(out, "w") as tar:
                member = tarfile.TarInfo(_KEY)
                member.size, member.mode = len(to.key), 0o600
                tar.addfile(member, io.BytesIO(to.key))
                tar.add(inner, _ARCHIVE)
        finally:
            inner.unlink(missing_ok=True)
    out.chmod(0o600)


def decrypt(source: Path, plain: Path, opener: Opener) -> None:
    """Write an encrypted archive in plain. Raises `CannotDo`."""
    try:
        with _inner(source) as (file, key):
            identities = _keys(opener) if opener.identity or not key else _found(_unlocked(key, opener))
            with plain.open("wb") as out:
                pyrage.decrypt_io(file, out, identities)
    except (pyrage.DecryptError, tarfile.TarError, OSError) as wrong:
        raise CannotDo(sentences.NOT_DECRYPTED, file=str(source)) from wrong


def make_key(file: Path, passphrase: str | None = None) -> str:
    """Write a new secret key into a file that does not exist yet, readable by its owner alone, and locked where there is a
    passphrase. Returns its public half.
    """
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    text = f"# public key: {public}\n{identity}\n"
    data = text.encode("ascii") if passphrase is None else passphrases.lock(text, passphrase)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
    except FileExistsError as wrong:
        raise CannotDo(sentences.ARCHIVE_EXISTS, file=str(file)) from wrong
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(file), reason=str(wrong.strerror)) from wrong
    return public


def _recipient(key: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(key.strip())
    except pyrage.RecipientError as wrong:
        raise CannotDo(sentences.NOT_A_RECIPIENT, key=key) from wrong


def _is_under_passphrase(path: Path) -> bool:
    try:
        with tarfile.open(path, "r:") as tar:
            first = tar.next()
            return first is not None and first.name == _KEY
    except (tarfile.TarError, OSError):
        return False


@contextmanager
def _inner(source: Path) -> Iterator[tuple[IO[bytes], bytes]]:
    """What is encrypted for keys, and the locked key beside it, empty where there is none."""
    if not _is_under_passphrase(source):
        with source.open("rb") as file:
            yield file, b""
        return
    with tarfile.open(source, "r:") as tar:
        key = tar.extractfile(_KEY)
        inner = tar.extractfile(_ARCHIVE) if _ARCHIVE in tar.getnames() else None
        if key is None or inner is None:
            raise CannotDo(sentences.ARCHIVE_NOT_OPENED, file=str(source))
        yield inner, key.read(_LARGEST_KEY)


def _unlocked(key: bytes, opener: Opener) -> str:
    return passphrases.unlock(key, opener.descriptor)


def _keys(opener: Opener) -> list[x25519.Identity]:
    """The keys in the file that is named, or the one that is typed."""
    if opener.identity is None:
        if not sys.stdin.isatty():
            raise CannotDo(sentences.KEY_NEEDED)
        return _found(getpass("AGE-SECRET-KEY: "))
    try:
        data = Path(opener.identity).read_bytes()
        return _found(_unlocked(data, opener) if data.startswith(_BEGINNING) else data.decode())
    except (OSError, UnicodeDecodeError) as wrong:
        raise CannotDo(sentences.FILE_NOT_OPENED, file=opener.identity, reason=str(wrong)) from wrong


def _found(text: str) -> list[x25519.Identity]:
    try:
        found = [x25519.Identity.from_str(line.strip()) for line in text.splitlines() if line.startswith(_SECRET)]
    except pyrage.IdentityError as wrong:
        raise CannotDo(sentences.KEY_NEEDED) from wrong
    if not found:
        raise CannotDo(sentences.KEY_NEEDED)
    return found
