"""The action-taken report: each decision with its implementer, its state, what was done and what proves it, on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from angikar.meetings.models import Share, ShareState
from angikar.meetings.register.queries import ShareReport, is_late
from angikar.rules.bangla.dates import write_date, write_short
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Cell, Document, Heading, Paragraph, Row, Table

TITLE = "সিদ্ধান্ত বাস্তবায়ন অগ্রগতি প্রতিবেদন"
_HEADINGS = ("ক্রঃ নং", "সভা", "সিদ্ধান্ত", "বাস্তবায়নকারী", "শেষ দিন", "অবস্থা", "গৃহীত ব্যবস্থা", "প্রমাণক")
_WIDTHS = (1.2, 3.0, 8.0, 4.5, 2.6, 3.0, 5.5, 3.2)


def action_taken(rows: Sequence[ShareReport], day: date, whose: Iterable[str] = ()) -> Document:
    """The report of some shares on a day, one row each; `whose` says in a line what they were chosen by."""
    head = Row(tuple(Cell(text, strong=True) for text in _HEADINGS))
    lines = (_row(number, each, day) for number, each in enumerate(rows, 1))
    said = "; ".join((*filter(None, whose), f"{write_date(day)} তারিখে যেমন আছে"))
    table = Table((head, *lines), header_rows=1, widths=_WIDTHS)
    return Document((Heading(TITLE), Paragraph(said, align="center"), table), title=TITLE, landscape=True)


def _row(number: int, given: ShareReport, day: date) -> Row:
    share = given.share
    decision = share.decision
    met = write_short(decision.held or decision.issued)
    cells = (
        Cell(to_bangla(str(number)), align="center"),
        Cell("\n".join(filter(None, (str(decision.body) if decision.body else "", to_bangla(met))))),
        Cell(f"{decision.text}{_again(decision.repeated, share.since)}"),
        Cell(f"{share.post.title}, {share.office.name}"),
        Cell(to_bangla(write_short(share.due)) if share.due else "—"),
        Cell(state_text(share, day)),
        Cell("\n".join(filter(None, (_said(given), _why(share)))) or "প্রতিবেদন আসেনি"),
        Cell("\n".join(each.called for each in given.proofs) or "—"),
    )
    return Row(cells)


def state_text(share: Share, day: date) -> str:
    """The state of a share in words, and whether it is late."""
    words = str(ShareState(share.state).label)
    if share.state == ShareState.CANNOT and not share.word:
        words += " (সভাপতির সম্মতির অপেক্ষায়)"
    if share.duty is not None and share.duty.due_on_issue:
        words += "; জারির দিনেই সময় শেষ ছিল"
    return f"{words}; সময় পেরিয়েছে" if is_late(share, day) else words


def _again(repeated: int, since: date | None) -> str:
    if not repeated:
        return ""
    first = f", প্রথম {to_bangla(write_short(since))}" if since else ""
    return f" (আগে {to_bangla(str(repeated))} বার নেওয়া{first})"


def _said(given: ShareReport) -> str:
    if given.report is None or given.report.on is None:
        return ""
    words = ": ".join(filter(None, (given.report.choice, given.report.words)))
    return f"{words} ({to_bangla(write_short(given.report.on))})".strip()


def _why(share: Share) -> str:
    reason = f"কারণ: {share.reason}" if share.reason else ""
    word = f"সভাপতি: {share.word}" if share.word else ""
    return "; ".join(filter(None, (reason, word)))
