"""A server that begins at once: all that `angikar serve` does with the data before it answers, but scripts and styles are put in place only
where none are, for that takes seconds and touches no data.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from angikar.cli.running.leftovers import sweep
from angikar.cli.running.upgrading import bring_up_to_date
from angikar.cli.serve import _doors, _listen
from angikar.cli.setup import enter


def serve(port: int) -> None:
    """Look after the data and serve, until somebody ends it."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    call = Namespace(host="127.0.0.1", port=port, lan=False, cert=None, key=None, workers=2, threads=4)
    found = _doors(call)
    var = enter()
    sweep(var)
    bring_up_to_date(var)
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    connections.close_all()
    _listen(call, found)
