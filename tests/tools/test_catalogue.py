"""The catalogue tool finds sentences that English lacks, keeps for nothing, or says with other figures."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from tools.catalogue import ENGLISH, composed, disordered, english, faults, messages_in_use, mismatch, update


def _catalog(*pairs: tuple[str, str]) -> Catalog:
    made = Catalog()
    for bangla, translated in pairs:
        made.add(bangla, translated)
    return made


def test_a_sentence_without_english_and_english_without_a_sentence_are_faults() -> None:
    said, known = _catalog(("রাখুন", ""), ("মুছুন", "")), _catalog(("রাখুন", "Keep"), ("পুরোনো", "Old"))
    assert list(faults(said, known)) == [
        "'মুছুন' is not in the English catalogue",
        "'পুরোনো' is used nowhere any more",
    ]


@pytest.mark.parametrize(
    ("bangla", "translated", "wrong"),
    [
        ("রাখুন", "Keep", None),
        ("%(count)s টি", "%(count)s items", None),
        ("রাখুন", "", "has no English"),
        ("%s টি", "%s items", "has an unnamed placeholder; a translator must be able to move it"),
        ("%(count)s টি", "some items", "has other placeholders in English"),
        ("%(count)s টি", "%(number)s items", "has other placeholders in English"),
        (("একটি", "%(num)s টি"), ("one", "%(num)s items"), None),
        (("একটি", "%(num)s টি"), ("one", ""), "has no English"),
    ],
)
def test_a_translation_must_be_there_and_fit(
    bangla: str | tuple[str, str], translated: str | tuple[str, str], wrong: str | None
) -> None:
    assert mismatch(Message(bangla, translated)) == wrong


ENTRY = 'msgid "{}"\nmsgstr "{}"'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n\n".join((ENTRY.format("", "header"), "# Papers", ENTRY.format("ক", "a"), ENTRY.format("খ", "b"))), None),
        ("\n".join((ENTRY.format("ক", "a"), ENTRY.format("খ", "b"))), "2 sentences stand in one entry"),
        ("\n\n".join((ENTRY.format("ক", "a"), ENTRY.format("ক", "b"))), "it stands twice"),
        (f'msgctxt "x"\n{ENTRY.format("ক", "a")}\n\n{ENTRY.format("ক", "b")}', None),
        (f"<<<<<<< main\n{ENTRY.format('ক', 'a')}", "none of its own"),
    ],
)
def test_a_merge_that_runs_two_entries_together_is_refused_and_loses_none(
    text: str, said: str | None, tmp_path: Path
) -> None:
    found = list(disordered(text))
    assert (said in found[0]) if said else not found
    if said:
        (tmp_path / "django.po").write_text(text, encoding="utf-8")
        assert update(tmp_path / "django.po") == 1
        assert (tmp_path / "django.po").read_text(encoding="utf-8") == text


def test_a_fuzzy_translation_is_none() -> None:
    assert mismatch(Message("রাখুন", "Keep", flags=("fuzzy",))) == "has no English"


@pytest.mark.parametrize(
    "call", ['_(f"{n} টি")', '_("%s টি" % n)', '_("{} টি".format(n))', "gettext(word)", 'ngettext("এক", many, n)']
)
def test_a_composed_sentence_is_a_fault(call: str) -> None:
    assert list(composed(ast.parse(call))) == [1]


def test_a_whole_sentence_with_values_put_in_afterwards_is_none() -> None:
    assert list(composed(ast.parse('_("%(n)s টি") % {"n": n}'))) == []


def test_the_house_says_something_and_english_has_a_plural_rule() -> None:
    assert len(messages_in_use()) > 0
    assert english().num_plurals == 2


def test_an_update_adds_what_is_new_drops_what_is_gone_and_leaves_the_rest_as_it_was(tmp_path: Path) -> None:
    whole = ENGLISH.read_text(encoding="utf-8")
    path = tmp_path / "django.po"
    first = whole.index('msgid "', whole.index("\n\n"))
    gone = whole[first : whole.index("\n\n", first)]
    path.write_text(
        whole.replace(f"{gone}\n\n", "") + '\nmsgid "কেউ বলে না"\nmsgstr "a comet nobody saw"\n', encoding="utf-8"
    )
    assert update(path) == 0
    updated = path.read_text(encoding="utf-8")
    assert updated.startswith(whole[:first])
    assert "a comet nobody saw" not in updated
    assert gone.splitlines()[0] in updated[-400:]
