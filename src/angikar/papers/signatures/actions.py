"""What is done with signatures: a party signs by certificate or by the seal of the house, a scan of what was signed on paper is taken in."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction

from angikar.formats import Unreadable
from angikar.formats.confined import verify_confined
from angikar.formats.signing.certificates import Credential, common_name, fingerprint, subject
from angikar.formats.signing.errors import Unsignable
from angikar.formats.signing.sentences import CERTIFICATE_TAKEN_BACK
from angikar.formats.signing.sign import sign as sign_pdf
from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.publishing import publish
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer, Post
from angikar.papers import store
from angikar.papers.access import rights
from angikar.papers.comments.actions import _round_ended
from angikar.papers.events import PaperSigned
from angikar.papers.locking import locked, own_post
from angikar.papers.models import File, Paper, PaperSignature, SigningWay, State
from angikar.papers.signatures import sentences
from angikar.papers.signatures.access import signed_for_another, signing_post, takes_signatures
from angikar.papers.signatures.comparing import Compared
from angikar.papers.signatures.house import sealing, trust_list
from angikar.papers.signatures.printed import field_of, party_of, to_be_signed
from angikar.papers.signatures.queries import PartyState, errors_left, parties


class _SignedCopy(NamedTuple):
    """A file with one signature more: the place of its party, how it came to be, whose certificate it is, and whether a timestamp server said when."""

    place: int
    data: bytes
    way: SigningWay
    certificate: str
    subject: str
    issuer: str
    stamped: bool


def sign(
    paper: Paper, *, by: Officer, at: datetime, version: int, credential: Credential | None = None
) -> PaperSignature:
    """Sign a paper for the party whose turn it is: with a certificate of one's own, or with the seal of the house where none is given.

    A draft that is signed changes no more. The file is made before the transaction: a timestamp server may take its time. Raises
    `NotYours` for all but the head of that party, `Conflict` when the paper has changed since `version`, `Refused` where an error is
    open, where the same officer signed for the other party, and where the file takes no signature.
    """
    made = _made(_unlocked(paper, version), credential, by=by, at=at)
    with transaction.atomic():
        return _entered(_fresh(locked(paper), version), made, by, at)


def take_signed(paper: Paper, data: bytes, *, by: Officer, at: datetime, version: int) -> PaperSignature:
    """Take in the file that was handed out to be signed (`to_be_signed`) with one signature more, made on another machine, where the key stays.

    Raises the errors of `sign`, and `Refused` where the file is another, or where what is behind it is not one sound signature in the field of
    the party, by a certificate that was not taken back.
    """
    given = _given(_unlocked(paper, version), data, by)
    with transaction.atomic():
        return _entered(_fresh(locked(paper), version), given, by, at)


def _entered(fresh: Paper, made: _SignedCopy, by: Officer, at: datetime) -> PaperSignature:
    """Store the signature of the party whose turn it is."""
    party, post = _may_sign(fresh, by)
    if party.place != made.place:
        raise Refused(sentences.SIGNED_ALREADY)
    signature = _signature(fresh, made.place, by, post, at)
    signature.way, signature.file = made.way, _stored(made.data, f"{fresh.kind}-{fresh.pk}-{made.place + 1}.pdf")
    signature.certificate, signature.subject, signature.issuer = made.certificate, made.subject[:500], made.issuer[:500]
    signature.verdict = {"stamped": made.stamped}
    was = _enter(fresh, signature)
    now = {
        "state": fresh.state,
        "place": made.place,
        "way": made.way,
        "file": signature.file.sha256,
        "certificate": signature.certificate,
    }
    record("paper.sign", fresh, by=by, post=post, was=was, now=now)
    publish(PaperSigned(fresh, signature, by))
    return signature


def _made(paper: Paper, credential: Credential | None, *, by: Officer, at: datetime) -> _SignedCopy:
    """The file with a signature for the party whose turn it is."""
    way, used = (SigningWay.CERTIFICATE, credential) if credential else (SigningWay.HOUSE, sealing())
    party, post = _may_sign(paper, by)
    shown = party_of(paper, party.place, by, post, at=at, way=way)
    server = settings.TIMESTAMP_SERVER
    try:
        data = sign_pdf(to_be_signed(paper), used, shown, timestamp_server=server, trust=trust_list())
    except Unsignable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    of = used.certificate
    return _SignedCopy(party.place, data, way, fingerprint(of), subject(of), common_name(of.issuer), bool(server))


def _given(paper: Paper, data: bytes, by: Officer) -> _SignedCopy:
    """The file that was handed out, as it comes back."""
    (party, _), handed_out = _may_sign(paper, by), to_be_signed(paper)
    if len(data) <= len(handed_out) or not data.startswith(handed_out):
        raise Refused(sentences.NOT_THE_FILE)
    try:
        found = verify_confined(data, trust_list())
    except Unreadable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    if len(found) != party.place + 1 or any(each.worth != "sound" for each in found):
        raise Refused(sentences.NOT_ONE_MORE)
    last = found[-1]
    if last.field != field_of(party.place):
        raise Refused(sentences.NOT_ONE_MORE)
    if last.revoked == "yes":
        raise Refused(CERTIFICATE_TAKEN_BACK)
    way = SigningWay.CERTIFICATE
    return _SignedCopy(party.place, data, way, last.certificate, last.subject, last.issuer, last.stamped)


def _may_sign(paper: Paper, by: Officer) -> tuple[PartyState, Post]:
    """The party for which `by` signs now, and the post he does it as."""
    of = parties(paper)
    found = signing_post(mandate(by), paper, of)
    if found is None:
        raise NotYours
    if signed_for_another(by, of):
        raise Refused(sentences.ONE_FOR_BOTH)
    _refuse_errors(paper)
    return found


def keep_scan(
    paper: Paper,
    name: str,
    data: bytes,
    compared: Compared,
    *,
    by: Officer,
    at: datetime,
    version: int,
    sure: bool = False,
) -> PaperSignature:
    """Take in the scan of a paper that was printed and signed by all parties on paper, and what its text has in common with the paper.

    A scan whose text seems to be another's is taken in only by who is `sure` that it is not. Raises `NotYours` for all who may not amend
    the paper, `Refused` for a paper that bears signatures already, and the errors of `sign`.
    """
    with transaction.atomic():
        fresh = _fresh(locked(paper), version)
        if "amend" not in rights(mandate(by), fresh):
            raise NotYours
        post = own_post(by, fresh.office)
        if any(each.signature for each in parties(fresh)):
            raise Refused(sentences.SIGNED_ALREADY)
        if compared.is_another and not sure:
            raise Refused(sentences.SCAN_OF_ANOTHER, share=compared.share or 0)
        _refuse_errors(fresh)
        signature = _signature(fresh, 0, by, post, at)
        signature.way, signature.file = SigningWay.PAPER, _stored(data, name)
        signature.verdict = {
            "share": compared.share,
            "poor": compared.is_another,
            "missing": list(compared.missing),
        }
        was = _enter(fresh, signature)
        now = {"state": fresh.state, "way": SigningWay.PAPER, "file": signature.file.sha256, "share": compared.share}
        record("paper.keep_scan", fresh, by=by, post=post, was=was, now=now)
        publish(PaperSigned(fresh, signature, by))
    return signature


def _unlocked(paper: Paper, version: int) -> Paper:
    """The current row of a paper, as long as nothing is stored yet."""
    return _fresh(Paper.objects.select_related("office").get(pk=paper.pk), version)


def _fresh(fresh: Paper, version: int) -> Paper:
    if not takes_signatures(fresh):
        raise Refused(sentences.TAKES_NO_SIGNATURE)
    if fresh.version != version:
        raise Conflict(mine=version, theirs=fresh.state, who="", version=fresh.version)
    return fresh


def _refuse_errors(fresh: Paper) -> None:
    if errors := errors_left(fresh):
        raise Refused(sentences.ERRORS_BEFORE_SIGNING, count=errors)


def _signature(fresh: Paper, place: int, by: Officer, post: Post, at: datetime) -> PaperSignature:
    return PaperSignature(
        paper=fresh,
        place=place,
        post=post,
        by=by,
        name=by.name,
        post_title=post.title,
        office_name=post.office.name,
        at=at,
        hash=fresh.fingerprint(),
    )


def _stored(data: bytes, name: str) -> File:
    sha256 = store.put(data)
    defaults: dict[str, Any] = store.describe(data, name)
    return File.objects.get_or_create(sha256=sha256, defaults=defaults)[0]


def _enter(fresh: Paper, signature: PaperSignature) -> str:
    """Store a signature, and lead the paper on. Returns the state it was in."""
    was = fresh.state
    with once(PaperSignature, a_party_signs_once=Refused(sentences.SIGNED_ALREADY)):
        signature.save()
    if fresh.state != State.ISSUED:
        fresh.state = State.SIGNED
        fresh.version += 1
        fresh.save()
    if was == State.REVIEW:
        _round_ended(fresh, "", by=signature.by, post=signature.post, at=signature.at)
    return was
