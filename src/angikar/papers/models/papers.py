"""A paper as one value, stored whole, with its state and its addressees; files and steps by which a letter is numbered and goes up to its signatory."""

from __future__ import annotations

from typing import Any, Literal

from django.db import models

from angikar.history.chain import digests
from angikar.history.replay.remembered import Remembered
from angikar.history.triggers import Guard, guard
from angikar.history.versions import Shows
from angikar.offices.folded import FoldedField
from angikar.offices.models import Office, Officer, Post
from angikar.papers.models.comments import BESIDE
from angikar.papers.models.doubts_field import DoubtsField
from angikar.papers.models.signatures import SIGNED
from angikar.rules.content import Content


class State(models.TextChoices):
    """The states of a paper."""

    INTAKE = "intake", "আনা হয়েছে"
    DRAFT = "draft", "খসড়া"
    REVIEW = "review", "মতামতের জন্য"
    SIGNED = "signed", "স্বাক্ষরিত"
    ISSUED = "issued", "জারি"
    SUPERSEDED = "superseded", "প্রতিস্থাপিত"
    DISCARDED = "discarded", "বাতিল খসড়া"


FROZEN = (State.ISSUED, State.SUPERSEDED)
"""In these states a paper's content never changes again."""

SHOWN = (State.REVIEW, State.SIGNED, *FROZEN)
"""In these states those outside the office may see it, if they may see it at all."""


class File(models.Model):
    """Bytes that came in, stored once under their SHA-256 in the folder of files."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    mime = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Dossier(models.Model):
    """A file (নথি) of an office: its letters bear its number, in Latin digits, and behind it the dispatch number."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="dossiers")
    number = models.CharField(max_length=40)
    subject = models.CharField(max_length=300)
    opened = models.DateField()

    remembered = Remembered(("office_id", "number", "subject", "opened"))

    class Meta:
        ordering = ("number", "pk")
        constraints = (models.UniqueConstraint(fields=("office", "number"), name="one_dossier_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.number}: {self.subject}"


_AMENDED = ("began", "due", "late", "reasons", "agreed_by_id", "agreed_as_id", "agreed_on", "agreed_version", "words")

_LISTED = (
    "-changed_at",
    "-id",
    "kind",
    "fiscal_year",
    "state",
    "office",
    "office_path",
    "counterpart",
    "folded",
)
"""By these columns papers are listed, filtered and found: an index of them is walked, and no paper is opened but those of the page."""

_OF_ITS_PAGES = frozenset(
    {"paper.amend", "paper.amend_several", "paper.arrange", "paper.settle", "paper.settle_several", "paper.see"}
)


class Paper(models.Model):
    """A paper of one office. `content` is the JSON of its kind's content value; `doubts` are the open and the
    settled ones (`papers.doubts`). `version` counts every change; `hash` is taken when it is issued and covers
    kind, framework and content. `holder` is the post that has a draft in hand (its `Step` rows record the way); where there is
    none, the lead post of the office has it. A paper with a `dossier` gets its memo number and its dates when it is issued;
    `sent_under` is that number as it is compared, which a letter of the office holds until the one that replaces it takes it.
    `plan_of` is kind, subject and year of a plan in force, held likewise. One that `is_template` is never issued: drafts are made from it
    (`Assignment`). `part` says which of the papers in its `source` it is, from 1: 0 where the file is one paper, nothing where it was read together with another of them and is only kept. `folded` is title, year and memo number as they are searched. `closed_on` is the day
    the last addressee for action acknowledged it. `entered_on` is the day a paper of the past was entered under its own day; what was over long before then is history.
    """

    kind = models.CharField(max_length=40)
    framework = models.CharField(max_length=60, null=True, blank=True)
    title = models.CharField(max_length=500, blank=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="papers")
    office_path = models.CharField(max_length=60, db_index=True, editable=False)
    counterpart = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    fiscal_year = models.CharField(max_length=7, blank=True)
    content = models.JSONField()
    doubts = DoubtsField(default=list)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    hash = models.CharField(max_length=64, blank=True)
    issued_at = models.DateField(null=True, blank=True)
    memo_number = models.CharField(max_length=60, blank=True)
    sent_under = models.CharField(max_length=110, null=True, editable=False)
    plan_of = models.CharField(max_length=110, null=True, editable=False)
    closed_on = models.DateField(null=True, blank=True)
    entered_on = models.DateField(null=True, blank=True)
    source = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    part = models.PositiveSmallIntegerField(default=0, null=True)
    created_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    supersedes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors")
    holder = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="drafts_in_hand")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    is_template = models.BooleanField(default=False)
    folded = FoldedField("fiscal_year", "memo_number", "title", most=400)

    remembered = Remembered(
        ("kind", "framework", "content", "source_id", "created_by_id", "supersedes_id"),
        {
            "links": ("line", "to_id"),
            "amendment": _AMENDED,
            "assignment": ("template_id", "version", "rows", "offered", "offered_version"),
            "steps": ("source_id", "to_id", "by_id", "at", "down", "words"),
            "enclosed": ("file__sha256", "name"),
            "dispatch": ("office_id", "year", "number", "day"),
            "addressees": ("post_id", "role", "text", "gone"),
            "signatures": SIGNED,
            "unsigned": ("reason", "by_id", "post_id", "on"),
            **BESIDE,
        },
        often=frozenset({"paper.amend", "paper.see"}),
    )

    class Meta:
        ordering = ("-changed_at",)
        indexes = (
            models.Index(fields=("fiscal_year", "kind", "office_path"), name="papers_of_a_year"),
            models.Index(fields=("office", "state"), name="papers_of_an_office"),
            models.Index(fields=_LISTED, name="papers_newest_first"),
            models.Index(fields=("state", "changed_at"), name="papers_by_state"),
        )
        constraints = (
            models.UniqueConstraint(fields=("office", "sent_under"), name="one_letter_of_a_number"),
            models.UniqueConstraint(fields=("office", "plan_of"), name="one_plan_of_a_year"),
            models.UniqueConstraint(fields=("supersedes",), name="replaced_once"),
        )

    def __str__(self) -> str:
        return self.title or self.kind

    def value(self) -> Content:
        """The content as the frozen, typed value of its kind."""
        from angikar.rules.kinds import kind_named  # heavy, and no table needs it

        return kind_named(self.kind).content.model_validate(self.content)

    def fingerprint(self) -> str:
        """SHA-256 over kind, framework and content, however the database ordered the keys."""
        return digests.digest({"kind": self.kind, "framework": self.framework, "content": self.content})

    def shows_in(self, verb: str) -> Shows | None:
        """Where an entry about the paper shows: what happens often to a draft or when it is read, on its own pages; all else everywhere."""
        return Shows(self.pk) if verb in _OF_ITS_PAGES else None

    def shows_to_offices(self) -> Shows:
        """Where an entry about what belongs to the paper shows: on its pages, and in the lists of its office and of that which looks it over."""
        return Shows(self.pk, self.office_id, self.counterpart_id or self.office.parent_id or self.office_id)

    @property
    def is_frozen(self) -> bool:
        """Whether the content may never change again."""
        return self.state in FROZEN

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it; the path of its office is carried along for the range queries."""
        self.office_path = self.office.path
        super().save(*args, **kwargs)


class Addressee(models.Model):
    """A post an issued paper goes to: for action (কার্যার্থে) or as a copy (অনুলিপি); `text` is how the paper
    names it. From the day `gone` on the words no longer mean this post. `seen_at` is when a holder of the post first opened
    the paper: seen is not acknowledged.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="addressees")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=(("action", "কার্যার্থে"), ("copy", "অনুলিপি")))
    text = models.CharField(max_length=500, blank=True)
    gone = models.DateField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("paper", "post", "role"), name="addressed_once"),)

    def __str__(self) -> str:
        return f"{self.post.title} ({self.role})"


