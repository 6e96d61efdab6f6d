"""The full run started from the house: in a process of its own, on the database of the settings."""

from __future__ import annotations

import json
import subprocess
import sys
from urllib.parse import quote, urlencode

from django.db import connection

from angikar.history.refusal import Refused
from angikar.standings.engine.run import Outcome, missing

ENGINES = ("plain", "numba")


def tally(engine: str, *, rewrite: bool = False) -> Outcome:
    """Make every mark anew by an engine (`plain`, `numba`, `spark://host:port`), prove what is stored and mend it.

    Raises `Refused` for an engine nobody knows or whose packages are not there, and `RuntimeError` with its last words
    where the process fails.
    """
    if engine not in ENGINES and not engine.startswith("spark://"):
        raise Refused(
            f"“{engine}” নামে কোনো ইঞ্জিন নেই।",
            f"There is no engine “{engine}”; there are plain, numba and spark://host:port.",
        )
    lacking = ", ".join(missing(engine))
    if lacking:
        raise Refused(
            f"এই ইঞ্জিনের জন্য প্রয়োজনীয় প্যাকেজ নেই: {lacking} (requirements/nation.txt)।",
            f"This engine needs packages that are not here: {lacking} (requirements/nation.txt).",
        )
    asked = {"database": address(), "engine": engine, "rewrite": rewrite}
    done = subprocess.run(
        [sys.executable, "-m", "angikar.standings.engine"],
        input=json.dumps(asked), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the full run failed:\n{done.stderr[-4000:]}")
    seen = json.loads(done.stdout.splitlines()[-1])
    seen["differing"] = {int(paper): lines for paper, lines in seen["differing"].items()}
    return Outcome(**seen)


def address() -> str:
    """The database of the settings: the path of its file, or its address with everything a driver needs."""
    named = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(named["NAME"])
    person = quote(str(named["USER"]), safe="") + (
        f":{quote(str(named['PASSWORD']), safe='')}" if named["PASSWORD"] else ""
    )
    more = {name: value for name, value in named.get("OPTIONS", {}).items() if isinstance(value, str)}
    host, port = str(named["HOST"] or ""), str(named["PORT"] or "")
    if host.startswith("/"):
        more["host"], host = host, ""
    where = host + (f":{port}" if port else "")
    return f"postgresql://{person}@{where}/{quote(str(named['NAME']), safe='')}" + (
        f"?{urlencode(more)}" if more else ""
    )
