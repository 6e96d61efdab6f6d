"""What the keeper of an office does on its page: posts and offices added, facts corrected, the office renamed, moved, split, merged, closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, day_of, now, officer, sentence, signed_in, today
from angikar.desk.offices import sentences
from angikar.desk.offices.office import screen
from angikar.history.refusal import NotYours, Refused
from angikar.offices import access, actions
from angikar.offices import sentences as register
from angikar.offices.accounts.actions import give_code
from angikar.offices.accounts.queries import Slip
from angikar.offices.approvals.actions import settle_office
from angikar.offices.approvals.wishes import OfficeWish
from angikar.offices.changes import actions as changes
from angikar.offices.founding import NewSeat, memo_prefix, seat
from angikar.offices.models import Approval, ApprovalKind, Charge, Office, OfficeKind, Officer
from angikar.offices.queries import named
from angikar.rules.bangla.digits import to_latin


@never_cache
@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what `do` says with the office; a slip with a first code is shown at once, for it is shown only once."""
    office, slips = access.office(officer(request), pk, "manage"), list[Slip]()
    places = _placed(request, office)
    verbs: dict[str, Callable[[], object]] = {
        "add_post": lambda: slips.extend(_add_post(request, office)),
        "add_office": lambda: _add_office(request, office),
        "edit": lambda: changes.edit_office(office, _facts(request), by=officer(request)),
        "rename": lambda: _rename(request, office),
    }
    wanted = request.POST.get("do", "")
    if wanted in places:
        done = _settled(request, places[wanted])
    elif wanted in verbs:
        done = attempt(request, verbs[wanted], _("লেখা হয়েছে।"))
    else:
        raise NotYours
    if done and not slips:
        return redirect("desk:office", pk)
    return screen(request, office, slip=slips[0] if slips else None, status=200 if done else 422)


@signed_in
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Found an office at the top of the tree; an administrator of the register alone does."""
    if not officer(request).is_staff:
        raise NotYours
    made: list[Office] = []
    if attempt(request, lambda: made.append(_add_office(request, None)), _("লেখা হয়েছে।")):
        return redirect("desk:office", made[0].pk)
    return redirect("desk:offices")


def _add_post(request: HttpRequest, office: Office) -> list[Slip]:
    """A post alone, with an officer one knows by the name he signs in with, or with a new one, who gets a slip."""
    sent, by = request.POST, officer(request)
    name, username = sent.get("name", "").strip(), sent.get("username", "").strip()
    is_focal, is_head = bool(sent.get("is_focal")), bool(sent.get("is_head"))
    title = " ".join(sent.get("title", "").split())
    if not name and not username:
        actions.create_post(office, title, by=by, is_focal=is_focal, is_head=is_head)
        return []
    known = access.successors_for(by, office).filter(username=username).first()
    if known is None and not name:
        raise Refused(sentences.OFFICER_UNKNOWN, name=username)
    wanted = NewSeat(title, name, username, known, is_focal=is_focal, is_head=is_head)
    charge = sent.get("charge", "")
    given = charge if charge in Charge.values and charge != Charge.SUBSTITUTE else Charge.REGULAR
    _post, holder = seat(office, wanted, day=today(), by=by, now=now(), charge=given)
    return [] if known else [_slip(holder, by)]


def _slip(holder: Officer, by: Officer) -> Slip:
    return Slip(holder, give_code(holder, now=now(), by=by))


def _add_office(request: HttpRequest, office: Office | None) -> Office:
    sent = request.POST
    facts = _facts(request)
    return actions.found_office(
        " ".join(sent.get("name", "").split()),
        by=officer(request),
        parent=office,
        kind=facts.kind,
        name_en=facts.name_en,
        memo_prefix=facts.memo_prefix,
    )


def _facts(request: HttpRequest) -> changes.OfficeFacts:
    sent, level = request.POST, request.POST.get("level", "")
    return changes.OfficeFacts(
        name_en=" ".join(sent.get("name_en", "").split()),
        kind=level if level in OfficeKind.values else OfficeKind.OTHER,
        memo_prefix=memo_prefix(sent.get("memo_prefix", "")),
        geo_code=to_latin(sent.get("geo_code", "")).strip()[:20],
    )


def _rename(request: HttpRequest, office: Office) -> Office:
    sent = request.POST
    return changes.rename(
        office, sent.get("name", ""), day=_day(request), by=officer(request), name_en=sent.get("name_en", "")
    )


def _placed(request: HttpRequest, office: Office) -> dict[str, Callable[[], OfficeWish]]:
    """What takes two people: where the office stands, and whether it stays."""

    def names() -> tuple[str, ...]:
        return tuple(" ".join(name.split()) for name in request.POST.get("names", "").splitlines() if name.strip())

    return {
        "move": lambda: OfficeWish(ApprovalKind.MOVE, office, _day(request), _other(request)),
        "split": lambda: OfficeWish(ApprovalKind.SPLIT, office, _day(request), names=names()),
        "merge": lambda: OfficeWish(ApprovalKind.MERGE, office, _day(request), _needed(request)),
        "close": lambda: OfficeWish(ApprovalKind.SHUT, office, _day(request)),
    }


def _settled(request: HttpRequest, wish: Callable[[], OfficeWish]) -> bool:
    """Do what is wished, or ask for the second person that it takes, and say which."""
    try:
        asked = settle_office(wish(), by=officer(request), now=now())
    except Refused as refused:
        messages.error(request, sentence(refused))
        return False
    waits = _("অনুরোধ করা হয়েছে; দ্বিতীয় একজন নিশ্চিত করলে কার্যকর হবে।")
    messages.success(request, waits if isinstance(asked, Approval) else _("লেখা হয়েছে।"))
    return True


def _day(request: HttpRequest) -> date:
    """The day from which it holds: today or before. Raises `Refused`."""
    day = day_of(request.POST.get("day", ""))
    if day > today():
        raise Refused(register.FUTURE_DAY)
    return day


def _other(request: HttpRequest) -> Office | None:
    """The office that was named; none where an administrator left it out. Raises `Refused` where it is none or several."""
    text = request.POST.get("other", "").strip()
    if not text:
        return None
    found = [each for each in named(text) if each.until is None]
    if len(found) != 1:
        raise Refused(sentences.OFFICE_UNCLEAR if found else sentences.OFFICE_UNKNOWN, text=text)
    return found[0]


def _needed(request: HttpRequest) -> Office:
    other = _other(request)
    if other is None:
        raise Refused(sentences.OFFICE_UNKNOWN, text="")
    return other
