"""PlanTally, LinkedLine, PlanScore, Turnout and Rank: the marks of issued plans in whole numbers, and CircularCount, updated with every report.

All rows can be computed again from lines and reports, and a recount does so. Marks, raw scores and totals are in
hundredths, weights in ten-thousandths.
"""

from __future__ import annotations

from django.db import models

from angikar.duties.models import Line
from angikar.offices.models import Office, Post
from angikar.papers.models import Paper


class PlanTally(models.Model):
    """The lines of an issued plan with the input of the marking function, and what each earns, in whole numbers: three blocks of
    `engine.numbers`, in the order of the numbers of its lines, counted from `first_line`.

    `rules.scoring` computes `law` once, at issue. Of the `figures`, `q1`-`q4` are those claimed by quarter, `a1`-`a4` those accepted; absent
    where no figure counts. They are ordinal days where `dates`, else units of 10 to the power of minus `places`. `excused` holds a bit for
    every quarter that does not apply (1, 2, 4, 8), `unlike` one for every quarter whose figure is not of the sort of the line: then the line
    has no marks and its quarters are absent. Of the `scores`, `marks` are absent also where the form gives none, and `place` is the criterion
    the claimed figure reached: 0 the best, -1 without a report. A line without a law is not there.
    """

    paper = models.OneToOneField(Paper, on_delete=models.CASCADE, primary_key=True, related_name="tally")
    first_line = models.ForeignKey(
        Line, on_delete=models.CASCADE, null=True, related_name="+", db_constraint=False, db_index=False
    )
    law = models.BinaryField()
    figures = models.BinaryField()
    scores = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.paper_id}: {len(self.law)}"


class LinkedLine(models.Model):
    """A line of a plan that takes the score of another plan, if the full marks of that plan are `full` (in hundredths; NULL where any will do)."""

    line = models.OneToOneField(Line, on_delete=models.CASCADE, primary_key=True, related_name="+")
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="linked_lines")
    inner = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="outer_lines")
    full = models.IntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.line_id}: {self.inner_id}"


class PlanScore(models.Model):
    """The total of one issued plan. `full` are its full marks, of which no figure can earn `unscored` yet; `claimed` and `accepted` are NULL where the form gives no
    marks. Of its `lines`, `reported` have a figure, `settled` of these have one that was accepted, `pending` wait in some
    quarter for the superior office, and `excused` do not apply. `superior` is the office that looks it over. `quarters` is the text
    of `quarters.kept`, what the turnouts say. A plan that was replaced keeps its score and is no longer `in_force`.
    """

    paper = models.OneToOneField(Paper, on_delete=models.CASCADE, primary_key=True, related_name="score")
    fiscal_year = models.CharField(max_length=7)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=40, blank=True)
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="plan_scores")
    office_path = models.CharField(max_length=60, db_index=True)
    superior = models.ForeignKey(Office, on_delete=models.CASCADE, null=True, related_name="+")
    in_force = models.BooleanField(default=True)
    claimed = models.IntegerField(null=True)
    accepted = models.IntegerField(null=True)
    full = models.IntegerField(default=0)
    unscored = models.IntegerField(default=0)
    lines = models.PositiveIntegerField(default=0)
    reported = models.PositiveIntegerField(default=0)
    settled = models.PositiveIntegerField(default=0)
    pending = models.PositiveIntegerField(default=0)
    excused = models.PositiveIntegerField(default=0)
    quarters = models.CharField(max_length=43, default=",,,")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (models.Index(fields=("fiscal_year", "kind", "office_path"), name="scores_of_a_year"),)

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.claimed} / {self.accepted} / {self.full}"


class Turnout(models.Model):
    """The reports of a plan in one quarter (1-4): of the figures `asked` by `due`, how many were `reported`; `late` counts those
    with any late report, `excused` those that do not apply. A figure that is neither reported nor excused is missing once
    `due` is over, and not due before.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="turnouts")
    quarter = models.PositiveSmallIntegerField()
    due = models.DateField(null=True)
    asked = models.PositiveIntegerField(default=0)
    reported = models.PositiveIntegerField(default=0, db_column="told")
    late = models.PositiveIntegerField(default=0)
    excused = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("paper", "quarter"), name="one_turnout_of_a_quarter"),)

    def __str__(self) -> str:
        return f"{self.paper_id} q{self.quarter}: {self.reported}/{self.asked}"


class Rank(models.Model):
    """The place of a plan among the plans of a scope on a day: `scope` names the plans that were ranked, `basis` says by which marks,
    `score` is in hundredths, `evaluated` is true for an accepted score and false for a claimed one. In the `mixed` days of long ago accepted scores
    were ranked with claimed ones.
    """

    class Basis(models.TextChoices):
        """By which marks the plans of a day were ranked."""

        CLAIMED = "claimed"
        ACCEPTED = "accepted"
        MIXED = "mixed"

    day = models.DateField()
    scope = models.CharField(max_length=120)
    basis = models.CharField(max_length=8, choices=Basis)
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="ranks")
    rank = models.PositiveIntegerField()
    tied = models.BooleanField()
    score = models.IntegerField()
    evaluated = models.BooleanField()

    class Meta:
        ordering = ("day", "scope", "rank")
        constraints = (models.UniqueConstraint(fields=("day", "scope", "basis", "paper"), name="ranked_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.day} {self.scope}: {self.rank}"


class CircularCount(models.Model):
    """What one post owes because of one circular, counted: `counts` is JSON, by the code of a directive the number of its duties in each
    stage, and under `owed` the last moments of those that are still owed, in order; whether these are late is decided by who looks.
    `days` are the days on which any of them is or was due, between commas. What was withdrawn is not counted.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="counts", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    counts = models.TextField()
    days = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("paper", "post"), name="counted_once"),)

    def __str__(self) -> str:
        return f"{self.paper} {self.post}: {self.counts}"
