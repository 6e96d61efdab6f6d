"""The entry of the command line, which imports the module of a command only when it is called."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module

from angikar.cli.commands import COMMANDS
from angikar.cli.running.arguments import Command, Parser

COLLECT = (50_000, 20, 100)
"""How many things are made before those in cycles are looked for: by Python's own 700 that took a quarter of the time of reading a paper."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 fine, 1 the paper has errors, 2 it could not be read or the call was wrong."""
    gc.set_threshold(*COLLECT)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser(given[:1])
    if given == ["--version"]:
        from importlib.metadata import version

        print(f"angikar {version('angikar')}")
        return 0
    if not given:
        parser.print_help()
        return 0
    call = parser.parse_args(given)
    try:
        result = _run(COMMANDS[call.command], call)
        sys.stdout.flush()
    except BrokenPipeError:  # a reader such as `head` has closed; the rest is discarded
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result


def _run(command: Command, call: Namespace) -> int:
    module, function = command.target.split(":")
    return int(getattr(import_module(f"angikar.cli.{module}"), function)(call))


def _parser(called: Sequence[str]) -> ArgumentParser:
    """The parser of the command that is called; of all of them where none is, so that help names them."""
    parser = Parser(prog="angikar", description="অঙ্গীকার: what public offices promise on paper.")
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in called if set(called) <= COMMANDS.keys() and called else COMMANDS:
        command = COMMANDS[name]
        sub = commands.add_parser(name, help=command.help, description=command.help)
        for names, options in command.arguments:
            sub.add_argument(*names, **options)  # type: ignore[arg-type]
    return parser


if __name__ == "__main__":
    sys.exit(main())
