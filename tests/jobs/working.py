"""A worker in this process: it does every task that waits."""

from __future__ import annotations

from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult


def do_all() -> None:
    """Do every task that waits, as a worker does."""
    by = TaskWorker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="here:1",
        excluded_queue_names=[],
    )
    for task in list(DBTaskResult.objects.ready()):
        task.claim("here:1")
        by.run_task(task)
