"""Standings as a Django app: they follow what duties and papers announce."""

from __future__ import annotations

from django.apps import AppConfig


class StandingsConfig(AppConfig):
    """The standings room."""

    name = "angikar.standings"
