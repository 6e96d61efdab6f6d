"""Items set as paragraphs: a title after আলোচ্যসূচি or a number, then discussion, decision and who carries it out, each after its word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from angikar.rules.bangla.digits import to_latin
from angikar.rules.document import Place
from angikar.rules.finding import GridRow, TextLine

_ITEM = re.compile(
    r"^\(?(?P<before>[০-৯0-9]++(?:\.[০-৯0-9]++)*+)?[।.)]?\s*+(?:আলোচ্য\s?সূ[চচ][িী]|আলোচ্য বিষয়|এজেন্ডা)\s*+(?:নং|নম্বর)?"
    r"\s*+[-–:ঃ]?\s*+(?P<after>[০-৯0-9]++(?:\.[০-৯0-9]++)*+)?\s*+[:ঃ।)]*+\s*+(?P<title>.*)$"
)
_TITLED = re.compile(r"^(?P<number>[০-৯0-9]+\.[০-৯0-9]+)[।.)]?\s+(?P<title>[^।]{3,90})$")
_PART = {
    "discussion": re.compile(r"^(?:বিস্তারিত\s+)?(?:পর্যা)?(?:আলোচনা|লোচনা)(?:\s+ও\s+\S+)?\s*[:ঃ]\s*(.*)$"),
    "decision": re.compile(r"^(?:গৃহীত\s+)?সিদ্ধান্ত(?:সমূহ)?\s*[:ঃ]\s*(.*)$"),
    "implementer": re.compile(
        r"^(?:বাস্তবায়ন(?:ে|কারী|কারী কর্তৃপক্ষ|ের দায়িত্ব)?|দায়িত্ব(?:ে|প্রাপ্ত(?:\s+\S+){0,2})?)\s*[:ঃ]\s*(.*)$"
    ),
}
_LABEL = re.compile(r"^\(?[ক-ঢ]\)\s*")
_ENDS = re.compile(
    r"সমাপ্তি ঘোষণা|সভা শেষ|সভার কাজ শেষ|ধন্যবাদ জানিয়ে|^(?:আর|অন্য) কো[নন]ো? (?:আলোচনা|বিষয়)|^অনুলিপি|^বিতরণ|^\((?![ক-হ০-৯0-9]{1,2}\))"
)


@dataclass
class _ProseItem:
    """One item as far as its lines have been read."""

    number: str
    title: str
    place: Place
    parts: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _PART})

    def row(self) -> GridRow:
        """The item in the order of the four columns."""
        talk = "\n".join((self.title, *self.parts["discussion"]))
        decided = "\n".join(_LABEL.sub("", text) for text in self.parts["decision"])
        return GridRow((self.number, talk, decided, "\n".join(self.parts["implementer"])), self.place)


def prose_rows(lines: Sequence[TextLine]) -> Iterator[GridRow]:
    """Every item that has a decision, as a row of the four columns.

    >>> lines = [TextLine("আলোচ্যসূচি-১: সড়ক"), TextLine("সিদ্ধান্ত: মেরামত করতে হবে।"), TextLine("বাস্তবায়নে: প্রকৌশলী")]
    >>> [row.texts for row in prose_rows(lines)]
    [('1', 'সড়ক', 'মেরামত করতে হবে।', 'প্রকৌশলী')]
    """
    items: list[_ProseItem] = []
    part = "discussion"
    for line in lines:
        opened = _opened(line, len(items))
        if opened is not None:
            items.append(opened)
            part = "discussion"
            continue
        if not items:
            continue
        if _ENDS.search(line.text):
            part = ""
        named = next(((name, found[1]) for name, words in _PART.items() if (found := words.match(line.text))), None)
        part, text = named or (part, line.text)
        if part and text:
            items[-1].parts[part].append(text)
            part = "" if part == "implementer" else part
    yield from (item.row() for item in items if item.parts["decision"])


def _opened(line: TextLine, count: int) -> _ProseItem | None:
    found = _ITEM.match(line.text)
    if found is not None:
        number = found["before"] or found["after"] or str(count + 1)
        return _ProseItem(to_latin(number), found["title"].strip(" ।:"), line.place)
    titled = _TITLED.match(line.text)
    return _ProseItem(to_latin(titled["number"]), titled["title"].strip(), line.place) if titled else None
