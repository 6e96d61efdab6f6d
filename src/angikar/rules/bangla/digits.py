"""Figures as papers write them: Bangla or Latin digits, lakh and crore, per cent, bracketed sums, ranges, counters."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, reduce
from typing import NamedTuple

from angikar.rules.bangla.words import EXACT, compose, scale_value, word_value

BANGLA_DIGITS = "০১২৩৪৫৬৭৮৯"

_LATIN = str.maketrans(BANGLA_DIGITS, "0123456789")
_ANY = re.compile(f"[{BANGLA_DIGITS}]")
_BANGLA = str.maketrans("0123456789", BANGLA_DIGITS)

_LONGEST = 160  # no figure in a cell is longer; bounds the work on a hostile text
_LONGEST_CELL = 10 * _LONGEST  # with all its blanks
_PERCENT = "%|％|℅|শতাংশ|ভাগ|পার্সেন্ট"
_UNIT = "টি|টাকা|টা|খানা|খানি|জন|দিন|কর্মদিবস|সপ্তাহ|মাস|বছর|ঘণ্টা|ঘন্টা|বার|কপি|পাতা"
_SCALE = rf"(?:শত|শো|শ|হাজার|সহস্র|লক্ষ|লাখ|কোটি|কোটী)(?=(?:{_UNIT})?(?![ঀ-৥]))"  # লক্ষ, but not the লক্ষ of লক্ষ্য
_PLAIN = r"(?:(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?|\.\d+)(?![\d,.])"


MOST_DIGITS = 1000
"""Digits in a row that a text may have; Python itself makes no number of more than 4300."""
_ENDLESS = re.compile(rf"(?<!\d)\d{{{MOST_DIGITS + 1}}}")


def is_endless(text: str) -> bool:
    """Whether a text has more digits in a row, of any script, than any figure has; it is refused where it comes in, for to count with it
    would cost the square of its length.

    >>> is_endless("৯" * 1000), is_endless("ক" + "৯" * 1001)
    (False, True)
    """
    return _ENDLESS.search(text) is not None


def to_latin(text: str) -> str:
    """Bangla digits as Latin ones, everything else untouched.

    >>> to_latin("২০১৮-১৯ সাল")
    '2018-19 সাল'
    """
    return (
        text.translate(_LATIN) if _ANY.search(text) else text
    )  # most words have none, and to translate them costs ten times as much


def to_bangla(text: str) -> str:
    """Latin digits as Bangla ones, everything else untouched.

    >>> to_bangla("17.00.0000-426 [a]")
    '১৭.০০.০০০০-৪২৬ [a]'
    """
    return text.translate(_BANGLA)


class Number(NamedTuple):
    """A figure as printed: its exact `value`, the `text` it was read from, and what stood around it.

    `percent`: a per cent sign or word stood with it. `parts`: the terms of a bracketed sum, (99, 162) of ২৬১ (৯৯+১৬২).
    `unit`: the counter or unit word after it. `low` and `high`: the ends of a range, whose `value` is its low end.
    `bracket`: what a bracket after the figure holds.
    """

    value: Decimal
    text: str
    percent: bool = False
    parts: tuple[Decimal, ...] = ()
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bracket: str | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether the bracket says the same as the figure; None where there is no bracket or it holds no number.

        >>> [parse_number(text).agrees for text in ("২৬১ (৯৯+১৬২)", "০৭ (সাত)", "৭ (নয়)", "৩ (তিনি)", "৪")]
        [True, True, False, None, None]
        """
        if self.bracket is None:
            return None
        if self.parts:
            return reduce(EXACT.add, self.parts) == self.value
        inner = parse_number(self.bracket)
        if inner is not None:
            return inner.value == self.value if inner.percent == self.percent else None
        spelled = word_value(self.bracket)
        return None if spelled is None else spelled == self.value


@cache
def _whole() -> re.Pattern[str]:
    # There is one way only to match an amount; with two, a long text would take for ever.
    amount = rf"(?:{_PLAIN}|{_SCALE})(?:\s{_PLAIN}|\s?{_SCALE})*"
    return re.compile(
        r"(?:প্রায়\s|শতকরা\s?(?P<hundred>))?(?P<sign>[-+−–]\s?)?"
        rf"(?P<low>{amount})\s?(?P<lowpercent>{_PERCENT})?(?:\s?(?:[-–—~]|থেকে|হতে)\s?(?P<high>{amount}))?"
        rf"\s?(?P<percent>{_PERCENT})?\s?(?P<unit>{_UNIT})?"
        rf"(?:\s?[(\[](?P<bracket>[^()\[\]]+)[)\]])?\s?(?P<unit2>{_UNIT})?",
        re.ASCII,
    )


