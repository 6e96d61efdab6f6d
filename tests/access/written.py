"""What a request writes: the tables of the rows it adds, changes or removes and does not take back, but those of sessions and sign-ins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

_WRITE = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+[\"`]?(\w+)", re.IGNORECASE
)
_SAVEPOINT = re.compile(r"(SAVEPOINT|ROLLBACK TO SAVEPOINT) (\S+)")
_OWN = ("django_session", "offices_guesscount", "usersessions_", "account_", "mfa_")


@contextmanager
def watched() -> Iterator[list[str]]:
    """The tables written meanwhile, in order."""
    tables: list[str] = []
    at: dict[str, int] = {}

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if point := _SAVEPOINT.match(sql):
            if point[1] == "SAVEPOINT":
                at[point[2]] = len(tables)
            else:
                del tables[at.get(point[2], 0) :]
        found = _WRITE.match(sql)
        if found and not found[1].startswith(_OWN):
            tables.append(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield tables
