"""Difference: a paper compared with the one it replaces or with what it was when it was last sent up, what changed row by row with its reason, and the word of the office above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from angikar.desk.base import attempt, either, number, officer, page, signed_in, today
from angikar.history.refusal import NotYours
from angikar.offices.access import mandate
from angikar.papers import access
from angikar.papers.amendments.actions import agree as agree_to
from angikar.papers.amendments.actions import give_reasons
from angikar.papers.amendments.queries import amendment_of, is_agreed, needs_word
from angikar.papers.comments.access import reads_comments
from angikar.papers.comments.queries import threads_of
from angikar.papers.models import Paper, Round, State
from angikar.papers.naming import label
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.difference import Difference, difference, row_at_path
from angikar.rules.difference import said as value_text
from angikar.rules.kinds import kind_named

_FIGURES = frozenset({"weight", "target", "criteria", "baselines", "projections", "quarter_targets", "quarter_actuals"})


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One row that something happened to: its name in the difference, what the reader calls it, and its changes."""

    name: str
    called: str
    changes: tuple[Difference, ...]
    reason: str = ""
    said: tuple[tuple[str, str], ...] = ()
    """What was said beside it since: who said it, and the words."""

    def field(self, change: Difference) -> str:
        """What the reader calls the field of a change; empty where the whole row came, went or moved."""
        return label(change.field) if change.field else ""

    def is_figure(self, change: Difference) -> bool:
        """Whether a change is one of figures."""
        return change.field.partition(".")[0] in _FIGURES


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What a paper changes of the one it replaces, or of another of its kind (`?with=`); a POST saves the reasons."""
    if request.method == "POST":
        paper = access.paper(officer(request), pk, to="amend")
        names, version = request.POST.getlist("row"), number(request.POST, "version")
        reasons = dict(zip(names, request.POST.getlist("reason"), strict=False))
        attempt(request, lambda: give_reasons(paper, reasons, by=officer(request), version=version), _("কারণ রাখা হয়েছে।"))
        return redirect("desk:difference", pk)
    paper = access.paper(officer(request), pk)
    if "round" in request.GET:
        return _since_round(request, paper, number(request.GET, "round"))
    other = _other(request, paper)
    amendment = amendment_of(paper) if other.pk == paper.supersedes_id else None
    rows = rows_of(difference(other.value(), paper.value()), (amendment.reasons if amendment else {}))
    rights, open_ = (
        access.rights(mandate(officer(request)), paper),
        paper.state in (State.DRAFT, State.REVIEW, State.SIGNED),
    )
    agreed = amendment is not None and is_agreed(paper, amendment)
    reasoned = all(row.reason for row in rows)
    context = {
        "paper": paper,
        "other": other,
        "rows": rows,
        "amendment": amendment,
        "agreed": agreed,
        "needs_word": amendment is not None and needs_word(paper),
        "may_reason": amendment is not None and "amend" in rights and open_,
        "may_agree": amendment is not None and "review" in rights and open_ and reasoned and not agreed and bool(rows),
        "reasoned": reasoned,
        "after": after,
        "since": None,
    }
    return page(request, "papers/difference", context)


def _since_round(request: HttpRequest, paper: Paper, which: int) -> HttpResponse:
    """What has changed since a round, row by row, with what was said beside each row."""
    if not reads_comments(mandate(officer(request)), paper):
        raise NotYours
    found = Round.objects.filter(paper=paper, number=which).first()
    if found is None:
        raise NotYours
    was, now = kind_named(paper.kind).content.model_validate(found.content), paper.value()
    said: dict[str, list[tuple[str, str]]] = {}
    for thread in threads_of(paper):
        first = thread.comment
        row = row_at_path(now, first.path) if first.path and not first.gone else ""
        for each in (first, *thread.answers):
            words = " · ".join(filter(None, (each.words, value_text(each.suggestion))))
            said.setdefault(row, []).append((f"{each.by.name}, {each.post.title}", words))
    rows = [replace(row, said=tuple(said.get(row.name, ()))) for row in rows_of(difference(was, now), {})]
    blank = dict.fromkeys(("amendment", "agreed", "needs_word", "may_reason", "may_agree", "reasoned"))
    return page(
        request,
        "papers/difference",
        {**blank, "paper": paper, "other": paper, "since": found, "rows": rows, "after": after},
    )


@signed_in
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """The office above agrees to an amendment as it reads now."""
    paper, by, words = access.paper(officer(request), pk, to="review"), officer(request), request.POST.get("words", "")
    version = number(request.POST, "version")
    attempt(
        request,
        lambda: agree_to(paper, by=by, today=today(), version=version, words=words),
        _("সংশোধনে সম্মতি লেখা হয়েছে।"),
    )
    return redirect("desk:difference", pk)


def rows_of(found: Sequence[Difference], reasons: dict[str, str]) -> list[ChangedRow]:
    """The changes by row, those of the paper itself first, then in the order of the sheet."""
    by_row: dict[str, list[Difference]] = {"": [each for each in found if not each.row]}
    for each in found:
        if each.row:
            by_row.setdefault(each.row, []).append(each)
    return [
        ChangedRow(name, called(name), tuple(changes), reasons.get(name, ""))
        for name, changes in by_row.items()
        if changes
    ]


def called(row: str) -> str:
    """What the reader calls a row: `ক্ষেত্র ১ › সূচক ১.১.১`; the paper's own fields are the paper."""
    if not row:
        return _("নথিটি নিজে")
    words = []
    for step in row.split(" / "):
        kind, _dot, name = step.partition(".")
        part, _colon, code = name.rpartition(":")
        shown = either(to_bangla(code or name), code or name)
        words.append(f"{label(kind)} {shown}" + (f" ({label(part)})" if part == "governance" else ""))
    return " › ".join(words)


def after(row: str) -> str:
    """The place of a row: after another, or first."""
    return _("%(row)s-এর পরে") % {"row": called(row)} if row else _("সবার আগে")


def _other(request: HttpRequest, paper: Paper) -> Paper:
    """The paper to compare with: the one that is asked for, if it may be read and is of the same kind, else the one that
    is replaced.
    """
    asked = number(request.GET, "with") or paper.supersedes_id
    other = access.paper(officer(request), asked) if asked else None
    if other is None or other.kind != paper.kind:
        raise NotYours
    return other
