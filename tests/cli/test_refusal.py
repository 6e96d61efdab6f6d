"""A command under which the database fails says so; what is a mistake of the code is not hidden."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from angikar.cli.refusal import two_sentences


def test_a_command_whose_database_fails_ends_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    @two_sentences
    def command() -> int:
        raise OperationalError("database or disk is full")

    assert command() == 2
    assert "The database does not answer: database or disk is full" in capsys.readouterr().err


def test_a_mistake_in_a_command_is_no_fault_of_the_machine() -> None:
    @two_sentences
    def command() -> int:
        raise OperationalError("no such table: places")

    with pytest.raises(OperationalError):
        command()
