"""Signatures without brackets: a name on a line of its own, below the text, with a post under it."""

from __future__ import annotations

import re

_POST = re.compile(
    r"(?:কর্মকর্তা|অফিসার|সচিব|পরিচালক|মহাপরিচালক|কমিশনার|প্রশাসক|চেয়ারম্যান|রেজিস্ট্রার|প্রকৌশলী|সুপার|সার্জন|ব্যবস্থাপক|উপাচার্য|শিক্ষক"
    r"|অধ্যক্ষ|সভাপতি|ইনচার্জ|ম্যাজিস্ট্রেট|হিসাবরক্ষক|সুপারিনটেনডেন্ট|প্রোগ্রামার|তত্ত্বাবধায়ক|মেয়র|ডিন|নিয়ন্ত্রক|প্রধান|কর্মচারী)"
    r"(?![\u0980-\u09e5])"
)
_NO_NAME = re.compile(
    r"[০-৯0-9।:ঃ;,/@\[\]]|সূত্র|বিষয়|নোটিশ|আদেশ|বিজ্ঞপ্তি|স্বাক্ষর|অনুলিপি|বিতরণ|শাখা|কার্যালয়|দপ্তর|পরিষদ|মন্ত্রণালয়|বিভাগ|মহোদয়|শুভেচ্ছা|বিশ্বস্ত|একান্ত"
    r"|আদেশক্রমে|সকল|করা|হলো|জন্য|প্রেরণ|সংযুক্ত"
)
_VISARGA = re.compile(r"(?:^|(?<=\s))(?:মোঃ|মোছাঃ|মোসাঃ|মুঃ|ডাঃ|ইঞ্জিঃ|মো:|ডা:)")
_FEWEST, _MOST = 2, 6
"""Words of a name."""


def is_name(text: str) -> bool:
    """Whether a line by itself can be the name of a person.

    >>> is_name("মোঃ শাহজাহান কবীর"), is_name("উপজেলা নির্বাহী অফিসার"), is_name("জনাব,")
    (True, False, False)
    """
    words = _VISARGA.sub("মো", text.strip())
    parted = words.split()
    return (
        _FEWEST <= len(parted) <= _MOST
        and len(words) <= 45
        and _NO_NAME.search(words) is None
        and not is_post(words)
        and any("\u0980" <= char <= "\u09ff" for char in words)
    )


def is_post(text: str) -> bool:
    """Whether a line is the title of a post.

    >>> is_post("সহকারী কমিশনার"), is_post("উপসচিব।"), is_post("সভা হবে।")
    (True, True, False)
    """
    words = text.strip(" ,।")
    return len(words) <= 80 and _POST.search(words) is not None and not words.endswith(("হলো", "হবে", "করবেন"))