@cache
def _step() -> re.Pattern[str]:
    return re.compile(rf"(?P<figure>{_PLAIN})?\s?(?P<scale>{_SCALE})?", re.ASCII)


def _amount(text: str) -> Decimal | None:
    """The worth of a figure with its scale words, taken step by step."""
    steps: list[tuple[Decimal | None, int]] = []
    for found in _step().finditer(text):
        figure, scale = found["figure"], found["scale"]
        if figure or scale:
            steps.append((_decimal(figure) if figure else None, (scale and scale_value(scale)) or 1))
    return compose(steps)


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))


def _sum(bracket: str | None) -> tuple[Decimal, ...]:
    terms = [term.strip() for term in (bracket or "").split("+")]
    if len(terms) < 2 or not all(re.fullmatch(_PLAIN, term, re.ASCII) for term in terms):
        return ()
    return tuple(_decimal(term) for term in terms)


def _is_fiscal_year(low: Decimal, high: Decimal) -> bool:
    return 1900 <= low < 2200 and high == low + 1


def parse_number(text: str) -> Number | None:
    """Read a whole text as one figure, or None when it is not one; exact, never a float.

    >>> [str(parse_number(text).value) for text in ("৫৭ লক্ষ ৫৮ হাজার ৯০০টি", "২,৯৩৯ কোটি টাকা", "২,৬৪,১৪০", "99.5")]
    ['5758900', '29390000000', '264140', '99.5']
    >>> parse_number("২৬১ (৯৯+১৬২)").parts, parse_number("০৭ (সাত)").agrees, parse_number("৫ জন").unit
    ((Decimal('99'), Decimal('162')), True, 'জন')
    >>> [parse_number(text) for text in ("", "-", "১.১.১", "২০১৮-২০১৯", "৩১.০৭.২০১৮", "১ ২ ৩", "পাঁচ")]
    [None, None, None, None, None, None, None]
    """
    if len(text) > _LONGEST_CELL:
        return None
    plain = " ".join(to_latin(unicodedata.normalize("NFC", text)).split()).strip(" ।")
    found = _whole().fullmatch(plain) if len(plain) <= _LONGEST else None
    if found is None:
        return None
    low, high = _amount(found["low"]), _amount(found["high"]) if found["high"] else None
    if low is None or (found["high"] and (high is None or high <= low or _is_fiscal_year(low, high) or found["sign"])):
        return None
    negative = (found["sign"] or "+").strip() != "+"
    return Number(
        value=low.copy_negate() if negative else low,
        text=text,
        percent=found["hundred"] is not None or bool(found["percent"] or found["lowpercent"]),
        parts=_sum(found["bracket"]),
        unit=found["unit"] or found["unit2"],
        low=low if high is not None else None,
        high=high,
        bracket=found["bracket"],
    )


def canonical(value: Decimal) -> str:
    """The one Latin form of a figure for storage: no exponent, no trailing zeros; ValueError when it is not finite.

    >>> canonical(Decimal("26.00")), canonical(Decimal("99.50")), canonical(Decimal("1E+3")), canonical(Decimal("-0.0"))
    ('26', '99.5', '1000', '0')
    """
    if not value.is_finite():
        raise ValueError(f"a finite figure was expected, not {value}")
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain


def group(value: Decimal | int, *, bangla: bool = True, places: int | None = None) -> str:
    """A figure with lakh and crore commas; `places` rounds half up to so many decimals, None keeps what is there.

    >>> group(Decimal("12345678.9"), places=2), group(264140, bangla=False), group(Decimal("-999.5"), places=0)
    ('১,২৩,৪৫,৬৭৮.৯০', '2,64,140', '-১,০০০')
    """
    figure = Decimal(value)
    if places is not None:
        figure = figure.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)
    sign = "-" if figure < 0 else ""
    whole, _, fraction = canonical(figure.copy_abs()).partition(".")
    fraction = fraction.ljust(places or 0, "0")
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(end - 2, 0) : end] for end in range(len(head), 0, -2)][::-1]
    grouped = sign + ",".join([*pairs, tail]) + ("." + fraction if fraction else "")
    return to_bangla(grouped) if bangla else grouped
