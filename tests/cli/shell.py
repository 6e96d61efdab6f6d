"""The command line as a script calls it: what it printed, what it complained of, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from angikar.cli.demo.papers import SAMPLES
from angikar.cli.main import main


class Said(NamedTuple):
    """One call's exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


class Shell:
    """Calls the command within this process."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *arguments: str | Path) -> Said:
        self._capture.readouterr()
        try:
            code = main([str(each) for each in arguments])
        except SystemExit as left:  # argparse leaves so
            code = int(left.code or 0)
        return Said(code, *self._capture.readouterr())


def sample(name: str) -> Path:
    """The path of a sample of the demo."""
    return SAMPLES / f"{name}.txt"


def is_bangla(text: str) -> bool:
    """Whether a text holds a Bangla letter."""
    return any("\u0980" <= char <= "\u09ff" for char in text)
