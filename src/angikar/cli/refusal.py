"""How the command line says no: one clear sentence in Bangla and English on standard error, and exit code 2."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

Arguments = ParamSpec("Arguments")


class CannotDo(Exception):
    """What the command cannot do, in both languages."""

    def __init__(self, message: str, message_en: str) -> None:
        self.message = message
        self.message_en = message_en
        super().__init__(message_en)


def two_sentences(command: Callable[Arguments, int]) -> Callable[Arguments, int]:
    """Turn every error that carries `message` and `message_en` into two lines on standard error and exit code 2."""

    @wraps(command)
    def wrapped(*args: Arguments.args, **kwargs: Arguments.kwargs) -> int:
        try:
            return command(*args, **kwargs)
        except _telling() as refused:
            if not hasattr(refused, "message_en"):
                raise
            print(getattr(refused, "message", ""), refused.message_en, sep="\n", file=sys.stderr)
            return 2

    return wrapped


def _telling() -> tuple[type[Exception], ...]:
    """The errors that may say themselves in both languages. Asked for only when something went wrong, because the
    formats are slow to import.
    """
    from angikar.formats import Unprintable, Unreadable
    from angikar.history.refusal import Refused

    return ValueError, LookupError, CannotDo, Unprintable, Unreadable, Refused
