"""Hypothesis strategies for the content of every kind of paper: valid papers of invented offices, as their forms allow them.

What a reader derives from words (the day of a decision, the schedule of a directive) stands here beside the words it is derived
from, so that a paper drawn here says nothing its own text does not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from angikar.rules.kinds.agreement.content import Acronym, Agreement, Dependency, Evidence
from angikar.rules.kinds.agreement.form import columns_for
from angikar.rules.kinds.circular.content import Body, Circular, Directive, Paragraph
from angikar.rules.kinds.minutes.content import Decision, Item, Minutes, Present
from angikar.rules.kinds.plain_letter import PlainLetter
from angikar.rules.kinds.progress_report import ProgressArea, ProgressReport, ProgressRow
from angikar.rules.kinds.reform_plan import ReformPlan
from angikar.rules.letter import Copy, Letter, Signatory
from angikar.rules.letterbody import Passage
from angikar.rules.plan import Activity, Area, Indicator, Outcome, OutcomeIndicator, Part
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.schedule.recurrence import Rule

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


def _signers(*roles: str) -> st.SearchStrategy[tuple[Signatory, ...]]:
    return st.tuples(*(st.builds(Signatory, name=NAMES, post=POSTS, role=st.just(role)) for role in roles))


# Indicator tables.


@st.composite
def _levels(draw: st.DrawFn, unit: str, year: FiscalYear) -> tuple[str, ...]:
    """Five criteria or fewer, the best first, each worse than the one before."""
    count = draw(st.sampled_from((5, 5, 5, 3, 2)))
    if unit == "date":
        days = ("12-31", "01-15", "02-28", "03-31", "04-30")
        return tuple(f"{year.begins + (day < '07')}-{day}" for day in days[:count])
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


NOBODY: st.SearchStrategy[tuple[str, ...]] = st.just(())


@st.composite
def reform_plans(draw: st.DrawFn) -> ReformPlan:
    year = FiscalYear(draw(st.sampled_from((2021, 2021, 2023))))
    told = draw(st.booleans())
    form = {
        "counting": False, "projections": False,
        "posts": st.lists(POSTS, max_size=2, unique=True).map(tuple) if told else NOBODY,
        "proofs": st.lists(WORDS, max_size=2, unique=True).map(tuple) if told else NOBODY,
    }  # fmt: skip
    subject, title = draw(st.sampled_from((
        ("innovation", "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা"), ("grievance", "অভিযোগ প্রতিকার ব্যবস্থা সংক্রান্ত কর্মপরিকল্পনা"),
        ("charter", "সেবা প্রদান প্রতিশ্রুতি বাস্তবায়ন কর্মপরিকল্পনা"), ("information", "তথ্য অধিকার বিষয়ে বার্ষিক কর্মপরিকল্পনা"),
    )))  # fmt: skip
    return ReformPlan(
        subject=subject, title=f"{title}, {year.written()}", fiscal_year=str(year), office=draw(OFFICES),
        counterpart=draw(st.none() | MINISTRIES), letter=draw(st.just(Letter()) | LETTERS), areas=draw(_areas("own", year, form)),
        signatories=draw(st.just(()) | _signers("body")),
    )  # fmt: skip


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    year = FiscalYear(draw(st.sampled_from((2016, 2020, 2021, 2022, 2022, 2022, 2023))))
    printed = {column.slot for column in columns_for(str(year))}
    form = {
        "counting": "counting" in printed, "projections": "projection.1" in printed,
        "posts": st.tuples(POSTS), "proofs": st.tuples(TITLES),
    }  # fmt: skip
    own = draw(_areas("own", year, form))
    other = draw(_areas("governance", year, form | {"posts": NOBODY, "proofs": NOBODY}))
    proofs = tuple(
        Evidence(code=row.code, activity=activity.title, title=row.title, implementer=row.responsible[0], evidence=row.evidence[0])
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
        claimed=draw(_MARKED), accepted=draw(_MARKED), signatories=draw(st.just(()) | _signers("body")),
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
        code=code, activity=f"[{code[:-2].translate(_BANGLA)}] {draw(TITLES)}", title=draw(TITLES), unit_text=text, counting=method,
        weight=draw(MARKS), target=draw(st.just(()) | st.tuples(figure)), quarter_targets=tuple(draw(st.none() | figure) for _ in range(4)),
        quarter_actuals=done, quarter_states=states, actual=draw(st.none() | figure), claimed=draw(_MARKED), accepted=draw(_MARKED),
    )  # fmt: skip


_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")

# Letters, minutes and circulars.

COPIES = st.builds(
    Copy,
    to=st.sampled_from(("মহাপরিচালক, নমুনা অধিদপ্তর", "জেলা প্রশাসক (সকল)")),
    note=st.none() | st.just("ওয়েবসাইটে প্রকাশের অনুরোধসহ"),
)
ADDRESSED = st.lists(
    st.sampled_from(("পুলিশ সুপার, নদীকূল", "রিটার্নিং অফিসার, নদীকূল", "জেলা শিক্ষা অফিসার, নদীকূল")),
    min_size=1,
    max_size=3,
    unique=True,
).map(tuple)


@st.composite
def plain_letters(draw: st.DrawFn) -> PlainLetter:
    masthead = ("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", draw(OFFICES))
    several = draw(st.booleans())
    labels = [
        f"{str(number).translate(_BANGLA)}।" if several else "" for number in range(1, draw(st.integers(1, 3)) + 1)
    ]
    copies = tuple(draw(st.lists(COPIES, max_size=2)))
    return PlainLetter(
        office=masthead[1], masthead=masthead, letter=draw(LETTERS), subject=f"{draw(TITLES)} প্রসঙ্গে।",
        body=tuple(Passage(label=label, text=draw(SENTENCES)) for label in labels), enclosure=draw(st.none() | st.just("০২ পাতা")),
        signatories=draw(_signers("body", "copies") if copies else _signers("body")), addressees=draw(ADDRESSED), copies=copies,
    )  # fmt: skip


_DECISIONS: tuple[Callable[[str], Decision], ...] = (
    lambda words: Decision(text=f"{words} হালনাগাদ করতে হবে।"),
    lambda words: Decision(text=f"{words} এ মাসের মধ্যে শেষ করতে হবে।", due="2023-03-31"),
    lambda words: Decision(text=f"{words} ১৫-০৪-২০২৩ তারিখের মধ্যে পাঠাতে হবে।", due="2023-04-15"),
    lambda words: Decision(
        text=f"প্রতি মাসের ৫ তারিখের মধ্যে {words} পাঠাতে হবে।", recurrence=(Rule(rule="monthly", day=5),)
    ),
    lambda words: Decision(text=f"{words} পুনরায় যাচাই করতে হবে।", carried_over=True),
)
_IMPLEMENTERS = st.lists(
    st.sampled_from(("জেলা তথ্য অফিসার, নদীকূল", "উপজেলা নির্বাহী অফিসার (সকল)", "জেলা ইনোভেশন টিম")), min_size=1, max_size=2, unique=True
).map(tuple)  # fmt: skip


@st.composite
def _item(draw: st.DrawFn, number: int) -> Item:
    decisions = [make(draw(TITLES)) for make in draw(st.lists(st.sampled_from(_DECISIONS), min_size=1, max_size=3))]
    own = len(decisions) > 1 and draw(st.booleans())
    whose = [draw(_IMPLEMENTERS) for _ in decisions] if own else [draw(_IMPLEMENTERS)] * len(decisions)
    together = tuple(dict.fromkeys(name for each in whose for name in each))
    laid = tuple(each.model_copy(update={"implementers": who}) for each, who in zip(decisions, whose, strict=True))
    return Item(
        number=str(number), title=draw(TITLES), discussion=draw(SENTENCES), decisions=laid, implementers=together
    )


@st.composite
def minutes(draw: st.DrawFn) -> Minutes:
    copies = tuple(draw(st.lists(COPIES, max_size=2)))
    return Minutes(
        title="মার্চ ২০২৩ মাসের জেলা সেবা কমিটির সভার কার্যবিবরণী", body="জেলা সেবা কমিটি", month="2023-03", date="2023-03-14",
        time=draw(st.sampled_from(("09:30", "11:00", "12:15", "15:30", "19:05"))), place=f"{draw(TITLES)} কক্ষ",
        chair=f"জনাব {draw(NAMES)}, জেলা প্রশাসক, নদীকূল", attendance=draw(st.none() | st.just("পরিশিষ্ট-ক")),
        opening=draw(st.just("") | st.just("সভায় উপস্থিত সবাইকে স্বাগত জানিয়ে সভার কাজ শুরু করা হয় এবং বিগত সভার কার্যবিবরণী পাঠ করে শোনানো হয়।")),
        items=tuple(draw(_item(number)) for number in range(1, draw(st.integers(1, 4)) + 1)),
        closing="পরিশেষে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করা হয়।",
        letter=Letter(memo_number="05.41.9900.011.06.002.23-77", date="2023-03-20", bangla_date="1429-12-06"),
        present=tuple(
            Present(name=draw(NAMES), post=draw(POSTS), mobile=draw(st.none() | st.just("01700000000")), signed=draw(st.booleans()))
            for _ in range(draw(st.integers(0, 3)))
        ),
        copies=copies, signatories=draw(_signers("body")),
    )  # fmt: skip


_DIRECTIVES: tuple[Callable[[str], tuple[str, tuple[str, ...], tuple[Rule, ...]]], ...] = (
    lambda words: (f"{words} প্রস্তুত করতে হবে।", (), ()),
    lambda words: (
        f"পুলিশ সুপার নির্বাচনের ১০ (দশ) দিন পূর্বে {words} প্রেরণ করবেন।",
        ("পুলিশ সুপার",),
        (Rule(rule="once", on="anchor-10"),),
    ),
    lambda words: (f"তাৎক্ষণিকভাবে {words} অবহিত করতে হবে।", (), (Rule(rule="immediate"),)),
    lambda words: (
        f"০৫ (পাঁচ) দিন অন্তর অন্তর {words} প্রেরণ করতে হবে।",
        (),
        (Rule.model_validate({"rule": "every", "days": 5, "from": "issue", "until": "anchor"}),),
    ),
)
_LETTERED = ("ক", "খ", "গ")


@st.composite
def circulars(draw: st.DrawFn) -> Circular:
    frames, asked = [], []
    count = draw(st.integers(1, 4))
    for number in range(1, count + 1):
        makers = draw(st.lists(st.sampled_from(_DIRECTIVES), min_size=1, max_size=3))
        listed = len(makers) > 1
        codes = tuple(f"{number}({letter})" for letter in _LETTERED[: len(makers)]) if listed else (str(number),)
        for code, make in zip(codes, makers, strict=True):
            text, who, rules = make(draw(TITLES))
            asked.append(Directive(code=code, text=text, addressees=who, schedule=rules))
        intro = "কার্যক্রম নিম্নরূপ:" if listed else ""
        frames.append(Paragraph(number=str(number), title=f"{draw(WORDS)} ব্যবস্থা", text=intro, codes=codes))
    receipt = draw(st.booleans())
    if receipt:
        number = str(count + 1)
        asked.append(Directive(code=number, text="এই পরিপত্রের প্রাপ্তি স্বীকারের জন্য অনুরোধ করা হলো।"))
        frames.append(Paragraph(number=number, title="প্রাপ্তি স্বীকার", codes=(number,)))
    bodies, team = draw(st.just(((), ())) | st.just(((_TEAM,), (_FORMS_TEAM,))))
    if team:
        number = str(len(frames) + 1)
        asked.append(team[0].model_copy(update={"code": number}))
        frames.append(Paragraph(number=number, title="পরিদর্শন দল গঠন", codes=(number,)))
    copies = tuple(draw(st.lists(COPIES, max_size=2)))
    running = draw(st.integers(1, 30))
    return Circular(
        office="নদীকূল নির্বাচন অধিদপ্তর", letterhead=("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "নদীকূল নির্বাচন অধিদপ্তর"),
        title=f"পরিপত্র-{str(running).translate(_BANGLA)}", number=str(running), subject=f"{draw(TITLES)} প্রসঙ্গে",
        priority=tuple(draw(st.lists(st.sampled_from(("অতীব জরুরি", "নির্বাচন অগ্রাধিকার")), max_size=2, unique=True))),
        letter=draw(LETTERS), preamble="উপর্যুক্ত বিষয়ে নিম্নরূপ নির্দেশনা দেওয়া হলো:", paragraphs=tuple(frames), bodies=bodies,
        directives=tuple(asked), acknowledgement=receipt, addressees=("রিটার্নিং অফিসার, নদীকূল", "পুলিশ সুপার, নদীকূল"), copies=copies,
        signatories=draw(_signers("body", "copies") if copies else _signers("body")),
    )  # fmt: skip


_TEAM = Body(name="পরিদর্শন দল", level="upazila", led_by="রিটার্নিং অফিসার")
_FORMS_TEAM = Directive(
    code="", text="রিটার্নিং অফিসারের নেতৃত্বে উপজেলা পর্যায়ে পরিদর্শন দল গঠন করতে হবে।", addressees=("রিটার্নিং অফিসার",)
)  # fmt: skip
