"""Fuzzes the readers led by the code they run through: atheris, where it is installed (it has no wheel for every Python).

`python -m tools.fuzz_atheris [SECONDS]`; without atheris it says so and does nothing.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

CORPUS = Path("build/fuzz/corpus")


def main(seconds: int) -> int:
    """Let atheris spoil our own papers for so many seconds."""
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed (pip install atheris); the fuzzing by Hypothesis stands alone")
        return 0
    import atheris

    with atheris.instrument_imports(include=["angikar.formats", "angikar.rules"]):
        from tools.fuzz import judge, samples

    CORPUS.mkdir(parents=True, exist_ok=True)
    for name, data in samples().items():
        (CORPUS / name).write_bytes(data)
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-timeout=60", "-rss_limit_mb=3000", str(CORPUS)], judge)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30))
