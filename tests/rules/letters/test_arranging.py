"""Paragraphs, directives and lists of a letter rearranged: numbers run on, words are never lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.rules.kinds.circular import CIRCULAR, Circular
from angikar.rules.kinds.circular.arrange import arrange as arrange_circular
from angikar.rules.kinds.plain_letter import PlainLetter, arrange
from angikar.rules.letters.arranging import How, arranged
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.values import Copy, Enclosure

STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "under", "up", "down", "number", "remove")), st.integers(-1, 9)), max_size=12
)


def _written(*steps: tuple[How, int]) -> PlainLetter:
    letter = PlainLetter()
    for turn, (how, index) in enumerate(steps):
        letter = arrange(letter, "body" if index < 0 else f"body.{index}.text", how, f"কথা {turn}")
    return letter


def _labels(letter: PlainLetter) -> list[str]:
    return [passage.label for passage in letter.body]


def test_numbers_run_on_through_three_depths() -> None:
    letter = _written(("add", -1), ("add", -1), ("under", 1), ("under", 2), ("add", 2), ("add", -1))
    assert _labels(letter) == ["", "১।", "(১)", "(ক)", "(২)", "২।"]


def test_a_paragraph_takes_its_sub_paragraphs_along() -> None:
    letter = arrange(_written(("add", -1), ("add", -1), ("under", 1), ("add", -1)), "body.1.text", "down")
    assert [(each.label, each.text) for each in letter.body] == [
        ("", "কথা 0"),
        ("১।", "কথা 3"),
        ("২।", "কথা 1"),
        ("(১)", "কথা 2"),
    ]
    assert arrange(letter, "body.2.text", "remove").body == letter.body[:2]
    assert arrange(letter, "body.3.text", "up") == letter, "an only item has nowhere to go"


@settings(max_examples=60)
@given(STEPS)
def test_moving_and_numbering_lose_no_word(steps: list[tuple[How, int]]) -> None:
    letter = PlainLetter(body=tuple(LetterPassage(label="১।", text=f"কথা {n}") for n in range(4)))
    for how, index in steps:
        if how in ("up", "down", "number"):
            letter = arrange(letter, f"body.{index}.text" if index >= 0 else "body", how)
    assert sorted(each.text for each in letter.body) == [f"কথা {n}" for n in range(4)]


@settings(max_examples=60)
@given(STEPS)
def test_a_rearranged_circular_has_no_gap_and_no_code_twice(steps: list[tuple[How, int]]) -> None:
    circular = Circular(subject="ক", addressees=("জেলা প্রশাসক",))
    for turn, (how, index) in enumerate(steps):
        name = "directives" if turn % 2 else "paragraphs"
        circular = arrange_circular(circular, name if index < 0 else f"{name}.{index}", how, f"কথা {turn}")
    found = {doubt.code for doubt in CIRCULAR.check(circular, None)}
    assert not found & {"number-gap", "number-repeated", "label-sequence", "code-duplicate"}
    assert [code for frame in circular.paragraphs for code in frame.codes] == [
        each.code for each in circular.directives
    ]


def test_directives_are_numbered_under_their_paragraph() -> None:
    circular = Circular()
    for path, how in (("paragraphs", "add"), ("paragraphs.0", "under"), ("directives.1", "add"), ("paragraphs", "add")):
        circular = arrange_circular(circular, path, how, f"{path} {how}")
    assert [each.code for each in circular.directives] == ["1", "1(ক)", "1(খ)", "2"]
    figures = arrange_circular(circular, "directives.1", "number")
    assert [each.code for each in figures.directives] == ["1", "1(১)", "1(২)", "2"]
    moved = arrange_circular(circular, "directives.3", "up")
    assert (moved.directives[0].code, moved.directives[0].text) == ("1", "paragraphs add")
    assert [each.code for each in moved.directives] == ["1", "2", "2(ক)", "2(খ)"]
    assert arrange_circular(circular, "directives.9", "remove") == circular


def test_lists_take_lines_as_people_type_them() -> None:
    letter = arranged(PlainLetter(), "copies", "add", "সচিব, ঢাকা [সদয় অবগতির জন্য]\n\nজেলা প্রশাসক (সকল)")
    letter = arranged(letter, "enclosures", "add", "কেন্দ্রের তালিকা (৫ পাতা)")
    assert letter.copies == (Copy(to="সচিব, ঢাকা", note="সদয় অবগতির জন্য"), Copy(to="জেলা প্রশাসক (সকল)"))
    assert letter.enclosures == (Enclosure(title="কেন্দ্রের তালিকা", pages="5"),)
    assert arranged(letter, "copies.0", "remove").copies == letter.copies[1:]
    assert arranged(letter, "subject", "remove") == letter
