"""What a whole plan has earned, by which basis and out of how many: every place that shows marks of a plan takes the number and the word from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from angikar.rules.scoring.figures import marks_text
from angikar.rules.sentence import Both

Basis = Literal["claimed", "accepted"]
BASES: tuple[Basis, ...] = ("claimed", "accepted")
BY_DEFAULT: Basis = "accepted"
"""Plans are ranked by what was looked over, unless one asks for what was claimed."""
Word = Literal["claimed", "accepted", "final"]
Why = Literal["no_marks", "not_reported", "not_accepted"]

WORDS: dict[Word | Why, Both] = {
    "claimed": ("দাবিকৃত", "claimed"),
    "accepted": ("গৃহীত", "accepted"),
    "final": ("চূড়ান্ত", "final"),
    "no_marks": ("নম্বর নেই", "no marks"),
    "not_reported": ("প্রতিবেদন নেই", "not reported"),
    "not_accepted": ("এখনো গৃহীত নয়", "not accepted yet"),
}
"""What a mark is called, and why there is none, in Bangla and in English."""


@dataclass(frozen=True, slots=True)
class PlanMark:
    """One mark of a plan in hundredths, out of `full`, under its word; `None` with the reason where there is none."""

    word: Word
    mark: int | None
    full: int
    why: Why | None = None

    @property
    def text(self) -> str | None:
        """The mark with two places."""
        return None if self.mark is None else marks_text(self.mark)

    @property
    def title(self) -> Both:
        """The word of the mark."""
        return WORDS[self.word]

    @property
    def out_of(self) -> str:
        """The full marks with two places."""
        return marks_text(self.full)

    @property
    def kind(self) -> Both:
        """The word of the mark, or why there is none."""
        return WORDS[self.why or self.word]


@dataclass(frozen=True, slots=True)
class PlanMarks:
    """The marks of a plan in hundredths: the sums `claimed` and `accepted` of its rows, out of `full`, of which `unscored` cannot be
    scored yet; whether its form gives marks at all, whether any row `is_reported` or `is_settled` (a figure accepted), and whether the
    accepted ones are final.
    """

    claimed: int
    accepted: int
    full: int
    unscored: int = 0
    has_marks: bool = True
    is_reported: bool = True
    is_settled: bool = True
    is_final: bool = False

    def of(self, basis: Basis) -> PlanMark:
        """The mark by one basis. A plan without a report has none, which is not nought.

        >>> PlanMarks(1360, 1060, 10000).of("accepted").text, PlanMarks(0, 0, 10000, is_settled=False).of("accepted").kind
        ('10.60', ('এখনো গৃহীত নয়', 'not accepted yet'))
        """
        why: Why | None = None if self.is_settled or basis == "claimed" else "not_accepted"
        why = "no_marks" if not self.has_marks else "not_reported" if not self.is_reported else why
        word: Word = "final" if basis == "accepted" and self.is_final and why is None else basis
        return PlanMark(word, getattr(self, basis) if why is None else None, self.full, why)

    @property
    def unscored_text(self) -> str:
        """The marks that cannot be scored yet, with two places."""
        return marks_text(self.unscored)

    def both(self) -> tuple[PlanMark, PlanMark]:
        """The mark claimed, and the one accepted or final."""
        return self.of("claimed"), self.of("accepted")

    def as_json(self) -> dict[str, object]:
        """The marks as exact texts, `None` where there are none; `accepted_is` the word of the accepted one."""
        claimed, accepted = self.both()
        return {
            "claimed": claimed.text,
            "accepted": accepted.text,
            "accepted_is": accepted.kind[1],
            "full": marks_text(self.full) if self.has_marks else None,
            "unscored": marks_text(self.unscored) if self.has_marks else None,
        }
