"""An invented circular, and how the tests of circulars read one."""

from __future__ import annotations

from typing import Any

from angikar.formats.readers.text import read_text
from angikar.rules.document import Document
from angikar.rules.kinds.circular import CIRCULAR, Circular
from angikar.rules.reading import Reading

# An invented circular of an invented office; it follows the form of real ones and holds no fault.
SAMPLE = """\
অতীব জরুরি

গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
নদীকূল নির্বাচন অধিদপ্তর

নং-৮৮.০১.০০০০.০১১.২২.০০৭.২৩-৪১

তারিখ: ১৬ ফাল্গুন ১৪২৯
০১ মার্চ ২০২৩

## পরিপত্র-২

বিষয়: নদীকূল পৌর নির্বাচন উপলক্ষে পরিদর্শন দল গঠন, কর্মপরিকল্পনা গ্রহণ এবং নির্ধারিত সময়ে
প্রতিবেদন প্রেরণ প্রসঙ্গে

উপর্যুক্ত বিষয়ে নিম্নরূপ নির্দেশনা দেওয়া হলো:

১। **পরিদর্শন দল গঠন:** রিটার্নিং অফিসারের নেতৃত্বে তিন বিভাগের কর্মকর্তাদের সমন্বয়ে উপজেলা পর্যায়ে পরিদর্শন দল গঠন
করতে হবে।

২। **পরিদর্শন দলের কার্যাবলি:**

- (ক) ভোটকেন্দ্রের প্রস্তুতি দেখা;
- (খ) ০৫ (পাঁচ) দিন অন্তর অন্তর এবং নির্বাচনের ২ (দুই) দিন পূর্ব হতে ভোটগ্রহণের দিন পর্যন্ত প্রতিদিন প্রতিবেদন প্রেরণ;
- (গ) কোনো অনিয়ম হলে তাৎক্ষণিকভাবে অধিদপ্তরকে অবহিত করা।

৩। **কর্মপরিকল্পনা:** পুলিশ সুপার নির্বাচনের ১০ (দশ) দিন পূর্বে কর্মপরিকল্পনার একটি কপি প্রেরণ করবেন।

৪। **প্রাপ্তি স্বীকার:** এই পরিপত্রের প্রাপ্তি স্বীকারের জন্য অনুরোধ করা হলো।

(কখগ ঘঙচ)
উপপরিচালক
নির্বাচন শাখা-৯
ফোন: ০০-০০০০০০০০

বিতরণ:

১। রিটার্নিং অফিসার, ..... (সংশ্লিষ্ট)
২। পুলিশ সুপার, নদীকূল

নং-৮৮.০১.০০০০.০১১.২২.০০৭.২৩-৪১

তারিখ: ১৬ ফাল্গুন ১৪২৯
০১ মার্চ ২০২৩

অনুলিপি সদয় অবগতির জন্য প্রেরণ করা হলো:

১. মহাপরিচালক, নদীকূল নির্বাচন অধিদপ্তর
২. সিস্টেম ম্যানেজার, নদীকূল নির্বাচন অধিদপ্তর [ওয়েবসাইটে প্রকাশের অনুরোধসহ]

(ছজঝ টঠড)
সহকারী পরিচালক
"""


def whole(text: str) -> Reading[Circular]:
    return judged(read_text(text))


def judged(document: Document) -> Reading[Circular]:
    reading = CIRCULAR.read(document, None)
    return reading.with_doubts(*CIRCULAR.check(reading.content, None))


def bare(value: Any) -> Any:
    """Content without the lines of its source."""
    if isinstance(value, dict):
        return {name: bare(each) for name, each in value.items() if name != "lines"}
    return [bare(each) for each in value] if isinstance(value, list | tuple) else value
