"""What reports say and which files prove them, as they are found; a bare figure has no row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from angikar.duties.models import Evidence, Report
from angikar.rules.bangla.asking import tokens
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.search import marks
from angikar.search.models import Indexed, IndexedKind
from angikar.search.places import place
from angikar.search.sources.papers import seen_with


def of_reports(reports: Sequence[Report]) -> Iterator[Indexed]:
    """The rows of some reports that were submitted and say something or have files."""
    files = _files(reports)
    for report in reports:
        said = [
            report.words,
            *(str(value) for value in report.fields.values() if isinstance(value, str)),
            *files[report.pk],
        ]
        text = "\n".join(part for part in said if any(sign.isalpha() for sign in part))
        if not text or report.on is None:
            continue
        duty, office = report.duty, report.duty.post.office
        chosen = [
            marks.of_kind(IndexedKind.REPORT),
            marks.in_year(str(FiscalYear.of(report.on))),
            *marks.placed(office.path),
            *marks.on(report.on),
        ]
        seen = [*seen_with(duty.paper), marks.shown_to(office.pk), marks.shown_to(duty.owed_to_id)]
        yield Indexed(
            id=place(IndexedKind.REPORT, report.on, report.pk),
            kind=IndexedKind.REPORT,
            number=report.pk,
            office_path=office.path,
            day=report.on,
            title=duty.text[:500],
            text=text,
            terms=marks.joined(chosen, seen, tokens(text)),
        )


def _files(reports: Sequence[Report]) -> Mapping[int, list[str]]:
    """The names of the files of reports, and what was noted of them."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = Evidence.objects.filter(report__in=reports).order_by("pk")
    for report, name, first, note in rows.values_list("report", "name", "file__name", "note"):
        found[report] += [name or first, note]
    return found
