"""Meetings as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The meetings room."""

    name = "angikar.meetings"
