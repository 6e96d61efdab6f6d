"""A contents page is left out where the paper prints its titles again, and nothing else is lost with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.bangla.text import key
from angikar.rules.document import Block, Document, Heading, PageBreak, Paragraph
from angikar.rules.recognition.contents_page import without_contents

TITLES = ("প্রস্তাবনা", "সেকশন ১", "কর্মসম্পাদন পরিকল্পনা", "সংযোজনী ১: শব্দসংক্ষেপ")
BODY: tuple[Block, ...] = tuple(part for title in TITLES for part in (Heading(title, 2), Paragraph(f"{title} এর কথা।")))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading | Paragraph)]


def paper(*lines: str) -> Document:
    return Document((Heading("চুক্তি"), Paragraph("সূচিপত্র"), *map(Paragraph, lines), PageBreak(), *BODY))


def test_titles_with_pages_without_pages_and_over_two_lines_are_left_out() -> None:
    whole = texts(Document((Heading("চুক্তি"), *BODY)))
    with_pages = [f"{title} ........ {page}" for title, page in zip(TITLES, "৩৪৫৯", strict=True)]
    broken = [*TITLES[:2], "কর্মসম্পাদন", "পরিকল্পনা ৫", TITLES[3]]
    assert [texts(without_contents(paper(*lines))) for lines in (with_pages, TITLES, broken)] == [whole] * 3


def test_a_line_that_does_not_come_again_ends_the_list_and_stays() -> None:
    found = texts(without_contents(paper(*TITLES[:3], "৩১ মে তারিখের মধ্যে প্রতিবেদন দিতে হবে ৫", TITLES[3])))
    assert found[:3] == ["চুক্তি", "৩১ মে তারিখের মধ্যে প্রতিবেদন দিতে হবে ৫", TITLES[3]]


def test_two_titles_are_no_list() -> None:
    assert without_contents(paper(*TITLES[:2])) == paper(*TITLES[:2])


LINES = st.lists(
    st.sampled_from([*TITLES, *(f"{title} ৭" for title in TITLES), "সূচিপত্র", "অন্য কথা ৪", "", "৭"]), max_size=12
)


@given(before=LINES, after=LINES)
def test_every_word_that_is_left_out_is_printed_further_on(before: list[str], after: list[str]) -> None:
    document = Document((*map(Paragraph, before), Paragraph("সূচিপত্র"), *map(Paragraph, after)))
    kept = {key(text) for text in texts(without_contents(document))}
    joined = "".join(sorted(kept))
    for text in texts(document):
        bare = key(text.removesuffix(" ৭"))
        assert key(text) in kept or bare in joined or bare in ("", "7", key("সূচিপত্র"))
