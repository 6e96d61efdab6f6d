"""Series, Meeting, Item, Attendance and Resolution: a meeting from its notice to its minutes. Idea: what an office proposed.
What stays of a meeting, `Decision` and `Share`, is in `register/models.py`.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from angikar.history.replay.remembered import Remembered
from angikar.offices.models import Body, LastingQuerySet, Member, Office, Officer, Post
from angikar.papers.models import Paper


class Series(models.Model):
    """The meetings a body holds by rule. `rule` is a schedule's rule as JSON (monthly by the 10th, quarterly …);
    `minutes_within` how many days after a meeting its minutes are due, `notice_days` how many before it its notice goes out;
    `standing` the items of every agenda.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="series")
    title = models.CharField(max_length=300)
    rule = models.JSONField()
    minutes_within = models.PositiveSmallIntegerField(default=7)
    notice_days = models.PositiveSmallIntegerField(default=3)
    time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    standing = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = LastingQuerySet["Series"].as_manager()

    remembered = Remembered(
        ("body_id", "title", "rule", "minutes_within", "notice_days", "time", "place", "standing", "since", "until")
    )

    class Meta:
        ordering = ("body_id", "pk")
        constraints = (
            models.UniqueConstraint(fields=("body", "title"), condition=Q(until=None), name="one_series_of_a_title"),
        )

    def __str__(self) -> str:
        return f"{self.body}: {self.title}"


class MeetingState(models.TextChoices):
    """How far a meeting has come."""

    PLANNED = "planned", "পরিকল্পিত"
    CALLED = "called", "নোটিশ জারি"
    HELD = "held", "চলছে"
    CLOSED = "closed", "সমাপ্ত"
    MINUTED = "minuted", "কার্যবিবরণী জারি"
    CONFIRMED = "confirmed", "দৃঢ়ীকৃত"
    CANCELLED = "cancelled", "বাতিল"


