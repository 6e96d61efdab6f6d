"""Papers as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """The app of papers."""

    name = "angikar.papers"

    def ready(self) -> None:
        """Say which work on papers may be done as a job."""
        from angikar.jobs.works import register
        from angikar.papers.intake.taking import TAKE_IN
        from angikar.papers.signatures.taking import KEEP_SCAN

        register(TAKE_IN)
        register(KEEP_SCAN)
