"""Directives that are rearranged keep what stands below them, and their labels run on at every depth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.kinds.circular.arrange import arrange
from angikar.rules.kinds.circular.content import Circular, CircularParagraph, Directive

LETTERS, FIGURES = "কখগঘঙ", "১২৩৪৫"
CODES = ("1", "2(ক)", "2(ক)(১)", "2(ক)(২)", "2(খ)", "2(গ)", "2(গ)(১)")


def circular(codes: tuple[str, ...]) -> Circular:
    """A circular whose directives have these codes, each with the code as its text."""
    numbers = list(dict.fromkeys(code.partition("(")[0] for code in codes))
    frames = tuple(
        CircularParagraph(number=number, codes=tuple(code for code in codes if code.partition("(")[0] == number))
        for number in numbers
    )
    return Circular(paragraphs=frames, directives=tuple(Directive(code=code, text=code) for code in codes))


def said(content: Circular) -> dict[str, str]:
    """Every code with the text that stands under it."""
    return {each.code: each.text for each in content.directives}


@st.composite
def circulars(draw: st.DrawFn) -> Circular:
    """A paragraph with directives down to the third depth, well numbered."""
    codes = ["1(" + LETTERS[first] + ")" for first in range(draw(st.integers(1, 4)))]
    nested = []
    for code in codes:
        nested.append(code)
        for second in range(draw(st.integers(0, 3))):
            nested.append(f"{code}({FIGURES[second]})")
            nested += [f"{code}({FIGURES[second]})({LETTERS[third]})" for third in range(draw(st.integers(0, 2)))]
    return circular(tuple(nested))


def test_a_directive_takes_what_is_below_it_along() -> None:
    moved = arrange(circular(CODES), "directives.4", "up")
    assert list(said(moved)) == ["1", "2(ক)", "2(খ)", "2(খ)(১)", "2(খ)(২)", "2(গ)", "2(গ)(১)"]
    assert [moved.directives[n].text for n in (1, 2, 3)] == ["2(খ)", "2(ক)", "2(ক)(১)"]


def test_a_new_directive_has_the_depth_of_the_one_before_it() -> None:
    more = arrange(circular(CODES), "directives.2", "add", "নতুন")
    assert said(more)["2(ক)(২)"] == "নতুন"
    assert said(more)["2(ক)(৩)"] == "2(ক)(২)"
    assert said(arrange(circular(CODES), "directives.1", "add", "নতুন"))["2(খ)"] == "নতুন"


def test_a_removed_directive_is_removed_with_what_is_below_it() -> None:
    assert list(said(arrange(circular(CODES), "directives.1", "remove"))) == ["1", "2(ক)", "2(খ)", "2(খ)(১)"]


def test_labels_above_that_bear_no_directive_stay() -> None:
    codes = ("1(ক)(১)", "1(ক)(২)", "1(খ)(১)")
    assert tuple(said(arrange(circular(codes), "paragraphs.0", "down"))) == codes


@given(circulars(), st.data())
def test_what_is_moved_down_and_up_again_is_what_it_was(content: Circular, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(content.directives) - 1))
    text = content.directives[index].text
    moved = arrange(content, f"directives.{index}", "down")
    assert sorted(each.text for each in moved.directives) == sorted(each.text for each in content.directives)
    at = next(n for n, each in enumerate(moved.directives) if each.text == text)
    if moved != content:
        assert arrange(moved, f"directives.{at}", "up") == content


@given(circulars())
def test_a_paragraph_that_is_added_and_removed_changes_no_label(content: Circular) -> None:
    longer = arrange(content, "paragraphs", "add", "আরও একটি নির্দেশ দিন।")
    assert arrange(longer, f"paragraphs.{len(longer.paragraphs) - 1}", "remove") == content
