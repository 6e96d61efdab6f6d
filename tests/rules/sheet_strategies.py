"""Evaluation sheets made by chance, of invented offices, with levels and without."""

from __future__ import annotations

from hypothesis import strategies as st

from angikar.rules.kinds.evaluation_sheet import EvaluationArea, EvaluationRow, EvaluationSheet
from tests.rules.strategies import MARKS, MINISTRIES, OFFICES, TITLES, signers

MARKED = st.none() | st.integers(0, 9999).map(lambda hundredths: f"{hundredths // 100}.{hundredths % 100:02}")
_FIGURES = st.integers(0, 9_999_999).map(str) | st.sampled_from(("99.5", "2023-03-31", "29.97"))


@st.composite
def _rows(draw: st.DrawFn, code: str, levels: tuple[int, ...]) -> EvaluationRow:
    reported = draw(st.booleans())
    state = "reported" if reported else draw(st.sampled_from(("not_reported", "not_due", "not_applicable")))
    return EvaluationRow.model_validate(
        {
            "code": code,
            "title": f"{draw(TITLES)} {code.replace('.', 'ক')}",
            "unit_text": draw(st.sampled_from((None, "সংখ্যা", "%", "তারিখ"))),
            "weight": draw(MARKS),
            "criteria": tuple(draw(st.none() | _FIGURES) for _ in levels),
            "target": () if levels else draw(st.just(()) | st.tuples(_FIGURES)),
            "state": state,
            "actual": draw(_FIGURES) if reported else None,
            **{
                slot: draw(MARKED) if reported else None
                for slot in ("claimed_raw", "claimed", "accepted_raw", "accepted")
            },
            "proven": draw(st.booleans()) if reported else None,
        }
    )


@st.composite
def evaluation_sheets(draw: st.DrawFn) -> EvaluationSheet:
    levels = draw(st.sampled_from(((100, 90, 80, 70, 60), (100, 90), ())))
    areas = []
    for a in range(1, draw(st.integers(1, 3)) + 1):
        rows = tuple(draw(_rows(f"{a}.{n}.1", levels)) for n in range(1, draw(st.integers(1, 3)) + 1))
        areas.append(
            EvaluationArea(
                part=draw(st.sampled_from(("own", "governance"))),
                code=str(a),
                title=f"{draw(TITLES)} {a}",
                weight=draw(st.none() | MARKS),
                claimed=draw(MARKED),
                accepted=draw(MARKED),
                rows=rows,
            )
        )
    return EvaluationSheet(
        office=draw(OFFICES),
        counterpart=draw(st.none() | MINISTRIES),
        fiscal_year="2022-23",
        plan="বার্ষিক কর্মসম্পাদন চুক্তি",
        title="বার্ষিক কর্মসম্পাদন মূল্যায়ন পত্র",
        on="2023-08-01",
        levels=levels,
        areas=tuple(areas),
        weight=draw(st.none() | MARKS),
        claimed=draw(MARKED),
        accepted=draw(MARKED),
        signatories=draw(st.just(()) | signers("body", "body")),
    )
