"""Archives under keys and passphrases: opened by these alone, whoever asks otherwise reads what is needed."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from angikar.cli.refusal import CannotDo
from angikar.cli.running import encryption, passphrases
from tests.cli.processes import ANGIKAR, surroundings

PHRASE = "নদী পাহাড় সাতটি কলম"
DATA = "all data\n" * 5000


@contextmanager
def _descriptor(phrase: str) -> Iterator[int]:
    """A descriptor from which a passphrase is read."""
    read, write = os.pipe()
    os.write(write, f"{phrase}\r\nmore".encode())
    os.close(write)
    yield read
    os.close(read)


def _opened(source: Path, phrase: str = "", identity: str | None = None) -> str:
    """What is in an archive, or the code of the sentence it is refused with."""
    plain = source.with_name("plain")
    with _descriptor(phrase) as descriptor:
        try:
            encryption.decrypt(source, plain, encryption.Opener(identity, descriptor if phrase else None))
        except CannotDo as refused:
            return refused.sentence.code
    return plain.read_text()


def test_what_is_under_a_passphrase_is_opened_by_it_or_by_a_key_it_is_also_for(tmp_path: Path) -> None:
    plain, out, key, other = (tmp_path / name for name in ("plain", "out", "key.txt", "other.txt"))
    plain.write_text(DATA)
    public = encryption.make_key(key, PHRASE)
    encryption.make_key(other)
    assert b"AGE-SECRET-KEY" not in key.read_bytes(), "the key is under the passphrase itself"
    lock = encryption.lock([public], PHRASE)
    assert lock is not None
    encryption.encrypt(plain, out, lock)
    assert out.stat().st_mode & 0o077 == 0
    assert {
        "the passphrase": _opened(out, PHRASE),
        "another": _opened(out, "another that is long"),
        "no terminal": _opened(out),
        "the key": _opened(out, PHRASE, str(key)),
        "a key it is not for": _opened(out, PHRASE, str(other)),
    } == {
        "the passphrase": DATA,
        "another": "passphrase-wrong",
        "no terminal": "passphrase-needed",
        "the key": DATA,
        "a key it is not for": "not-decrypted",
    }
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) // 2])
    assert _opened(out, PHRASE) == "not-decrypted"


@pytest.mark.parametrize("phrase", ["eleven sign", ""])
def test_a_new_passphrase_is_long_enough(phrase: str) -> None:
    with _descriptor(phrase) as descriptor, pytest.raises(CannotDo) as refused:
        passphrases.chosen(descriptor)
    assert refused.value.sentence.code == "passphrase-short"


def test_a_descriptor_that_is_not_open_is_no_passphrase() -> None:
    with pytest.raises(CannotDo) as refused:
        passphrases.chosen(987)
    assert refused.value.sentence.code == "passphrase-needed"


@pytest.mark.parametrize(("again", "code"), [(PHRASE, 0), ("another one that is long", 2)])
def test_a_passphrase_is_typed_twice(tmp_path: Path, again: str, code: int) -> None:
    key = tmp_path / "key.txt"
    child, terminal = pty.fork()
    if not child:
        os.execve(sys.executable, [*ANGIKAR, "backup", "--new-key", str(key), "--passphrase"], surroundings())
    seen = b""
    for prompt, words in ((b"Passphrase: ", PHRASE), (b"Again: ", again)):
        while not seen.endswith(prompt):
            seen += os.read(terminal, 1024)
        os.write(terminal, f"{words}\n".encode())
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == code
    assert key.exists() == (code == 0)
    os.close(terminal)
