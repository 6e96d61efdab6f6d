"""The labels of directives within a paragraph: (ক), below it (১); how deep each stands, and how they run on when one is moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.kinds.circular.check import LETTERS
from angikar.rules.kinds.circular.content import Directive

_LABEL = re.compile(r"\(([^()]*)\)")


def depth_of(each: Directive) -> int:
    """How deep a directive stands below its paragraph: 1 where it has one label.

    >>> depth_of(Directive(code="2(ক)", text="")), depth_of(Directive(code="2(ক)(১)", text=""))
    (1, 2)
    """
    return max(1, len(_LABEL.findall(each.code)))


def end_of(items: Sequence[Directive], at: int) -> int:
    """The index after the last directive that stands below one."""
    depth = depth_of(items[at])
    return next((n for n in range(at + 1, len(items)) if depth_of(items[n]) <= depth), len(items))


def before_of(items: Sequence[Directive], at: int) -> int | None:
    """The index of the directive before of the same depth; `None` where a shallower one comes first, or none."""
    depth = depth_of(items[at])
    above = next((n for n in range(at - 1, -1, -1) if depth_of(items[n]) <= depth), None)
    return above if above is not None and depth_of(items[above]) == depth else None


def running_labels(items: Sequence[Directive], *, figures: bool) -> Iterator[str]:
    """The labels of each directive, in brackets, running on at their depth; `figures` are those of the first depth. Below it each has
    figures or letters as it had; a label that is neither stays, and so do those above a directive that bear no directive themselves.

    >>> nested = [Directive(code=code, text="") for code in ("4(ক)", "4(ক)(১)", "4(ক)(১)", "4(ঘ)", "4(ঘ)(৩)", "")]
    >>> list(running_labels(nested, figures=False))
    ['(ক)', '(ক)(১)', '(ক)(২)', '(খ)', '(খ)(১)', '(গ)']
    """
    counts: Counter[tuple[str, ...]] = Counter()
    seen: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for each in items:
        labels = tuple(_LABEL.findall(each.code)) or ("",)
        before, now = seen.get(len(labels) - 1, ((), ()))
        above = now if before == labels[:-1] else labels[:-1]
        counts[above] += 1
        seen[len(labels)] = labels, (*above, _label(labels, counts[above], figures=figures))
        yield "".join(f"({label})" for label in seen[len(labels)][1])


def _label(labels: tuple[str, ...], number: int, *, figures: bool) -> str:
    own = labels[-1]
    if len(labels) > 1:
        figures = to_latin(own).isdecimal()
        if own and not figures and own not in LETTERS:
            return own
    return to_bangla(str(number)) if figures or number > len(LETTERS) else LETTERS[number - 1]
