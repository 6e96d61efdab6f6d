"""Files: those that rows name, those that no row names, and who may read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from angikar.cli.checking import sentences
from angikar.cli.checking.finding import Finding, bad, some, well
from angikar.cli.clock import now
from angikar.cli.running.modes import loose

_ARRIVING = timedelta(hours=1)
"""How long a file may wait for its row."""


def stored() -> Iterator[Finding]:
    """Every file that a row names, read and its digest taken again; and the files that no row names."""
    from angikar.papers import store
    from angikar.papers.models import File

    wrong, known = [], set()
    for sha256, name in File.objects.values_list("sha256", "name").iterator():
        known.add(sha256)
        try:
            store.get(sha256)
        except (OSError, ValueError):
            wrong.append(name)
    yield (
        bad("kept files", sentences.FILES_WRONG, count=len(wrong), names=some(wrong))
        if wrong
        else well("kept files", f"{len(known)} whole")
    )
    orphans = list(_orphans(known))
    if orphans:
        said = sentences.FILES_ORPHANED.both(count=len(orphans), names=some(orphans))
        yield Finding("files of no row", None, said)


def _orphans(known: set[str]) -> Iterator[str]:
    from django.conf import settings

    files = Path(settings.FILES)
    for path in sorted(files.rglob("*")):
        made = datetime.fromtimestamp(path.stat().st_mtime).astimezone() if path.is_file() else None
        if made is not None and path.parent.name + path.name not in known and made < now() - _ARRIVING:
            yield path.relative_to(files).as_posix()


def modes() -> Iterator[Finding]:
    """Whether nobody but their owner may read the data."""
    from django.conf import settings

    found = [path.name for path in loose(Path(settings.VAR))]
    yield (
        bad("file modes", sentences.MODES_LOOSE, count=len(found), names=some(found))
        if found
        else well("file modes", "their owner alone")
    )
