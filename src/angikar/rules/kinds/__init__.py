"""KINDS: every kind of paper the system knows, and `understand`, which finds the kind of a Document and reads it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import ValidationError

from angikar.rules.bangla.digits import is_endless
from angikar.rules.bangla.text import normal
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
from angikar.rules.reading import Doubt, Reading, unsure
from angikar.rules.recognition.contents_page import without_contents
from angikar.rules.recognition.pasted import unpasted
from angikar.rules.recognition.several import doubt_of_part, papers_in
from angikar.rules.recognition.weighing import candidates, doubts_about_kind, few_figures
from angikar.rules.sentence import Explained, Fact, Sentence
from angikar.rules.tracing import sentences as carried_sentences
from angikar.rules.tracing.carried import Voucher, differences, prints, unsigned
from angikar.rules.tracing.fidelity import figures_understood, unaccounted
from angikar.rules.tracing.places import at_values, located
from angikar.rules.tracing.repaired import repaired
from angikar.rules.tracing.unseen import unseen
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
_QUOTED = 60
"""Letters of a name from outside that a sentence quotes."""
_HEAD = 100
"""Bytes in which a JSON begins."""
_MISSING = ("নেই", "missing")
_ENDLESS = ("একটানা অতিরিক্ত অঙ্ক", "too many digits in a row")


class UnknownKind(Explained, LookupError):
    """A kind that the system does not know; its sentence names the kinds there are."""

    def __init__(self, name: str) -> None:
        super().__init__(UNKNOWN_KIND, name=normal(name)[:_QUOTED], known=", ".join(KINDS))


class UnknownContent(Explained, ValueError):
    """JSON that is not the content of a paper: the path of what is wrong, and what is wrong there."""

    def __init__(self, where: str, reason: Fact) -> None:
        super().__init__(UNKNOWN_CONTENT, where=where, reason=reason)


def kind_named(name: str) -> Kind:
    """The kind of that name; `UnknownKind` when there is none."""
    if name not in KINDS:
        raise UnknownKind(name)
    return KINDS[name]


def understand(
    document: Document,
    kind: str | None = None,
    framework: str | None = None,
    vouch: Callable[[str], Voucher] = unsigned,
) -> Reading[Any]:
    """Read a Document as the kind it most resembles, or as the kind named.

    Whatever of the source is not in the content, and whatever of the content is not in the source, ends in a doubt. What a PDF carries
    is believed where `vouch` knows its seal and the pages print it; else the pages are read and held against it.
    """
    document = without_contents(document)
    if not document.carried:
        return _read(document, kind, framework)
    if len(document.carried) > 1:
        several = Doubt(carried_sentences.CARRIED_SEVERAL, "error", {"count": len(document.carried)})
        return _read(document, kind, framework).with_doubts(several)
    try:
        carried = restore(document.carried[0])
    except (UnknownContent, UnknownKind):
        unread = Doubt(carried_sentences.CARRIED_UNREADABLE, "warning")
        return _read(document, kind, framework).with_doubts(unread)
    if kind not in (None, carried.kind):
        return _read(document, kind, framework)
    voucher = vouch(document.carried[0])
    known = (carried.kind, framework or carried.framework) if voucher.is_known else (kind, framework)
    shown = _read(document, *known)
    return _held(document, shown, carried, voucher)


def readings(
    document: Document,
    kind: str | None = None,
    framework: str | None = None,
    vouch: Callable[[str], Voucher] = unsigned,
    *,
    part: int | None = None,
) -> tuple[Reading[Any], ...]:
    """The readings of every paper in a Document, or of one `part` alone, from 1; part 0 takes the whole for one paper. Of several each says so.

    A kind that is named is that of the paper most like it.
    """
    parts = papers_in(document) if part != 0 else (document,)
    if len(parts) == 1 or (part is not None and part > len(parts)):
        return (understand(document, kind, framework, vouch),)
    like = [candidates(each, [kind_named(kind)])[0].points if kind else 0 for each in parts]
    named = like.index(max(like)) + 1 if part is None else part
    return tuple(
        understand(each, *((kind, framework) if at == named else (None, None))).with_doubts(
            doubt_of_part(each, at, len(parts))
        )
        for at, each in enumerate(parts, start=1)
        if part in (None, at)
    )


def _held(document: Document, shown: Reading[Any], carried: Reading[Any], voucher: Voucher) -> Reading[Any]:
    """What the pages and the carried content say together: the carried one where it is sealed and printed, else the pages, each
    difference an error.
    """
    if shown.kind != carried.kind:
        facts = {"printed": _titles(shown.kind), "carried": _titles(carried.kind)}
        return shown.with_doubts(voucher.doubt(), Doubt(carried_sentences.CARRIED_OTHER_KIND, "error", facts))
    whole = prints(document, kind_named(carried.kind).write(carried.content))
    if voucher.is_known and whole and not differences(shown.content, carried.content, figures=True):
        trusted = Doubt(carried_sentences.CARRIED_TRUSTED, "info", {"who": voucher.who})
        return carried.with_doubts(trusted) if voucher.worth == "trusted" else carried
    found = located(differences(shown.content, carried.content), shown.content, document)
    return shown.with_doubts(voucher.doubt(), *found)


def _titles(kind: str) -> tuple[str, str]:
    return kind_named(kind).title, kind_named(kind).title_en


def _read(document: Document, kind: str | None, framework: str | None) -> Reading[Any]:
    """What the pages say."""
    document, pasted = unpasted(document)
    ranked = candidates(document, KINDS.values())
    chosen = kind_named(kind or ranked[0].kind)
    found = replace(chosen.read(document, framework), candidates=ranked).with_doubts(*pasted)
    found = found.with_doubts(*doubts_about_kind(document, chosen, ranked, forced=kind is not None))
    checked = located(chosen.check(found.content, found.framework), found.content, document)
    doubtful = at_values(unsure(document), found.content, document)
    reading = found.with_doubts(*checked, *doubtful, *unseen(document), *repaired(document))
    written = chosen.write(reading.content).text
    form = words(written) | _headings()
    understood = figures_understood(document, reading.content, form)
    reading = replace(reading, figures=understood).with_doubts(*few_figures(*understood))
    return reading.with_doubts(*unaccounted(document, reading.content, form, reading.doubts, written))


def typed(data: bytes, vouch: Callable[[str], Voucher]) -> Reading[Any] | None:
    """The reading of a paper that comes as JSON, with what is known of its origin; `None` for bytes that are no JSON.

    Raises `UnknownContent` and `UnknownKind` for JSON that is no content of a paper.
    """
    if not data[:_HEAD].lstrip().startswith(b"{"):
        return None
    text = data.decode("utf-8", errors="replace")
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return None
    reading, voucher = restore(text), vouch(text)
    if voucher.worth == "own":
        return reading
    if voucher.worth == "trusted":
        return reading.with_doubts(Doubt(carried_sentences.JSON_TRUSTED, "info", {"who": voucher.who}))
    if voucher.worth == "broken":
        return reading.with_doubts(Doubt(carried_sentences.JSON_CHANGED, "error"))
    return reading.with_doubts(Doubt(carried_sentences.TYPED_JSON, "warning"))


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
    if is_endless(text):
        raise UnknownContent("JSON", _ENDLESS)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise UnknownContent("JSON", normal(str(wrong))[:_QUOTED]) from wrong
    if not isinstance(data, dict) or not isinstance(data.get("content"), dict) or not isinstance(data.get("kind"), str):
        raise UnknownContent("kind, content", _MISSING)
    kind = kind_named(data["kind"])
    framework = data.get("framework")
    if framework is not None and framework not in FRAMEWORKS:
        raise UnknownContent("framework", normal(str(framework))[:_QUOTED])
    try:
        content = kind.content.model_validate(data["content"])
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        where = normal(".".join(map(str, first["loc"])))
        raise UnknownContent(where[:_QUOTED], normal(first["msg"])[: 2 * _QUOTED]) from wrong
    return Reading(kind.name, framework, content).with_doubts(*kind.check(content, framework))


def as_json(reading: Reading[Any]) -> dict[str, object]:
    """A reading in the shape of the contract of `angikar read --json`."""
    return {
        "kind": reading.kind,
        "framework": reading.framework,
        "content": reading.content.model_dump(mode="json", by_alias=True),
        "doubts": [doubt.as_json() for doubt in reading.doubts],
        "figures": {"understood": reading.figures[0], "all": reading.figures[1]},
        "candidates": [
            {"kind": each.kind, "points": each.points, "reasons": [english for _, english in each.reasons]}
            for each in reading.candidates
        ],
    }


def attachment(reading: Reading[Any]) -> str:
    """The canonical JSON a PDF of ours carries: kind, framework and content, without doubts, keys in the order of the content."""
    whole = as_json(reading)
    del whole["doubts"], whole["candidates"], whole["figures"]
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
    "readings",
    "restore",
    "typed",
    "understand",
]
