"""The full run as a process of its own: the request is JSON on standard input, the result is JSON on standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from angikar.standings.engine.kept import folder, seal
from angikar.standings.engine.run import run


class WithoutPandas(MetaPathFinder):
    """Hides pandas: pyarrow imports the whole of it where it is installed, a second of work, and the run uses none of it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """No module of pandas is found; all others are looked for elsewhere."""
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)
        return None


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    if kept := folder(asked["cache"], asked["secret"]):
        os.environ["NUMBA_CACHE_DIR"] = kept  # read when numba is imported, by the run
    if asked["engine"] == "numba":
        sys.meta_path.insert(0, WithoutPandas())
    result = run(asked["database"], asked["engine"], rewrite=asked["rewrite"])
    if kept:
        seal(kept, asked["secret"])
    print(json.dumps(asdict(result)))
