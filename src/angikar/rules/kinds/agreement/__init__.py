"""The annual performance agreement (বার্ষিক কর্মসম্পাদন চুক্তি) between an office and the office above it."""

from __future__ import annotations

from angikar.rules.kind import Kind
from angikar.rules.kinds.agreement.asks import asks
from angikar.rules.kinds.agreement.blank import blank, carry_words
from angikar.rules.kinds.agreement.check import check
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.agreement.follow import follow, follow_rows
from angikar.rules.kinds.agreement.read import TITLE, read, recognise
from angikar.rules.kinds.agreement.write import write

AGREEMENT = Kind(
    name="agreement",
    title=TITLE,
    title_en="Annual performance agreement",
    content=Agreement,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
    blank=blank,
    carry_words=carry_words,
    follow_rows=follow_rows,
    follow=follow,
    holds_plans=True,
    two_parties=True,
    issued_signed=True,
)

__all__ = ["AGREEMENT", "Agreement"]
