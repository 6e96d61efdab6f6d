"""What follows of a change in an agreement: codes below a changed code, in the table and in the annex of evidence."""

from __future__ import annotations

from collections.abc import Mapping

from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.agreement.proof_rows import is_by_rows, proof_rows, with_evidence
from angikar.rules.plan_table.making.following import follow_cells
from angikar.rules.plan_table.recode import follow_codes


def follow(before: Agreement, after: Agreement) -> Agreement:
    """A changed agreement in which the codes below a changed code follow it; a row of annex 2 follows the indicator it names,
    where no other bears that code and the annex was not changed as well. An annex that names the indicators one after another
    takes over their titles; who carries out an indicator and what proves it is what the annex says.
    """
    followed = follow_cells(before, follow_codes(before, after))
    if before.evidence != after.evidence:
        followed = followed.model_copy(
            update={"areas": with_evidence(followed.areas, followed.evidence, only=_changed(before, after))}
        )
    elif is_by_rows(before) and _titles(before) != _titles(followed):
        followed = proof_rows(followed, {})
    old, new = (
        [row.code for _, area, _, row in each.indicators() if area.part == "own"] for each in (before, followed)
    )
    if len(old) != len(new) or old == new or before.evidence != after.evidence:
        return followed
    codes = {was: now for was, now in zip(old, new, strict=True) if was != now and was not in new}
    rows = tuple(each.model_copy(update={"code": codes.get(each.code, each.code)}) for each in followed.evidence)
    return followed.model_copy(update={"evidence": rows})


def _titles(agreement: Agreement) -> list[tuple[str, str]]:
    return [(activity.title, row.title) for _, _, activity, row in agreement.indicators()]


def _changed(before: Agreement, after: Agreement) -> set[str]:
    """The codes of the rows of the annex that say something else now."""
    known = {(each.code, each.implementer, each.evidence) for each in before.evidence}
    return {each.code for each in after.evidence if (each.code, each.implementer, each.evidence) not in known}


def follow_rows(before: Agreement, after: Agreement, codes: Mapping[str, str]) -> Agreement:
    """An agreement whose rows were rearranged, with the annex that names them one after another; `codes` are new codes by old ones."""
    return proof_rows(after, codes) if is_by_rows(before) else after
