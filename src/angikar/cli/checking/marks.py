"""Whether the numbers from which the marks of plans are computed can be read, and what is kept of their quarters agrees with its counts."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.cli.checking import sentences
from angikar.cli.checking.finding import Finding, bad, some, well


def kept() -> Iterator[Finding]:
    """The numbers of every plan in force and of those before it; whether they are right `angikar tally` says."""
    from angikar.standings.engine.numbers import SCORED, PlanNumbers, is_block, is_sound
    from angikar.standings.models import PlanTally

    damaged, count = [], 0
    rows = PlanTally.objects.order_by("pk").values_list("pk", "law", "figures", "scores")
    for paper, law, figures, scores in rows.iterator(chunk_size=500):
        count += 1
        if not is_sound(PlanNumbers(paper, bytes(law), bytes(figures))) or not is_block(bytes(scores), len(SCORED)):
            damaged.append(str(paper))
    if damaged:
        yield bad("kept numbers", sentences.NUMBERS_DAMAGED, papers=some(damaged))
    else:
        yield well("kept numbers", f"{count} plans")


def quarters() -> Iterator[Finding]:
    """How far the quarters of every plan in force are reported, as it is kept for lists, compared with the counts of the quarters."""
    from angikar.standings.models import PlanScore
    from angikar.standings.quarters.queries import differing

    wrong = [str(paper) for paper in differing()]
    if wrong:
        yield bad("kept quarters", sentences.QUARTERS_DIFFER, count=len(wrong), names=some(wrong))
    else:
        yield well("kept quarters", f"{PlanScore.objects.filter(in_force=True).count()} plans as their counts say")
