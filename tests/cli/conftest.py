"""What the tests of the command line share: the shell."""

from __future__ import annotations

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def angikar(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Calls `angikar` and tells what it said."""
    return Shell(capsys)
