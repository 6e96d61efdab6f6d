"""Postgres starts a server of the tests' own, in a temporary folder, on a free port, with the system's own programs."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: on the path, or the newest of Debian's; None where there is no server."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    kept = [place.parent for place in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(kept, key=lambda folder: int(folder.parent.name), default=None)


def _owner() -> pwd.struct_passwd | None:
    """Whom the server runs as: initdb refuses root, so root lends it to `postgres` or to `nobody`."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run(command: list[str], owner: pwd.struct_passwd | None, folder: Path) -> None:
    identity: dict[str, Any] = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    # The server inherits what it is given; a pipe of ours would never close.
    with (folder / "programs.log").open("ab") as log:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=environment,
            check=False,
            **identity,
        )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{(folder / 'programs.log').read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def server(binaries: Path, kept: Path | None = None) -> Iterator[str]:
    """A running server as a URL of its superuser's database; it and its folder are gone afterwards, unless its data is
    `kept` in a folder, where the next one finds it.
    """
    folder, owner, port = Path(tempfile.mkdtemp(prefix="angikar-pg-")), _owner(), _free_port()
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = kept or folder / "data"
    if kept and owner:
        kept.mkdir(parents=True, exist_ok=True)
        os.chown(kept, owner.pw_uid, owner.pw_gid)
    # Nothing here must survive a power cut, so nothing waits for the disk.
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off -c full_page_writes=off"
    try:
        if not (data / "PG_VERSION").exists():
            _run(
                [str(binaries / "initdb"), "-D", str(data), "-U", "angikar", "-A", "trust", "-E", "UTF8"], owner, folder
            )
        _run([str(binaries / "pg_ctl"), "-D", str(data), "-w", "-o", settings, "start"], owner, folder)
        try:
            yield f"postgres://angikar@127.0.0.1:{port}/postgres"
        finally:
            _run(
                [str(binaries / "pg_ctl"), "-D", str(data), "-m", "fast" if kept else "immediate", "stop"],
                owner,
                folder,
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
