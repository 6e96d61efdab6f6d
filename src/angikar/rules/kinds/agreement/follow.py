"""What follows of a change in an agreement: codes below a changed code, in the table and in the annex of evidence."""

from __future__ import annotations

from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.plan_table.recode import follow_codes


def follow(before: Agreement, after: Agreement) -> Agreement:
    """A changed agreement in which the codes below a changed code follow it; a row of annex 2 follows the indicator it names,
    where no other bears that code and the annex was not changed as well.
    """
    followed = follow_codes(before, after)
    old, new = (
        [row.code for _, area, _, row in each.indicators() if area.part == "own"] for each in (before, followed)
    )
    if len(old) != len(new) or old == new or before.evidence != after.evidence:
        return followed
    codes = {was: now for was, now in zip(old, new, strict=True) if was != now and was not in new}
    rows = tuple(each.model_copy(update={"code": codes.get(each.code, each.code)}) for each in followed.evidence)
    return followed.model_copy(update={"evidence": rows})
