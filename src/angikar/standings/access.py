"""Access to standings: those of one's own offices, of all offices below them, and of those they look over."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from angikar.history.refusal import NotYours
from angikar.offices.access import User, mandate
from angikar.offices.models import Office
from angikar.standings.models import PlanScore

_COLUMNS_OF_OTHERS = (
    "paper__title",
    "office__name",
    "office__name_en",
    "office__kind",
    "office__path",
    "superior__name",
    "superior__name_en",
)


def scores_for(user: User, on: date | None = None) -> QuerySet[PlanScore]:
    """The scores of every plan in force that `user` may see, each with its office and the title of its paper."""
    held = mandate(user, on)
    mine = held.below() | Q(superior__in=held.office_ids)
    return whole(PlanScore.objects.filter(mine, in_force=True))


def office_for(user: User, pk: int, on: date | None = None) -> Office:
    """An office whose standings `user` may see: an own one, one below, or one whose plan an own office looks over. Raises
    `NotYours` for any other.
    """
    held = mandate(user, on)
    over = PlanScore.objects.filter(superior__in=held.office_ids, in_force=True).values("office")
    found = Office.objects.filter(held.below("path") | Q(pk__in=over), pk=pk).first()
    if found is None:
        raise NotYours
    return found


def peers_of(user: User, on: date | None = None) -> QuerySet[PlanScore]:
    """The scores among which the plans of one's own offices are ranked: all that the same offices look over. They give
    one's own place; the scores of others are not shown.
    """
    held = mandate(user, on)
    above = PlanScore.objects.filter(office__in=held.office_ids, superior__isnull=False, in_force=True)
    return PlanScore.objects.filter(superior__in=above.values("superior"), in_force=True)


def whole(rows: QuerySet[PlanScore]) -> QuerySet[PlanScore]:
    """The rows with every column a list shows, without the content of the paper."""
    own = (field.attname for field in PlanScore._meta.concrete_fields)
    return rows.select_related("office", "paper", "superior").only(*own, *_COLUMNS_OF_OTHERS)
