"""Duties that stand as an act would have left them although no entry is about them: excused, accepted, sent back or withdrawn past their
actions. What stands so without an entry of its own has a reason in the papers, and that reason must be there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from angikar.duties.models import OF_THE_CYCLE, Duty, DutyState, Evaluation, Feedback, Formation
from angikar.history.models import Entry
from angikar.history.replay.claims import RowDifference
from angikar.papers.models import Paper


def without_entry(changed: Collection[int]) -> Iterator[RowDifference]:
    """Every duty that is not open, though neither an entry changed it nor a paper could have."""
    papers = _Papers()
    left = Duty.objects.exclude(state=DutyState.OPEN).values_list("pk", "paper_id", "kind", "state")
    for pk, paper, kind, state in left.order_by("pk").iterator():
        if pk not in changed and not papers.explain(paper, kind, state):
            yield RowDifference(Duty._meta.label, pk, "state", 0)


class _Papers:
    """What papers have done to duties without an entry about each."""

    def __init__(self) -> None:
        self._before: dict[int, int | None] = dict(Paper.objects.values_list("pk", "supersedes_id"))
        self._after: dict[int, list[int]] = defaultdict(list)
        for pk, earlier in self._before.items():
            if earlier is not None:
                self._after[earlier].append(pk)
        self._entered = set(Paper.objects.exclude(entered_on=None).values_list("pk", flat=True))
        fixed = Evaluation.objects.filter(taken_back_on=None).values_list("paper_id", flat=True)
        self._settled = {"feedback": set(Feedback.objects.values_list("paper_id", flat=True)), "evaluation": set(fixed)}
        moved = Entry.objects.filter(verb__in=("paper.readdress", "paper.move_day"))
        self._changed = {
            *moved.values_list("object_id", flat=True),
            *Formation.objects.values_list("paper_id", flat=True),
        }

    def explain(self, paper: int, kind: str, state: str) -> bool:
        """Whether a duty of a paper may stand so: excused where one was entered long after its days, withdrawn where what is asked has
        changed, accepted where the office above has done what it owed the plan.
        """
        line = set(self._line(paper))
        if state == DutyState.EXCUSED:
            return kind != "figure" and bool(line & self._entered)
        if state == DutyState.WITHDRAWN:
            return len(line) > 1 or bool(line & self._changed)
        return state == DutyState.ACCEPTED and kind in OF_THE_CYCLE and bool(line & self._settled[kind])

    def _line(self, paper: int) -> Iterator[int]:
        """A paper with those it replaces and those that replace it."""
        earlier: int | None = paper
        while earlier is not None:
            yield earlier
            earlier = self._before.get(earlier)
        later = [paper]
        while later:
            following = self._after[later.pop()]
            yield from following
            later += following
