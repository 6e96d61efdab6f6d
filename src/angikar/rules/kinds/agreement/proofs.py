"""The laws of annexes 2 and 3: every indicator has proof that is more than its own branch's word, and titles agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from angikar.rules.bangla.text import key
from angikar.rules.document import Place
from angikar.rules.kinds.agreement.content import Agreement, Evidence
from angikar.rules.plan import Activity, Indicator
from angikar.rules.plan_table.check import at, bn
from angikar.rules.reading import Doubt, plain_doubt
from angikar.rules.spelling.misread import misread

_PAIRS = (("“", "”"), ("‘", "’"))
_QUOTED = re.compile(r"[“‘'\"]([^“”‘’'\"]{12,})[”’'\"]")
_ALIKE = 0.75
"""How alike two quoted names must be to mean one thing."""

Cell = tuple[str, str, Place]
"""A path into the content, the text there, and its place."""


def proof_laws(agreement: Agreement) -> Iterator[Doubt]:
    """Every breach of the laws of implementers, evidence and dependencies."""
    yield from _coverage(agreement)
    own = {row.code: (activity, row) for _, area, activity, row in agreement.indicators() if area.part == "own"}
    for index, proof in enumerate(agreement.evidence):
        yield from _one(f"evidence.{index}", proof, own.get(proof.code))
    for slot in ("implementer", "evidence"):
        yield from _cut_off([cell for cell in _column(agreement, slot) if cell[1]])
    for cell in chain(_column(agreement, "implementer"), _column(agreement, "evidence")):
        yield from _quotes(*cell)
    yield from _dependencies(agreement)
    yield from _wordings(agreement)


def _column(agreement: Agreement, slot: str) -> list[Cell]:
    return [
        (f"evidence.{index}.{slot}", getattr(proof, slot) or "", at(proof.lines))
        for index, proof in enumerate(agreement.evidence)
    ]


def _coverage(agreement: Agreement) -> Iterator[Doubt]:
    """`evidence-missing`: one doubt for the whole annex where there is none, else one for each indicator."""
    if not agreement.evidence and agreement.areas:
        yield plain_doubt(
            "evidence-missing", "warning", "প্রমাণকের সংযোজনী নেই।", "There is no annex of evidence.", "evidence",
        )  # fmt: skip
        return
    for path, area, _, row in agreement.indicators():
        if area.part == "own" and not row.evidence:
            yield plain_doubt(
                "evidence-missing", "warning", f"সূচক [{bn(row.code)}]-এর প্রমাণক নেই।",
                f"Indicator [{row.code}] has no evidence.", f"{path}.evidence", at(row.lines),
            )  # fmt: skip


def _one(path: str, proof: Evidence, found: tuple[Activity, Indicator] | None) -> Iterator[Doubt]:
    """`annex-code-unknown`, `evidence-self-certifying`, `annex-title-differs` of one row of annex 2."""
    if found is None:
        yield plain_doubt(
            "annex-code-unknown", "error", f"সংযোজনী ২-এর কোড [{bn(proof.code)}] পরিকল্পনায় নেই।",
            f"Code [{proof.code}] of annex 2 is not in the plan.", f"{path}.code", at(proof.lines),
        )  # fmt: skip
        return
    if proof.evidence and key(proof.evidence) == key(proof.implementer or ""):
        yield plain_doubt(
            "evidence-self-certifying", "warning",
            f"সূচক [{bn(proof.code)}]-এর প্রমাণকের ঘরে শাখার নামই লেখা; কোন দলিল প্রমাণ দেবে তা নেই।",
            f"The evidence of indicator [{proof.code}] only repeats the branch; it names no document.",
            f"{path}.evidence", at(proof.lines),
        )  # fmt: skip
    activity, indicator = found
    for slot, printed, planned in (
        ("activity", proof.activity, activity.title), ("title", proof.title, indicator.title),
    ):  # fmt: skip
        yield from _differs(f"{path}.{slot}", (printed, planned), proof.code, at(proof.lines))


def _differs(path: str, titles: tuple[str, str], code: str, place: Place) -> Iterator[Doubt]:
    """The title of the table is proposed, but where the table itself is misread and the annex is not."""
    printed, planned = titles
    if printed and key(printed) != key(planned):
        broken = misread(planned) and not misread(printed)
        yield plain_doubt(
            "annex-title-differs", "info", f"[{bn(code)}]: সংযোজনীতে “{printed}”, ছকে “{planned}”।",
            f"[{code}]: the annex says “{printed}”, the table “{planned}”.", path, place,
            None if broken else planned,
        )  # fmt: skip


def _dependencies(agreement: Agreement) -> Iterator[Doubt]:
    """`annex-title-differs` of annex 3, which names indicators by title alone."""
    by_title = {key(row.title): (activity, row) for _, _, activity, row in agreement.indicators()}
    for index, each in enumerate(agreement.dependencies):
        if found := by_title.get(key(each.indicator)):
            titles = (each.activity, found[0].title)
            yield from _differs(f"dependencies.{index}.activity", titles, found[1].code, at(each.lines))


def _cut_off(cells: Sequence[Cell]) -> Iterator[Doubt]:
    """`cell-cut-off`: a text ends in a word that, wherever else it stands in the column, is followed by another."""
    words = {path: [key(word) for word in text.split()] for path, text, _ in cells}
    for path, text, place in cells:
        last = words[path][-1]
        elsewhere = [each for other, each in words.items() if other != path and last in each]
        if len(elsewhere) > 1 and all(each[-1] != last for each in elsewhere):
            yield plain_doubt(
                "cell-cut-off", "warning", f"“{text}” মাঝপথে শেষ হয়েছে মনে হয়।",
                f"“{text}” seems to be cut off.", path, place,
            )  # fmt: skip


def _quotes(path: str, text: str, place: Place) -> Iterator[Doubt]:
    """`quote-unbalanced`: a quotation that opens or closes only."""
    if text.count("'") % 2 or text.count('"') % 2 or any(text.count(a) != text.count(b) for a, b in _PAIRS):
        yield plain_doubt(
            "quote-unbalanced", "info", f"“{text}”: উদ্ধৃতিচিহ্ন জোড়া নয়।",
            f"The quotation marks of “{text}” do not pair.", path, place,
        )  # fmt: skip


def _wordings(agreement: Agreement) -> Iterator[Doubt]:
    """`name-wordings-differ`: one quoted name in several wordings, told once, at the first odd one."""
    texts: Iterable[Cell] = chain(
        (
            (f"outcomes.{i}.indicators.{k}.source", row.source or "", at(row.lines))
            for i, outcome in enumerate(agreement.outcomes)
            for k, row in enumerate(outcome.indicators)
        ),
        _column(agreement, "implementer"),
        _column(agreement, "evidence"),
    )
    known: dict[str, str] = {}
    for path, text, place in texts:
        for name in _QUOTED.findall(text):
            if key(name) in known:
                continue
            other = next((each for each in known.values() if SequenceMatcher(None, each, name).ratio() >= _ALIKE), None)
            known[key(name)] = name
            if other is not None:
                yield plain_doubt(
                    "name-wordings-differ", "info", f"একই নাম ভিন্নভাবে লেখা: “{other}” ও “{name}”।",
                    f"One name in two wordings: “{other}” and “{name}”.", path, place, other,
                )  # fmt: skip
