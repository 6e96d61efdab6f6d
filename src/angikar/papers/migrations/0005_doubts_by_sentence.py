"""Stores every doubt by the code and the facts of its sentence, where its finished texts were stored before."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import migrations

from angikar.history.chain.digests import digest
from angikar.papers.stored_doubt import AS_WRITTEN, StoredDoubt, sentences
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.sentence import Fact, Facts, Sentence, fill, places

Row = dict[str, Any]

_SAME = ("severity", "path", "place", "suggestion", "origin", "settled", "by", "words")
"""What a stored doubt keeps as it was."""


def by_sentence(old: Row) -> Row:
    """A doubt with its finished texts as a doubt by sentence and facts; texts that no sentence makes stay as written."""
    code, texts = old["code"], (old["message"], old["message_en"])
    matches = [
        (sentence, facts)
        for sentence in sentences().values()
        if sentence.name == code
        for facts in _facts(sentence, *texts)
    ]
    fullest = max(matches, key=lambda match: len(_literal(match[0].english)), default=None)
    name, facts = (fullest[0].code, fullest[1]) if fullest else (f"{code}/{AS_WRITTEN}", {"text": texts})
    place = {"line": None, "page": None, "cell": None, "box": None, **old["place"]}
    stored = {fact: list(value) if isinstance(value, tuple) else value for fact, value in facts.items()}
    return {"sentence": name, "facts": stored, **{each: old[each] for each in _SAME}, "place": place}


def by_texts(new: Row) -> Row:
    """The way back: a doubt by sentence and facts as a doubt with its finished texts and the key these made."""
    doubt = StoredDoubt.from_row(new)
    texts = {"code": doubt.code, "message": doubt.message, "message_en": doubt.message_en}
    key = digest([doubt.code, doubt.path, doubt.message])[:16]
    return {**texts, **{each: new[each] for each in _SAME}, "key": key}


def _facts(sentence: Sentence, bangla: str, english: str) -> Iterable[Facts]:
    """The facts with which a sentence says what the two texts say; none where it does not."""
    in_english, in_bangla = (
        _read(template, text) for template, text in ((sentence.english, english), (sentence.bangla, bangla))
    )
    if in_english is None:
        return
    if in_bangla is None:  # the Bangla has another wording now: only facts that it shows as they are can be relied on
        if places(sentence) == in_english.keys() and all(_shown(value, bangla) for value in in_english.values()):
            yield in_english
        return
    facts = {name: _fact(name, sentence, in_bangla.get(name), in_english.get(name)) for name in places(sentence)}
    if fill(sentence.english, facts, bangla=False) == english:
        yield facts


def _fact(name: str, sentence: Sentence, bangla: str | None, english: str | None) -> Fact:
    """A fact by what each language shows of it: one value where the two differ in digits or as a day, else a pair."""
    formatted = any(f"{{{name}:" in template for template in (sentence.bangla, sentence.english))
    if english is None:
        return to_latin(bangla or "") if formatted else bangla or ""
    if bangla is None or bangla == english or formatted:
        return english
    return (
        int(english) if english.isascii() and english.isdecimal() and to_latin(bangla) == english else (bangla, english)
    )


def _read(template: str, text: str) -> dict[str, str] | None:
    """What stands at the places of a template in a finished text; None where the text was not made of it."""
    pattern, seen = "", set()
    for literal, name, _, _ in string.Formatter().parse(template):
        pattern += re.escape(literal)
        if name:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
            seen.add(name)
    found = re.fullmatch(pattern, text, re.DOTALL)
    return found.groupdict() if found else None


def _shown(value: str, text: str) -> bool:
    """Whether a Bangla text shows a value: as it is, in Bangla digits or as a day."""
    try:
        day = write_date(date.fromisoformat(value))
    except ValueError:
        day = value
    return any(form in text for form in (value, to_bangla(value), day))


def _literal(template: str) -> str:
    return "".join(literal for literal, _, _, _ in string.Formatter().parse(template))


def _rewrite(convert: Callable[[Row], Row]) -> Callable[[Any, Any], None]:
    def every_paper(apps: Any, schema_editor: Any) -> None:
        papers = apps.get_model("papers", "Paper").objects.using(schema_editor.connection.alias)
        for pk in list(papers.order_by("pk").values_list("pk", flat=True)):
            doubts = papers.values_list("doubts", flat=True).get(pk=pk)
            papers.filter(pk=pk).update(doubts=[convert(each) for each in doubts])

    return every_paper


class Migration(migrations.Migration):
    """The columns stay; a frozen paper's hash does not cover its doubts."""

    dependencies = [("papers", "0004_receipts_and_outsiders")]

    operations = [migrations.RunPython(_rewrite(by_sentence), _rewrite(by_texts))]
