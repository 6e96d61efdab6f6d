"""What is done with searches one keeps: one is kept under a name, renamed, removed."""

from __future__ import annotations

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import Refused, need_words
from angikar.offices.models import Officer
from angikar.search import sentences
from angikar.search.models import SavedSearch

MOST = 12
"""Searches that one officer keeps at once."""
LONGEST = 60
"""Letters of a name."""


def save_search(officer: Officer, name: str, query: str) -> SavedSearch:
    """Keep a search of one's own, given as the query of its address. Raises `Refused`."""
    called = need_words(name, sentences.NAME_MISSING)[:LONGEST]
    if not query:
        raise Refused(sentences.EMPTY_SEARCH)
    with transaction.atomic():
        Officer.objects.select_for_update().get(pk=officer.pk)
        own = SavedSearch.objects.filter(officer=officer)
        if own.count() >= MOST:
            raise Refused(sentences.TOO_MANY, most=MOST)
        if own.filter(name=called).exists():
            raise Refused(sentences.NAME_TAKEN, name=called)
        saved = SavedSearch.objects.create(officer=officer, name=called, query=query)
        record("search.save", saved, by=officer, now={"name": called})
    return saved


def rename_search(saved: SavedSearch, name: str, *, by: Officer) -> SavedSearch:
    """Give a search another name. Raises `Refused`."""
    called = need_words(name, sentences.NAME_MISSING)[:LONGEST]
    with transaction.atomic():
        Officer.objects.select_for_update().get(pk=by.pk)
        known = SavedSearch.objects.filter(pk=saved.pk).first()
        if known is None:
            raise Refused(sentences.GONE)
        if SavedSearch.objects.filter(officer=by, name=called).exclude(pk=known.pk).exists():
            raise Refused(sentences.NAME_TAKEN, name=called)
        was, known.name = known.name, called
        known.save(update_fields=["name"])
        record("search.rename", known, by=by, was={"name": was}, now={"name": called})
    return known


def remove_search(saved: SavedSearch, *, by: Officer) -> None:
    """Remove a search. Raises `Refused` where it was removed before."""
    with transaction.atomic():
        Officer.objects.select_for_update().get(pk=by.pk)
        known = SavedSearch.objects.filter(pk=saved.pk).first()
        if known is None:
            raise Refused(sentences.GONE)
        record("search.remove", known, by=by, was={"name": known.name})
        known.delete()
