"""Words of time in a sentence: a last day, a span, a rhythm; what no rule was made of is quoted to a person."""

from __future__ import annotations

import re

_SPAN = r"(?<![০-৯0-9])[০-৯0-9]++\s*+(?:\([^()]*+\)\s*+)?(?:কার্য|কর্ম)?\s*+(?:দিন|দিবস|ঘণ্টা|ঘন্টা|মাস|সপ্তাহ)"
_DAY = r"[০-৯0-9]{1,2}[./-][০-৯0-9]{1,2}[./-][০-৯0-9]{2,4}\s*+"
_WORDED = r"[০-৯0-9]{1,2}\s++[\u0980-\u09e3]{3,14}(?:ের|এর)?"
_BY = r"(?:মধ্যে|ভিতর|পূর্বে|পূর্ব হতে|আগে|অন্তর|পরপর)"
_WORDS = re.compile(
    rf"(?:(?:{_SPAN}|{_DAY})\S*(?:\s++(?:\S++\s++){{0,2}}?)?|{_WORDED}(?:\s++(?:\S++\s++){{0,2}}?|\S++\s++(?:\S++\s++)??)?){_BY}"
    r"|প্রতি\s*+(?:দিন|সপ্তাহ|মাস|বছর|বৎসর|তিন মাস|ছয় মাস|[০-৯0-9]++\s*+(?:দিন|মাস|ঘণ্টা))\S*"
    r"|ত্রৈমাসিক(?: ভিত্তিতে)?|(?:মাসিক|সাপ্তাহিক|দৈনিক|বার্ষিক) ভিত্তিতে|অবিলম্বে|প্রত্যহ|জরুরি ভিত্তিতে"
)


def time_words(text: str) -> str:
    """The first words of time in a sentence, empty where it has none.

    >>> time_words("জেলা প্রশাসক ত্রৈমাসিক ভিত্তিতে প্রতিবেদন প্রেরণ করবেন।"), time_words("তালিকা ২৪ ঘণ্টার মধ্যে জানাতে হবে।")
    ('ত্রৈমাসিক ভিত্তিতে', '২৪ ঘণ্টার মধ্যে')
    >>> time_words("কক্ষ প্রস্তুত করবেন।")
    ''
    """
    found = _WORDS.search(text)
    return " ".join(found[0].split()) if found else ""
