"""Signing a paper: who has signed, whose turn it is, and the ways to sign: one's own certificate, the seal of the house, a scan of the paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from angikar.desk import sentences
from angikar.desk.base import attempt, either, now, number, officer, page, refusal, signed_in, today
from angikar.desk.door.guard import tries, was_right
from angikar.desk.papers.printing import file_of
from angikar.formats import SIZE_LIMIT
from angikar.formats.confined import verify_confined
from angikar.formats.signing.certificates import MOST_BYTES, open_pkcs12
from angikar.formats.signing.errors import Unsignable
from angikar.formats.signing.wording import said
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import holders_of, mandate
from angikar.offices.guessing.limits import Door
from angikar.offices.models import Officer
from angikar.papers import access, store
from angikar.papers.models import Paper, SigningWay
from angikar.papers.signatures import queries
from angikar.papers.signatures.access import signature, signed_for_another, signing_post, takes_signatures, to_sign
from angikar.papers.signatures.actions import keep_scan, sign, take_signed
from angikar.papers.signatures.comparing import compared
from angikar.papers.signatures.house import trust_list
from angikar.papers.signatures.printed import to_be_signed
from angikar.papers.signatures.sentences import ERRORS_BEFORE_SIGNING
from angikar.papers.signatures.taking import hand_over
from angikar.rules.bangla.digits import to_latin

_PATIENCE = 8.0
"""Seconds a scan is read while somebody waits; what takes longer is kept without a comparison, and says so."""


@signed_in
@never_cache
@sensitive_post_parameters("passphrase", "code")
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The parties and their signatures; a POST signs for the party whose turn it is, or takes the scan in."""
    person = officer(request)
    paper = access.paper(person, pk)
    if request.method == "POST":
        return _done(request, paper)
    held, parties = mandate(person), queries.parties(paper)
    mine = signing_post(held, paper, parties)
    signed = [each.signature for each in parties if each.signature]
    errors = queries.errors_left(paper)
    context: dict[str, Any] = {
        "paper": paper,
        "parties": parties,
        "holders": holders_of([each.post for each in parties if each.post], today()),
        "mine": mine,
        "for_another": signed_for_another(person, parties),
        "turn": queries.turn(parties),
        "on_paper": next((each for each in signed if each.way == SigningWay.PAPER), None),
        "verdicts": _verdicts(paper),
        "may_scan": not signed and takes_signatures(paper) and "amend" in access.rights(held, paper),
        "has_second_step": mine is not None and _second_step(person) is not None,
        "unsigned": queries.unsigned(paper),
        "wants": queries.wants_signatures(paper),
        "first": either(*ERRORS_BEFORE_SIGNING.both(count=errors)) if errors else "",
    }
    return page(request, "papers/signing", context)


def _done(request: HttpRequest, paper: Paper) -> HttpResponse:
    ways: dict[str, Callable[[HttpRequest, Paper], object]] = {
        "certificate": _by_certificate,
        "house": _by_house,
        "file": _given,
        "scan": _scanned,
    }
    way = ways.get(request.POST.get("do", ""))
    if way is None:
        raise NotYours
    if request.POST.get("do") == "scan":
        access.paper(officer(request), paper.pk, to="amend")
        if settings.JOB_WORKERS and request.FILES.get("scan"):
            return _scanned_later(request, paper)
    else:
        to_sign(officer(request), paper.pk)
    attempt(request, lambda: way(request, paper), _("স্বাক্ষর রাখা হয়েছে।"))
    return redirect("desk:signing", paper.pk)


def _by_certificate(request: HttpRequest, paper: Paper) -> object:
    """With the certificate that was chosen for this one signature; neither it nor its pass phrase is kept."""
    file = request.FILES.get("certificate")
    if file is None:
        raise Refused(sentences.CHOOSE_CERTIFICATE)
    at = now()
    try:
        credential = open_pkcs12(file.read(MOST_BYTES + 1), request.POST.get("passphrase", ""), at)
    except Unsignable as wrong:
        raise refusal(wrong) from wrong
    return sign(paper, by=officer(request), at=at, version=number(request.POST, "version"), credential=credential)


def _given(request: HttpRequest, paper: Paper) -> object:
    """The file that was signed on another machine, by a token there."""
    file = request.FILES.get("signed")
    if file is None:
        raise Refused(sentences.CHOOSE_SIGNED_FILE)
    data = file.read(SIZE_LIMIT + 1)
    return take_signed(paper, data, by=officer(request), at=now(), version=number(request.POST, "version"))


def _by_house(request: HttpRequest, paper: Paper) -> object:
    """With the seal of the house, where the officer proves by the code of his telephone that it is he."""
    person = officer(request)
    step = _second_step(person)
    if step is None:
        raise Refused(sentences.SEAL_NEEDS_SECOND_STEP)
    guess = tries(request, Door.SECOND_STEP, person.username)
    if not step.wrap().validate_code(to_latin("".join(request.POST.get("code", "").split()))):
        raise Refused(sentences.CODE_WRONG)
    was_right(guess)
    return sign(paper, by=person, at=now(), version=number(request.POST, "version"))


def _scanned(request: HttpRequest, paper: Paper) -> object:
    name, data = _scan(request)
    found = compared(paper, name, data, _PATIENCE)
    sure, version = request.POST.get("sure") == "1", number(request.POST, "version")
    return keep_scan(paper, name, data, found, by=officer(request), at=now(), version=version, sure=sure)


def _scanned_later(request: HttpRequest, paper: Paper) -> HttpResponse:
    """Let the scan be read and compared beside the pages."""
    name, data = _scan(request)
    sure, version = request.POST.get("sure") == "1", number(request.POST, "version")
    job = hand_over(paper, name, data, by=officer(request), version=version, sure=sure)
    messages.success(request, _("“%(name)s” পড়া ও মেলানো হচ্ছে; শেষ হলে বিজ্ঞপ্তিতে জানানো হবে।") % {"name": job.title})
    return redirect("desk:signing", paper.pk)


def _scan(request: HttpRequest) -> tuple[str, bytes]:
    file = request.FILES.get("scan")
    if file is None:
        raise Refused(sentences.CHOOSE_SCAN)
    return file.name or "scan", file.read(SIZE_LIMIT + 1)


def _second_step(person: Officer) -> Any:
    """The telephone of an officer; `None` where he has none."""
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()


def _verdicts(paper: Paper) -> list[list[str]]:
    """What the signatures in the file that is kept are worth today, in the words of the page."""
    newest = queries.signed_file(paper)
    if newest is None:
        return []
    found = verify_confined(store.get(newest.file.sha256), trust_list())
    return [[either(*both) for both in said(each)] for each in found]


@signed_in
@require_safe
def file_to_sign(request: HttpRequest, pk: int) -> HttpResponse:
    """The very file that the next party signs, for who signs it on a machine of his own."""
    paper = access.paper(officer(request), pk)
    if not takes_signatures(paper):
        raise NotYours
    return file_of(to_be_signed(paper), f"{paper.kind}-{paper.pk}.pdf", "application/octet-stream")


@signed_in
@require_safe
def file(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The PDF with a signature and those before it, or the scan; always to be saved."""
    found = signature(officer(request), pk, number)
    return file_of(store.get(found.file.sha256), found.file.name, "application/octet-stream")
