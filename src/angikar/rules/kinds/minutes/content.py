"""The content of minutes (কার্যবিবরণী): who met, what was discussed, what was decided and who carries it out."""

from __future__ import annotations

from typing import Annotated

from angikar.rules.content import CLOCK, DAY, MONTH, READ, Content
from angikar.rules.letters.values import Copy, Letter, Signatory
from angikar.rules.schedule.rule import Rule

CHOICES = ("বাস্তবায়িত", "চলমান", "আংশিক", "বাস্তবায়নযোগ্য নয়")
"""What an office may answer to a decision it has to implement."""


class MinutesDecision(Content):
    """One decision. `carried_over`: the paper says it was taken before (পুনরায়, "এখন পর্যন্ত … হয়নি"). `due` is ISO.

    `recurrence` holds the rules of what is to be done month after month, `None` for what is done once.
    """

    text: str
    carried_over: bool = False
    due: Annotated[str | None, DAY] = None
    recurrence: tuple[Rule, ...] | None = None
    implementers: tuple[str, ...] = ()


class MinutesItem(Content):
    """One row of the four columns; `number` as printed, in Latin digits."""

    number: str
    title: str = ""
    discussion: str = ""
    decisions: tuple[MinutesDecision, ...] = ()
    implementers: tuple[str, ...] = ()
    lines: Annotated[tuple[int, ...], READ] = ()

    @property
    def confirms(self) -> bool:
        """Whether the item confirms the last minutes (দৃঢ়ীকরণ), which is done in the meeting and asks no one for a report."""
        return "দৃঢ়" in self.title


class Present(Content):
    """One line of the attendance list, in the order of signing."""

    name: str
    post: str | None = None
    mobile: str | None = None
    signed: bool = False


class Minutes(Content):
    """The minutes of one meeting. `month` is `2016-07`, `time` on the clock of 24 hours, `attendance` the line that names the annex."""

    version: Annotated[int, READ] = 1
    title: str = ""
    body: str | None = None
    month: Annotated[str | None, MONTH] = None
    date: Annotated[str | None, DAY] = None
    time: Annotated[str | None, CLOCK] = None
    place: str | None = None
    chair: str | None = None
    attendance: str | None = None
    opening: str = ""
    items: tuple[MinutesItem, ...] = ()
    closing: str = ""
    letter: Letter = Letter()
    present: tuple[Present, ...] = ()
    copies: tuple[Copy, ...] = ()
    signatories: tuple[Signatory, ...] = ()
