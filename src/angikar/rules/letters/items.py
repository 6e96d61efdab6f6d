"""The items of the lists of a letter: who gets a copy and with which note, what is enclosed and of how many pages."""

from __future__ import annotations

import re

from angikar.rules.bangla.digits import to_latin
from angikar.rules.letters.values import Copy, Enclosure

_PAGES = re.compile(r"^(?P<title>.+?)\s*\((?P<pages>[০-৯0-9]{1,4})\s*পাতা\)$")
_NOTE = re.compile(r"\s*(?:\[(?P<square>.+)\]|\(+(?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)+)\s*[।.]?$")
_INSTRUCTION = re.compile(r"জন্য|অনুরোধ|অবগতি|প্রেরণ|প্রকাশ|জ্ঞাতার্থে")


def copy(text: str) -> Copy:
    """One addressee of a copy: a trailing bracket that holds an instruction is its note; "(সকল)" names a family.

    >>> copy("সিস্টেম ম্যানেজার, ঢাকা [প্রকাশের অনুরোধসহ]")
    Copy(to='সিস্টেম ম্যানেজার, ঢাকা', note='প্রকাশের অনুরোধসহ')
    >>> copy("উপজেলা নির্বাহী অফিসার (সকল)").note
    """
    found = _NOTE.search(text)
    note = (found["square"] or found["round"]).strip() if found else ""
    if found and _INSTRUCTION.search(note):
        return Copy(to=text[: found.start()].rstrip(" ,।"), note=note)
    return Copy(to=text.rstrip(" ,।"))


def enclosure_in(text: str) -> Enclosure:
    """One enclosure of a line.

    >>> enclosure_in("ভোটকেন্দ্রের তালিকা (৫ পাতা)")
    Enclosure(title='ভোটকেন্দ্রের তালিকা', pages='5', file=None)
    """
    found = _PAGES.match(text)
    return Enclosure(title=found["title"], pages=to_latin(found["pages"])) if found else Enclosure(title=text)
