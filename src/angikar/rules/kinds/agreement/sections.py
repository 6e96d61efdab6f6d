"""Sections: overview, vision, mission and functions of an agreement, found by their titles and never by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.document import Block, Heading, Paragraph
from angikar.rules.finding import TextLine, lines_of, section, titled

OVERVIEW = "কর্মসম্পাদনের সার্বিক চিত্র"
PREAMBLE = ("প্রস্তাবনা", "উপক্রমণিকা", "উপক্রমনিকা", "Preamble")
VISION, MISSION = ("রূপকল্প", "Vision"), ("অভিলক্ষ্য", "Mission")
FUNCTIONS = ("কার্যাবলি", "কার্যাবলী", "Functions")
GRAND_TITLE = "সাম্প্রতিক অর্জন, চ্যালেঞ্জ এবং ভবিষ্যৎ পরিকল্পনা"

_AREAS = ("কর্মসম্পাদনের ক্ষেত্র", "কৌশলগত উদ্দেশ্য", "Strategic Objectives")
_NUMBERED = re.compile(r"(?:^|(?<=[\s;।]))([0-9০-৯]{1,2})[.)।]\s+")
_SUBTITLE = 100
"""Characters: a longer line that ends with a colon opens no part of the overview."""


def opens_section(block: Block) -> bool:
    """Whether a block opens a numbered section or an annex: `সেকশন ২`, `সংযোজনী ১`."""
    if not isinstance(block, Heading | Paragraph):
        return False
    return key(block.text).startswith((key("সেকশন"), key("সংযোজনী"), "section", "annex"))


def overview(blocks: Sequence[Block]) -> dict[str, str]:
    """The overview by its printed sub-titles, each with its text, one paragraph or item a line."""
    found = section(
        blocks,
        lambda block: titled(block, OVERVIEW, anywhere=True),
        lambda block: titled(block, *PREAMBLE) or opens_section(block),
    )
    parts: dict[str, list[str]] = {}
    title = OVERVIEW
    for block in found:
        for line in lines_of((block,)):
            if isinstance(block, Heading) or (line.text.endswith(":") and len(line.text) <= _SUBTITLE):
                title = line.text.rstrip(": ")
            elif key(line.text) != key(GRAND_TITLE):
                parts.setdefault(title, []).append(line.text.removeprefix("-").strip())
    return {name: "\n".join(lines) for name, lines in parts.items()}


def vision(blocks: Sequence[Block]) -> str | None:
    """রূপকল্প (Vision)."""
    return _text_beside(blocks, VISION) or _text_below(blocks, VISION, (*MISSION, *_AREAS, *FUNCTIONS))


def mission(blocks: Sequence[Block]) -> str | None:
    """অভিলক্ষ্য (Mission)."""
    return _text_beside(blocks, MISSION) or _text_below(blocks, MISSION, (*_AREAS, *FUNCTIONS))


def functions(blocks: Sequence[Block]) -> tuple[str, ...]:
    """কার্যাবলি (Functions), one by one, whether each has its line or all are in one paragraph."""
    text = _text_below(blocks, FUNCTIONS, ("বিভিন্ন কার্যক্রমের",))
    return numbered_items(text) if text else ()


def listed_areas(blocks: Sequence[Block]) -> tuple[TextLine, ...]:
    """The numbered lines between mission and functions: the areas as section 1 names them."""
    below = section(blocks, lambda block: titled(block, *MISSION), lambda block: titled(block, *FUNCTIONS))
    numbered = (block for block in below if isinstance(block, Paragraph) and to_latin(block.label[:1]).isdecimal())
    return tuple(TextLine(normal(block.text), block.place) for block in numbered)


def numbered_items(text: str) -> tuple[str, ...]:
    """The items of a list numbered 1, 2, 3 … in running text; the whole text where there are no such numbers.

    >>> numbered_items("১. সনদ প্রদান; ২. নীতি প্রণয়ন ২০২২। ৩. সমন্বয়।")
    ('সনদ প্রদান', 'নীতি প্রণয়ন ২০২২', 'সমন্বয়')
    """
    cuts = list(_in_turn(text))
    if not cuts:
        return (text.strip(),)
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    return tuple(text[begin:end].strip(" ;।") for (_, begin), end in zip(cuts, ends, strict=True))


def _in_turn(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every number that is the next one."""
    expected = 1
    for found in _NUMBERED.finditer(text):
        if int(found[1]) == expected:
            yield found.start(), found.end()
            expected += 1


def _text_beside(blocks: Sequence[Block], opens: tuple[str, ...]) -> str | None:
    """The text that stands in one line behind a title and a colon: `১.১ রূপকল্প: …`."""
    names = "|".join(map(re.escape, opens))
    titled_line = re.compile(rf"^[০-৯0-9.)\s]*(?:{names})(?:\s*\([^()]*\))?\s*:\s*(.{{3,}})$", re.IGNORECASE)
    lines = (line.text for line in lines_of(blocks) if len(line.text) > len(opens[0]))
    return next((found[1].strip() for text in lines if (found := titled_line.match(text))), None)


def _text_below(blocks: Sequence[Block], opens: tuple[str, ...], closes: tuple[str, ...]) -> str | None:
    found = section(
        blocks,
        lambda block: titled(block, *opens),
        lambda block: titled(block, *closes) or opens_section(block),
    )
    return " ".join(line.text for line in lines_of(found)) or None
