"""Trying an archive: it is restored into a place that is removed again, and the doctor looks at it there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running import archive, dumps
from angikar.cli.setup import database_url


def tried(plain: Path, source: Path) -> int:
    """Try an archive, and say so under the name of its source. Returns the exit code of the doctor. A dump of PostgreSQL is tried in
    a database of its own beside the one of DATABASE_URL, where one may make such.
    """
    url = database_url()
    with TemporaryDirectory() as place:
        var = Path(place)
        names = archive.unpack(plain, var)
        if archive.SQLITE in names:
            looked = _looked(var, "")
        elif url:
            looked = _in_postgresql(var, url)
        else:
            raise CannotDo(sentences.OTHER_DATABASE)
    if looked:
        return looked
    print(f"{source}  {len(names)} files")
    print(*sentences.ARCHIVE_WHOLE.both(), sep="\n")
    return 0


def _in_postgresql(var: Path, url: str) -> int:
    try:
        with dumps.trial_database(url) as own:
            dumps.load(var / archive.POSTGRESQL, own)
            return _looked(var, own)
    except dumps.NotAllowed as refused:
        raise CannotDo(sentences.NOT_TRIED_IN_DATABASE, reason=str(refused)) from refused


def _looked(var: Path, url: str) -> int:
    """What the doctor says of a folder, and of the database of a URL or the one in the folder."""
    looked = subprocess.run(
        [sys.executable, "-m", "angikar.cli.main", "doctor"],
        env={**os.environ, "ANGIKAR_VAR": str(var), "DATABASE_URL": url},  # an empty one stands before a credential
        check=False,
    )
    return looked.returncode
