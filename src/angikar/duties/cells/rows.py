"""The rows of whole plans: lines, what is asked of them, what was answered; each in one query that is made once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Count, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from angikar.duties.models import Duty, Evidence, Line, Report
from angikar.offices.models import Post
from angikar.offices.prepared import NUMBERS, Prepared, PreparedLists

_COUNTED = ("paper_id", "line_id", "quarter", "state", "due")
"""What is read of a duty that counts."""
_LEFT_OUT = ("lines", "text", "key", "named", "due_on_issue", "asked")
"""What a grid does not need of every duty."""
_SHOWN = (
    *(field.attname for field in Report._meta.concrete_fields),
    *(f"{who}__{name}" for who in ("by", "reviewer") for name in ("name", "name_en")),
)
"""What is read of a report: all, and of its persons their names."""


def reports() -> QuerySet[Report]:
    """Reports with the names of their persons and how many `files` prove each, in the order they were made."""
    files = Evidence.objects.filter(report=OuterRef("pk")).order_by().values("report").annotate(count=Count("pk"))
    found = Report.objects.select_related("by", "reviewer").only(*_SHOWN).order_by("pk")
    return found.annotate(files=Coalesce(files.values("count"), 0))


def _figures(papers: Collection[int]) -> QuerySet[Duty]:
    return Duty.objects.filter(paper__in=papers, line__isnull=False)


lines = PreparedLists(lambda papers: Line.objects.filter(paper__in=papers), 1)
asked = PreparedLists(lambda papers: _figures(papers).defer(*_LEFT_OUT), 1)
_named_lines = PreparedLists(lambda papers: Line.objects.filter(paper__in=papers).defer("target", "criteria"), 1)
_asks: PreparedLists[Duty] = PreparedLists(
    lambda duties: Duty.objects.filter(pk__in=duties).order_by().values_list("pk", "asked"), 1
)
_counting = PreparedLists(lambda papers: _figures(papers).only(*_COUNTED), 1)
answers = PreparedLists(lambda papers: reports().filter(duty__paper__in=papers, duty__line__isnull=False), 1)
posts = PreparedLists(lambda posts: Post.objects.filter(pk__in=posts).select_related("office"), 1)
"""The lines of papers, by their numbers; the figures that are asked of them, without what exactly is asked (`read_asks`); the reports that answer these; and
posts with their offices.
"""


_AT_ONCE = 128
"""Up to so many duties the query of their answers is made once; for more it matters little."""
_answers_to = PreparedLists(lambda duties: reports().filter(duty__in=duties), 1)


def answers_to(duties: Collection[int]) -> Iterable[Report]:
    """The reports that answer these duties, by their numbers."""
    return _answers_to(duties) if len(duties) <= _AT_ONCE else reports().filter(duty__in=duties)


def _in_order(found: QuerySet[Duty]) -> QuerySet[Duty]:
    return found.order_by("due", "quarter", "pk")


of_line = Prepared(lambda paper, line: _in_order(Duty.objects.filter(paper=paper, line=line)), *NUMBERS[:2])
of_text = Prepared(
    lambda paper, post, text: _in_order(Duty.objects.filter(paper=paper, post=post, text=text)),
    *NUMBERS[:2],
    "what is asked",
)
"""What is asked of one line, and what a paper asks of one post in the same words, in order of day."""


def read_asks(duties: Iterable[Duty]) -> None:
    """Read at once what exactly these duties ask: of a grid that is only the quarter which is shown."""
    by_number = {duty.pk: duty for duty in duties}
    for pk, ask in _asks.rows(by_number):
        by_number[pk].asked = ask


def counted(papers: Collection[int]) -> list[Duty]:
    """The figures that plans ask for, with no more than a score needs; each line is read once, without its targets and criteria."""
    by_number = {line.pk: line for line in _named_lines(papers)}
    found, keep = _counting(papers), Duty._meta.get_field("line").set_cached_value
    for duty in found:
        keep(duty, by_number[duty.line_id or 0])  # what assigning it does, without asking of each whether it is a line
    return found
