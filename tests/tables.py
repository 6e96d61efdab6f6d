"""Tables: an empty database with all tables is made once for the migrations as they stand, and copied from then on."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
MADE = ROOT / "build" / "tables"


def copy_to(database: Path) -> None:
    """Put an empty SQLite database with all tables there."""
    MADE.mkdir(parents=True, exist_ok=True)
    made = MADE / f"{_digest()}.sqlite3"
    with (MADE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            _make(made)
    database.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made, database)


def _make(made: Path) -> None:
    for old in MADE.glob("*.sqlite3"):
        old.unlink()
    with TemporaryDirectory(dir=MADE) as var:
        ours = ("ANGIKAR_", "DJANGO_", "DATABASE_", "PYTEST_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        settings = {"ANGIKAR_VAR": var, "ANGIKAR_DEBUG": "1", "DJANGO_SETTINGS_MODULE": "angikar.site.settings"}
        subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], cwd=ROOT, env=kept | settings, check=True)
        with closing(sqlite3.connect(Path(var) / "db.sqlite3")) as database:
            database.execute("VACUUM INTO ?", [f"{var}/made"])
        Path(var, "made").rename(made)


def _digest() -> str:
    """Of all that decides how the tables look: migrations, models, triggers, indexes, settings, and the packages."""
    digest = hashlib.sha256()
    for file in sorted(_deciding()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:20]


def _deciding() -> Iterator[Path]:
    yield ROOT / "requirements" / "dev.txt"
    yield ROOT / "src" / "angikar" / "site" / "settings.py"
    for room in (ROOT / "src" / "angikar").iterdir():
        if (room / "migrations").is_dir():
            yield from (file for file in room.rglob("*.py") if _decides(file))


def _decides(file: Path) -> bool:
    return file.parent.name in {"migrations", "models"} or file.stem in {"apps", "models", "triggers", "index"}
