"""DutyKey: what tells the duties of one paper apart, the same whenever the paper asks again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

KeyForm = Literal["directive", "passage", "decision", "figure"]
"""How a key is written: of a directive of a circular (and of everything that needs no form of its own), of a passage of a
letter, of a decision of minutes, of a figure of a plan.
"""

ACKNOWLEDGE: Final = "acknowledge"
"""The place of the duty to acknowledge the receipt of a paper."""

_BODY = re.compile(r"@([1-9][0-9]*)\Z")
_FIGURE = re.compile(r"(.+):(q[1-4])\Z")
_PASSAGE = re.compile(r"([0-9]+):([0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z]+):([0-9]+)\Z")
_DECISION = re.compile(r"([0-9]+\.[0-9]+)\.([0-9]+)(?:@(.+))?\Z")


@dataclass(frozen=True, slots=True)
class DutyKey:
    """The key of a duty: `place` in the paper (the code of a directive, item and decision of minutes, an indicator),
    `addressee` the number of the addressee there, `moment` the day, hour, quarter or rule, and `body` the number of the body
    that owes it.

    >>> str(DutyKey("2(খ)", "1", "2018-12-30T08:00", body=17))
    '2(খ):1:2018-12-30T08:00@17'
    >>> DutyKey.parse("1.2.3@2018-12-31")
    DutyKey(place='1.2', addressee='3', moment='2018-12-31', body=None, form='decision')
    """

    place: str
    addressee: str = ""
    moment: str = ""
    body: int | None = None
    form: KeyForm = "directive"

    @classmethod
    def parse(cls, text: str) -> DutyKey:
        """The key that `str` wrote; every text is one."""
        if found := _DECISION.match(text):
            return cls(found[1], found[2], found[3] or "", form="decision")
        if found := _FIGURE.match(text):
            return cls(found[1], moment=found[2], form="figure")
        if found := _PASSAGE.match(text):
            return cls(found[1], found[3], found[2], form="passage")
        body = _BODY.search(text)
        place, _, rest = (text[: body.start()] if body else text).partition(":")
        addressee, _, moment = rest.partition(":")
        return cls(place, addressee, moment, int(body[1]) if body else None)

    def __str__(self) -> str:
        """As it is stored."""
        if self.form == "decision":
            return f"{self.place}.{self.addressee}" + (f"@{self.moment}" if self.moment else "")
        if self.form == "passage":
            return f"{self.place}:{self.moment}:{self.addressee}"
        parts = (self.place, self.addressee, self.moment)
        return ":".join(part for part in parts if part) + ("" if self.body is None else ending(self.body))

    @property
    def is_once(self) -> bool:
        """Whether it is asked only once, whenever it is due."""
        return self.moment.startswith("once")

    @property
    def without_moment(self) -> DutyKey:
        """What all the days of one ask share."""
        return replace(self, moment="")

    @property
    def without_addressee(self) -> DutyKey:
        """What one ask of all its addressees shares.

        >>> str(DutyKey.parse("2(খ):3:2018-12-30").without_addressee), str(DutyKey.parse("1.2.3@2018-12-31").without_addressee)
        ('2(খ):2018-12-30', '1.2.@2018-12-31')
        """
        return replace(self, addressee="")

    def of_body(self, body: int) -> DutyKey:
        """The same ask, owed by a body."""
        return replace(self, body=body)


def beginning(place: str, form: KeyForm = "directive") -> str:
    """What the keys of one place begin with, for a query.

    >>> beginning("2(খ)"), beginning("1.2", "decision")
    ('2(খ):', '1.2.')
    """
    return f"{place}." if form == "decision" else f"{place}:"


def ending(body: int) -> str:
    """What the keys of one body end with."""
    return f"@{body}"
