"""Comment, AskedPost and Round: what is said beside the places of a draft, who is asked for it, and how often the draft went up and came back."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from angikar.history.triggers import Guard, guard
from angikar.offices.models import Body, Office, Officer, Post

COMMENTED = (
    "thread_id",
    "place",
    "words",
    "suggestion",
    "by_id",
    "post_id",
    "at",
    "from_above",
    "mentions_id",
    "accepted_by_id",
    "accepted_at",
    "settled_by_id",
    "settled_at",
)
"""What entries about a paper remember of each comment: all but where its row is now, for rows move."""

ROUND = (
    "number",
    "version",
    "digest",
    "sent_by_id",
    "sent_at",
    "words",
    "ended_by_id",
    "ended_as_id",
    "ended_at",
    "answer",
)
"""What they remember of each round; of its content the digest."""

BESIDE = {"comments": COMMENTED, "asked_posts": ("post_id", "body_id", "by_id", "at"), "rounds": ROUND}
"""What entries about a paper remember of what is said beside it."""


class Comment(models.Model):
    """What somebody says about a place of a draft: it begins a thread, or answers in one. `path` is where the row of a thread is now,
    empty for the whole paper; `place` is what it was called when the thread began, in Bangla and English, and `was` the value that it had;
    a thread whose row was removed is `gone` and remains. `suggestion` is another value for the place. `from_above` says that it is the
    comment of who was asked, not of the paper's office. Of the comment that begins a thread `settled_at` says that nothing more is wanted.
    """

    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="comments")
    thread = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="answers")
    path = models.CharField(max_length=200, blank=True)
    place = models.JSONField(default=list)
    was = models.JSONField(null=True)
    gone = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    suggestion = models.JSONField(null=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    version = models.PositiveIntegerField()
    from_above = models.BooleanField(default=False)
    mentions = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("paper_id", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(words="") | Q(suggestion__isnull=False), name="a_comment_says_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} {self.path}: {self.words}"


class AskedPost(models.Model):
    """A post that is asked to comment on a draft besides those of the office that looks it over: of another office, or because it sits in
    a `body` that was asked. Its office reads the paper as long as comments are wanted.
    """

    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="asked_posts")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("paper_id", "pk")
        constraints = (models.UniqueConstraint(fields=("paper", "post"), name="a_post_is_asked_once"),)

    def __str__(self) -> str:
        return f"{self.paper_id} → {self.post_id}"


class Round(models.Model):
    """One round of a draft: it went up to an `office` with this `content`; it was sent back with an `answer`, taken back, or signed,
    by an officer and `ended_as` the post that he held.
    """

    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="rounds")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    sent_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    words = models.TextField(blank=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_as = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ("paper_id", "number")
        constraints = (models.UniqueConstraint(fields=("paper", "number"), name="one_round_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.number}"


guard(
    Guard("papers_comment", "DELETE"),
    Guard(
        "papers_comment", "UPDATE", columns=("paper_id", "thread_id", "words", "suggestion", "by_id", "post_id", "at")
    ),
    Guard("papers_round", "DELETE"),
    Guard("papers_round", "UPDATE", columns=("paper_id", "number", "version", "content", "digest", "sent_at")),
)
