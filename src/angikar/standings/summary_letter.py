"""The letter that sums up the answers to a circular for the office that asked: by district, in totals, with the missing named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from angikar.duties.models import Duty, DutyState, Report
from angikar.duties.queries import cells
from angikar.papers.models import Paper
from angikar.rules.bangla.calendar import to_bangla_date
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import group, to_bangla
from angikar.rules.forms.answers import Total, text_of, totals
from angikar.rules.forms.form import YES, Form
from angikar.rules.kinds.circular.content import Circular, Directive
from angikar.rules.kinds.plain_letter import PlainLetter
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.values import Letter, Signatory
from angikar.standings.circulars.queries import AsOf
from angikar.standings.compliance import code_of
from angikar.standings.districts import PlacedOffice, districts

Rows = tuple[tuple[str, ...], ...]
_HEAD = ("জেলা", "চাওয়া", "এসেছে", "এর মধ্যে দেরিতে", "আসেনি", "সময় হয়নি", "প্রযোজ্য নয়")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The answers to sum up: the codes of their directives and the days they are due; no day means every day."""

    codes: tuple[str, ...]
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class SummedDuty:
    """One duty of the summary, the district that counts it, and its latest report; None where that was sent back."""

    duty: Duty
    district: PlacedOffice
    report: Report | None


def summary(paper: Paper, chosen: Chosen, at: AsOf, signed: Sequence[Signatory]) -> PlainLetter:
    """A draft of the letter that sums up the reports to a circular, with its signatories."""
    circular = Circular.model_validate(paper.content)
    found = gathered(paper, chosen)
    directives = [each for each in circular.directives if each.code in chosen.codes]
    passages = [_opening(paper, chosen, found, at), *(each for part in _parts(directives, found, at) for each in part)]
    return PlainLetter(
        office=circular.office or paper.office.name,
        masthead=circular.letterhead or (paper.office.name,),
        letter=Letter(date=at.day.isoformat(), bangla_date=_bangla(at.day)),
        subject=f"{_name(circular)}: মাঠ পর্যায় হতে প্রাপ্ত প্রতিবেদনের সারসংক্ষেপ",
        body=tuple(passages),
        signatories=tuple(signed),
    )


def gathered(paper: Paper, chosen: Chosen) -> list[SummedDuty]:
    """The duties to sum up, in the order of the register, each with its latest report. Three queries."""
    asked = Duty.objects.filter(paper=paper).exclude(state=DutyState.WITHDRAWN).exclude(kind="acknowledge")
    if chosen.days:
        asked = asked.filter(due__in=chosen.days)
    listed = asked.select_related("post__office").order_by("post__office__path", "due", "due_at", "pk")
    duties = [duty for duty in listed if code_of(duty.key) in chosen.codes]
    groups = districts(duty.post.office for duty in duties)
    return [
        SummedDuty(cell.duty, groups[cell.duty.post.office_id], cell.report if cell.duty.answered else None)
        for cell in cells(duties)
    ]


def _opening(paper: Paper, chosen: Chosen, found: Sequence[SummedDuty], at: AsOf) -> LetterPassage:
    days = " ও ".join(filter(None, (", ".join(map(write_date, chosen.days[:-1])), *map(write_date, chosen.days[-1:]))))
    memo = f"{to_bangla(paper.memo_number)} নম্বর স্মারকে জারি করা " if paper.memo_number else ""
    counts = _counts(found, at)
    asked, reported, late, owed = (to_bangla(count) for count in counts[:4])
    text = (
        f"{memo}“{paper.title}” অনুযায়ী {f'{days} তারিখের ' if days else ''}{asked}টি প্রতিবেদন চাওয়া হয়েছিল; "
        f"{write_date(at.day)} পর্যন্ত {reported}টি এসেছে (এর মধ্যে {late}টি দেরিতে), {owed}টি আসেনি। নির্দেশনাভিত্তিক সারসংক্ষেপ নিচে দেওয়া হলো।"
    )
    return LetterPassage(label="১।", text=text)


def _parts(directives: Sequence[Directive], found: Sequence[SummedDuty], at: AsOf) -> Iterator[Iterator[LetterPassage]]:
    for number, directive in enumerate(directives, 2):
        own = [each for each in found if code_of(each.duty.key) == directive.code]
        yield _part(f"{to_bangla(str(number))}।", directive, own, at)


