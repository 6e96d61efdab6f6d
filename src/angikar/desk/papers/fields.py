"""Fields: the values of a paper's content as a person edits them, found at a path by the types of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from django.utils.translation import gettext_lazy as _

from angikar.desk.base import in_bangla
from angikar.papers.content import DAYS, FIGURES, NUMBERED
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.content import Content
from angikar.rules.plan_table.write import figure_text

Shape = Literal["line", "text", "lines", "choice", "flag"]
_UNSEEN = frozenset({"version", "lines", "annexes"})
_TIES = frozenset({("directives", "code"), ("paragraphs", "codes")})
"""Values that tie the parts of a paper together; changed alone they would tear it."""

_LONG = 60  # letters, from which on a value gets more than one line to be typed in


_WORDS = {
    "number": _("সংখ্যা"), "percent": _("শতাংশ"), "date": _("তারিখ"), "days": _("দিন"), "money": _("টাকা"),
    "marks": _("নম্বর"), "rate": _("হার"), "other": _("অন্য"), "sum": _("সমষ্টি"), "cumulative": _("ক্রমপুঞ্জিভূত"),
    "average": _("গড়"), "own": _("নিজ কার্যক্রম"), "governance": _("সুশাসন ও সংস্কার"),
    "district": _("জেলা"), "upazila": _("উপজেলা"), "metropolitan": _("মহানগর"),
}  # fmt: skip

_LABELS = {
    "office": _("দপ্তর"), "counterpart": _("অপর পক্ষ"), "fiscal_year": _("অর্থবছর"), "title": _("শিরোনাম"),
    "letter": _("স্মারক ও তারিখ"), "memo_number": _("স্মারক নম্বর"), "date": _("তারিখ"), "bangla_date": _("বঙ্গাব্দ (বছর-মাস-দিন)"),
    "areas": _("ক্ষেত্র"), "activities": _("কার্যক্রম"), "indicators": _("সূচক"), "weight": _("মান"), "unit": _("এককের ধরন"),
    "unit_text": _("একক"), "counting": _("গণনা পদ্ধতি"), "target": _("লক্ষ্যমাত্রা"), "criteria": _("মানদণ্ড"),
    "baselines": _("প্রকৃত অর্জন"), "projections": _("প্রক্ষেপণ"), "quarter_targets": _("ত্রৈমাসিক লক্ষ্যমাত্রা"),
    "quarter_actuals": _("ত্রৈমাসিক অর্জন"), "responsible": _("দায়িত্বপ্রাপ্ত"), "evidence": _("প্রমাণক"), "remarks": _("মন্তব্য"),
    "part": _("ভাগ"), "code": _("ক্রমিক"), "vision": _("রূপকল্প"), "mission": _("অভিলক্ষ্য"), "functions": _("কার্যাবলি"),
    "outcomes": _("চূড়ান্ত ফলাফল"), "jointly": _("যৌথ দায়িত্ব"), "source": _("উপাত্তসূত্র"), "signatories": _("স্বাক্ষরকারী"),
    "name": _("নাম"), "post": _("পদ"), "role": _("ভূমিকা"), "signed_on": _("স্বাক্ষরের তারিখ"), "contact": _("যোগাযোগ"),
    "number": _("নম্বর"), "subject": _("বিষয়"), "preamble": _("সূচনা"), "priority": _("অগ্রাধিকার"), "letterhead": _("শিরোভাগ"),
    "text": _("কথা"), "addressees": _("প্রাপক"), "copies": _("অনুলিপি"), "to": _("প্রাপক"), "note": _("টীকা"),
    "acknowledgement": _("প্রাপ্তিস্বীকার চাই"), "anchor": _("নির্ধারিত দিন"), "formation": _("গঠনের দিন"), "led_by": _("প্রধান"),
    "members": _("সদস্য"), "tasks": _("কাজ"), "level": _("স্তর"), "body": _("সভা বা মূল অংশ"), "month": _("মাস"), "time": _("সময়"),
    "place": _("স্থান"), "chair": _("সভাপতি"), "attendance": _("উপস্থিতি"), "opening": _("সূচনা"), "closing": _("সমাপ্তি"),
    "items": _("আলোচ্য"), "discussion": _("আলোচনা"), "decisions": _("সিদ্ধান্ত"), "implementers": _("বাস্তবায়নকারী"), "due": _("শেষ দিন"),
    "carried_over": _("আগের সিদ্ধান্ত, পুনরায়"), "present": _("উপস্থিত"), "mobile": _("মোবাইল"), "signed": _("স্বাক্ষর করেছেন"),
    "activity": _("কার্যক্রম"), "implementer": _("বাস্তবায়নকারী"), "short": _("সংক্ষেপ"), "full": _("পূর্ণরূপ"),
    "indicator": _("সূচক"), "how": _("সমন্বয়ের কৌশল"), "directives": _("নির্দেশনা"), "bodies": _("দল বা কমিটি"),
    "paragraphs": _("অনুচ্ছেদ"), "dependencies": _("অন্য দপ্তরের ওপর নির্ভরতা"), "acronyms": _("শব্দসংক্ষেপ"),
    "enclosure": _("সংলগ্নী"), "masthead": _("শিরোভাগ"), "notes": _("টীকা"), "rows": _("সারি"), "covering": _("অগ্রায়ন পত্র"),
    "codes": _("নির্দেশনার ক্রমিক"), "overview": _("সার্বিক চিত্র"), "schedule": _("সময়সূচি"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ContentField:
    """One value to edit: its path, what it is called, its text as a person reads it, and the choices where it has some."""

    path: str
    label: str
    shape: Shape
    text: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def shown(self) -> str:
        """The value in words: of a choice its name, of a flag yes or no."""
        if self.shape == "flag":
            return str(_("হ্যাঁ") if self.text else _("না"))
        return dict(self.choices).get(self.text, self.text)

    def value(self, typed: str) -> object:
        """What was typed, as the content holds it: a list for several lines, a truth for a flag, `None` for nothing."""
        if self.shape == "lines":
            return [line.strip() for line in typed.splitlines() if line.strip()]
        if self.shape == "flag":
            return typed == "1"
        return typed.strip().replace("\r\n", "\n")


def fields_at(model: type[Content], content: object, path: str) -> list[ContentField]:
    """The fields a person may edit at a path: the value itself, or, where an object or several stand there, their
    own values. Empty where the path leads nowhere.
    """
    here: object = content
    kind: Any = model
    for name in path.split(".") if path else ():
        kind, known = _step(_bare(kind), name), here
        here = _within(known, name)
        if kind is None or (here is None and isinstance(known, list)):
            return []
    return list(_fields(_bare(kind), here, path))


def _fields(kind: Any, here: object, path: str) -> Iterator[ContentField]:
    shape = _shape(kind)
    if shape is not None:
        yield _field(kind, shape, here, path)
    elif isinstance(kind, type) and issubclass(kind, Content) and isinstance(here, Mapping):
        for name, known in kind.model_fields.items():
            inner = _bare(known.annotation)
            tied = (path.partition(".")[0], name) in _TIES
            if name not in _UNSEEN and not tied and (found := _shape(inner)) is not None:
                yield _field(inner, found, here.get(name), f"{path}.{name}".lstrip("."))
    elif get_origin(kind) is tuple and isinstance(here, list):
        for index, each in enumerate(here):
            yield from _fields(_bare(get_args(kind)[0]), each, f"{path}.{index}")
    elif get_origin(kind) is dict and isinstance(here, Mapping) and _shape(_bare(get_args(kind)[1])) is not None:
        for name, each in here.items():
            yield _field(_bare(get_args(kind)[1]), "line", each, f"{path}.{name}")


def _field(kind: Any, shape: Shape, value: object, path: str) -> ContentField:
    items = value if isinstance(value, list) else [value]
    text = "1" if value is True else "\n".join("" if each in (None, False) else _read(each, path) for each in items)
    long = shape == "line" and (len(text) > _LONG or "\n" in text)
    choices = tuple((each, str(_WORDS.get(each, each))) for each in get_args(kind)) if shape == "choice" else ()
    return ContentField(path, label(path), "text" if long else shape, str(value or "") if choices else text, choices)


def _read(value: object, path: str) -> str:
    """A figure, day or number as the reader writes it; any other text as it stands."""
    names = path.split(".")
    if names[-1] not in NUMBERED | DAYS and not FIGURES.intersection(names):
        return str(value)
    if not in_bangla():
        return str(value)
    return to_bangla(str(value)) if names[-1] in NUMBERED else figure_text(str(value))


def _bare(kind: Any) -> Any:
    """The type without `| None`."""
    if get_origin(kind) in (Union, UnionType):
        return next(each for each in get_args(kind) if each is not type(None))
    return kind


def _shape(kind: Any) -> Shape | None:
    if kind is str:
        return "line"
    if kind is bool:
        return "flag"
    if get_origin(kind) is Literal:
        return "choice"
    if get_origin(kind) is tuple and _bare(get_args(kind)[0]) is str:
        return "lines"
    return None


def _step(kind: Any, name: str) -> Any:
    """The type one name further down, `None` where there is none."""
    if isinstance(kind, type) and issubclass(kind, Content) and name in kind.model_fields:
        return kind.model_fields[name].annotation
    if get_origin(kind) is tuple and name.isdigit():
        return get_args(kind)[0]
    if get_origin(kind) is dict:
        return get_args(kind)[1]
    return None


def _within(here: object, name: str) -> object:
    if isinstance(here, Mapping):
        return here.get(name)
    if isinstance(here, list) and name.isdigit() and int(name) < len(here):
        return here[int(name)]
    return None


def label(path: str) -> str:
    """What the value at a path is called: the name of its field, and a number or a year where it is one of several."""
    names = path.split(".")
    last, named = names[-1], [name for name in names if name in _LABELS]
    shown = str(_LABELS[named[-1]]) if named else last
    which = str(int(last) + 1) if last.isdigit() else last if last[:1].isdigit() else ""
    return f"{shown} {to_bangla(which) if in_bangla() else which}".strip()
