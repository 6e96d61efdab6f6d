"""Short messages are counted as the network counts them, and shortened without breaking a letter."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from angikar.notices.channels.segments import length, shortened

LINK = "https://angikar.example/duties/812/"


@pytest.mark.parametrize(
    ("text", "alphabet", "segments"),
    [
        ("", "gsm7", 0),
        ("a" * 160, "gsm7", 1),
        ("a" * 161, "gsm7", 2),
        ("a" * 307, "gsm7", 3),
        ("[" * 80, "gsm7", 1),
        ("[" * 81, "gsm7", 2),
        ("ক" * 70, "ucs2", 1),
        ("ক" * 71, "ucs2", 2),
        ("ক" * 134, "ucs2", 2),
        ("ক" * 135, "ucs2", 3),
        ("a" * 69 + "ক", "ucs2", 1),
        ("😀" * 35, "ucs2", 1),
        ("😀" * 36, "ucs2", 2),
    ],
)
def test_a_text_is_counted(text: str, alphabet: str, segments: int) -> None:
    assert length(text)[::2] == (alphabet, segments)


@given(st.text(alphabet=st.sampled_from("অ আ কিষ্ণুৎংঁ abc 😀।"), max_size=300), st.integers(1, 3))
def test_what_is_shortened_fits_and_keeps_its_link_and_whole_letters(text: str, most: int) -> None:
    made = shortened(text, LINK, most)
    assert length(made).segments <= most
    assert made.endswith(LINK)
    kept = made.removesuffix(LINK).strip().removesuffix("...")
    whole = " ".join(text.split())
    letters = regex.findall(r"\X", whole)
    assert kept == whole or kept in {"".join(letters[:n]).rstrip() for n in range(len(letters) + 1)}


def test_the_text_gives_way_at_a_space() -> None:
    made = shortened("নির্বাচনী আচরণবিধি প্রতিপালনের প্রতিবেদন আজ বিকাল পাঁচটার মধ্যে দিতে হবে", LINK, 1)
    assert made == f"নির্বাচনী আচরণবিধি প্রতিপালনের... {LINK}"
