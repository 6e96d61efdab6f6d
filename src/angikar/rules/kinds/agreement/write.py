"""Writing an agreement in its official form: title page, contents, overview, preamble, three sections, pledge, signatures, annexes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from angikar.rules.bangla.dates import MONTHS, write_short
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Align, Block, Document, Heading, PageBreak, Paragraph, Signature
from angikar.rules.kinds.agreement.columns import ACRONYMS, DEPENDENCIES, EVIDENCE, OUTCOMES
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.agreement.form import columns_for, in_force
from angikar.rules.kinds.agreement.sections import GRAND_TITLE, OVERVIEW
from angikar.rules.letters.values import Signatory
from angikar.rules.plan_table.own_form import own_form_line
from angikar.rules.plan_table.write import area_tables, coded, figure_text, words_table
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year

PROVISIONAL = "*সাময়িক (provisional) তথ্য"
_BLANK = "…………"


def write(agreement: Agreement) -> Document:
    """The agreement as the official form prints it; tables are on landscape pages."""
    year = canonical_year(agreement.fiscal_year or "")
    fiscal = FiscalYear.parse(year) if year else None
    blocks = (
        *_title_page(agreement, fiscal),
        PageBreak(contents="সূচিপত্র"),
        *_overview(agreement),
        PageBreak(),
        *_preamble(agreement, fiscal),
        *_section_1(agreement),
        PageBreak(landscape=True),
        *_section_2(agreement, fiscal),
        *_section_3(agreement),
        PageBreak(),
        *_pledge(agreement),
        PageBreak(),
        *_annexes(agreement),
    )
    return Document(blocks, title=agreement.title)


def _sides(agreement: Agreement) -> tuple[str, ...]:
    """Each party as post and office."""
    return tuple(", ".join(filter(None, (each.post, each.office))) for each in agreement.signatories)


def _between(agreement: Agreement, verb: str) -> Iterator[Block]:
    """Both parties around the word এবং."""
    sides = _sides(agreement)
    if len(sides) == 2:
        yield Paragraph(sides[0], align="center", strong=True)
        yield Paragraph("এবং", align="center")
        yield Paragraph(f"{sides[1]}-এর মধ্যে {verb}", align="center", strong=True)


def _air(lines: int) -> Iterator[Block]:
    """So many empty lines: what a title page is made of."""
    return (Paragraph("") for _ in range(lines))


def _title_page(agreement: Agreement, year: FiscalYear | None) -> Iterator[Block]:
    yield from _air(8)
    yield Paragraph("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", align="center", strong=True)
    yield from _air(4)
    yield from _between(agreement, "স্বাক্ষরিত")
    yield from _air(4)
    yield Heading(agreement.title, path="title")
    if year:
        first, last = (f"{MONTHS[day.month - 1]} {day.day}, {day.year}" for day in (year.start, year.end))
        yield Paragraph(to_bangla(f"{first} - {last}"), align="center", strong=True)
    yield from own_form_line(agreement)


def _overview(agreement: Agreement) -> Iterator[Block]:
    yield Heading(f"দপ্তর/সংস্থার {OVERVIEW} (Overview of the Performance of the Department/Organization)", 2)
    yield Paragraph(GRAND_TITLE, align="center", strong=True)
    for title, text in agreement.overview.items():
        yield Paragraph(f"{title}:", strong=True)
        lines = text.split("\n")
        for line in lines:
            yield Paragraph(line, label="-" if len(lines) > 1 else "", align="justify", path=f"overview.{title}")


def _preamble(agreement: Agreement, year: FiscalYear | None) -> Iterator[Block]:
    yield Heading("প্রস্তাবনা (Preamble)", 2)
    yield Paragraph(
        "মন্ত্রণালয়/বিভাগসমূহ এবং আওতাধীন দপ্তর/সংস্থাসমূহের প্রাতিষ্ঠানিক দক্ষতা বৃদ্ধি, স্বচ্ছতা ও জবাবদিহি জোরদার করা, "
        "সুশাসন সংহতকরণ এবং সম্পদের যথাযথ ব্যবহার নিশ্চিতকরণের মাধ্যমে রূপকল্প ২০৪১ এর যথাযথ বাস্তবায়নের লক্ষ্যে-",
        align="justify",
    )
    yield from _between(agreement, f"{_signing_day(agreement, year)} এই বার্ষিক কর্মসম্পাদন চুক্তি স্বাক্ষরিত হল।")
    yield Paragraph("এই চুক্তিতে স্বাক্ষরকারী উভয়পক্ষ নিম্নলিখিত বিষয়সমূহে সম্মত হলেন:", align="justify")


def _signing_day(agreement: Agreement, year: FiscalYear | None) -> str:
    """The day both have signed on, or the blank of an unsigned paper."""
    days = {each.signed_on for each in agreement.signatories}
    signed = next(iter(days)) if len(days) == 1 else None
    if signed:
        day = date.fromisoformat(signed)
        return f"{to_bangla(str(day.year))} সালের {MONTHS[day.month - 1]} মাসের {to_bangla(f'{day.day:02}')} তারিখে"
    return f"{to_bangla(str(year.begins)) if year else _BLANK} সালের {_BLANK} মাসের {_BLANK} তারিখে"


def _section_1(agreement: Agreement) -> Iterator[Block]:
    yield Heading("সেকশন ১", 2)
    yield Heading("দপ্তর/সংস্থার রূপকল্প (Vision), অভিলক্ষ্য (Mission), কর্মসম্পাদনের ক্ষেত্র এবং কার্যাবলি", 3)
    yield Paragraph("১.১ রূপকল্প (Vision)", strong=True)
    yield Paragraph(agreement.vision or "", align="justify", path="vision")
    yield Paragraph("১.২ অভিলক্ষ্য (Mission)", strong=True)
    yield Paragraph(agreement.mission or "", align="justify", path="mission")
    yield Paragraph("১.৩ কর্মসম্পাদনের ক্ষেত্র", strong=True)
    titles = ("দপ্তর/সংস্থার কর্মসম্পাদনের ক্ষেত্র", "সুশাসন ও সংস্কারমূলক কর্মসম্পাদনের ক্ষেত্র")
    for number, (part, title) in enumerate(zip(("own", "governance"), titles, strict=True), start=1):
        yield Paragraph(f"১.৩.{to_bangla(str(number))} {title}", strong=True)
        for index, area in enumerate(agreement.areas):
            if area.part == part:
                yield Paragraph(area.title, label=f"{to_bangla(area.code)}.", path=f"areas.{index}.title")
    yield Paragraph("১.৪ কার্যাবলি (Functions)", strong=True)
    for number, text in enumerate(agreement.functions, start=1):
        label = f"{to_bangla(str(number))}."
        yield Paragraph(f"{text};", label=label, align="justify", path=f"functions.{number - 1}")


def _section_2(agreement: Agreement, year: FiscalYear | None) -> Iterator[Block]:
    yield Heading("সেকশন ২", 2)
    yield Heading("বিভিন্ন কার্যক্রমের চূড়ান্ত ফলাফল/প্রভাব (Outcome/Impact)", 3)
    columns = tuple(column.of_year(year) for column in OUTCOMES) if year else OUTCOMES
    past = [str(year.shifted(by)) for by in (-2, -1)] if year else ["", ""]
    coming = [str(year.shifted(by)) for by in (1, 2)] if year else ["", ""]
    rows = [
        (
            outcome.title if index == 0 else "",
            row.title,
            row.unit_text or "",
            *(figure_text(row.baselines.get(each)) for each in past),
            figure_text(row.target),
            *(figure_text(row.projections.get(each)) for each in coming),
            _numbered(row.jointly),
            row.source or "",
        )
        for outcome in agreement.outcomes
        for index, row in enumerate(outcome.indicators)
    ]
    yield words_table(columns, rows, *(_outcome_paths(agreement, past, coming) if year else ()))
    yield Paragraph(PROVISIONAL)


def _outcome_paths(agreement: Agreement, past: list[str], coming: list[str]) -> Iterator[tuple[str, ...]]:
    """The path of each cell of section 2 in the content."""
    for number, outcome in enumerate(agreement.outcomes):
        for index in range(len(outcome.indicators)):
            here = f"outcomes.{number}.indicators.{index}"
            years = [f"{here}.baselines.{year}" for year in past], [f"{here}.projections.{year}" for year in coming]
            yield (
                "" if index else f"outcomes.{number}.title",
                *_under(here, "title", "unit_text"),
                *years[0],
                f"{here}.target",
                *years[1],
                *_under(here, "jointly", "source"),
            )


def _numbered(items: tuple[str, ...]) -> str:
    """Several items as a running numbered list, one as it is."""
    if len(items) < 2:
        return "".join(items)
    return " ".join(f"{to_bangla(str(number))}. {item}" for number, item in enumerate(items, start=1))


def _section_3(agreement: Agreement) -> Iterator[Block]:
    yield PageBreak(landscape=True)
    yield Heading("সেকশন ৩", 2)
    yield Heading("কর্মসম্পাদন পরিকল্পনা", 3)
    form = in_force(agreement.fiscal_year, form=agreement.form)
    yield from area_tables(agreement.areas, columns_for(form, agreement.fiscal_year))
    yield Paragraph(PROVISIONAL)


def _pledge(agreement: Agreement) -> Iterator[Block]:
    """The words of the pledge, and both signatures side by side."""
    sides = _sides(agreement)
    if len(sides) == 2:
        first, second = sides
        yield Paragraph(
            f"আমি, {first}, {second}-এর নিকট অঙ্গীকার করছি যে এই চুক্তিতে বর্ণিত লক্ষ্যমাত্রা অর্জনে সচেষ্ট থাকব।", align="justify"
        )
        yield Paragraph(
            f"আমি, {second} হিসাবে {first}-এর নিকট অঙ্গীকার করছি যে এই চুক্তিতে বর্ণিত লক্ষ্যমাত্রা অর্জনে প্রয়োজনীয় সহযোগিতা প্রদান করব।",
            align="justify",
        )
    yield Paragraph("স্বাক্ষরিত:", strong=True)
    margins: tuple[Align, ...] = ("left", "right")
    for index, (align, signatory) in enumerate(zip(margins, agreement.signatories, strict=False)):
        yield Signature(_signature(signatory), align, path=f"signatories.{index}")


def _signature(signatory: Signatory) -> tuple[str, ...]:
    day = write_short(date.fromisoformat(signatory.signed_on)) if signatory.signed_on else ""
    return tuple(filter(None, (signatory.name, signatory.post, signatory.office, f"তারিখ: {day}".strip())))


def _annexes(agreement: Agreement) -> Iterator[Block]:
    yield _annex_title(agreement, "1", "শব্দসংক্ষেপ (Acronyms)")
    numbered = enumerate(agreement.acronyms, start=1)
    yield words_table(
        ACRONYMS,
        ((to_bangla(str(number)), each.short, each.full) for number, each in numbered),
        *(("", *_under(f"acronyms.{index}", "short", "full")) for index in range(len(agreement.acronyms))),
    )
    yield _annex_title(agreement, "2", "কর্মসম্পাদন ব্যবস্থাপনা ও প্রমাণক")
    yield words_table(
        EVIDENCE,
        (
            (
                coded(each.code.rpartition(".")[0], each.activity),
                coded(each.code, each.title),
                each.implementer or "",
                each.evidence or "",
            )
            for each in agreement.evidence
        ),
        *(
            _under(f"evidence.{index}", "activity", "title", "implementer", "evidence")
            for index in range(len(agreement.evidence))
        ),
    )
    yield _annex_title(agreement, "3", "অন্য অফিসের সঙ্গে সংশ্লিষ্ট কর্মসম্পাদন সূচকসমূহ")
    yield words_table(
        DEPENDENCIES,
        ((each.activity, each.indicator, each.office, each.how) for each in agreement.dependencies),
        *(
            _under(f"dependencies.{index}", "activity", "indicator", "office", "how")
            for index in range(len(agreement.dependencies))
        ),
    )
    for number in agreement.annexes:
        if number not in {"1", "2", "3"}:
            yield _annex_title(agreement, number, "")


def _under(place: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{place}.{name}" for name in names)


def _annex_title(agreement: Agreement, number: str, otherwise: str) -> Heading:
    title = agreement.annexes.get(number, otherwise)
    return Heading(f"সংযোজনী {to_bangla(number)}: {title}" if title else f"সংযোজনী-{to_bangla(number)}", 2)
