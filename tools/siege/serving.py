"""A server that begins at once: all that `angikar serve` does with the data before it answers, but not what it does with scripts and styles,
which takes seconds and touches no data.
"""

from __future__ import annotations

from argparse import Namespace

from angikar.cli.running.leftovers import sweep
from angikar.cli.running.upgrading import bring_up_to_date
from angikar.cli.serve import _doors, _listen
from angikar.cli.setup import enter


def serve(port: int) -> None:
    """Look after the data and serve, until somebody ends it."""
    from django.db import connections

    call = Namespace(host="127.0.0.1", port=port, lan=False, cert=None, key=None, workers=2, threads=4)
    found = _doors(call)
    var = enter()
    sweep(var)
    bring_up_to_date(var)
    connections.close_all()
    _listen(call, found)
