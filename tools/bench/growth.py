"""Growth on the bench: papers four times as large, which must take about four times as long and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import process_time

from angikar.formats import read
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Document
from angikar.rules.kinds import kind_named, understand
from tools.bench.measure import Row, median_ms
from tools.bench.papers import plan_of_sixty, with_areas

TIMES = 4
"""How many times larger the larger paper is."""
_MOST = 1.4 * TIMES
"""How many times longer it may take: what grows with the square takes sixteen times as long."""
_HEAD = """গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
জনপদ নির্বাচন সচিবালয়

নং-৯৮.০০.০০০০.০৩৪.৩৮.০০২.২৩-৪১

তারিখ: ১৬ ফাল্গুন ১৪২৯
০১ মার্চ ২০২৩

## পরিপত্র-৩

বিষয়: কাজলপুর জনপদ পরিষদ নির্বাচন উপলক্ষে মাঠ পর্যায়ের কাজ

"""
_FOOT = "\n(বেগম দোয়েল মহুয়া)\nউপসচিব (নির্বাচন পরিচালনা)\nজনপদ নির্বাচন সচিবালয়\n"


def one_word(letters: int) -> Document:
    """A text of one word of so many letters."""
    return read(("ক" * letters).encode(), "word.txt")


def circular(directives: int) -> Document:
    """A circular with so many directives, each with its post and its day."""
    body = (
        f"{number}। **কাজ {number}:** জেলা প্রশাসক এই পরিপত্র জারির {5 + number % 20} দিনের মধ্যে কেন্দ্র {number} এর তালিকা প্রেরণ করবেন।"
        for number in range(1, directives + 1)
    )
    return read((_HEAD + to_bangla("\n\n".join(body)) + _FOOT).encode(), "circular.txt")


def plan(rows: int) -> Document:
    """An agreement with about so many indicators, as it is printed."""
    return kind_named("agreement").write(with_areas(plan_of_sixty(), rows // 11))


PAPERS: dict[str, tuple[Callable[[int], Document], int]] = {
    "one word of a million letters": (one_word, 1_000_000),
    "a circular of 5,000 directives": (circular, 5_000),
    "an agreement of 10,000 rows": (plan, 10_000),
}
"""What is read, by what it is called: how it is made, and its size."""


def growing() -> Iterator[Row]:
    """Each large paper beside one of a quarter of its size."""
    for what, (make, size) in PAPERS.items():
        small, large = (_read(make(each)) for each in (size // TIMES, size))
        yield Row(f"read {what}", large, small, f"beside a {TIMES}th of it", goal=_MOST)


def _read(document: Document) -> float:
    return median_ms(lambda: understand(document), 1, warm=False, clock=process_time)
