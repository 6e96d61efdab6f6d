"""Commands that run the system: serve it, load the demo, run a command of Django."""

from __future__ import annotations

import ctypes
import os
import shutil
from argparse import Namespace
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.clock import FIXED, day_of, today
from angikar.cli.found import invitation
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.running.addresses import EVERYWHERE, HERE, Doors, doors, is_free
from angikar.cli.running.beside import beside
from angikar.cli.running.counts import empty_counts
from angikar.cli.running.upgrading import prepare
from angikar.cli.setup import folder, open_data

_GRACE = 30
"""Seconds the requests that run may take to end once the server is asked to stop."""
_TRIM_THRESHOLD, _ARENA_MAX = -1, -8
"""Two wishes that glibc's `mallopt` takes, by their numbers in <malloc.h>."""


def _load_demo(*, everybody: bool = False) -> None:
    from angikar.cli.demo.load import load
    from angikar.cli.demo.start import start_here

    print("নমুনা দপ্তর ও নথি তৈরি হচ্ছে, আধা মিনিট লাগতে পারে … / Making the demo, half a minute …", flush=True)
    for line in start_here(load(today()), everybody=everybody):
        print(line)


def _fix_day(day: str | None) -> None:
    """Let every process take a day for today: reproducible pictures need that, an office never does."""
    if day is not None:
        os.environ[FIXED] = day_of(day).isoformat()


@two_sentences
def serve(call: Namespace) -> int:
    """`angikar serve`: prepare the database, then serve until stopped, tending beside it."""
    _fix_day(call.today)
    os.environ["ANGIKAR_JOB_WORKERS"] = str(call.jobs)
    found = _doors(call)
    _count_together()
    prepare()
    if call.demo:
        _load_demo()
    _say(call, found)
    print(invitation(os.environ["ANGIKAR_ADDRESS"]), end="", flush=True)
    from django.db import connections

    connections.close_all()
    try:
        with beside("tend", not call.no_tend), beside("jobs", call.jobs > 0):
            _listen(call, found)
    finally:
        shutil.rmtree(os.environ["PROMETHEUS_MULTIPROC_DIR"], ignore_errors=True)
    return 0


def _count_together() -> None:
    """Let the worker processes count requests together, from nothing at every start; it is set before anything counts."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(empty_counts(folder()))


def _doors(call: Namespace) -> Doors:
    """Where to listen, with the settings that follow from it. Raises `CannotDo` where one cannot listen there."""
    host = "0.0.0.0" if call.lan else call.host  # noqa: S104  (asked for)
    if bool(call.cert) != bool(call.key):
        raise CannotDo(sentences.CERT_AND_KEY)
    for file in filter(None, (call.cert, call.key)):
        if not Path(file).is_file():
            raise CannotDo(sentences.NO_SUCH_FILE, file=file)
    found = doors(host, call.port, scheme="https" if call.cert else "http")
    if not is_free(host, call.port):
        raise CannotDo(sentences.PORT_TAKEN, host=host, port=str(call.port))
    behind_proxy = os.environ.get("ANGIKAR_BEHIND_PROXY", "").lower() in ("1", "true", "yes", "on")
    os.environ.setdefault("ANGIKAR_HTTPS", "1" if call.cert or behind_proxy else "0")
    os.environ.setdefault("ANGIKAR_HOSTS", ",".join(found.names))
    os.environ.setdefault("ANGIKAR_ADDRESS", found.urls[0])
    return found


def _say(call: Namespace, found: Doors) -> None:
    """Print the addresses to open, and what whoever starts the server must know."""
    print(f"অঙ্গীকার: {found.urls[0]}", *found.urls[1:], sep="\n          ", flush=True)
    if call.lan or call.host not in HERE:
        print(*sentences.OPEN_FROM_OTHERS.both(), sep="\n", flush=True)
        if not call.cert and os.environ["ANGIKAR_HTTPS"] == "0":
            print(*sentences.PLAIN_ON_NETWORK.both(), sep="\n", flush=True)
    if found.bind in EVERYWHERE and found.urls[0].startswith(("http://127.", "https://127.")):
        print(*sentences.NO_NETWORK.both(), sep="\n", flush=True)


def _share_one_heap() -> None:
    """Let the threads of a worker share one heap of the C library, and give the system back what is free at its end: workers are forked and keep what is
    set here. With a heap for each thread one held 168 MB instead of 91. Where the C library knows no such wish, nothing changes.
    """
    wish = getattr(ctypes.CDLL(None), "mallopt", None)
    if wish is not None:
        wish(_TRIM_THRESHOLD, 128 * 1024)
        wish(_ARENA_MAX, 1)


def _listen(call: Namespace, found: Doors) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    _share_one_heap()
    Granian(
        "angikar.site.wsgi:application",
        address=found.bind,
        port=call.port,
        interface=Interfaces.WSGI,
        workers=call.workers,
        blocking_threads=call.threads,
        workers_kill_timeout=_GRACE,
        ssl_cert=Path(call.cert) if call.cert else None,
        ssl_key=Path(call.key) if call.key else None,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()


@two_sentences
def demo(call: Namespace) -> int:
    """`angikar demo`: load the demo into an empty database."""
    _fix_day(call.today)
    prepare()
    _load_demo(everybody=call.all)
    return 0


@two_sentences
def manage(call: Namespace) -> int:
    """`angikar manage …`: a management command of Django."""
    open_data()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["angikar manage", *call.rest])
    return 0
