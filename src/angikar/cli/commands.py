"""The commands of `angikar`: what each is called, what it takes, and the function that does it."""

from __future__ import annotations

from argparse import SUPPRESS

from angikar.cli.running.arguments import (
    ARCHIVE,
    DEPARTED,
    ENGLISH,
    FILE,
    FRAMEWORK,
    JSON,
    KIND,
    OFFICES,
    PAPER,
    PASSPHRASE_FD,
    SIGN,
    TODAY,
    TRUST,
    Command,
    argument,
)
from angikar.cli.running.numbers import count, none_or_count, port

COMMANDS: dict[str, Command] = {
    "read": Command("papers:read", "read a paper", (FILE, JSON, KIND, FRAMEWORK, PAPER, ENGLISH)),
    "check": Command(
        "papers:check",
        "the doubts about a paper, one a line",
        (
            FILE,
            JSON,
            argument("--annotate", metavar="OUT", help="write a copy of the paper with the doubts marked in it"),
            KIND,
            FRAMEWORK,
            PAPER,
            ENGLISH,
        ),
    ),
    "print": Command(
        "papers:print_out",
        "a paper in its official form",
        (FILE, argument("-o", "--output", required=True, metavar="OUT.pdf|.docx|.xlsx"), KIND, FRAMEWORK, PAPER),
    ),
    "score": Command(
        "figures.scoring:score",
        "the scorecard of a plan, every step",
        (
            argument("plan", metavar="PLAN.json"),
            argument("reports", metavar="REPORTS.csv"),
            argument("--on", metavar="DATE", help="the day, ISO; today when left out"),
            argument("-o", "--output", metavar="OUT.pdf|.docx|.xlsx", help="write the evaluation sheet as well"),
            JSON,
        ),
    ),
    "schedule": Command(
        "figures.scoring:schedule",
        "what a circular makes due, on which day, from which post",
        (
            argument("circular", metavar="CIRCULAR"),
            argument("--anchor", required=True, metavar="DATE", help="the day the schedule counts from, ISO"),
            argument("--formed", metavar="DATE", help="the day the bodies were formed; that of issue when left out"),
            JSON,
        ),
    ),
    "date": Command("date:main", "the other calendar", (argument("date", nargs="+"),)),
    "unicode": Command("papers:unicode", "Bijoy text to Unicode", (FILE,)),
    "keys": Command(
        "running.keys:keys",
        "the key that seals papers here, and the keys of other houses that are trusted",
        (
            argument("action", nargs="?", choices=("trust", "distrust"), help="believe what a key sealed, or no more"),
            argument("names", nargs="*", metavar="NAME [KEY]", help="what the key is called here, and the key"),
            JSON,
        ),
    ),
    "verify": Command(
        "running.signing:verify",
        "who signed a PDF and when, and whether anything in it has changed since",
        (FILE, TRUST, ENGLISH, JSON),
    ),
    "sign": Command(
        "running.signing:sign",
        "one signature more in a PDF, by a certificate in a file or on a token",
        SIGN,
    ),
    "frameworks": Command(
        "frameworks:frameworks",
        "the frameworks known, with their sources; diff A B: what changed from one to the other",
        (
            argument("action", nargs="?", choices=("diff",), help="what changed between two frameworks"),
            argument("names", nargs="*", metavar="NAME", help="the two frameworks"),
            JSON,
        ),
    ),
    "standings": Command(
        "figures.standings:standings",
        "the plans of the offices under one, ranked, and who has reported",
        (
            argument("--year", required=True, metavar="2022-23", help="the fiscal year"),
            argument("--under", required=True, metavar="OFFICE", help="name, memo number's beginning or path"),
            argument(
                "--kind", help="the kind of plan, agreement where left out; a reform plan as reform_plan:innovation"
            ),
            argument("--direct", action="store_true", help="only the offices that it looks over itself"),
            argument("--level", default="", help="only offices of this level, such as district"),
            argument("--by", choices=("claimed", "accepted"), default="accepted", help="the marks that rank the plans"),
            argument("--keep", action="store_true", help="store today's places in the history of ranks"),
            JSON,
            argument("--xlsx", metavar="OUT.xlsx", help="write a workbook"),
        ),
    ),
    "export": Command(
        "figures.export:export",
        "the indicators of a year's plans by quarter, as CSV, JSON Lines and Parquet with a data package",
        (
            argument("--year", required=True, metavar="2022-23", help="the fiscal year"),
            argument("-o", "--output", required=True, metavar="FOLDER", help="where the files are written"),
            argument(
                "--for",
                dest="officer",
                metavar="USERNAME",
                help="all plans in force that this officer may see, not only published ones",
            ),
        ),
    ),
    "found": Command(
        "found:found",
        "the first office and its head, by questions or by these options",
        (
            argument("--office", metavar="NAME"),
            argument("--level", help="ministry, department, commission, division, region, district, upazila, other"),
            argument("--memo", metavar="CODE", help="how its memo numbers begin"),
            argument("--post", metavar="TITLE", help="the head's post"),
            argument("--name", help="the head's name"),
            argument("--username", help="the name to sign in with"),
            argument("--password-file", metavar="FILE"),
        ),
    ),
    "offices": Command(
        "offices:offices",
        "the register in bulk: take in lists, write the register as lists, an empty template, offices of the shipped places",
        OFFICES,
    ),
    "serve": Command(
        "serve:serve",
        "serve the system",
        (
            argument("--host", default="127.0.0.1", help="listen there; 127.0.0.1 is this machine alone"),
            argument("--lan", action="store_true", help="open it to the other machines of the office's network"),
            argument("--port", type=port, default=8000),
            argument("--cert", metavar="FILE", help="serve HTTPS by itself with this certificate (PEM)"),
            argument("--key", metavar="FILE", help="the key of the certificate (PEM)"),
            argument("--workers", type=count, default=2, help="processes that answer; 2 when left out"),
            argument(
                "--threads", type=count, default=4, help="requests each of them answers at a time; 4 when left out"
            ),
            argument(
                "--jobs",
                type=none_or_count,
                default=1,
                help="processes for what takes long; 1 when left out, 0 for none",
            ),
            argument("--no-tend", action="store_true", help="do not remind and send every five minutes"),
            argument("--demo", action="store_true", help="prepare the database and load the demo first"),
            TODAY,
        ),
    ),
    "demo": Command(
        "serve:demo",
        "load the demo: invented offices, officers and papers",
        (argument("--all", action="store_true", help="list every sign-in"), TODAY),
    ),
    "tend": Command(
        "tend:tend",
        "remind, notify the office above, send what waits; every five minutes until stopped",
        (
            argument("--once", action="store_true", help="one round"),
            argument("--parent", type=int, default=0, help=SUPPRESS),
            argument("--quiet", action="store_true", help="print no line where there was no work"),
        ),
    ),
    "jobs": Command(
        "running.jobs:jobs",
        "do what takes long, such as reading scans, beside the pages; until stopped",
        (
            argument("--workers", type=count, default=0, help="processes; as many as the server asks for, 1 by itself"),
            argument("--once", action="store_true", help="only what waits now"),
            argument("--worker", action="store_true", help=SUPPRESS),
            argument("--parent", type=int, default=0, help=SUPPRESS),
        ),
    ),
    "upgrade": Command(
        "running.upgrading:upgrade",
        "bring the database up to this version, after a backup",
        (argument("--dry-run", action="store_true", help="only say what would change"),),
    ),
    "backup": Command(
        "backup:backup",
        "all data of the system, in one archive",
        (
            argument(
                "archive", metavar="ARCHIVE.tar.gz", nargs="?", help="left out: named by the moment, in var/backups"
            ),
            argument(
                "--keep",
                type=count,
                default=0,
                metavar="N",
                help="keep the newest N of var/backups, remove older ones",
            ),
            argument("--to", metavar="age1…", action="append", default=[], help="encrypt it for this public key"),
            argument("--new-key", metavar="FILE", help="only make a key to encrypt for, and print its public half"),
            argument("--passphrase", action="store_true", help="lock it by a passphrase, which is asked for twice"),
            PASSPHRASE_FD,
        ),
    ),
    "restore": Command(
        "backup:restore",
        "an archive into an empty folder or an empty PostgreSQL database",
        (
            ARCHIVE,
            argument("--try", action="store_true", help="only try whether it could be restored"),
            argument("--identity", metavar="FILE", help="the key of an encrypted archive; asked for when left out"),
            PASSPHRASE_FD,
        ),
    ),
    "doctor": Command("doctor:doctor", "check the system: fonts, database, history, files"),
    "erase": Command("erase:erase", "erase how people are reached, where it is over its time", (DEPARTED,)),
    "tally": Command(
        "figures.tally:tally",
        "compute every mark of every plan again and compare it with the stored one",
        (
            argument("--engine", help="plain, numba or spark://host:port; numba where it is installed"),
            argument("--rewrite", action="store_true", help="store everything again without a comparison"),
            JSON,
        ),
    ),
    "index": Command("running.index:index", "build again what the search looks through"),
    "manage": Command("serve:manage", "a management command of Django", (argument("rest", nargs="..."),)),
}
