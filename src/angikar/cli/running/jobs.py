"""`angikar jobs`: what takes long is done beside the pages, by one process or several; one that dies is begun again."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from argparse import Namespace
from pathlib import Path
from types import FrameType

from angikar.cli.refusal import two_sentences
from angikar.cli.running.beside import begin, end
from angikar.cli.setup import enter_existing, existing

_GLANCE = 1.0
"""Seconds after which is looked whether every worker still runs, and whether there is work."""
_DIE_WITH_PARENT = 1


@two_sentences
def jobs(call: Namespace) -> int:
    """`angikar jobs [--workers N] [--once]`: begin the workers and look after them, or be one of them."""
    if call.once:
        _work(enter_existing(), once=True)
        return 0
    if call.parent and call.worker:
        _end_with_parent(call.parent)
        _work(enter_existing(), once=False)
        return 0
    existing()
    return _look_after(call.workers or _wanted(), call.parent)


def _wanted() -> int:
    """How many workers the server beside this process asked for."""
    return max(1, int(os.environ.get("ANGIKAR_JOB_WORKERS") or 1))


def _look_after(count: int, parent: int) -> int:
    """Keep so many workers running until this process is asked to end, or its server is gone."""
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)
    workers = [begin("jobs", "--worker") for _ in range(count)]
    while not stop.wait(_GLANCE) and not (parent and os.getppid() != parent):
        workers = [each if each.poll() is None else begin("jobs", "--worker") for each in workers]
    for each in workers:
        each.terminate()
    for each in workers:
        end(each)
    return 0


def _end_with_parent(parent: int) -> None:
    """Be asked to end as soon as the process that looks after this one is gone, whatever ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGTERM)
    if os.getppid() != parent:
        raise SystemExit(0)


def _work(var: Path, *, once: bool) -> None:
    """Do the jobs that wait; without `once` also those that come."""
    from django_tasks_db.management.commands.db_worker import Worker as TaskWorker

    from angikar.formats.confined import keep_ready
    from angikar.jobs.running import Worker, begin_left_over
    from angikar.jobs.workers import own_name

    with own_name(var) as name:
        Worker.name = name
        begin_left_over()
        keep_ready()
        worker = TaskWorker(
            queue_names=["*"],
            interval=_GLANCE,
            batch=once,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
            excluded_queue_names=[],
        )
        if not once:
            signal.signal(signal.SIGTERM, worker.shutdown)
        worker.run()
