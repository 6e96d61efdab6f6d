"""A real standalone cluster of the tests' own: a master and two workers on loopback, gone afterwards."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEPLOY = "org.apache.spark.deploy"
PATIENCE = 240.0
"""Seconds that a busy machine may take to start three virtual machines."""


def possible() -> bool:
    """Whether there are pyspark and a Java."""
    return importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


@contextmanager
def cluster() -> Iterator[str]:
    """The address of the running master; two workers of one core each have registered with it."""
    spec = importlib.util.find_spec("pyspark")
    assert spec is not None
    assert spec.origin is not None
    home, folder = Path(spec.origin).parent, Path(tempfile.mkdtemp(prefix="angikar-spark-"))
    started: list[subprocess.Popen[bytes]] = []

    def start(name: str, *arguments: str) -> Path:
        log = folder / f"{name}{len(started)}.log"
        with log.open("wb") as said:
            started.append(
                subprocess.Popen(
                    [
                        str(home / "bin" / "spark-class"),
                        f"{_DEPLOY}.{name}",
                        "--host",
                        "127.0.0.1",
                        "--webui-port",
                        "0",
                        *arguments,
                    ],
                    env={
                        **os.environ,
                        "SPARK_HOME": str(home),
                        "SPARK_LOCAL_IP": "127.0.0.1",
                        "PYSPARK_PYTHON": sys.executable,
                    },
                    cwd=folder,
                    stdout=said,
                    stderr=subprocess.STDOUT,
                )
            )
        return log

    try:
        log = start("master.Master", "--port", "0")
        url = _awaited(log, r"Starting Spark master at (spark://127\.0\.0\.1:[1-9]\d*)|'sparkMaster' on port (\d+)", 1)
        for _ in range(2):
            start("worker.Worker", "--cores", "1", "--memory", "1g", "--work-dir", str(folder), url)
        _awaited(log, "Registering worker", 2)
        yield url
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def _awaited(log: Path, words: str, times: int) -> str:
    """Wait until a log has said something so often."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        found = list(re.finditer(words, log.read_text(errors="replace")))
        if len(found) >= times:
            groups = [group for group in found[0].groups() if group]
            return (groups[0] if groups[0].startswith("spark") else f"spark://127.0.0.1:{groups[0]}") if groups else ""
        time.sleep(0.1)
    raise RuntimeError(f"the cluster did not start:\n{log.read_text(errors='replace')[-4000:]}")
