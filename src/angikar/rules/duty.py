"""Ask and Answer: what a paper asks of a post by a day, what the post answers, and how the duty stands on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from angikar.rules.letter import Content
from angikar.rules.plan import Counting, Unit

AskKind = Literal["figure", "report", "acknowledge", "decision"]
Standing = Literal["answered", "late", "soon", "later", "not_due"]


class Ask(Content):
    """One thing a paper asks. `addressee` is the text of the paper (a post, or a family such as "… (সকল)"); `line` is the
    indicator's identity (`own:1.1.1`) where a figure is asked; `due` is the last day, `opens` the first; both ISO or `None`
    where the paper names no day. `due_on_issue` marks what was due already when the paper went out.
    """

    kind: AskKind
    key: str
    text: str
    addressee: str = ""
    line: str | None = None
    quarter: int | None = None
    unit: Unit | None = None
    unit_text: str | None = None
    counting: Counting | None = None
    target: str | None = None
    opens: str | None = None
    due: str | None = None
    due_on_issue: bool = False
    choices: tuple[str, ...] = ()


class Answer(Content):
    """What a post answers: a canonical figure where one was asked, words, or that the ask does not apply (with the reason in words)."""

    value: str | None = None
    words: str = ""
    choice: str | None = None
    not_applicable: bool = False


Form = Mapping[str, str]


def standing(due: date | None, today: date, *, answered: bool, opens: date | None = None) -> Standing:
    """How a duty stands on a day: answered, late, soon (within seven days), later, or not due yet (its period has not opened)."""
    if answered:
        return "answered"
    if opens is not None and today < opens:
        return "not_due"
    if due is None:
        return "later"
    if due < today:
        return "late"
    return "soon" if (due - today).days <= 7 else "later"
