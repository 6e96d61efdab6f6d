"""Wording: what a signature was found worth, in plain words of both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, timezone

from angikar.formats.signing import sentences
from angikar.formats.signing.verify import Verdict
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.sentence import Both

_DHAKA = timezone(timedelta(hours=6))
_WORTH = {
    "sound": sentences.WORTH_SOUND,
    "changed": sentences.WORTH_CHANGED,
    "broken": sentences.WORTH_BROKEN,
}


def said(verdict: Verdict) -> tuple[Both, ...]:
    """Every sentence about one signature: who, when, whether anything changed, whose certificate, whose clock."""
    return tuple(_said(verdict))


def _said(verdict: Verdict) -> Iterator[Both]:
    if not verdict.name:
        yield sentences.SIGNER_UNREADABLE.both()
    else:
        yield sentences.SIGNED_BY.both(name=verdict.name, at=_moment(verdict))
    yield _WORTH[verdict.worth].both()
    if not verdict.name:
        return
    issuer = sentences.ISSUER_TRUSTED if verdict.trusted else sentences.ISSUER_UNKNOWN
    yield issuer.both(issuer=verdict.issuer)
    if verdict.revoked != "no":
        yield (sentences.CERTIFICATE_REVOKED if verdict.revoked == "yes" else sentences.REVOCATION_UNKNOWN).both()
    yield (sentences.TIME_STAMPED if verdict.stamped else sentences.TIME_CLAIMED).both()
    if verdict.long_term:
        yield sentences.PROVED_LATER.both()


def _moment(verdict: Verdict) -> Both:
    """When it was signed, by the clock of Dhaka."""
    if verdict.at is None:
        return "সময় নেই", "no time"
    there = verdict.at.astimezone(_DHAKA)
    clock = f"{there:%H:%M}"
    return f"{write_date(there.date())}, {to_bangla(clock)}", f"{there.date().isoformat()}, {clock}"
