"""Integrity plans for the tests: a printed sample with an invented office, and plans made at random."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from angikar.rules.document import Document
from angikar.rules.kinds.integrity_plan import INTEGRITY_PLAN
from angikar.rules.kinds.integrity_plan.content import Covering, IntegrityPlan
from angikar.rules.letters.values import Letter, Signatory
from angikar.rules.plan import Activity, Area, Indicator
from angikar.rules.reading import Reading

HEAD = (
    "জাতীয় শুদ্ধাচার কৌশল কর্ম-পরিকল্পনা, ২০১৮-২০১৯\n\n"
    "মন্ত্রণালয়/বিভাগ/রাষ্ট্রীয় প্রতিষ্ঠানের নাম: কাল্পনিক সচিবালয়\n\n"
    "কার্যক্রমের নাম\tকর্মসম্পাদন সূচক\tসূচকের মান\tএকক\tবাস্তবায়নের দায়িত্বপ্রাপ্ত ব্যক্তি/পদ\t"
    "২০১৮-২০১৯ অর্থবছরের লক্ষ্যমাত্রা\tবাস্তবায়ন অগ্রগতি পরিবীক্ষণ, ২০১৮-২০১৯\t\t\t\t\t\t\tমন্তব্য\n"
    "\t\t\t\t\t\tলক্ষ্যমাত্রা/অর্জন\t১ম কোয়ার্টার\t২য় কোয়ার্টার\t৩য় কোয়ার্টার\t৪র্থ কোয়ার্টার\tমোট অর্জন\tঅর্জিত মান\t\n"
    "১\t২\t৩\t৪\t৫\t৬\t৭\t৮\t৯\t১০\t১১\t১২\t১৩\t১৪\n"
)
AREA = "১. প্রাতিষ্ঠানিক ব্যবস্থা.....{weight}\n"
ROW = "১.১ কমিটির সভা\tঅনুষ্ঠিত সভা\t{weight}\t{unit}\tউপপরিচালক\t{target}\tলক্ষ্যমাত্রা\t{quarters}\t\t\t\n"


def plan_text(
    *, area: str = "৪", weight: str = "৪", unit: str = "সংখ্যা", target: str = "৪", quarters: str = "১\t১\t১\t১"
) -> str:
    return HEAD + AREA.format(weight=area) + ROW.format(weight=weight, unit=unit, target=target, quarters=quarters)


def understood(document: Document, name: str | None = None) -> Reading[IntegrityPlan]:
    found = INTEGRITY_PLAN.read(document, name)
    return found.with_doubts(*INTEGRITY_PLAN.check(found.content, found.framework))


WORDS = st.sampled_from(["সভা", "তালিকা", "প্রশিক্ষণ", "পরিদর্শন", "সেবা", "নথি"])
TITLES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
POSTS = st.sampled_from(["উপপরিচালক", "সহকারী পরিচালক (প্রশাসন)", "অর্থ ও প্রশাসন", "শুদ্ধাচার ফোকাল পয়েন্ট"])
DAYS = ("2018-09-30", "2018-12-31", "2019-03-31", "2019-06-30")


@st.composite
def rows(draw: st.DrawFn, code: str) -> Indicator:
    kind = draw(st.sampled_from(["number", "percent", "date"]))
    chosen = draw(st.tuples(*[st.booleans()] * 4).filter(any))
    base = {
        "code": code,
        "title": draw(TITLES) + f" {code.replace('.', 'ক')}",
        "unit": kind,
        "weight": str(draw(st.integers(1, 9))),
        "responsible": tuple(draw(st.lists(POSTS, min_size=1, max_size=2, unique=True))),
    }
    if kind == "number":
        parts = [str(draw(st.integers(1, 99))) if each else None for each in chosen]
        total = str(sum(int(part) for part in parts if part))
        return Indicator(**base, unit_text="সংখ্যা", counting="sum", target=(total,), quarter_targets=tuple(parts))
    if kind == "percent":
        rate = str(draw(st.integers(1, 100)))
        quarters = tuple(rate if each else None for each in chosen)
        return Indicator(**base, unit_text="%", counting="average", target=(rate,), quarter_targets=quarters)
    days = tuple(day if each else None for day, each in zip(DAYS, chosen, strict=True))
    target = tuple(filter(None, days))
    return Indicator(**base, unit_text="তারিখ", counting="date", target=target, quarter_targets=days)


@st.composite
def plans(draw: st.DrawFn) -> IntegrityPlan:
    areas = []
    for a in range(1, draw(st.integers(1, 3)) + 1):
        activities = []
        for b in range(1, draw(st.integers(1, 3)) + 1):
            count = draw(st.integers(1, 2))
            found = tuple(draw(rows(f"{a}.{b}.{c}")) for c in range(1, count + 1))
            activities.append(Activity(code=f"{a}.{b}", title=draw(TITLES), indicators=found))
        weight = draw(st.none() | st.integers(1, 20).map(str))
        areas.append(Area(code=str(a), title=draw(TITLES), weight=weight, activities=tuple(activities)))
    signer = Signatory(name="ক খ গ", post="উপপরিচালক", role="body")
    cover = Covering(
        masthead=("কাল্পনিক সচিবালয়",),
        subject=draw(TITLES),
        body=(draw(TITLES),),
        enclosure="০২ পাতা",
        addressees=("সিস্টেম ম্যানেজার",),
        signatories=(signer,),
    )
    sent = draw(st.booleans())
    letter = Letter(memo_number="12.34.5600.789.01.002.18-45", date="2018-09-10", bangla_date="1425-05-26")
    return IntegrityPlan(
        office="কাল্পনিক সচিবালয়",
        fiscal_year="2018-19",
        title="শুদ্ধাচার কর্ম-পরিকল্পনা, ২০১৮-১৯",
        areas=tuple(areas),
        letter=letter if sent else Letter(),
        covering=cover if sent else None,
        signatories=(signer,),
    )


def without_lines(plan: IntegrityPlan) -> dict[str, Any]:
    """The content but for the lines of its source, which every printing has again."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: bare(each) for name, each in value.items() if name != "lines"}
        return [bare(each) for each in value] if isinstance(value, list) else value

    found = bare(plan.model_dump(mode="json"))
    assert isinstance(found, dict)
    return found
