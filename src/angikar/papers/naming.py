"""What the fields of a paper's content, the values one may choose in them and single places of it are called in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from angikar.rules.bangla.digits import to_bangla

CHOICES = {
    "number": _("সংখ্যা"),
    "percent": _("শতাংশ"),
    "date": _("তারিখ"),
    "days": _("দিন"),
    "money": _("টাকা"),
    "marks": _("নম্বর"),
    "rate": _("হার"),
    "other": _("অন্য"),
    "sum": _("সমষ্টি"),
    "cumulative": _("ক্রমপুঞ্জিভূত"),
    "average": _("গড়"),
    "own": _("নিজ কার্যক্রম"),
    "governance": _("সুশাসন ও সংস্কার"),
    "district": _("জেলা"),
    "upazila": _("উপজেলা"),
    "metropolitan": _("মহানগর"),
}
"""The values of a choice."""

LABELS = {
    "office": _("দপ্তর"),
    "counterpart": _("অপর পক্ষ"),
    "fiscal_year": _("অর্থবছর"),
    "title": _("শিরোনাম"),
    "letter": _("স্মারক ও তারিখ"),
    "memo_number": _("স্মারক নম্বর"),
    "date": _("তারিখ"),
    "bangla_date": _("বঙ্গাব্দ (বছর-মাস-দিন)"),
    "areas": _("ক্ষেত্র"),
    "activities": _("কার্যক্রম"),
    "indicators": _("সূচক"),
    "weight": _("মান"),
    "unit": _("এককের ধরন"),
    "unit_text": _("একক"),
    "counting": _("গণনা পদ্ধতি"),
    "target": _("লক্ষ্যমাত্রা"),
    "criteria": _("মানদণ্ড"),
    "baselines": _("প্রকৃত অর্জন"),
    "projections": _("প্রক্ষেপণ"),
    "quarter_targets": _("ত্রৈমাসিক লক্ষ্যমাত্রা"),
    "quarter_actuals": _("ত্রৈমাসিক অর্জন"),
    "responsible": _("দায়িত্বপ্রাপ্ত"),
    "evidence": _("প্রমাণক"),
    "remarks": _("মন্তব্য"),
    "part": _("ভাগ"),
    "code": _("ক্রমিক"),
    "vision": _("রূপকল্প"),
    "mission": _("অভিলক্ষ্য"),
    "functions": _("কার্যাবলি"),
    "outcomes": _("চূড়ান্ত ফলাফল"),
    "jointly": _("যৌথ দায়িত্ব"),
    "source": _("উপাত্তসূত্র"),
    "signatories": _("স্বাক্ষরকারী"),
    "name": _("নাম"),
    "post": _("পদ"),
    "role": _("ভূমিকা"),
    "signed_on": _("স্বাক্ষরের তারিখ"),
    "contact": _("যোগাযোগ"),
    "number": _("নম্বর"),
    "subject": _("বিষয়"),
    "preamble": _("সূচনা"),
    "priority": _("অগ্রাধিকার"),
    "letterhead": _("শিরোভাগ"),
    "text": _("কথা"),
    "addressees": _("প্রাপক"),
    "copies": _("অনুলিপি"),
    "to": _("প্রাপক"),
    "note": _("টীকা"),
    "acknowledgement": _("প্রাপ্তিস্বীকার চাই"),
    "anchor": _("নির্ধারিত দিন"),
    "formation": _("গঠনের দিন"),
    "led_by": _("প্রধান"),
    "members": _("সদস্য"),
    "tasks": _("কাজ"),
    "level": _("স্তর"),
    "body": _("সভা বা মূল অংশ"),
    "month": _("মাস"),
    "time": _("সময়"),
    "place": _("স্থান"),
    "chair": _("সভাপতি"),
    "attendance": _("উপস্থিতি"),
    "opening": _("সূচনা"),
    "closing": _("সমাপ্তি"),
    "items": _("আলোচ্য"),
    "discussion": _("আলোচনা"),
    "decisions": _("সিদ্ধান্ত"),
    "implementers": _("বাস্তবায়নকারী"),
    "due": _("শেষ দিন"),
    "carried_over": _("আগের সিদ্ধান্ত, পুনরায়"),
    "present": _("উপস্থিত"),
    "mobile": _("মোবাইল"),
    "signed": _("স্বাক্ষর করেছেন"),
    "activity": _("কার্যক্রম"),
    "implementer": _("বাস্তবায়নকারী"),
    "short": _("সংক্ষেপ"),
    "full": _("পূর্ণরূপ"),
    "indicator": _("সূচক"),
    "how": _("সমন্বয়ের কৌশল"),
    "directives": _("নির্দেশনা"),
    "bodies": _("দল বা কমিটি"),
    "paragraphs": _("অনুচ্ছেদ"),
    "dependencies": _("অন্য দপ্তরের ওপর নির্ভরতা"),
    "acronyms": _("শব্দসংক্ষেপ"),
    "enclosure": _("সংলগ্নী"),
    "masthead": _("শিরোভাগ"),
    "notes": _("টীকা"),
    "rows": _("সারি"),
    "covering": _("অগ্রায়ন পত্র"),
    "codes": _("নির্দেশনার ক্রমিক"),
    "overview": _("সার্বিক চিত্র"),
    "schedule": _("সময়সূচি"),
}
"""The fields, by the last name of their path."""


_SHORT = 60  # letters of a title that are enough to know a row by


def label(path: str) -> str:
    """What the value at a path is called: the name of its field, and a number or a year where it is one of several."""
    names = path.split(".")
    last, named = names[-1], [name for name in names if name in LABELS]
    shown = str(LABELS[named[-1]]) if named else last
    which = str(int(last) + 1) if last.isdecimal() else last if last[:1].isdecimal() else ""
    return f"{shown} {_digits(which)}".strip()


def place_in_words(content: object, path: str) -> tuple[str, str]:
    """The row and the column of a path into a content, in Bangla and in English: `[২.১.১] অনুষ্ঠিত সভা: লক্ষ্যমাত্রা`."""
    said = []
    for language in ("bn", "en"):
        with override(language):
            said.append(_place(content, path))
    return said[0], said[1]


def _place(content: object, path: str) -> str:
    row, rest, here = "", list[str](), content
    for name in path.split("."):
        here = _within(here, name)
        rest.append(name)
        if isinstance(here, Mapping) and here.get("code"):
            title = str(here.get("title") or here.get("text") or "")
            short = title if len(title) <= _SHORT else f"{title[:_SHORT].rpartition(' ')[0]} …"
            row, rest = f"[{_digits(str(here['code']))}] {short}".strip(), []
    return ": ".join(filter(None, (row, ", ".join(map(label, _columns(rest))))))


def _columns(names: list[str]) -> Iterator[str]:
    """The names of a path, each with the number behind it."""
    for index, name in enumerate(names):
        behind = names[index + 1] if index + 1 < len(names) and names[index + 1][:1].isdecimal() else ""
        if not name[:1].isdecimal():
            yield f"{name}.{behind}" if behind else name


def _within(here: object, name: str) -> object:
    if isinstance(here, Mapping):
        return here.get(name)
    return here[int(name)] if isinstance(here, list) and name.isdecimal() and int(name) < len(here) else None


def _digits(text: str) -> str:
    return to_bangla(text) if (get_language() or "bn").startswith("bn") else text
