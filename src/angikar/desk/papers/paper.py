"""A paper: the sheet as it will look in print and is amended, and its margin with doubts, history and the way to issue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe
from markupsafe import Markup

from angikar.desk.base import officer, page, signed_in, today
from angikar.desk.letters.letter import margin_of
from angikar.desk.letters.meaning import meanings
from angikar.desk.papers.comments import comments_at, comments_of, soft_at
from angikar.desk.papers.drawn import drawn
from angikar.desk.papers.renewed import RenewedNotes
from angikar.desk.papers.review import note_of
from angikar.desk.papers.sheet import Spot, in_order, sheet_of
from angikar.desk.parts_kept import KeptParts, drawn_by
from angikar.desk.plans.rows import adding
from angikar.desk.plans.steps import left_step
from angikar.desk.versioned import made_of, versioned
from angikar.duties.cycle.queries import year_of
from angikar.duties.preview import checked_again
from angikar.history.models import Entry
from angikar.offices.access import Mandate, holders_of, mandate
from angikar.offices.models import Officer, Post
from angikar.papers import access
from angikar.papers.doubts import still_open
from angikar.papers.links.queries import Inner, inside, plans_within
from angikar.papers.models import FROZEN, Paper, State
from angikar.papers.queries import commenting_posts, done_to, successor_of
from angikar.papers.receipts.actions import see
from angikar.papers.settling.causes import shared
from angikar.papers.signatures.access import takes_signatures
from angikar.papers.signatures.queries import signatures, unsigned, wants_signatures
from angikar.rules.kinds import kind_named
from angikar.rules.schedule.cycle import CycleStep

STAIR = (State.DRAFT, State.REVIEW, State.SIGNED, State.ISSUED)


@signed_in
@versioned
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet and its margin; a browser that has this version of it already gets 304."""
    held = mandate(officer(request))
    paper = access.paper(officer(request), pk)
    if paper.state == State.INTAKE and request.GET.get("sheet") is None:
        return redirect("desk:review", pk)
    see(paper, held, by=officer(request), at=timezone.now())
    within = plans_within(paper) if paper.is_frozen and paper.content.get("areas") else {}
    if paper.is_frozen and paper.state != State.SUPERSEDED:
        made_of(request, papers={paper.pk, *within})
    known = _known(request, paper, within) if paper.is_frozen and paper.state != State.SUPERSEDED else None
    shown = _shown(request, paper, held, within.get(paper.pk), known)
    step = "" if paper.is_frozen else left_step(request, paper)
    return page(request, "papers/paper", {**shown, "steps": () if known else _steps(paper), "step": step})


class _Successor(NamedTuple):
    pk: int


class _Beside(NamedTuple):
    """What everybody reads alike beside a frozen paper: who signed it, its calendar with its history, and the paper that is to take its place."""

    signed: Markup
    foot: Markup
    successor: _Successor | None


_KNOWN: Final = KeptParts[_Beside](128)
"""One has some 5 kB."""


def _known(request: HttpRequest, paper: Paper, within: Collection[int]) -> _Beside:
    """The same for one state of the paper, made once."""

    def make() -> _Beside:
        done = {"steps": _steps(paper), "entries": done_to(paper), "in_words": change_in_words}
        successor = successor_of(paper)
        return _Beside(
            drawn_by("papers/margin_signed", {"paper": paper, **_signed(paper)}, request),
            drawn_by(
                "papers/margin_foot",
                {"paper": paper, "doubts": still_open(paper.doubts), "day": today(), **done},
                request,
            ),
            _Successor(successor.pk) if successor else None,
        )

    return _KNOWN.of_papers(request, paper.hash, {paper.pk, *within}, make)


def _signed(paper: Paper) -> dict[str, Any]:
    found = signatures(paper)
    return {
        "signatures": found,
        "takes_signatures": takes_signatures(paper),
        "wants_signatures": wants_signatures(paper, found),
        "unsigned": unsigned(paper) if paper.is_frozen else None,
    }


def _shown(
    request: HttpRequest, paper: Paper, held: Mandate, within: Sequence[Inner] | None, known: _Beside | None
) -> dict[str, Any]:
    """What the page needs; the sheet of a frozen paper is drawn already, unless posts stand beside its words, and so is what is `known` beside it."""
    beside = meanings(paper)
    if not paper.is_frozen or beside:
        return {**context(paper, held, at=request.GET.get("at"), known=known)}
    sheet = drawn(request, paper, in_order(still_open(paper.doubts)))
    rest = {"sheet": (), "drawn": sheet, "editing": None, "beside": beside, "may_amend": False}
    return {**margin(paper, held, within, known=known), **rest}


