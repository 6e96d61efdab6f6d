"""Issuing, looked at before it is done: which duties will rest on which posts, and whom the paper names but nobody is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from angikar.desk.fields import Field, fields_at
from angikar.desk.front import attempt, number, officer, page, sentence, signed_in, today
from angikar.desk.review import told
from angikar.desk.sheet import in_order
from angikar.duties.foresight import Foreseen, asks_of, checked_anew, foresee
from angikar.duties.issue import issue
from angikar.history.refusal import Refused
from angikar.offices.access import holders_of
from angikar.offices.addressing import Register
from angikar.offices.models import Post
from angikar.papers import access
from angikar.papers.actions import amend
from angikar.papers.doubts import still_open
from angikar.papers.models import FROZEN, Paper
from angikar.rules.kinds import kind_named

_DAYS = ("anchor", "formation")


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be laid today; a POST lays it."""
    paper = access.paper(officer(request), pk, to="issue")
    if request.method == "POST":
        paper.version = number(request.POST, "version")
        done = attempt(request, lambda: issue(paper, by=officer(request), day=today()), _("কাগজটি জারি হয়েছে।"))
        return redirect("desk:paper" if done else "desk:issue", pk)
    if paper.state in FROZEN:
        return redirect("desk:paper", pk)
    errors = in_order(still_open(checked_anew(paper), "error"))
    laid, refused = ([], None) if errors else _laid(paper)
    by_post = _by_post(laid)
    return page(
        request,
        "issue",
        {
            "paper": paper,
            "day": today(),
            "errors": [told(paper, each) for each in errors],
            "refused": sentence(refused) if refused else "",
            "by_post": by_post,
            "holders": holders_of(by_post, today()),
            "total": sum(len(each.posts) for each in laid),
            "unmatched": list(dict.fromkeys(each.unmatched for each in laid if each.unmatched)),
            "days": _days(paper),
        },
    )


@signed_in
@require_POST
def days(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the days a schedule counts from into the paper, before its duties are laid."""
    paper = access.paper(officer(request), pk, to="amend")
    version = number(request.POST, "version")

    def action() -> None:
        fresh, seen = paper, version
        for each in _days(paper):
            typed = request.POST.get(each.path, "").strip()
            if typed != each.text:
                fresh = amend(fresh, each.path, typed, version=seen, by=officer(request))
                seen = fresh.version

    attempt(request, action, _("দিনটি কাগজে লেখা হয়েছে; নিচের তালিকা সে অনুযায়ী।"))
    return redirect("desk:issue", pk)


def _days(paper: Paper) -> list[Field]:
    """The day everything leads to and the day bodies are formed, for the papers that count from such days."""
    model = kind_named(paper.kind).content
    return [field for name in _DAYS if name in paper.content for field in fields_at(model, paper.content, name)]


def _laid(paper: Paper) -> tuple[list[Foreseen], Refused | None]:
    try:
        return foresee(paper, asks_of(paper, today()), Register(paper.office)), None
    except Refused as refused:
        return [], refused


def _by_post(laid: list[Foreseen]) -> dict[Post, list[Foreseen]]:
    found: dict[Post, list[Foreseen]] = {}
    for each in laid:
        for post in each.posts:
            found.setdefault(post, []).append(each)
    return dict(sorted(found.items(), key=lambda item: (item[0].office.path, item[0].rank, item[0].pk)))
