"""Papers: the words of every issued paper against the digest taken when it was issued."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.cli.checking import sentences
from angikar.cli.checking.finding import Finding, bad, some, well


def issued() -> Iterator[Finding]:
    """Every paper that was issued, its digest taken again."""
    from angikar.papers.models import FROZEN, Paper

    rows = Paper.objects.filter(state__in=FROZEN).only("kind", "framework", "content", "hash")
    count, wrong = 0, []
    for paper in rows.iterator(chunk_size=50):
        count += 1
        if paper.fingerprint() != paper.hash:
            wrong.append(str(paper.pk))
    yield (
        bad("issued papers", sentences.PAPERS_ALTERED, count=len(wrong), names=some(wrong))
        if wrong
        else well("issued papers", f"{count} as they were issued")
    )
