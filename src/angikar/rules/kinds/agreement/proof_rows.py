"""Annex 2 of an agreement that is written here: one row for each indicator of the office's own part, in its order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from angikar.rules.kinds.agreement.content import Agreement, EvidenceRow
from angikar.rules.plan import Activity, Area


def proof_rows(agreement: Agreement, renamed: Mapping[str, str]) -> Agreement:
    """The agreement whose annex names every own indicator once; what was written of one stays with it, under its new code where
    `renamed` says that its code is another now.
    """
    written = {renamed.get(each.code, each.code): each for each in reversed(agreement.evidence)}
    rows = []
    for _, area, activity, row in agreement.indicators():
        if area.part == "own":
            known = written.get(row.code) or EvidenceRow(code=row.code)
            rows.append(known.model_copy(update={"code": row.code, "activity": activity.title, "title": row.title}))
    return agreement.model_copy(update={"evidence": tuple(rows)})


def is_by_rows(agreement: Agreement) -> bool:
    """Whether the annex names the own indicators one after another, each once, as it does where it was made here."""
    own = [row.code for _, area, _, row in agreement.indicators() if area.part == "own"]
    return [each.code for each in agreement.evidence] == own


def with_evidence(
    areas: Sequence[Area], proofs: Sequence[EvidenceRow], *, only: Set[str] | None = None
) -> tuple[Area, ...]:
    """The areas with implementer and evidence of annex 2 put to each indicator of the office's own part, by code; of `only` those codes
    where they are given.
    """
    rows = {proof.code: proof for proof in proofs}
    return tuple(
        area.model_copy(update={"activities": tuple(_with_evidence(each, rows, only) for each in area.activities)})
        if area.part == "own"
        else area
        for area in areas
    )


def _with_evidence(activity: Activity, rows: Mapping[str, EvidenceRow], only: Set[str] | None) -> Activity:
    made = []
    for indicator in activity.indicators:
        row = rows.get(indicator.code)
        proof = {
            "responsible": (row.implementer,) if row and row.implementer else (),
            "evidence": (row.evidence,) if row and row.evidence else (),
        }
        said = only is None or indicator.code in only
        made.append(indicator.model_copy(update=proof) if said else indicator)
    return activity.model_copy(update={"indicators": tuple(made)})
