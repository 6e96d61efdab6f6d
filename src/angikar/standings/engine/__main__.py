"""The full run as a process of its own: the request is JSON on standard input, the result is JSON on standard output."""

from __future__ import annotations

import gc
import json
import os
import sys
from dataclasses import asdict

from angikar.standings.engine.kept import folder, seal
from angikar.standings.engine.run import run

if __name__ == "__main__":
    gc.disable()  # nothing of the run is a cycle, and the process ends with it
    asked = json.load(sys.stdin)
    if kept := folder(asked["cache"], asked["secret"]):
        os.environ["NUMBA_CACHE_DIR"] = kept  # read when numba is imported, by the run
    result = run(asked["database"], asked["engine"], rewrite=asked["rewrite"])
    if kept:
        seal(kept, asked["secret"])
    print(json.dumps(asdict(result)))
