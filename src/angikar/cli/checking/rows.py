"""History and rows: the chain, and what every row must hold after all that history says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db import DatabaseError
from django.utils import timezone

from angikar.cli.checking import sentences
from angikar.cli.checking.finding import NAMED, Finding, bad, some, well
from angikar.cli.clock import now

_DRIFT = timedelta(minutes=5)
"""By how much entries of one moment may lie apart."""
_DUE = timedelta(days=2)
"""How old a checkpoint may be before an anchor covers it."""


def history() -> Iterator[Finding]:
    """The chain, with a checkpoint over all of it first."""
    from angikar.history.chain.actions import checkpoint
    from angikar.history.chain.verifying import verify
    from angikar.history.models import Entry

    try:
        checkpoint()
    except DatabaseError as wrong:  # the disk is full, or the data can only be read
        yield bad("history", sentences.NO_CHECKPOINT, reason=str(wrong).strip())
    broken = verify()
    yield (
        well("history", f"{Entry.objects.count()} entries")
        if broken is None
        else bad("history", sentences.HISTORY_BROKEN, found=broken.both)
    )


def clock() -> Iterator[Finding]:
    """The clock of the machine against the moments of the history, which are in the order of their numbers."""
    from django.db.models import F, Window
    from django.db.models.functions import Lag

    from angikar.history.models import Entry

    last = Entry.objects.order_by("-at").first()
    if last is not None and last.at > now() + _DRIFT:
        yield bad("clock", sentences.CLOCK_BEHIND, last=f"{timezone.localtime(last.at):%Y-%m-%d %H:%M}")
        return
    before = Window(Lag("at"), order_by=F("pk").asc())
    jumps = Entry.objects.annotate(before=before).filter(before__gt=F("at") + _DRIFT).order_by("-pk")
    found = list(jumps.values_list("pk", "before", "at")[:NAMED])
    if not found:
        yield well("clock", "went forward only")
        return
    named = [
        f"{pk} ({timezone.localtime(was):%Y-%m-%d %H:%M} → {timezone.localtime(at):%Y-%m-%d %H:%M})"
        for pk, was, at in found
    ]
    yield Finding("clock", None, sentences.CLOCK_WENT_BACK.both(names=some(named)))


def anchored() -> Iterator[Finding]:
    """The history against its anchors, which are outside the database."""
    from angikar.history.chain.anchors import compare
    from angikar.history.models import Checkpoint

    found = compare()
    if found.foreign:
        yield bad("anchors", sentences.ANCHORS_FOREIGN, count=len(found.foreign), names=some(found.foreign))
    if found.wrong:
        yield bad("anchors", sentences.ANCHORS_WRONG, count=len(found.wrong), names=some(found.wrong))
    due = Checkpoint.objects.filter(at__lt=now() - _DUE).order_by("-number").first()
    if found.last is None and due is not None:
        yield bad("anchors", sentences.ANCHORS_NONE)
    elif found.last is not None and due is not None and found.last < timezone.localtime(due.at).date():
        yield bad("anchors", sentences.ANCHORS_OLD, day=found.last.isoformat())
    elif not found.foreign and not found.wrong:
        yield well("anchors", f"the last is of {found.last}" if found.last else "none yet")


def replayed() -> Iterator[Finding]:
    """Every stored value that history can tell, compared with what it says."""
    from angikar.history.replay.comparing import differences

    found = [f"{each.table} {each.pk} {each.column}".rstrip() for each in differences()]
    yield (
        bad("values", sentences.ROWS_DIFFER, count=len(found), names=some(found))
        if found
        else well("values", "as history says")
    )


def counted() -> Iterator[Finding]:
    """What is kept of every circular, compared with what its duties and reports say."""
    from angikar.standings.circulars.queries import differing, of_circulars

    papers = list(of_circulars().order_by("pk").values_list("pk", flat=True))
    wrong = [str(paper) for paper in papers if differing(paper)]
    yield (
        bad("counts", sentences.COUNTS_DIFFER, count=len(wrong), names=some(wrong))
        if wrong
        else well("counts", f"{len(papers)} circulars as their duties say")
    )


def indexed() -> Iterator[Finding]:
    """What the search looks through, compared with what there is, and whether it was made by the rules of today."""
    from angikar.search.checking import wrong
    from angikar.search.made import is_of_today
    from angikar.search.models import Indexed

    if not is_of_today():
        yield bad("search", sentences.INDEX_OF_OTHER_RULES)
    found = wrong()
    yield (
        bad("search", sentences.INDEX_DIFFERS, kinds=some([f"{kind}: {count}" for kind, count in found.items()]))
        if found
        else well("search", f"{Indexed.objects.count()} rows")
    )
