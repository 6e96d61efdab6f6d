"""How a command refuses: one clear sentence in Bangla and in English on standard error, and exit code 2."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from angikar.rules.sentence import Explained

Arguments = ParamSpec("Arguments")


class CannotDo(Explained):
    """The command cannot do what it was asked."""


def two_sentences(command: Callable[Arguments, int]) -> Callable[Arguments, int]:
    """A command that prints an error with `message` and `message_en` as two lines on standard error and returns 2."""

    @wraps(command)
    def wrapped(*args: Arguments.args, **kwargs: Arguments.kwargs) -> int:
        try:
            return command(*args, **kwargs)
        except _explained_errors() as refused:
            if not hasattr(refused, "message_en"):
                _print_fault(refused)
                return 2
            print(getattr(refused, "message", ""), refused.message_en, sep="\n", file=sys.stderr)
            return 2

    return wrapped


def _print_fault(error: Exception) -> None:
    """Say that the database failed under the command; what is no fault of the machine is raised again."""
    from angikar.cli.sentences import DATABASE_SILENT
    from angikar.history.faults import fault_of

    if fault_of(error) is None:
        raise error
    print(*DATABASE_SILENT.both(reason=str(error).strip()), sep="\n", file=sys.stderr)


def _explained_errors() -> tuple[type[Exception], ...]:
    """The errors that may have a sentence in both languages; imported only after an error, because the formats are slow to
    import.
    """
    from django.db import DatabaseError

    from angikar.formats import Unprintable, Unreadable
    from angikar.history.refusal import Refused

    return ValueError, LookupError, CannotDo, Unprintable, Unreadable, Refused, DatabaseError
