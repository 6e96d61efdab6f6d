"""Starts the full run in a process of its own, on the database of the settings."""

from __future__ import annotations

import json
import subprocess
import sys
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection
from django.utils.crypto import salted_hmac

from angikar.history.refusal import Refused
from angikar.standings import sentences
from angikar.standings.engine.run import RunResult, missing

ENGINES = ("plain", "numba")


def tally(engine: str, *, rewrite: bool = False) -> RunResult:
    """Compute every mark again by an engine (`plain`, `numba`, `spark://host:port`), compare the stored marks and correct them.

    Raises `Refused` for an unknown engine or one whose packages are not installed, and `RuntimeError` with the end of its
    error output where the process fails.
    """
    if engine not in ENGINES and not engine.startswith("spark://"):
        raise Refused(sentences.ENGINE_UNKNOWN, engine=engine)
    lacking = ", ".join(missing(engine))
    if lacking:
        raise Refused(sentences.ENGINE_NOT_INSTALLED, packages=lacking)
    asked = {
        "database": address(),
        "engine": engine,
        "rewrite": rewrite,
        "cache": str(settings.VAR / "cache"),
        "secret": salted_hmac("angikar.standings.engine.kept", "law", algorithm="sha256").hexdigest(),
    }
    done = subprocess.run(
        [sys.executable, "-m", "angikar.standings.engine"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the full run failed:\n{done.stderr[-4000:]}")
    seen = json.loads(done.stdout.splitlines()[-1])
    seen["differing"] = {int(paper): lines for paper, lines in seen["differing"].items()}
    return RunResult(**seen)


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
        f"?{urlencode(more, quote_via=quote)}" if more else ""
    )
