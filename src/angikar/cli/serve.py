"""Commands that run the system: serve it, load the demo, run a command of Django."""

from __future__ import annotations

import os
from argparse import Namespace

from angikar.cli.clock import today
from angikar.cli.refusal import two_sentences
from angikar.cli.setup import enter, open_data


def _prepare() -> None:
    from django.core.management import call_command

    enter()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def _load_demo() -> None:
    from angikar.cli.demo import load

    signins = load(today())
    print("দেখার জন্য সাইন-ইন / demo sign-ins:")
    for username, password, who in signins:
        print(f"  {username:12} {password:16} {who}")


@two_sentences
def serve(call: Namespace) -> int:
    """`angikar serve`: prepare the database, then serve with two workers until stopped."""
    if call.host in ("127.0.0.1", "localhost", "::1"):
        os.environ.setdefault("ANGIKAR_HTTPS", "0")  # a browser on the same machine; elsewhere a proxy provides HTTPS
    os.environ.setdefault("ANGIKAR_HOSTS", f"{call.host},localhost,127.0.0.1")
    _prepare()
    if call.demo:
        _load_demo()
    print(f"অঙ্গীকার: http://{call.host}:{call.port}", flush=True)
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()
    Granian(
        "angikar.site.wsgi:application",
        address=call.host,
        port=call.port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=1,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()
    return 0


@two_sentences
def demo(call: Namespace) -> int:
    """`angikar demo`: load the demo into an empty database."""
    _prepare()
    _load_demo()
    return 0


@two_sentences
def manage(call: Namespace) -> int:
    """`angikar manage …`: a management command of Django."""
    open_data()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["angikar manage", *call.rest])
    return 0