def context(
    paper: Paper,
    held: Mandate,
    *,
    editing: dict[str, Any] | None = None,
    at: str | None = None,
    known: _Beside | None = None,
) -> dict[str, Any]:
    """What the sheet needs; `editing` is the one place that is open for change, `at` the one that is commented on."""
    open_doubts = in_order(still_open(paper.doubts))
    sheet, beside = sheet_of(paper, open_doubts), margin(paper, held, at=at, known=known)
    return {
        **beside,
        "sheet": sheet,
        "threads_at": comments_at(sheet, beside["threads"]),
        "soft_at": soft_at(sheet, beside["soft"]),
        "drawn": "",
        "editing": editing,
        "beside": meanings(paper),
        "may_amend": may_amend(paper, held),
    }


def margin(
    paper: Paper,
    held: Mandate,
    within: Sequence[Inner] | None = None,
    at: str | None = None,
    *,
    renewed: RenewedNotes | None = None,
    known: _Beside | None = None,
) -> dict[str, Any]:
    """What the margin needs; `within` are the plans inside the paper where they were read already, `renewed` its notes where only what
    is another is drawn; what is `known` of a frozen paper is not read again.
    """
    doubts = in_order(still_open(paper.doubts))
    rights, moves = access.rights(held, paper), access.moves(held, paper)
    asked = _asked(paper, held) if State.REVIEW in (paper.state, *moves) else []
    return {
        "paper": paper,
        "kind": kind_named(paper.kind),
        "stair": STAIR,
        "doubts": doubts if renewed else [note_of(paper, doubt) for doubt in doubts],
        "renewed": renewed,
        "causes": shared(doubts),
        "settled": [each for each in paper.doubts if each.settled],
        "entries": renewed.later(done_to(paper)) if renewed else () if known else done_to(paper),
        "in_words": change_in_words,
        "rights": rights,
        "moves": moves if asked else tuple(to for to in moves if to != State.REVIEW),
        "asked": asked,
        "commenting": bool(held.led & access.reviewers(paper)) and paper.office_id not in held.office_ids,
        "errors": 0 if paper.state in FROZEN else len(still_open(checked_again(paper), "error")),
        "steps": (),
        "day": today(),
        "successor": known.successor if known else successor_of(paper),
        "may_amend": may_amend(paper, held),
        **({} if known else _signed(paper)),
        "signed": known.signed if known else "",
        "foot": known.foot if known else "",
        "inside": inside(paper) if within is None else within,
        **dict.fromkeys(("step", "refused", "typed"), ""),
        "unplaced": (),
        **margin_of(paper, held),
        **comments_of(paper, held, at),
        **adding(paper),
    }


def _asked(paper: Paper, held: Mandate) -> list[tuple[Post, Officer | None]]:
    """The posts that are asked to comment, each with who holds it; before it is sent, nobody is asked himself."""
    posts = [each for each in commenting_posts(paper) if paper.state == State.REVIEW or each.pk not in held.post_ids]
    holders = holders_of(posts, today())
    return [(post, holders.get(post.pk)) for post in posts]


def may_amend(paper: Paper, held: Mandate) -> bool:
    """Whether the cells of the sheet open for this person."""
    return "amend" in access.rights(held, paper) and paper.state in (State.INTAKE, State.DRAFT, State.REVIEW)


def change_in_words(entry: Entry) -> dict[str, str]:
    """What an entry of the history adds to its verb: the value before and after where words can say it, and the reason."""
    was, now = (each if isinstance(each, dict) else {} for each in (entry.was, entry.now))
    before, after = (_in_words(each.get("value")) for each in (was, now))
    changed = before != after
    return {"was": before if changed else "", "now": after if changed else "", "words": str(now.get("words") or "")}


def _in_words(value: object) -> str:
    texts = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
    return ", ".join(texts)


def spot_open(spot: Spot, fields: list[Any], **more: Any) -> dict[str, Any]:
    """One place of the sheet that is open for change, as the templates want it."""
    return {"spot": spot, "fields": fields, "typed": {}, "conflict": None, "wrong": "", **more}


def _steps(paper: Paper) -> Sequence[CycleStep]:
    """The calendar of an issued plan: its steps change while the paper itself does not."""
    return year_of(paper).steps if paper.is_frozen and paper.content.get("areas") else ()