def _part(label: str, directive: Directive, own: Sequence[SummedDuty], at: AsOf) -> Iterator[LetterPassage]:
    """The answers to one directive: a table by district, the counts of choices, the missing posts, the texts."""
    form = directive.form or Form()
    yield LetterPassage(label=label, text=f"নির্দেশনা {to_bangla(directive.code)}: {directive.text.rstrip(' ;।')}।")
    if not own:
        yield LetterPassage(label="(ক)", text="এই নির্দেশনায় কোনো প্রতিবেদন চাওয়া হয়নি।")
        return
    yield LetterPassage(rows=_by_district(form, own, at))
    notes = [*_choices(form, own), *_missing(own, at)]
    for letter, note in zip("কখগঘঙচছজঝঞটঠডঢণ", notes, strict=False):
        yield LetterPassage(label=f"({letter})", text=note)
    listed = _words(form, own)
    if listed:
        yield LetterPassage(rows=(("দপ্তর", "দিন", "প্রতিবেদন"), *listed))


def _by_district(form: Form, own: Sequence[SummedDuty], at: AsOf) -> Rows:
    """A row for each district and one for all; the sums of numbers follow the counts."""
    groups: dict[int, list[SummedDuty]] = {}
    for each in own:
        groups.setdefault(each.district.pk, []).append(each)
    numbers = tuple(
        f"{each.label} ({each.unit})" if each.unit else each.label for each in form.fields if _adds(each.kind)
    )
    rows = [(those[0].district.name, *_line(form, those, at)) for those in groups.values()]
    return ((*_HEAD, *numbers), *rows, ("মোট", *_line(form, own, at)))


def _line(form: Form, those: Sequence[SummedDuty], at: AsOf) -> tuple[str, ...]:
    sums = (_sum(each) for each in _totals(form, those) if _adds(each.field.kind))
    return (*map(to_bangla, _counts(those, at)), *sums)


def _counts(those: Iterable[SummedDuty], at: AsOf) -> tuple[str, ...]:
    """Asked, reported, of these late, missing, not due yet, not applicable: six separate counts."""
    reported = late = owed = waiting = excused = asked = 0
    for each in those:
        asked += 1
        if each.duty.state == DutyState.EXCUSED or (each.report is not None and each.report.not_applicable):
            excused += 1
        elif each.report is not None:
            reported += 1
            late += each.report.late
        elif each.duty.standing(at.day, at.clock) == "late":
            owed += 1
        else:
            waiting += 1
    return tuple(map(str, (asked, reported, late, owed, waiting, excused)))


def _adds(kind: str) -> bool:
    return kind == "number"


def _totals(form: Form, those: Iterable[SummedDuty]) -> tuple[Total, ...]:
    return totals(
        form, [each.report.fields for each in those if each.report is not None and not each.report.not_applicable]
    )


def _sum(total: Total) -> str:
    return "—" if total.sum is None else group(Decimal(total.sum))


def _choices(form: Form, own: Sequence[SummedDuty]) -> Iterator[str]:
    """One sentence for each field with choices: how often each choice was made."""
    for each in _totals(form, own):
        if each.counts:
            names = (
                f"{YES[name][0] if each.field.kind == 'yes_no' else name} {to_bangla(str(n))}"
                for name, n in each.counts
            )
            yield f"{each.field.label}: {', '.join(names)}; উত্তর এসেছে {to_bangla(str(each.reported))}টি।"


def _missing(own: Sequence[SummedDuty], at: AsOf) -> Iterator[str]:
    """One sentence that names the posts without a report, with how many each owes."""
    owed: dict[str, int] = {}
    for each in own:
        if each.report is None and not each.duty.answered and each.duty.standing(at.day, at.clock) == "late":
            name = f"{each.duty.post.title}, {each.duty.post.office.name}"
            owed[name] = owed.get(name, 0) + 1
    if owed:
        named = (f"{name} ({to_bangla(str(count))}টি)" if count > 1 else name for name, count in owed.items())
        yield f"যাঁদের প্রতিবেদন আসেনি: {'; '.join(named)}।"


def _words(form: Form, own: Sequence[SummedDuty]) -> Rows:
    """A row for each report with text: its words and its fields that are not numbers."""
    rows = []
    for each in own:
        if each.report is None:
            continue
        fields = each.report.fields
        texts = [
            f"{field.label}: {text_of(field, fields[field.name])}"
            for field in form.fields
            if field.name in fields and not _adds(field.kind) and field.kind not in ("choice", "yes_no", "files")
        ]
        text = "; ".join(filter(None, (each.report.choice or "", " ".join(each.report.words.split()), *texts)))
        if text:
            rows.append((each.duty.post.office.name, write_date(each.duty.due) if each.duty.due else "—", text))
    return tuple(rows)


def _name(circular: Circular) -> str:
    return " ".join(filter(None, (circular.title, circular.subject))).strip(" ।")


def _bangla(day: date) -> str:
    found = to_bangla_date(day)
    return f"{found.year:04}-{found.month:02}-{found.day:02}"