class Link(models.Model):
    """A line of one paper that stands for a whole other paper: the plans inside an agreement. `line` is `part:code`."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="links")
    line = models.CharField(max_length=60)
    to = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="linked_from")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("paper", "line"), name="one_plan_in_a_line"),)

    def __str__(self) -> str:
        return f"{self.line} → {self.to}"


class Amendment(models.Model):
    """Why a paper is to take the place of one in force: a reason for every row that changes, by the row's name
    (`rules.difference`), and the word of the office that must agree to it. `due` is the framework's last day for
    such a proposal; `late` is remembered.
    """

    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="amendment")
    began = models.DateField()
    due = models.DateField(null=True)
    late = models.BooleanField(default=False)
    reasons = models.JSONField(default=dict)
    agreed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    agreed_as = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    agreed_on = models.DateField(null=True)
    agreed_version = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.began}"


class Step(models.Model):
    """One step of a draft on its way to who signs it: from post to post (`source` is empty for the first), with a note."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="steps")
    source = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    to = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    down = models.BooleanField(default=False)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ("paper_id", "pk")

    def __str__(self) -> str:
        return f"{self.paper_id} → {self.to}"


class Dispatch(models.Model):
    """The dispatch register of an office: one number after the other in a calendar year, without a gap, each one paper's."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="dispatched")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="dispatch")
    day = models.DateField()

    class Meta:
        ordering = ("-year", "-number")
        constraints = (models.UniqueConstraint(fields=("office", "year", "number"), name="dispatched_once"),)

    def __str__(self) -> str:
        return f"{self.year}/{self.number}"


Right = Literal["read", "amend", "review", "issue"]

_ISSUED = "OLD.state IN ('issued', 'superseded')"
guard(
    Guard(
        "papers_paper",
        "UPDATE",
        _ISSUED,
        ("kind", "framework", "office_id", "content", "hash", "issued_at", "memo_number"),
    ),
    Guard("papers_paper", "DELETE", _ISSUED),
    Guard("papers_dispatch", "UPDATE"),
    Guard("papers_dispatch", "DELETE"),
    Guard("papers_step", "UPDATE"),
    Guard("papers_step", "DELETE"),
)
