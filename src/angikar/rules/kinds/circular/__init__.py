"""The circular (পরিপত্র): what it directs, the bodies it forms, what falls due around its anchor day."""

from angikar.rules.kind import Kind, LetterForm
from angikar.rules.kinds.circular.arrange import arrange
from angikar.rules.kinds.circular.asks import asks
from angikar.rules.kinds.circular.check import check
from angikar.rules.kinds.circular.content import Circular
from angikar.rules.kinds.circular.meaning import follow
from angikar.rules.kinds.circular.read import NAME, read, recognise
from angikar.rules.kinds.circular.write import write

CIRCULAR = Kind(
    name=NAME,
    title="পরিপত্র",
    title_en="Circular",
    content=Circular,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
    arrange=arrange,
    follow=follow,
    numbered=("paragraphs", "directives"),
    forms=(LetterForm("circular", "পরিপত্র", "Circular", head="letterhead", heading="পরিপত্র"),),
    has_directives=True,
)

__all__ = ["CIRCULAR", "Circular"]
