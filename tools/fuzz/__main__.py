"""`python -m tools.fuzz [SECONDS]`: reads spoilt papers for a bounded time; what is neither read nor refused is kept in `build/fuzz`.

The papers are numbered and always the same by reader and seed; each run goes on where the last one ended, and the counts add up.
`--reader docx` keeps to one reader, `--show docx 812` writes one paper to the standard output.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from importlib import import_module

from tools.fuzz.lead import run
from tools.fuzz.ledger import Ledger
from tools.fuzz.seeds import seeds
from tools.fuzz.spoil import spoilt
from tools.fuzz.targets import READERS, SHARES

_READERS = (
    "lists",
    "page_images",
    "readers.html",
    "readers.docx",
    "readers.xlsx",
    "readers.pdf",
    "readers.scan",
    "readers.office",
)


def main() -> int:
    """Go round the readers until the time is over. Returns 1 where this run found something."""
    parser = ArgumentParser(prog="python -m tools.fuzz")
    parser.add_argument("seconds", nargs="?", type=float, default=60.0)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--reader", choices=READERS, action="append")
    parser.add_argument("--show", nargs=2, metavar=("READER", "NUMBER"))
    asked = parser.parse_args()
    if asked.show:
        sys.stdout.buffer.write(spoilt(asked.show[0], int(asked.show[1]), asked.seed))
        return 0
    ledger = Ledger.opened(asked.seed)
    before, end = ledger.findings, time.monotonic() + asked.seconds
    chosen = asked.reader or list(READERS)
    short = min(1.0, asked.seconds / (12 * 3 * len(chosen)))
    for reader in chosen:
        seeds(reader)  # made once, before any process begins
    for name in _READERS:
        import_module(f"angikar.formats.{name}")
    while time.monotonic() < end:
        for reader in chosen:
            if time.monotonic() < end:
                run(ledger, reader, SHARES.get(reader, 3) * short)
                ledger.save()
    print(ledger.table())
    return int(ledger.findings > before)


if __name__ == "__main__":
    sys.exit(main())
