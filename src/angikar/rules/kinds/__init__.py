"""KINDS: every kind of paper the system knows, and `understand`, which finds the kind of a Document and reads it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import ValidationError

from angikar.rules.document import Document
from angikar.rules.frameworks import FRAMEWORKS, framework
from angikar.rules.kind import Kind
from angikar.rules.kinds.agreement import AGREEMENT
from angikar.rules.kinds.circular import CIRCULAR
from angikar.rules.kinds.evaluation_sheet import EVALUATION_SHEET
from angikar.rules.kinds.integrity_plan import INTEGRITY_PLAN
from angikar.rules.kinds.minutes import MINUTES
from angikar.rules.kinds.plain_letter import PLAIN_LETTER
from angikar.rules.kinds.progress_report import PROGRESS_REPORT
from angikar.rules.kinds.reform_plan import REFORM_PLAN
from angikar.rules.reading import Reading, unsure
from angikar.rules.sentence import Explained, Fact, Sentence
from angikar.rules.tracing.fidelity import unaccounted
from angikar.rules.tracing.places import located
from angikar.rules.tracing.words import words

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        AGREEMENT,
        INTEGRITY_PLAN,
        REFORM_PLAN,
        PROGRESS_REPORT,
        EVALUATION_SHEET,
        CIRCULAR,
        MINUTES,
        PLAIN_LETTER,
    )
}

WITH_DIRECTIVES = frozenset(kind.name for kind in KINDS.values() if kind.has_directives)
"""The names of the kinds that have directives, for a query of papers."""

FIRST_PLAN = next(kind.name for kind in KINDS.values() if kind.is_plan)
"""The name of the kind of plan that is meant where none is chosen."""


UNKNOWN_KIND = Sentence(
    "unknown-kind",
    "“{name}” ধরনের কোনো কাগজ জানা নেই; জানা আছে: {known}।",
    "There is no kind of paper “{name}”; known are: {known}.",
)
UNKNOWN_CONTENT = Sentence(
    "unknown-content",
    "এই JSON কোনো কাগজের বিষয়বস্তু নয়: {where}: {reason}",
    "This JSON is not the content of a paper: {where}: {reason}",
)
_MISSING = ("নেই", "missing")


class UnknownKind(Explained, LookupError):
    """A kind that the system does not know; its sentence names the kinds there are."""

    def __init__(self, name: str) -> None:
        super().__init__(UNKNOWN_KIND, name=name, known=", ".join(KINDS))


class UnknownContent(Explained, ValueError):
    """JSON that is not the content of a paper: the path of what is wrong, and what is wrong there."""

    def __init__(self, where: str, reason: Fact) -> None:
        super().__init__(UNKNOWN_CONTENT, where=where, reason=reason)


def kind_named(name: str) -> Kind:
    """The kind of that name; `UnknownKind` when there is none."""
    if name not in KINDS:
        raise UnknownKind(name)
    return KINDS[name]


def understand(document: Document, kind: str | None = None, framework: str | None = None) -> Reading[Any]:
    """Read a Document as the kind it most resembles, or as the kind named; a PDF of our own gives its content back exactly.

    Whatever of the source is not in the content, and whatever of the content is not in the source, ends in a doubt.
    """
    if document.attached is not None:
        carried = restore(document.attached)
        if kind in (None, carried.kind):
            return carried
    chosen = kind_named(kind) if kind else max(KINDS.values(), key=lambda each: each.recognise(document))
    found = chosen.read(document, framework)
    checked = located(chosen.check(found.content, found.framework), found.content, document)
    reading = found.with_doubts(*checked, *unsure(document))
    written = chosen.write(reading.content).text
    form = words(written) | _headings()
    return reading.with_doubts(*unaccounted(document, reading.content, form, reading.doubts, written))


@cache
def _headings() -> frozenset[str]:
    """The words of every heading of every form the system knows."""
    columns = (column for name in FRAMEWORKS for column in framework(name).columns)
    titles = ((each.heading, each.group, each.under, *each.aliases) for each in columns)
    return frozenset().union(*(words(title) for each in titles for title in each))


def restore(text: str) -> Reading[Any]:
    """The reading that `as_json` wrote; its doubts are found again, so they are never older than the checks.

    Raises `UnknownContent` with the path of what does not fit.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise UnknownContent("JSON", str(wrong)) from wrong
    if not isinstance(data, dict) or not isinstance(data.get("content"), dict) or not isinstance(data.get("kind"), str):
        raise UnknownContent("kind, content", _MISSING)
    kind = kind_named(data["kind"])
    framework = data.get("framework")
    try:
        content = kind.content.model_validate(data["content"])
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        raise UnknownContent(".".join(map(str, first["loc"])), first["msg"]) from wrong
    return Reading(kind.name, framework, content).with_doubts(*kind.check(content, framework))


def as_json(reading: Reading[Any]) -> dict[str, object]:
    """A reading in the shape of the contract of `angikar read --json`."""
    return {
        "kind": reading.kind,
        "framework": reading.framework,
        "content": reading.content.model_dump(mode="json", by_alias=True),
        "doubts": [doubt.as_json() for doubt in reading.doubts],
    }


def attachment(reading: Reading[Any]) -> str:
    """The canonical JSON a PDF of ours carries: kind, framework and content, without doubts, keys in the order of the content."""
    whole = as_json(reading)
    del whole["doubts"]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


__all__ = [
    "FIRST_PLAN",
    "KINDS",
    "WITH_DIRECTIVES",
    "UnknownContent",
    "UnknownKind",
    "as_json",
    "attachment",
    "kind_named",
    "restore",
    "understand",
]
