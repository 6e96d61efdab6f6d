"""Counting a circular again."""

from __future__ import annotations

from django.db import transaction

from angikar.history.actions import record
from angikar.offices.models import Officer
from angikar.papers.models import Paper
from angikar.standings.circulars.queries import differing
from angikar.standings.circulars.receivers import keep


def recount_posts(paper: Paper, *, by: Officer | None) -> int:
    """Count the posts of a circular again from its duties and put right what is kept. Returns of how many posts it differed: 0 unless there is
    an error.
    """
    with transaction.atomic():
        fresh = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
        wrong = differing(fresh.pk)
        keep(fresh.pk)
        record("standings.recount", fresh, by=by, now={"differed": wrong})
    return wrong
