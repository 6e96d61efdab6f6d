"""Who may offer lists of the register, and which offered lists a person gets."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone

from angikar.history.refusal import NotYours
from angikar.offices.access import User, known_today, mandate
from angikar.offices.accounts.access import may_keep
from angikar.offices.bulk.rights import ListRights
from angikar.offices.models import Office, Officer, RegisterImport, Tenure


def keeper(user: User) -> Officer:
    """The person, where some part of the register is kept by him. Raises `NotYours`."""
    if isinstance(user, Officer) and user.is_active and (user.is_staff or mandate(user).kept):
        return user
    raise NotYours


def lists_for(user: User) -> QuerySet[RegisterImport]:
    """The lists a keeper offered, and those that keepers of his offices or of offices below offered; every list for the administrators of
    the register. Raises `NotYours`.
    """
    person = keeper(user)
    if person.is_staff:
        return RegisterImport.objects.all()
    below = Q(pk__in=())
    for post in mandate(person).posts:
        if post.is_head or post.keeps_register:
            below |= Q(post__office__in=Office.objects.under(post.office.path))
    serving = Tenure.objects.on(known_today()).filter(below)
    return RegisterImport.objects.filter(Q(officer=person) | Q(officer__in=serving.values("officer")))


def offered_list(user: User, pk: int) -> RegisterImport:
    """One of these lists. Raises `NotYours`."""
    found = lists_for(user).select_related("officer").filter(pk=pk).first()
    if found is None:
        raise NotYours
    return found


def may_change_card(rights: ListRights, officer: Officer) -> bool:
    """Whether a list may change somebody's card: who gives it may keep the account, and the officer serves nowhere but in the
    offices kept, or was enrolled there.
    """
    if rights.whole:
        return True
    if rights.person is not None and not may_keep(rights.person, officer):
        return False
    serving = Tenure.objects.filter(officer=officer).exclude(until__lte=timezone.localdate())
    paths = list(serving.values_list("post__office__path", flat=True))
    if not paths and officer.home is not None:
        paths = [officer.home.path]
    return bool(paths) and all(rights.keep(path) for path in paths)
