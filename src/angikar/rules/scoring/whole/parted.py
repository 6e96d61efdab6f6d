"""Where the full marks of a plan are on a day: accepted, claimed, still open, lost, or not to be counted; the parts add up to the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from angikar.rules.plan import Part
from angikar.rules.scoring.figures import scaled
from angikar.rules.scoring.lines import Grade, ScoredLine
from angikar.rules.scoring.outlook import RowOutlook
from angikar.rules.scoring.scorecard import Scorecard
from angikar.rules.scoring.whole.full import weight_in


@dataclass(frozen=True, slots=True)
class MarksParted:
    """The full marks in hundredths by what became of them: `accepted`; `claimed` above what was accepted; `open`, which further figures
    could still bring; `lost`; and `uncounted`, of rows that do not apply or that no figure can score.
    """

    accepted: int
    claimed: int
    open: int
    lost: int
    uncounted: int

    @property
    def full(self) -> int:
        """The whole."""
        return self.accepted + self.claimed + self.open + self.lost + self.uncounted


def parted(card: Scorecard, ahead: Mapping[tuple[Part, str], RowOutlook]) -> MarksParted:
    """The marks of a scorecard parted by what lies ahead of its rows. What no row and no rest accounts for is lost."""
    accepted = claimed = still = 0
    uncounted = card.full.unscored
    for line in card.lines:
        has, says = _marks(line.accepted), _marks(line.claimed)
        accepted += has
        claimed += max(0, says - has)
        still += max(0, _best(says, ahead[line.part, line.code]) - max(has, says))
        uncounted += _uncounted(line)
    left = card.full.full
    parts = []
    for each in (accepted, claimed, uncounted, still):
        parts.append(min(each, left))
        left -= parts[-1]
    return MarksParted(parts[0], parts[1], parts[3], left, parts[2])


def _best(says: int, row: RowOutlook) -> int:
    """The marks of a row after the best of its ways."""
    return says + (scaled(row.ways[-1].gain, 2) if row.ways else 0)


def _uncounted(line: ScoredLine) -> int:
    """The marks of a row that does not apply, or whose figures cannot be marked as they are."""
    if line.lacks is not None:
        return 0  # among those that no figure can earn
    has_error = any(note.severity == "error" for note in line.notes)
    return weight_in(line.weight) // 100 if line.state == "not_applicable" or has_error else 0


def _marks(grade: Grade | None) -> int:
    return scaled(grade.marks, 2) if grade is not None and grade.marks is not None else 0
