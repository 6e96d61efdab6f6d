"""The nightly command: computes every mark of every plan again, compares it with the stored one and corrects that; a plan whose kept numbers
cannot be read, or whose quarters are kept otherwise than they were counted, is counted again from its reports.
"""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict

from angikar.cli.refusal import two_sentences
from angikar.cli.setup import enter_existing


@two_sentences
def tally(call: Namespace) -> int:
    """`angikar tally`: exit code 1 when a stored mark was wrong or numbers could not be read; that is corrected by then."""
    enter_existing()
    from angikar.papers.models import Paper
    from angikar.standings.actions import recount
    from angikar.standings.circulars.actions import recount_posts
    from angikar.standings.circulars.queries import differing as unlike
    from angikar.standings.circulars.queries import of_circulars
    from angikar.standings.engine.launch import tally as run_tally
    from angikar.standings.engine.run import missing
    from angikar.standings.quarters.queries import differing as unlike_quarters

    engine = call.engine or ("plain" if missing("numba") else "numba")
    seen = run_tally(engine, rewrite=call.rewrite)
    for damaged in Paper.objects.filter(pk__in=seen.damaged):
        recount(damaged, by=None)
    quarters = {paper.pk: recount(paper, by=None) for paper in Paper.objects.filter(pk__in=unlike_quarters())}
    differing = sum(seen.differing.values()) + len(seen.sums) + len(seen.damaged)
    counted = {paper.pk: recount_posts(paper, by=None) for paper in of_circulars() if unlike(paper.pk)}
    if call.json:
        print(json.dumps(asdict(seen)))
    else:
        print(f"{seen.plans} plans, {seen.lines} lines by {seen.engine}: {_result(differing, call.rewrite)}")
        for paper in seen.damaged:
            print(f"  paper {paper}: its numbers could not be read and were counted again from its reports")
        for paper in sorted({*seen.differing, *seen.sums}):
            print(f"  paper {paper}: {seen.differing.get(paper, 0)} lines{', its sum' if paper in seen.sums else ''}")
        for paper in sorted(quarters):
            print(f"  paper {paper}: how far its quarters are reported")
        for number, posts in sorted(counted.items()):
            print(f"  paper {number}: the counts of {posts} posts")
    return 1 if differing or counted or quarters else 0


def _result(differing: int, rewrite: bool) -> str:
    if rewrite:
        return "all stored anew"
    return f"{differing} differed and were mended" if differing else "nothing differed"
