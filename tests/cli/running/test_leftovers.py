"""What a killed upload leaves behind is removed, and what still arrives is not."""

from __future__ import annotations

import os
import time
from pathlib import Path

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from angikar.cli.running.leftovers import OLD, sweep


def test_parts_of_killed_uploads_and_writes_are_swept(tmp_path: Path) -> None:
    for name in ("tmp/a.upload.pdf", "files/ab/tmpxyz", "files/ab/cdef", "tmp/b.upload.pdf", "db.sqlite3"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"part")
        if not name.startswith("tmp/b"):
            os.utime(tmp_path / name, (time.time() - OLD - 60,) * 2)
    assert sweep(tmp_path) == 2
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"files/ab/cdef", "tmp/b.upload.pdf", "db.sqlite3"}
    assert sweep(tmp_path / "nowhere") == 0


def test_an_upload_waits_where_it_is_swept() -> None:
    handler = TemporaryFileUploadHandler()
    handler.new_file("files", "scan.pdf", "application/pdf", 1, None)
    try:
        assert Path(handler.file.temporary_file_path()).parent == Path(settings.VAR) / "tmp"
    finally:
        handler.upload_interrupted()
