"""Job: one piece of long work that an officer began, how far it is, and what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from angikar.history.versions import NOWHERE, Shows
from angikar.offices.models import Officer, Post


class JobState(models.TextChoices):
    """How far a job has come."""

    WAITING = "waiting", "অপেক্ষায়"
    RUNNING = "running", "চলছে"
    DONE = "done", "শেষ"
    REFUSED = "refused", "করা যায়নি"
    CANCELLED = "cancelled", "বাতিল"


ACTIVE = (JobState.WAITING, JobState.RUNNING)


class Job(models.Model):
    """A piece of work (`work` names it) of the officer who began it as the holder of a `post`. `key` says what it does: while it is
    under way the same is not begun again. `args` is what it needs, `done` of `parts` how far it is; `worker` does it. It ends with
    the `page` of its result, or with the sentence that says why there is none; a result that is a file waits under the name
    `stored`, to be saved as `file`. An administrator of the register may have no post.
    """

    work = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="jobs")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    args = models.JSONField()
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    parts = models.PositiveIntegerField(default=0)
    worker = models.CharField(max_length=64, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    is_cancelled = models.BooleanField(default=False)
    page = models.CharField(max_length=300, blank=True)
    stored = models.CharField(max_length=64, blank=True)
    file = models.CharField(max_length=255, blank=True)
    why = models.TextField(blank=True)
    why_en = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("key",), condition=Q(state__in=ACTIVE), name="a_job_is_under_way_once"),
        )
        indexes = (models.Index(fields=("worker", "state"), name="jobs_of_a_worker"),)

    def __str__(self) -> str:
        return self.title

    def shows_in(self, verb: str) -> Shows:
        """On no page with a version."""
        return NOWHERE

    @property
    def is_active(self) -> bool:
        """Whether it has not ended."""
        return self.state in ACTIVE

    @property
    def is_being_written(self) -> bool:
        """Whether all that takes long is done and its result is written, so that it cannot be given up any more."""
        return self.state == JobState.RUNNING and self.parts > 0 and self.done == self.parts
