"""Repair: the one likely reading of misread figures under which a broken law is obeyed again, and never one of several.

Print and scan mistake few digits for one another, so a law that a figure breaks often shows which figure was meant. A
proposal is made only where exactly one reading obeys every law involved; a person takes it or refuses it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import normal
from angikar.rules.plan_table.order import is_date
from angikar.rules.sentence import Facts

CONFUSIONS = (("1", "9"), ("1", "2"), ("6", "8"), ("4", "8"), ("0", "9"))
"""Bangla digits that print and scan mistake for one another: ১/৯, ১/২, ৬/৮, ৪/৮, ০/৯."""
_MEANT = tuple(pair for one, other in CONFUSIONS for pair in ((one, other), (other, one)))

_LETTERS = str.maketrans({"চ": "8", "ঢ": "8", "ও": "3", "l": "1", "I": "1", "O": "0", "o": "0"})
"""Letters that print and scan give for digits: চ for ৮, ও for ৩."""

Figures = Mapping[str, str]
Law = Callable[[Figures], bool]


@dataclass(frozen=True, slots=True)
class Repair:
    """Other figures for some of those given, by their paths, with one figure as it was read and as it is meant.

    `dot` is set where the last dot of a leader was read as a ১; without it one digit was mistaken for another.
    """

    figures: dict[str, str]
    seen: str
    meant: str
    dot: bool = False

    @property
    def facts(self) -> Facts:
        """The facts of a sentence that explains the repair."""
        return {"seen": self.seen, "meant": self.meant}

    def single(self, otherwise: str) -> tuple[str, str | None]:
        """The path and the figure of a repair of one place; `otherwise` and no figure where it touches several."""
        return next(iter(self.figures.items())) if len(self.figures) == 1 else (otherwise, None)


def sole_repair(figures: Figures, holds: Law, leader: Collection[str] = ()) -> Repair | None:
    """The only reading of `figures` (canonical, by path) that obeys the law `holds`; `None` where none or several do.

    One digit is read otherwise, in one figure or in all equal figures; `leader` are the paths of figures behind a dot
    leader, whose last dot may have been read as a ১ before them.

    >>> area = {"areas.1.weight": "17", "a": "2", "b": "3", "c": "2"}
    >>> found = sole_repair(area, lambda f: int(f["areas.1.weight"]) == sum(int(f[k]) for k in "abc"), ["areas.1.weight"])
    >>> found.figures, found.dot
    ({'areas.1.weight': '7'}, True)
    >>> sole_repair({"q": "1", "target": "2"}, lambda f: f["q"] == f["target"]) is None
    True
    """
    fitting = {tuple(sorted(new.items())): new for new in _readings(figures, leader) if holds({**figures, **new})}
    if len(fitting) != 1:
        return None
    (new,) = fitting.values()
    seen, meant = figures[next(iter(new))], next(iter(new.values()))
    return Repair(new, seen, meant, dot=len(seen) > len(meant))


def digits_meant(text: str) -> str | None:
    """The figure meant by a cell in which letters were read for digits; `None` where it is one already, or none either way.

    >>> digits_meant("১চ"), digits_meant("চ"), digits_meant("১৮"), digits_meant("চা")
    ('18', '8', None, None)
    """
    plain = normal(text)
    meant = to_latin(plain.translate(_LETTERS))
    return meant.lstrip("0") or "0" if meant.isdecimal() and meant != to_latin(plain) else None


def _readings(figures: Figures, leader: Collection[str]) -> Iterator[dict[str, str]]:
    for path, figure in figures.items():
        yield from ({path: other} for other in _others(figure))
        if path in leader and len(figure) > 1 and figure.startswith("1"):
            yield {path: figure[1:]}
    alike: dict[str, list[str]] = {}
    for path, figure in figures.items():
        alike.setdefault(figure, []).append(path)
    for figure, paths in alike.items():
        if len(paths) > 1:
            yield from (dict.fromkeys(paths, other) for other in _others(figure))


def _others(figure: str) -> Iterator[str]:
    """The figure with one digit read otherwise; a day stays a day, and no number begins with a zero."""
    for index, digit in enumerate(figure):
        for seen, meant in _MEANT:
            other = f"{figure[:index]}{meant}{figure[index + 1 :]}"
            if digit == seen and (_is_day(other) if is_date(figure) else other == "0" or not other.startswith("0")):
                yield other


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
