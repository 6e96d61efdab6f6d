"""What is done with a spoilt paper, and what must hold of the answer: it is whole, or one sentence in each language."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from angikar.formats.file_names import file_name
from angikar.formats.intake import Kind, decode, kind_named_by, kind_of
from angikar.formats.lists import LISTS
from angikar.formats.wire import SIZES, UNDERSTOOD, Asked, Task, packed, packed_refusal, unpacked, unpacked_refusal
from angikar.formats.worker import answered
from angikar.rules import kinds
from angikar.rules.bangla import bijoy, dates, digits, memo
from angikar.rules.bangla import text as texts
from angikar.rules.document import Place
from angikar.rules.kinds import UNKNOWN_KIND
from angikar.rules.reading import Doubt
from angikar.rules.schedule.parsing import parse_hour, parse_rule
from angikar.rules.schedule.rule import ScheduleError
from angikar.rules.sentence import Explained

READERS: dict[str, Kind] = {
    "values": "text",
    "text": "text",
    "papers": "text",
    "json": "text",
    "csv": "text",
    "html": "html",
    "docx": "docx",
    "sheet": "sheet",
    "pdf": "pdf",
    "picture": "picture",
    "office": "office",
}
"""Every reader with the kind of file whose limits it is held to; `papers` are whole plans and letters, `values` single texts."""

SHARES = {"values": 2, "csv": 1, "picture": 1, "office": 1}
"""Shares of the time; every other reader has 3."""
_HEAVY = {"picture": 40, "office": 25}
"""Of so many papers one is read with the other program that its reader starts."""
_FORM = 5 * 2**20
"""Bytes of the largest form that the server takes; a longer value reaches nothing."""
_MARKED = 8
"""Of so many papers one is also given back with doubts marked in it."""
_OF_KINDS: dict[Task, tuple[Kind, ...]] = {
    "measure": ("pdf", "picture"),
    "render": ("pdf", "picture"),
    "list": ("sheet", "text"),
}
_DOUBTS = (
    Doubt(UNKNOWN_KIND, "error", {"name": "ক", "known": "খ"}, place=Place(2, 1, 1)),
    Doubt(UNKNOWN_KIND, "warning", {"name": "ক", "known": "খ"}, place=Place(1, 1, 0, (10.0, 20.0, 80.0, 40.0))),
)
_PARSERS: tuple[Callable[[str], object], ...] = (
    dates.parse_date,
    dates.parse_bangla_date,
    dates.parse_dates,
    dates.parse_window,
    dates.parse_month,
    dates.looks_like_date,
    digits.parse_number,
    digits.to_bangla,
    memo.parse_memo,
    texts.normal,
    texts.key,
    parse_hour,
    file_name,
    bijoy.to_unicode,
)


def judge(reader: str, number: int, data: bytes) -> str:
    """Do with a paper what is done with a file of its kind. Returns `read` or `refused`; whatever else happens is raised."""
    tasks = _tasks(reader, number, data)
    outcome = "read"
    for task in tasks:
        try:
            task()
        except Explained as refused:
            outcome = "refused"
            _hold(refused)
    return outcome


def _tasks(reader: str, number: int, data: bytes) -> list[Callable[[], object]]:
    if reader == "values":
        text = data.decode(errors="replace") if len(data) <= _FORM else ""
        return [partial(parse, text) for parse in (*_PARSERS, parse_rule)]
    if reader == "csv":
        return [partial(_answer, "list", "csv", data), partial(decode, data)]
    found: list[Callable[[], object]] = []
    if number % _HEAVY.get(reader, 1) == 0:
        found.append(partial(_answer, "understand", reader, data))
    else:
        found.append(partial(kind_of, data))
    if reader == "sheet":
        found.append(partial(_answer, "list", reader, data))
    if reader in ("pdf", "picture"):
        found.append(partial(_answer, "measure", reader, data))
        found.append(partial(_answer, "render", reader, data))
    if number % _MARKED == 0 and reader in ("text", "html", "docx", "sheet", "pdf"):
        found.append(partial(_answer, "annotate", reader, data))
    return found


def _answer(task: Task, reader: str, data: bytes) -> None:
    """The answer of a confined process, understood as the system understands it."""
    kind = kind_named_by(data, "paper.html" if reader == "html" else "paper")
    if kind not in _OF_KINDS.get(task, (kind,)):
        return
    if kind == "picture" and reader != "picture":
        return
    doubts = _DOUBTS if task == "annotate" else ()
    said = answered(Asked(task, kind, rows=1000, page=1, doubts=doubts), data)
    match task:
        case "understand":
            for reading in UNDERSTOOD.validate_json(said):
                _whole(reading)
        case "list":
            LISTS.validate_json(said)
        case "measure":
            SIZES.validate_json(said)


def _whole(reading: Any) -> None:
    """A reading that the system can store, show and print."""
    content = kinds.kind_named(reading.kind).content.model_validate(reading.content)
    json.dumps(reading.content, ensure_ascii=False, allow_nan=False).encode()
    document = kinds.kind_named(reading.kind).write(content)
    if unpacked(packed(document)) != document:
        raise AssertionError("what is written of a reading is another thing after the way home")
    for doubt in (*reading.doubts, *reading.checked):
        if not doubt.message.strip() or not doubt.message_en.strip():
            raise AssertionError(f"a doubt without words: {doubt.code}")


def _hold(refused: Explained) -> None:
    both = refused.message, refused.message_en
    if not all(text.strip() for text in both):
        raise AssertionError(f"a refusal without words: {refused.code}")
    if isinstance(refused, ScheduleError):  # it quotes what was typed, whatever that is, and crosses no process
        return
    if "\n" in "".join(both):
        raise AssertionError(f"a refusal is one sentence in each language: {refused.code}")
    unpacked_refusal(packed_refusal(refused))
