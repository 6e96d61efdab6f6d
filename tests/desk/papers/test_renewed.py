"""Only what a step has changed of the margin is drawn again: put in place, the notes are those of the whole margin."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.desk.papers.renewed import renewed_notes
from angikar.desk.papers.review import Note, note_of
from angikar.desk.papers.sheet import in_order, sheet_of, spot_at
from angikar.history.refusal import Refused
from angikar.papers import content as contents
from angikar.papers import doubts
from angikar.papers.models import Paper
from angikar.rules.kinds import kind_named
from angikar.rules.kinds.agreement.content import Agreement
from tests.rules.strategies import agreements

_PLACES = ("title", "weight", "criteria", "target", "baselines", "unit_text")
_TYPED = st.sampled_from(("", "7", "১২", "সভা ৩ (তিনি)", "গুরুতপূর্ণ সভা", "2023-01-15", "10, 9, 8, 7, 6", "6, 9, 8"))


def _paper(agreement: Agreement) -> Paper:
    content = contents.valid(kind_named("agreement"), agreement.model_dump(mode="json"))
    checked = kind_named("agreement").check(agreement, None)
    return Paper(kind="agreement", content=content, doubts=doubts.entered(checked, checked))


def _typed(before: Paper, path: str, value: str) -> Paper:
    kind = kind_named("agreement")
    put = contents.put(before.content, path, contents.figure(path, value) if value else None)
    content = contents.changed(kind, before.content, put)
    checked = kind.check(kind.content.model_validate(content), None)
    return Paper(kind="agreement", content=content, doubts=doubts.after_change(before.doubts, checked, path))


def _whole(paper: Paper) -> dict[str, Note]:
    """Every note of the margin in its order."""
    return {each.key: note_of(paper, each) for each in in_order(doubts.still_open(paper.doubts))}


@given(agreements(), st.data())
@settings(max_examples=12)
def test_put_in_their_places_the_renewed_notes_make_the_whole_margin(agreement: Agreement, data: st.DataObject) -> None:
    before = _paper(agreement)
    for _ in range(3):
        rows = [path for path, _, _, _ in agreement.indicators()]
        path = f"{data.draw(st.sampled_from(rows))}.{data.draw(st.sampled_from(_PLACES))}"
        try:
            after = _typed(before, path, data.draw(_TYPED))
        except Refused:
            continue  # what was typed does not fit there
        shown, renewed = _whole(before), renewed_notes(before, after)
        if renewed is not None:
            for key in renewed.gone:
                del shown[key]
            for each in renewed.changed:
                shown[each.doubt.key] = each
            order = list(shown)
            for behind, each in renewed.new:
                shown[each.doubt.key] = each
                order.insert(order.index(behind) + 1 if behind else 0, each.doubt.key)
            whole = _whole(after)
            assert (order, renewed.count) == (list(whole), len(whole))
            assert shown == whole
        before = after


@given(agreements())
@settings(max_examples=5)
def test_a_place_is_found_as_it_is_on_the_sheet(agreement: Agreement) -> None:
    paper = _paper(agreement)
    spots = [
        spot
        for piece in sheet_of(paper, doubts.still_open(paper.doubts))
        for spot in (piece.spot, *(cell.spot for row in (*piece.head, *piece.rows) for cell in row))
        if spot is not None and spot.path
    ]
    for spot in spots[:: max(1, len(spots) // 12)]:
        assert spot_at(paper, spot.number, spot.path, doubts.still_open(paper.doubts)) == spot
