"""Who may form the bodies of a circular for an office, and see which are formed."""

from __future__ import annotations

from angikar.duties.formations.queries import Expected, expected
from angikar.duties.models import Formation
from angikar.history.refusal import NotYours
from angikar.offices.access import User, may_manage
from angikar.papers import access
from angikar.papers.models import FROZEN, Paper
from angikar.rules.kinds import kind_named


def circular(user: User, pk: int) -> Paper:
    """An issued circular that one may read. Raises `NotYours`."""
    found = access.paper(user, pk)
    if not kind_named(found.kind).has_directives or found.state not in FROZEN:
        raise NotYours
    return found


def to_form(user: User, paper: Paper, name: str, office: int) -> Expected:
    """A body that an office one may manage is to form. Raises `NotYours`."""
    found = next((each for each in expected(paper) if (each.described.name, each.office.pk) == (name, office)), None)
    if found is None or not may_manage(user, found.office):
        raise NotYours
    return found


def formation(user: User, paper: Paper, pk: int) -> Formation:
    """A formation of the circular whose office one may manage. Raises `NotYours`."""
    found = Formation.objects.filter(paper=paper, pk=pk).select_related("body__office", "order").first()
    if found is None or not may_manage(user, found.body.office):
        raise NotYours
    return found
