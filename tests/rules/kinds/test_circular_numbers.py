"""The numbers and titles of circulars as offices print them: each form is read, printed and read back with the same codes."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import kind_named, understand
from angikar.rules.kinds.circular import Circular

TEXT = """নমুনা কার্যালয়

স্মারক নং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫\tতারিখ: ০২ মে ২০২১

{title}

বিষয়: প্রস্তুতি।

{first} শাখা তালিকা পাঠাবে।
{second} শাখা সভা করবে।

(নমুনা নাম)
সহকারী পরিচালক

বিতরণ:
১। পুলিশ সুপার, নীলগঞ্জ
"""


def _read(first: str = "১।", second: str = "২।", title: str = "পরিপত্র") -> Circular:
    content = understand(read_text(TEXT.format(first=first, second=second, title=title))).content
    assert isinstance(content, Circular)
    return content


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("১ঃ", "২ঃ", ["1", "2"]),
        ("১-", "২-", ["1", "2"]),
        ("[১]", "[২]", ["1", "2"]),
        ("অনুচ্ছেদ-১:", "অনুচ্ছেদ-২:", ["1", "2"]),
        ("দফা ১।", "দফা ২।", ["1", "2"]),
        ("১নং।", "২নং।", ["1", "2"]),
        ("৯৯।", "১০০।", ["99", "100"]),
        ("১(ক)", "১(খ)", ["1(ক)", "1(খ)"]),
        ("১। (ক)", "(খ)", ["1(ক)", "1(খ)"]),
        ("১।ক)", "১।খ)", ["1(ক)", "1(খ)"]),
        ("১.১.১", "১.১.২", ["1.1.1", "1.1.2"]),
        ("(১.১)", "(১.২)", ["1.1", "1.2"]),
        ("(i)", "(ii)", ["i", "ii"]),
        ("a)", "b)", ["a", "b"]),
        ("A.", "B.", ["A", "B"]),
        ("অ)", "আ)", ["অ", "আ"]),
    ],
)
def test_a_number_of_any_form_is_the_code_and_is_read_back(first: str, second: str, codes: list[str]) -> None:
    content = _read(first, second)
    assert [each.code for each in content.directives] == codes
    assert [each.text for each in content.directives] == ["শাখা তালিকা পাঠাবে।", "শাখা সভা করবে।"]
    doubts = {each.code for each in kind_named("circular").check(content, None) if each.severity != "info"}
    assert not doubts & {"label-sequence", "code-duplicate", "number-repeated"}
    again = understand(kind_named("circular").write(content)).content
    assert [(each.code, each.text) for each in again.directives] == [
        (each.code, each.text) for each in content.directives
    ]


@pytest.mark.parametrize(
    "text",
    ["১০:৩০ টায় সভা শুরু করতে হবে।", "১০-১২ জন উপস্থিত থাকবেন।", "২০২১-২২ অর্থবছরের হিসাব দিতে হবে।", "১ নং শাখা তালিকা পাঠাবে।"],
)
def test_a_figure_that_opens_a_sentence_is_no_number(text: str) -> None:
    content = understand(
        read_text(TEXT.format(first="", second="", title="পরিপত্র").replace(" শাখা সভা করবে।", f"\n{text}"))
    ).content
    assert text in [each.text for each in content.directives]


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("স্থায়ী পরিপত্র নম্বর ১২", "12"),
        ("অতি জরুরি পরিপত্র", None),
        ("পরিপত্র (২য় সংশোধনী)", None),
        ("সার্কুলার লেটার নং-০৩", "3"),
        ("Circular No. 4", "4"),
        ("পরিপত্র নম্বর-৪, তারিখ: ০২ মে ২০২১", "4"),
    ],
)
def test_a_circular_is_known_by_its_title_in_any_words(title: str, number: str | None) -> None:
    content = _read(title=title)
    assert (content.title, content.number) == (title, number)
    assert [each.code for each in content.directives] == ["1", "2"]


def test_the_circular_of_another_office_is_no_title() -> None:
    text = TEXT.format(first="১।", second="২।", title="অর্থ বিভাগের পরিপত্র নং ৩")
    assert understand(read_text(text)).kind == "plain_letter"
