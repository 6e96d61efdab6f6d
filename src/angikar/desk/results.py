"""Results: what a plan has earned, claimed and accepted, by area and indicator; every mark opens into its arithmetic."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar import formats
from angikar.desk.duty import arithmetic
from angikar.desk.front import number, officer, page, signed_in, today
from angikar.duties import queries
from angikar.duties.queries import YEAR_END
from angikar.history.refusal import NotYours
from angikar.offices.access import holders_of
from angikar.papers import access
from angikar.papers.models import Paper
from angikar.rules.kinds import attachment
from angikar.rules.kinds.progress_report import KIND, draw, write
from angikar.rules.letter import Signatory
from angikar.rules.plan import Plan
from angikar.rules.reading import Reading


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The scorecard of an issued plan today."""
    paper = access.paper(officer(request), pk)
    card = queries.scorecard(paper, today())
    if card is None:
        raise NotYours
    said = {
        (line.part, line.code): (arithmetic(line), arithmetic(line, accepted=True) if line.accepted else "")
        for line in card.lines
    }
    duties = {(row.line.part, row.line.code): row.cells for row in queries.grid(paper)}
    inside = queries.plans_inside(paper, today())
    return page(
        request,
        "results",
        {"inside": inside, "paper": paper, "card": card, "said": said, "duties": duties, "day": today()},
    )


@signed_in
@require_GET
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The progress report of a quarter (`?quarter=1` to 4) as the official PDF, which carries its own data."""
    paper = access.paper(officer(request), pk)
    quarter = number(request.GET, "quarter") or YEAR_END
    card, plan = queries.scorecard(paper, today(), through=quarter), paper.value()
    if card is None or not isinstance(plan, Plan) or quarter > YEAR_END:
        raise NotYours
    report = draw(plan, card, quarter, _signatories(paper))
    pdf = formats.write_pdf(write(report), attachment=attachment(Reading(KIND, None, report)))
    name = f"progress-{paper.pk}-q{quarter}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )


def _signatories(paper: Paper) -> list[Signatory]:
    """The focal post that prepares the report and the head who signs it, with those who hold them today."""
    posts = [post for post in paper.office.posts.order_by("is_head", "rank") if post.is_head or post.is_focal]
    holders = holders_of(posts, today())
    return [
        Signatory(name=holders[post.pk].name if post.pk in holders else None, post=post.title, office=paper.office.name)
        for post in posts
    ]
