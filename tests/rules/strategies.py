"""Hypothesis strategies for plans and reports: valid papers of invented offices, as their forms allow them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from angikar.rules.kinds.agreement.content import Acronym, Agreement, Dependency, EvidenceRow
from angikar.rules.kinds.agreement.form import columns_for, in_force
from angikar.rules.kinds.progress_report import ProgressArea, ProgressReport, ProgressRow
from angikar.rules.kinds.reform_plan import ReformPlan
from angikar.rules.letters.values import Letter, Signatory
from angikar.rules.plan import Activity, Area, Indicator, Outcome, OutcomeIndicator, Part
from angikar.rules.schedule.fiscal import FiscalYear

_WORDS = ("পাঠাগার", "সেবা", "তালিকা", "প্রশিক্ষণ", "পরিদর্শন", "নিবন্ধন", "সভা", "ভবন", "নথি", "পাঠক", "ই-বই", "মেলা")
WORDS = st.sampled_from(_WORDS)
TITLES = st.lists(WORDS, min_size=1, max_size=4, unique=True).map(" ".join)
SENTENCES = TITLES.map(lambda words: f"{words} নিয়ে কাজ চলছে।")
OFFICES = st.sampled_from(("নমুনা গ্রন্থাগার অধিদপ্তর", "উদ্যান কার্যালয়, শিমুলতলা", "কাল্পনিক সচিবালয়"))
MINISTRIES = st.sampled_from(("নমুনা বিভাগ, নমুনা মন্ত্রণালয়", "কাল্পনিক মন্ত্রণালয়"))
POSTS = st.sampled_from(("উপপরিচালক", "সহকারী পরিচালক (প্রশাসন)", "পরিকল্পনা শাখা", "মহাপরিচালক"))
NAMES = st.sampled_from(("ক খ গ", "হাসনা বানু", "রহিম উল্লাহ"))
LETTERS = st.sampled_from((
    Letter(memo_number="12.34.5600.789.01.002.18-45", date="2018-09-10", bangla_date="1425-05-26"),
    Letter(memo_number="88.01.0000.011.22.007.22-9", date="2022-10-13", bangla_date="1429-06-28"),
))  # fmt: skip
MARKS = st.integers(1, 40).map(str)


def signers(*roles: str) -> st.SearchStrategy[tuple[Signatory, ...]]:
    """One signatory for each role."""
    return st.tuples(*(st.builds(Signatory, name=NAMES, post=POSTS, role=st.just(role)) for role in roles))


# Indicator tables.


@st.composite
def _levels(draw: st.DrawFn, unit: str, year: FiscalYear) -> tuple[str, ...]:
    """Five criteria or fewer, the best first, each worse than the one before."""
    count = draw(st.sampled_from((5, 5, 5, 3, 2)))
    if unit == "date":
        days = ("12-31", "01-15", "02-28", "03-31", "04-30")
        return tuple(f"{year.begins + (day < '07')}-{day}" for day in days[:count])
    if unit == "percent" and draw(st.booleans()):
        return ("100", "90", "80", "70", "60")[:count]  # the figures that head the levels too
    best = draw(st.integers(10, 99))
    half = ".5" if draw(st.booleans()) else ""
    return tuple(f"{best - step}{half}" for step in range(count))


@st.composite
def _row(draw: st.DrawFn, code: str, year: FiscalYear, form: dict[str, Any]) -> Indicator:
    unit, text = draw(
        st.sampled_from(
            (("number", "সংখ্যা"), ("number", "ভবনের সংখ্যা"), ("percent", "%"), ("date", "তারিখ"), ("money", "লক্ষ টাকা"))
        )
    )
    criteria = draw(_levels(unit, year))
    past, coming = ([str(year.shifted(by)) for by in side] for side in ((-2, -1), (1, 2)))
    figure = st.none() if unit == "date" else st.none() | st.integers(0, 999).map(str)
    method = "date" if unit == "date" else draw(st.sampled_from(("sum", "average", "cumulative")))
    return Indicator(
        code=code, title=f"{draw(TITLES)} {code.replace('.', 'ক')}", unit=unit, unit_text=text,
        counting=method if form["counting"] else None, weight=draw(MARKS), target=criteria[:1], criteria=criteria,
        baselines={each: draw(figure) for each in past}, projections={each: draw(figure) for each in coming if form["projections"]},
        responsible=draw(form["posts"]), evidence=draw(form["proofs"]),
        quarter_targets=draw(st.tuples(*(st.none() | st.integers(0, 999).map(str),) * 4)) if form.get("quarters") and unit != "date" else (None,) * 4,
    )  # fmt: skip


@st.composite
def _areas(draw: st.DrawFn, part: Part, year: FiscalYear, form: dict[str, Any]) -> tuple[Area, ...]:
    made = []
    for a in range(1, draw(st.integers(1, 3)) + 1):
        activities = tuple(
            Activity(code=f"{a}.{b}", title=draw(TITLES), indicators=tuple(
                draw(_row(f"{a}.{b}.{c}", year, form)) for c in range(1, draw(st.integers(1, 2)) + 1)
            ))
            for b in range(1, draw(st.integers(1, 3)) + 1)
        )  # fmt: skip
        title = f"{draw(TITLES)} {'সুশাসন' if part == 'governance' else 'উন্নয়ন'} {a}"
        made.append(Area(part=part, code=str(a), title=title, weight=draw(MARKS), activities=activities))
    return tuple(made)


NO_REPORT: st.SearchStrategy[tuple[str, ...]] = st.just(())


@st.composite
def reform_plans(draw: st.DrawFn) -> ReformPlan:
    year = FiscalYear(draw(st.sampled_from((2021, 2021, 2023))))
    shown = draw(st.booleans())
    form = {
        "counting": False, "projections": False, "quarters": draw(st.booleans()),
        "posts": st.lists(POSTS, max_size=2, unique=True).map(tuple) if shown else NO_REPORT,
        "proofs": st.lists(WORDS, max_size=2, unique=True).map(tuple) if shown else NO_REPORT,
    }  # fmt: skip
    subject, title = draw(st.sampled_from((
        ("innovation", "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা"), ("grievance", "অভিযোগ প্রতিকার ব্যবস্থা সংক্রান্ত কর্মপরিকল্পনা"),
        ("charter", "সেবা প্রদান প্রতিশ্রুতি বাস্তবায়ন কর্মপরিকল্পনা"), ("information", "তথ্য অধিকার বিষয়ে বার্ষিক কর্মপরিকল্পনা"),
    )))  # fmt: skip
    return ReformPlan(
        subject=subject, title=f"{title}, {year.written()}", fiscal_year=str(year), office=draw(OFFICES),
        counterpart=draw(st.none() | MINISTRIES), letter=draw(st.just(Letter()) | LETTERS), areas=draw(_areas("own", year, form)),
        signatories=draw(st.just(()) | signers("body")),
    )  # fmt: skip


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    year = FiscalYear(draw(st.sampled_from((2016, 2020, 2021, 2022, 2022, 2022, 2023))))
    printed = {column.slot for column in columns_for(in_force(str(year)), str(year))}
    form = {
        "counting": "counting" in printed, "projections": "projection.1" in printed,
        "posts": st.tuples(POSTS), "proofs": st.tuples(TITLES),
    }  # fmt: skip
    own = draw(_areas("own", year, form))
    other = draw(_areas("governance", year, form | {"posts": NO_REPORT, "proofs": NO_REPORT}))
    proofs = tuple(
        EvidenceRow(code=row.code, activity=activity.title, title=row.title, implementer=row.responsible[0], evidence=row.evidence[0])
        for area in own for activity in area.activities for row in activity.indicators
    )  # fmt: skip
    day = draw(st.none() | st.just(f"{year.begins}-06-26"))
    sides = ((draw(POSTS), draw(OFFICES), "first_party"), ("সচিব", draw(MINISTRIES), "second_party"))
    return Agreement(
        office=sides[0][1], counterpart=sides[1][1], fiscal_year=str(year), title="বার্ষিক কর্মসম্পাদন চুক্তি", areas=(*own, *other),
        outcomes=draw(st.lists(_outcome(year), max_size=2).map(tuple)),
        annexes={"1": "শব্দসংক্ষেপ (Acronyms)", "2": draw(TITLES), "3": draw(TITLES)},
        signatories=tuple(Signatory(name=draw(st.none() | NAMES), post=post, office=office, role=role, signed_on=day) for post, office, role in sides),
        overview={"সাম্প্রতিক অর্জন": draw(SENTENCES), "ভবিষ্যৎ পরিকল্পনা": "\n".join(draw(st.lists(SENTENCES, min_size=2, max_size=3)))},
        vision=draw(SENTENCES), mission=draw(SENTENCES), functions=tuple(draw(st.lists(TITLES, min_size=1, max_size=4))),
        acronyms=tuple(Acronym(short=each, full=draw(TITLES)) for each in draw(st.lists(WORDS, max_size=2, unique=True))),
        evidence=proofs,
        dependencies=tuple(
            Dependency(activity=draw(TITLES), indicator=draw(TITLES), office=draw(OFFICES), how=draw(TITLES))
            for _ in range(draw(st.integers(0, 2)))
        ),
    )  # fmt: skip


@st.composite
def _outcome(draw: st.DrawFn, year: FiscalYear) -> Outcome:
    figure = st.none() | st.integers(1, 99).map(str)
    rows = tuple(
        OutcomeIndicator(
            title=f"{draw(TITLES)} {number}", unit="percent", unit_text="%",
            baselines={str(year.shifted(by)): draw(figure) for by in (-2, -1)}, target=draw(MARKS),
            projections={str(year.shifted(by)): draw(figure) for by in (1, 2)},
            jointly=tuple(draw(st.lists(st.sampled_from(("অর্থ বিভাগ", "পরিকল্পনা বিভাগ", "নমুনা কমিশন")), max_size=3, unique=True))),
            source=draw(TITLES),
        )
        for number in range(1, draw(st.integers(1, 2)) + 1)
    )  # fmt: skip
    return Outcome(title=f"{draw(TITLES)} বৃদ্ধি", indicators=rows)


@st.composite
def progress_reports(draw: st.DrawFn) -> ProgressReport:
    quarter = draw(st.integers(1, 4))
    areas = []
    for a in range(1, draw(st.integers(1, 3)) + 1):
        rows = tuple(draw(_progress(f"{a}.{n}.1", quarter)) for n in range(1, draw(st.integers(1, 3)) + 1))
        part: Part = draw(st.sampled_from(("own", "governance")))
        areas.append(ProgressArea(
            part=part, code=str(a), title=f"{draw(TITLES)} {a}", weight=draw(MARKS), claimed=draw(_MARKED), accepted=draw(_MARKED), rows=rows,
        ))  # fmt: skip
    ordinal = ("১ম", "২য়", "৩য়", "৪র্থ")[quarter - 1]
    return ProgressReport(
        office=draw(OFFICES), counterpart=draw(st.none() | MINISTRIES), fiscal_year="2022-23", plan="বার্ষিক কর্মসম্পাদন চুক্তি",
        title=f"{ordinal} ত্রৈমাসিক অগ্রগতি প্রতিবেদন", quarter=quarter, on="2023-02-01", areas=tuple(areas),
        claimed=draw(_MARKED), accepted=draw(_MARKED), signatories=draw(st.just(()) | signers("body")),
    )  # fmt: skip


_MARKED = st.none() | st.integers(0, 9999).map(lambda hundredths: f"{hundredths // 100}.{hundredths % 100:02}")
_SILENT = st.sampled_from(("not_reported", "not_due", "not_applicable", None))


@st.composite
def _progress(draw: st.DrawFn, code: str, quarter: int) -> ProgressRow:
    text, method = draw(
        st.sampled_from((("সংখ্যা", "sum"), ("%", "average"), ("ভবনের সংখ্যা", "cumulative"), ("তারিখ", "date")))
    )
    figure = st.sampled_from(("2022-12-31", "2023-03-15")) if method == "date" else st.integers(0, 99).map(str)
    done = tuple(draw(st.none() | figure) if number <= quarter else None for number in range(1, 5))
    states = tuple(
        "reported" if each is not None else draw(_SILENT) if number <= quarter else None for number, each in enumerate(done, start=1)
    )  # fmt: skip
    return ProgressRow(
        code=code, activity=f"[{code[:-2].translate(BANGLA)}] {draw(TITLES)}", title=draw(TITLES), unit_text=text, counting=method,
        weight=draw(MARKS), target=draw(st.just(()) | st.tuples(figure)), quarter_targets=tuple(draw(st.none() | figure) for _ in range(4)),
        quarter_actuals=done, quarter_states=states, actual=draw(st.none() | figure), claimed=draw(_MARKED), accepted=draw(_MARKED),
    )  # fmt: skip


BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
