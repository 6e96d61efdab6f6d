"""What a command takes: its arguments for argparse, and those that several commands share."""

from __future__ import annotations

import os
from argparse import ArgumentParser, HelpFormatter
from typing import NamedTuple

from angikar.cli.running.numbers import none_or_count


class Command(NamedTuple):
    """One command: the module in `angikar.cli` and the function in it, what it does, and its arguments for argparse."""

    target: str
    help: str
    arguments: tuple[tuple[tuple[str, ...], dict[str, object]], ...] = ()


class Parser(ArgumentParser):
    """A parser that finds the width of its help without what `argparse` would import for it on every call."""

    def _get_formatter(self) -> HelpFormatter:
        return HelpFormatter(self.prog, width=_width())


def _width() -> int:
    """The letters of a line of help."""
    try:
        return (int(os.environ.get("COLUMNS", 0)) or os.get_terminal_size(1).columns or 80) - 2
    except (OSError, ValueError):  # no terminal, or no number
        return 78


def argument(*names: str, **options: object) -> tuple[tuple[str, ...], dict[str, object]]:
    """One argument, as `add_argument` of argparse takes it."""
    return names, options


FILE = argument(
    "file", metavar="FILE", help="text, DOCX, XLSX, HTML, PDF, a picture, JSON of `read`, or - for standard input"
)
JSON = argument("--json", action="store_true", help="print JSON")
KIND = argument("--kind", help="read it as this kind of paper")
FRAMEWORK = argument("--framework", help="read it by this framework")
PAPER = argument(
    "--paper",
    type=none_or_count,
    metavar="N",
    help="this paper of a file of several, from 1; 0 takes the file for one paper",
)
ARCHIVE = argument("archive", metavar="ARCHIVE.tar.gz")
PASSPHRASE_FD = argument(
    "--passphrase-fd",
    type=none_or_count,
    metavar="N",
    help="take the passphrase from the first line of this file descriptor",
)
TODAY = argument(
    "--today", metavar="DATE", help="take this day for today: for pictures and trials, never for an office"
)
ENGLISH = argument("--english", action="store_true", help="sentences in English")

DEPARTED = argument("--officer", metavar="USERNAME", help="of this officer, who holds no post any more")
TRUST = argument("--trust", metavar="FOLDER", help="certificates that are trusted, besides those of this system")

SIGN = (
    argument("file", metavar="FILE.pdf"),
    argument("-o", "--output", required=True, metavar="OUT.pdf"),
    argument("--p12", default="", metavar="CERT.p12", help="the file of the certificate, with its key (PKCS#12)"),
    argument("--pkcs11", default="", metavar="LIBRARY", help="the library of the maker of the token (PKCS#11)"),
    argument("--token", default="", metavar="LABEL", help="which token, where there are several"),
    argument("--certificate", default="", metavar="LABEL", help="which certificate on the token"),
    argument("--password-file", default="", metavar="F", help="pass phrase or PIN; asked for when left out"),
    argument("--name", default="", help="who signs, in Bangla; the name in the certificate when left out"),
    argument("--post", default="", metavar="TITLE", help="as what, in Bangla"),
    argument("--office", default="", metavar="NAME", help="of which office, in Bangla"),
    argument("--reason", default="", metavar="WORDS", help="why, as the programs that show PDF name it"),
    argument("--tsa", default="", metavar="URL", help="ask this timestamp server for the time (RFC 3161)"),
    argument(
        "--trust",
        default="",
        metavar="FOLDER",
        help="with --tsa: certificates that are trusted; what proves the signature later is asked of theirs and put in",
    ),
)
"""What `angikar sign` takes."""

OFFICES = (
    argument("action", choices=("import", "export", "template", "places")),
    argument("files", nargs="*", metavar="FILE.csv|.xlsx", help="several CSV files are one import"),
    argument("--dry-run", action="store_true", help="import, places: show what would change, write nothing"),
    argument("--without-refused", action="store_true", help="import the other lines where some are refused"),
    argument("--day", metavar="DATE", help="the day from which changes hold; today when left out"),
    argument("--under", default="", metavar="OFFICE", help="only this office and all below it"),
    argument("--by", default="", metavar="USERNAME", help="act with the rights of this officer"),
    argument("--counter", metavar="OUT.xlsx", help="import: write the list that puts everything back"),
    argument("--sheet", choices=("offices", "posts", "officers", "charges"), default="offices", help="of a CSV"),
    argument("--places", nargs="+", metavar="PLACE", help="places: names or codes of divisions, districts, upazilas"),
    argument("--above", default="", metavar="OFFICE", help="places: code or name of the office above them all"),
    argument("--memo-head", default="", metavar="05.47", help="places: the two first parts of their memo numbers"),
    ENGLISH,
    JSON,
)
"""What `angikar offices` takes."""
