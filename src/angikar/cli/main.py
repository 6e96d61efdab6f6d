"""The entry of the command line: names the commands, and imports the module of a command only when it is called."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from angikar.cli.running.numbers import count, none_or_count, port


class Command(NamedTuple):
    """One command: the module in `angikar.cli` and the function in it, what it does, and its arguments for argparse."""

    target: str
    help: str
    arguments: tuple[tuple[tuple[str, ...], dict[str, object]], ...] = ()


def _argument(*names: str, **options: object) -> tuple[tuple[str, ...], dict[str, object]]:
    return names, options


_FILE = _argument(
    "file", metavar="FILE", help="text, DOCX, XLSX, HTML, PDF, a picture, JSON of `read`, or - for standard input"
)
_JSON = _argument("--json", action="store_true", help="print JSON")
_KIND = _argument("--kind", help="read it as this kind of paper")
_FRAMEWORK = _argument("--framework", help="read it by this framework")
_ARCHIVE = _argument("archive", metavar="ARCHIVE.tar.gz")
_PASSPHRASE_FD = _argument(
    "--passphrase-fd",
    type=none_or_count,
    metavar="N",
    help="take the passphrase from the first line of this file descriptor",
)
_TODAY = _argument(
    "--today", metavar="DATE", help="take this day for today: for pictures and trials, never for an office"
)
_ENGLISH = _argument("--english", action="store_true", help="sentences in English")

_DEPARTED = _argument("--officer", metavar="USERNAME", help="of this officer, who holds no post any more")

COMMANDS: dict[str, Command] = {
    "read": Command("papers:read", "read a paper", (_FILE, _JSON, _KIND, _FRAMEWORK, _ENGLISH)),
    "check": Command(
        "papers:check",
        "the doubts about a paper, one a line",
        (
            _FILE,
            _JSON,
            _argument("--annotate", metavar="OUT", help="write a copy of the paper with the doubts marked in it"),
            _KIND,
            _FRAMEWORK,
            _ENGLISH,
        ),
    ),
    "print": Command(
        "papers:print_out",
        "a paper in its official form",
        (_FILE, _argument("-o", "--output", required=True, metavar="OUT.pdf|.docx|.xlsx"), _KIND, _FRAMEWORK),
    ),
    "score": Command(
        "scoring:score",
        "the scorecard of a plan, every step",
        (
            _argument("plan", metavar="PLAN.json"),
            _argument("reports", metavar="REPORTS.csv"),
            _argument("--on", metavar="DATE", help="the day, ISO; today when left out"),
            _argument("-o", "--output", metavar="OUT.pdf|.docx|.xlsx", help="write the evaluation sheet as well"),
            _JSON,
        ),
    ),
    "schedule": Command(
        "scoring:schedule",
        "what a circular makes due, on which day, from whom",
        (
            _argument("circular", metavar="CIRCULAR"),
            _argument("--anchor", required=True, metavar="DATE", help="the day the schedule counts from, ISO"),
            _argument(
                "--formed", metavar="DATE", help="the day the bodies were formed, ISO; the day of issue when left out"
            ),
            _JSON,
        ),
    ),
    "date": Command("date:main", "the other calendar", (_argument("date", nargs="+"),)),
    "unicode": Command("papers:unicode", "Bijoy text to Unicode", (_FILE,)),
    "keys": Command(
        "running.keys:keys",
        "the key that seals papers here, and the keys of other houses that are trusted",
        (
            _argument("action", nargs="?", choices=("trust", "distrust"), help="believe what a key sealed, or no more"),
            _argument("names", nargs="*", metavar="NAME [KEY]", help="what the key is called here, and the key"),
            _JSON,
        ),
    ),
    "frameworks": Command(
        "frameworks:frameworks",
        "the frameworks known, with their sources; diff A B: what changed from one to the other",
        (
            _argument("action", nargs="?", choices=("diff",), help="what changed between two frameworks"),
            _argument("names", nargs="*", metavar="NAME", help="the two frameworks"),
            _JSON,
        ),
    ),
    "standings": Command(
        "standings:standings",
        "the plans of the offices under one, ranked, and who has reported",
        (
            _argument("--year", required=True, metavar="2022-23", help="the fiscal year"),
            _argument("--under", required=True, metavar="OFFICE", help="name, memo number's beginning or path"),
            _argument(
                "--kind", help="the kind of plan, agreement where left out; a reform plan as reform_plan:innovation"
            ),
            _argument("--direct", action="store_true", help="only the offices that it looks over itself"),
            _argument("--level", default="", help="only offices of this level, such as district"),
            _argument("--keep", action="store_true", help="store today's places in the history of ranks"),
            _JSON,
            _argument("--xlsx", metavar="OUT.xlsx", help="write a workbook"),
        ),
    ),
    "found": Command(
        "found:found",
        "the first office and its head, by questions or by these options",
        (
            _argument("--office", metavar="NAME"),
            _argument("--level", help="ministry, department, commission, division, region, district, upazila, other"),
            _argument("--memo", metavar="CODE", help="how its memo numbers begin"),
            _argument("--post", metavar="TITLE", help="the head's post"),
            _argument("--name", help="the head's name"),
            _argument("--username", help="the name to sign in with"),
            _argument("--password-file", metavar="FILE"),
        ),
    ),
    "offices": Command(
        "offices:offices",
        "the register in bulk: take in lists, write the register as lists, an empty template, offices of the shipped places",
        (
            _argument("action", choices=("import", "export", "template", "places")),
            _argument("files", nargs="*", metavar="FILE.csv|.xlsx", help="several CSV files are one import"),
            _argument("--dry-run", action="store_true", help="import, places: show what would change, write nothing"),
            _argument("--without-refused", action="store_true", help="import the other lines where some are refused"),
            _argument("--day", metavar="DATE", help="the day from which changes hold; today when left out"),
            _argument("--under", default="", metavar="OFFICE", help="only this office and all below it"),
            _argument("--by", default="", metavar="USERNAME", help="act with the rights of this officer"),
            _argument("--counter", metavar="OUT.xlsx", help="import: write the list that puts everything back"),
            _argument(
                "--sheet", choices=("offices", "posts", "officers", "charges"), default="offices", help="of a CSV"
            ),
            _argument(
                "--places", nargs="+", metavar="PLACE", help="places: names or codes of divisions, districts, upazilas"
            ),
            _argument(
                "--above", default="", metavar="OFFICE", help="places: code or name of the office above them all"
            ),
            _argument(
                "--memo-head", default="", metavar="05.47", help="places: the two first parts of their memo numbers"
            ),
            _ENGLISH,
            _JSON,
        ),
    ),
    "serve": Command(
        "serve:serve",
        "serve the system",
        (
            _argument("--host", default="127.0.0.1", help="listen there; 127.0.0.1 is this machine alone"),
            _argument("--lan", action="store_true", help="open it to the other machines of the office's network"),
            _argument("--port", type=port, default=8000),
            _argument("--cert", metavar="FILE", help="serve HTTPS by itself with this certificate (PEM)"),
            _argument("--key", metavar="FILE", help="the key of the certificate (PEM)"),
            _argument("--workers", type=count, default=2, help="processes that answer; 2 when left out"),
            _argument(
                "--threads", type=count, default=4, help="requests one of them answers at a time; 4 when left out"
            ),
            _argument(
                "--jobs",
                type=none_or_count,
                default=1,
                help="processes for what takes long; 1 when left out, 0 for none",
            ),
            _argument("--no-tend", action="store_true", help="do not remind and send every five minutes"),
            _argument("--demo", action="store_true", help="prepare the database and load the demo first"),
            _TODAY,
        ),
    ),
    "demo": Command(
        "serve:demo",
        "load the demo: invented offices, officers and papers",
        (_argument("--all", action="store_true", help="list every sign-in"), _TODAY),
    ),
    "tend": Command(
        "tend:tend",
        "remind, notify the office above, send what waits; every five minutes until stopped",
        (
            _argument("--once", action="store_true", help="one round"),
            _argument("--parent", type=int, default=0, help=SUPPRESS),
            _argument("--quiet", action="store_true", help="print no line where there was no work"),
        ),
    ),
    "jobs": Command(
        "running.jobs:jobs",
        "do what takes long, such as reading scans, beside the pages; until stopped",
        (
            _argument(
                "--workers", type=count, default=0, help="processes; as many as the server asks for, 1 by itself"
            ),
            _argument("--once", action="store_true", help="only what waits now"),
            _argument("--worker", action="store_true", help=SUPPRESS),
            _argument("--parent", type=int, default=0, help=SUPPRESS),
        ),
    ),
    "upgrade": Command(
        "running.upgrading:upgrade",
        "bring the database up to this version, after a backup",
        (_argument("--dry-run", action="store_true", help="only say what would change"),),
    ),
    "backup": Command(
        "backup:backup",
        "all data of the system, in one archive",
        (
            _argument(
                "archive", metavar="ARCHIVE.tar.gz", nargs="?", help="left out: named by the moment, in var/backups"
            ),
            _argument(
                "--keep",
                type=count,
                default=0,
                metavar="N",
                help="keep the newest N of var/backups, remove older ones",
            ),
            _argument("--to", metavar="age1…", action="append", default=[], help="encrypt it for this public key"),
            _argument("--new-key", metavar="FILE", help="only make a key to encrypt for, and print its public half"),
            _argument("--passphrase", action="store_true", help="lock it by a passphrase, which is asked for twice"),
            _PASSPHRASE_FD,
        ),
    ),
    "restore": Command(
        "backup:restore",
        "an archive into an empty folder or an empty PostgreSQL database",
        (
            _ARCHIVE,
            _argument("--try", action="store_true", help="only try whether it could be restored"),
            _argument("--identity", metavar="FILE", help="the key of an encrypted archive; asked for when left out"),
            _PASSPHRASE_FD,
        ),
    ),
    "doctor": Command("doctor:doctor", "check the system: fonts, database, history, files"),
    "erase": Command("erase:erase", "erase how people are reached, where it is over its time", (_DEPARTED,)),
    "tally": Command(
        "tally:tally",
        "compute every mark of every plan again and compare it with the stored one",
        (
            _argument("--engine", help="plain, numba or spark://host:port; numba where it is installed"),
            _argument("--rewrite", action="store_true", help="store everything again without a comparison"),
            _JSON,
        ),
    ),
    "manage": Command("serve:manage", "a management command of Django", (_argument("rest", nargs="..."),)),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 fine, 1 the paper has errors, 2 it could not be read or the call was wrong."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
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
    result = getattr(import_module(f"angikar.cli.{module}"), function)(call)
    return int(result)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="angikar", description="অঙ্গীকার: what public offices promise on paper.")
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        sub = commands.add_parser(name, help=command.help, description=command.help)
        for names, options in command.arguments:
            sub.add_argument(*names, **options)  # type: ignore[arg-type]
    return parser


if __name__ == "__main__":
    sys.exit(main())
