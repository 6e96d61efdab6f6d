"""Jobs as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The app of jobs."""

    name = "angikar.jobs"

    def ready(self) -> None:
        """Note the end of a job that failed by a fault of ours, and say what may be done as one."""
        from django_tasks.signals import task_finished

        from angikar.jobs.lists import CARRY_OUT, COMPARE
        from angikar.jobs.running import note_fault
        from angikar.jobs.works import register

        task_finished.connect(note_fault, dispatch_uid="angikar.jobs")
        register(COMPARE)
        register(CARRY_OUT)
