"""The content of a circular (পরিপত্র): what it directs, the bodies it forms, the addressees it goes to.

The words of a directive are stored once, in `directives`; `paragraphs` store only the frame they are printed in (number,
heading, the sentence that introduces a list) and the codes of its directives.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from angikar.rules.content import READ, Content
from angikar.rules.forms.form import Form
from angikar.rules.letters.values import Copy, Enclosure, Letter, Signatory
from angikar.rules.schedule.reminding import Escalation
from angikar.rules.schedule.rule import Rule

UNPRINTED = "*"
"""What the code of a directive begins with whose paper prints no number or label for it."""
Level = Literal["district", "upazila", "metropolitan"]


class CircularBody(Content):
    """A team, cell or committee that the circular forms; `led_by` and `members` are posts as the paper words them."""

    name: str
    level: Level | None = None
    led_by: str | None = None
    members: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    lines: Annotated[tuple[int, ...], READ] = ()


class Directive(Content):
    """One thing the circular asks. `code` is the paragraph's number in Latin digits and the label as printed
    (`5(চ)`); where the paper prints none, `*1`, `*2` in printed order.

    `addressees` is empty where the text names no post: then it asks all addressees of the circular. `schedule` counts from
    the day of the circular (`issue`), the day a body was formed (`formation`) or the day everything leads to, such as polling
    day (`anchor`). `form` is what its reports fill in; without one they are words.
    """

    code: str
    text: str
    addressees: tuple[str, ...] = ()
    schedule: tuple[Rule, ...] = ()
    form: Form | None = None
    lines: Annotated[tuple[int, ...], READ] = ()


class CircularParagraph(Content):
    """The frame of one printed paragraph; `number`, in Latin digits, is None where the paper prints none, `codes` are its
    directives."""

    number: Annotated[str, Field(pattern="^[0-9]{1,9}$")] | None = None
    title: str | None = None
    text: str = ""
    codes: tuple[str, ...] = ()
    lines: Annotated[tuple[int, ...], READ] = ()


def has_printed_code(code: str) -> bool:
    """Whether a paper prints the code of a directive, or it only tells those without a number apart.

    >>> has_printed_code("5(চ)"), has_printed_code("*2")
    (True, False)
    """
    return not code.startswith(UNPRINTED)


class Circular(Content):
    """A circular. `number` is its running number (`6` of পরিপত্র-৬), `anchor` and `formation` ISO days a person may
    add, for papers seldom print them; `letterhead` has the lines of the issuing office as printed, the last of which is
    usually `office`; `escalation` names who is notified of a late report, after how many hours.
    """

    version: Annotated[int, READ] = 1
    office: str | None = None
    letterhead: tuple[str, ...] = ()
    title: str = ""
    number: str | None = None
    subject: str = ""
    priority: tuple[str, ...] = ()
    letter: Letter = Letter()
    preamble: str = ""
    paragraphs: tuple[CircularParagraph, ...] = ()
    bodies: tuple[CircularBody, ...] = ()
    directives: tuple[Directive, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    acknowledgement: bool = False
    addressees: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    anchor: str | None = None
    formation: str | None = None
    escalation: tuple[Escalation, ...] = ()

    def directive(self, code: str) -> Directive | None:
        """The first directive of that code."""
        return next((each for each in self.directives if each.code == code), None)
