"""Figures as papers write them: Bangla or Latin digits, lakh and crore, per cent, sums in brackets, ranges, counters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from angikar.rules.bangla.words import EXACT, compose, scale_value, word_value

BANGLA_DIGITS = "০১২৩৪৫৬৭৮৯"

_LATIN = str.maketrans(BANGLA_DIGITS, "0123456789")
_BANGLA = str.maketrans("0123456789", BANGLA_DIGITS)

_LONGEST = 160  # no figure in a cell is longer; bounds the work on a hostile text
_PERCENT = ("%", "％", "℅", "শতাংশ", "ভাগ", "পার্সেন্ট")
_UNITS = ("টি", "টা", "খানা", "খানি", "জন", "টাকা", "দিন", "কর্মদিবস", "সপ্তাহ", "মাস", "বছর", "ঘণ্টা", "ঘন্টা", "বার", "কপি", "পাতা")


def to_latin(text: str) -> str:
    """Bangla digits as Latin ones, everything else untouched.

    >>> to_latin("২০১৮-১৯ সাল")
    '2018-19 সাল'
    """
    return text.translate(_LATIN)


def to_bangla(text: str) -> str:
    """Latin digits as Bangla ones, everything else untouched.

    >>> to_bangla("17.00.0000-426 [a]")
    '১৭.০০.০০০০-৪২৬ [a]'
    """
    return text.translate(_BANGLA)


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as printed: its exact `value`, the `text` it was read from, and what stood around it.

    `percent`: a per cent sign or word stood with it. `parts`: the terms of a bracketed sum, `২৬১ (৯৯+১৬২)` has (99, 162). `unit`: the counter
    or unit word after it. `low` and `high`: the ends of a range, whose `value` is its low end. `bracket`: what a bracket after the figure holds.
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
            return sum(self.parts, Decimal(0)) == self.value
        inner = parse_number(self.bracket) or word_value(self.bracket)
        if inner is None:
            return None
        return (inner if isinstance(inner, int) else inner.value) == self.value


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The figure with its scales, then the whole, then one step of the figure."""
    plain = r"(?:\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
    scale = r"শত|শো|শ|হাজার|সহস্র|লক্ষ|লাখ|কোটি|কোটী"
    step = rf"(?:(?:{plain})(?:\s*(?:{scale})(?![ঀ-৥]))?|(?:{scale})(?![ঀ-৥]))"
    amount = rf"{step}(?:\s+{step})*"
    percent, unit = "|".join(_PERCENT), "|".join(_UNITS)
    whole = (
        r"(?:প্রায়\s+|শতকরা\s*(?P<hundred>))?(?P<sign>[-+−–]\s?)?"
        rf"(?P<low>{amount})\s?(?P<lowpercent>{percent})?(?:\s?(?:[-–—~]|থেকে|হতে)\s?(?P<high>{amount}))?"
        rf"\s?(?P<percent>{percent})?\s?(?P<unit>{unit})?(?:\s?[(\[](?P<bracket>[^()\[\]]+)[)\]])?\s?(?P<unit2>{unit})?"
    )
    return re.compile(whole), re.compile(rf"(?P<figure>{plain})?\s*(?P<scale>{scale})?"), re.compile(r"[ \t\r\n\u00a0\u2000-\u200a\u202f]+")


def _amount(text: str) -> Decimal | None:
    steps = []
    for found in _patterns()[1].finditer(text):
        figure, scale = found["figure"], found["scale"]
        if figure or scale:
            steps.append((Decimal(figure.replace(",", "")) if figure else None, (scale_value(scale) or 1) if scale else 1))
    return compose(steps)


def _sum(bracket: str | None) -> tuple[Decimal, ...]:
    terms = [term.strip().replace(",", "") for term in (bracket or "").split("+")]
    if len(terms) < 2 or not all(re.fullmatch(r"\d+(?:\.\d+)?", term, re.ASCII) for term in terms):
        return ()
    return tuple(Decimal(term) for term in terms)


def _is_fiscal_year(low: Decimal, high: Decimal) -> bool:
    return 1900 <= low < 2200 and high == low + 1


def parse_number(text: str) -> Number | None:
    """Read a whole text as one figure, or None when it is not one; exact, never a float.

    >>> [str(parse_number(text).value) for text in ("৫৭ লক্ষ ৫৮ হাজার ৯০০টি", "২,৯৩৯ কোটি টাকা", "২,৬৪,১৪০", "০৭ (সাত)", "99.5", "১.৫ লক্ষ")]
    ['5758900', '29390000000', '264140', '7', '99.5', '150000.0']
    >>> parse_number("২৬১ (৯৯+১৬২)").parts, parse_number("১০০%").percent, parse_number("৫-১০").high, parse_number("৫ জন").unit
    ((Decimal('99'), Decimal('162')), True, Decimal('10'), 'জন')
    >>> [parse_number(text) for text in ("", "-", "১.১.১", "২০১৮-২০১৯", "৩১.০৭.২০১৮", "১ ২ ৩", "পাঁচ")]
    [None, None, None, None, None, None, None]
    """
    whole, _, spaces = _patterns()
    plain = spaces.sub(" ", to_latin(text)).strip(" ।")
    found = whole.fullmatch(plain) if len(plain) <= _LONGEST else None
    if found is None:
        return None
    low, high = _amount(found["low"]), _amount(found["high"]) if found["high"] else None
    if low is None or (found["high"] and (high is None or high <= low or _is_fiscal_year(low, high) or found["sign"])):
        return None
    value = -low if (found["sign"] or "+").strip() != "+" else low
    return Number(
        value=value,
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
    sign, plain = ("-", canonical(-figure)) if figure < 0 else ("", canonical(figure))
    whole, _, fraction = plain.partition(".")
    fraction = fraction.ljust(places or 0, "0")
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(end - 2, 0) : end] for end in range(len(head), 0, -2)][::-1]
    grouped = sign + ",".join([*pairs, tail]) + ("." + fraction if fraction else "")
    return to_bangla(grouped) if bangla else grouped