class Meeting(models.Model):
    """One meeting of a body. `due` is the last day its series allows; `notice` and `minutes` are its papers, `confirmed_in`
    the later meeting that confirmed its minutes, `words` why it was moved, cancelled or stands outside its period. `version`
    counts every change of its frame.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings")
    office_path = models.CharField(max_length=60, db_index=True, editable=False)
    title = models.CharField(max_length=300)
    due = models.DateField(null=True, blank=True)
    date = models.DateField(null=True, blank=True)
    time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    chair = models.CharField(max_length=300, blank=True)
    words = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED)
    notice = models.OneToOneField(Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="called_meeting")
    minutes = models.OneToOneField(Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="meeting")
    confirmed_in = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="confirms")
    version = models.PositiveIntegerField(default=1)

    remembered = Remembered(
        ("body_id", "series_id", "title", "time", "place", "chair", "words"),
        {"attendance": ("member_id", "instead_of_id", "post_id", "name", "title", "signed_at", "order")},
        always=False,
    )

    class Meta:
        ordering = ("-date", "-due", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("series", "due"), condition=~Q(state="cancelled"), name="one_meeting_of_a_day"
            ),
        )
        indexes = (models.Index(fields=("body", "date"), name="meetings_of_a_body"),)

    def __str__(self) -> str:
        return f"{self.body}: {self.title}"


class ItemKind(models.TextChoices):
    """Where an item of the agenda comes from, in the order in which they stand on it."""

    CONFIRMATION = "confirmation", "গত সভার কার্যবিবরণী দৃঢ়ীকরণ"
    OPEN = "open", "অবাস্তবায়িত সিদ্ধান্ত"
    STANDING = "standing", "নিয়মিত আলোচ্য"
    PROPOSED = "proposed", "প্রস্তাবিত"
    IDEA = "idea", "উদ্ভাবনী উদ্যোগ"
    MISC = "misc", "বিবিধ"


class Item(models.Model):
    """One item of an agenda, and what was said about it. `key` names what it was made from (`decision:12`), so that an agenda
    made again finds it by it; `decision` is the open one it takes up, `words` why it was dropped. `version` counts the changes
    of its discussion; `token` names what a page sent, so that the same page sent twice writes once.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=12, choices=ItemKind.choices, default=ItemKind.STANDING)
    order = models.PositiveSmallIntegerField()
    title = models.TextField()
    discussion = models.TextField(blank=True)
    proposed_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    key = models.CharField(max_length=340, blank=True)
    decision = models.ForeignKey("Decision", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    idea = models.ForeignKey("Idea", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    dropped = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    token = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)

    remembered = Remembered(
        (
            "meeting_id",
            "kind",
            "title",
            "discussion",
            "proposed_by_id",
            "key",
            "decision_id",
            "idea_id",
            "dropped",
            "words",
        ),
        always=False,
    )

    class Meta:
        ordering = ("meeting_id", "order", "pk")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "token"), condition=~Q(token=""), name="raised_once"),
            models.UniqueConstraint(fields=("meeting", "key"), condition=~Q(key=""), name="on_an_agenda_once"),
        )

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """Who came, in the order of signing: a member, a substitute `instead_of` one, or a guest by name; `token` as of an item."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    instead_of = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=300, blank=True)
    mobile = models.CharField(max_length=20, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    order = models.PositiveSmallIntegerField()
    token = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("meeting_id", "order", "pk")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "member"), name="a_member_comes_once"),
            models.UniqueConstraint(fields=("meeting", "post"), name="a_post_comes_once"),
            models.UniqueConstraint(fields=("meeting", "token"), condition=~Q(token=""), name="signed_once"),
        )

    def __str__(self) -> str:
        return self.name


class Resolution(models.Model):
    """A decision as it is typed while the meeting runs; it becomes a `Decision` when the minutes are issued.
    `implementers` are texts as papers write them, `when` the words of the due day ("এ মাসের মধ্যে"), `continues` the
    decision it takes up again. `token` names what a page sent, so that the same page sent twice writes once.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="resolutions")
    order = models.PositiveSmallIntegerField()
    text = models.TextField()
    implementers = models.JSONField(default=list)
    when = models.CharField(max_length=300, blank=True)
    continues = models.ForeignKey("Decision", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    dropped = models.BooleanField(default=False)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)

    remembered = Remembered(("item_id", "order", "text", "implementers", "when", "continues_id", "dropped", "by_id"))

    class Meta:
        ordering = ("item_id", "order", "pk")
        constraints = (models.UniqueConstraint(fields=("item", "token"), condition=~Q(token=""), name="written_once"),)

    def __str__(self) -> str:
        return self.text


class IdeaState(models.TextChoices):
    """How far an idea has come."""

    SUBMITTED = "submitted", "জমা"
    REVIEW = "review", "যাচাই"
    PILOT = "pilot", "পাইলট"
    REPLICATED = "replicated", "সম্প্রসারণ"
    DROPPED = "dropped", "বাদ"


class Idea(models.Model):
    """An idea of an office (one office, one idea); it stays with the office when its author is transferred. `folded` is its
    text as it is searched.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="ideas")
    office_path = models.CharField(max_length=60, db_index=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="ideas")
    title = models.CharField(max_length=300)
    text = models.TextField()
    folded = models.TextField(default="")
    fiscal_year = models.CharField(max_length=7)
    author = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=IdeaState.choices, default=IdeaState.SUBMITTED)
    words = models.TextField(blank=True)
    since = models.DateField()
    version = models.PositiveIntegerField(default=1)

    remembered = Remembered(
        ("office_id", "body_id", "title", "text", "fiscal_year", "author_id", "post_id", "state", "words", "since")
    )

    class Meta:
        ordering = ("-since", "-pk")
        indexes = (models.Index(fields=("fiscal_year", "state"), name="ideas_of_a_year"),)

    def __str__(self) -> str:
        return self.title
