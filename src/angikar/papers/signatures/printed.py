"""The PDF that is signed: the paper as it is printed, its content inside; and what a signature shows in its field."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from angikar.formats import Unprintable, write_pdf
from angikar.formats.signing.sign import SignatureField
from angikar.history.refusal import Refused
from angikar.history.signing import seals
from angikar.offices.models import Officer, Post
from angikar.papers import store
from angikar.papers.models import Paper, PaperSignature, SigningWay
from angikar.papers.queries import identity
from angikar.papers.signatures.queries import parties, signatures, signed_file, unsigned
from angikar.rules.bangla.calendar import to_bangla_date
from angikar.rules.bangla.dates import write_bangla_date, write_date
from angikar.rules.kinds import kind_named
from angikar.rules.reading import Reading


def to_be_signed(paper: Paper) -> bytes:
    """The file that the next party signs: the print, or what the parties before have signed. Raises `Refused`."""
    before = signed_file(paper)
    if before is not None:
        return store.get(before.file.sha256)
    return print_of(paper)


def print_of(paper: Paper) -> bytes:
    """The paper as it is printed, the same bytes for the same version. Raises `Refused` for what has no glyph."""
    reading = Reading(paper.kind, paper.framework, paper.value())
    try:
        begun = paper.created_at.replace(microsecond=0)
        document = kind_named(paper.kind).write(reading.content)
        return write_pdf(document, attachment=seals.attachment(reading, identity(paper)), timestamp=begun)
    except Unprintable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong


def party_of(paper: Paper, place: int, by: Officer, post: Post, *, at: datetime, way: SigningWay) -> SignatureField:
    """What the signature of a party shows and where."""
    fields = tuple(field_of(each.place) for each in parties(paper))
    how = " · ব্যবস্থার সিল" if way == SigningWay.HOUSE else ""
    lines = (by.name, post.title, post.office.name, f"{both_calendars(timezone.localtime(at).date())}{how}")
    return SignatureField(fields[place], place, fields, lines, kind_named(paper.kind).title)


def field_of(place: int) -> str:
    """The name of the field in which the party of a place signs, as `angikar sign` names it too."""
    return f"signature-{place + 1}"


def both_calendars(day: date) -> str:
    """A day in both calendars."""
    return f"{write_bangla_date(to_bangla_date(day))} · {write_date(day)}"


def line_of(signature: PaperSignature) -> str:
    """A signature in one line, as it is shown in print."""
    if signature.way == SigningWay.PAPER:
        return "কাগজে স্বাক্ষরিত; স্বাক্ষরিত কাগজের স্ক্যান রাখা আছে।"
    day = both_calendars(timezone.localtime(signature.at).date())
    return f"{signature.name}, {signature.post_title}, {signature.office_name} · {day}"


def signed_line(paper: Paper) -> str:
    """What the print says at its foot of how the paper was signed, and of why it was not; empty for a draft that nobody signed."""
    lines = [line_of(each) for each in signatures(paper)]
    reason = unsigned(paper) if paper.is_frozen else None
    return "\n".join([*lines, *([f"দুই পক্ষের স্বাক্ষর ছাড়া জারি; কারণ: {reason.reason}"] if reason else [])])
