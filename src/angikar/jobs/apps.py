"""Jobs as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The app of jobs."""

    name = "angikar.jobs"

    def ready(self) -> None:
        """Note the end of a job that failed by a fault of ours."""
        from django_tasks.signals import task_finished

        from angikar.jobs.running import note_fault

        task_finished.connect(note_fault, dispatch_uid="angikar.jobs")
