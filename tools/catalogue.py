"""Catalogue gathers every sentence the faces say, checks that English has them all, and compiles the translations.

Sentences stand in the code in Bangla; `src/angikar/locale/en/LC_MESSAGES/django.po` is their English.

    python -m tools.catalogue update     write new sentences into the catalogue, to be translated there
    python -m tools.catalogue check      complain of missing, stale or mismatched translations
    python -m tools.catalogue compile    make the .mo files Django reads (never committed)
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "angikar"
LOCALES = SOURCE / "locale"
ENGLISH = LOCALES / "en" / "LC_MESSAGES" / "django.po"

METHODS = [("**.py", "python"), ("**/templates/**.*", "jinja2")]
OPTIONS = {"**/templates/**.*": {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true", "trimmed": "true"}}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "plural": (1, 1),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
NAMED = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
UNNAMED = re.compile(r"(?<!%)(?:%%)*%[sdrf]|\{\}")

Sentence = tuple[str, ...]
"""A msgid: one form, or singular and plural."""


def messages_in_use() -> Catalog:
    """Every sentence in the code and the templates."""
    catalog = Catalog()
    for _, _, message, _, context in extract_from_dir(SOURCE, METHODS, OPTIONS, keywords=KEYWORDS):
        catalog.add(message, context=context)
    return catalog


def english(path: Path = ENGLISH) -> Catalog:
    """The committed English catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale="en")


def _forms(text: str | tuple[str, ...] | list[str] | None) -> Sentence:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _holes(text: str) -> set[str]:
    return {percent or brace for percent, brace in NAMED.findall(text)}


def mismatch(message: Message) -> str | None:
    """What is wrong with one translated message, or None."""
    used, translated = _forms(message.id), _forms(message.string)
    if message.fuzzy or not all(translated):
        return "has no English"
    if any(UNNAMED.search(form) for form in used):
        return "has an unnamed placeholder; a translator must be able to move it"
    if any(_holes(form) - _holes(used[-1]) for form in translated) or _holes(used[-1]) - _holes(translated[-1]):
        return "has other placeholders in English"
    return None


def faults(used: Catalog, known: Catalog) -> Iterator[str]:
    """Sentences without English, English without a sentence, and translations that do not fit."""
    for message in used:
        if message.id and known.get(message.id, message.context) is None:
            yield f"{_forms(message.id)[0]!r} is not in the English catalogue"
    for message in known:
        if message.id and used.get(message.id, message.context) is None:
            yield f"{_forms(message.id)[0]!r} is used nowhere any more"
        elif message.id and (wrong := mismatch(message)):
            yield f"{_forms(message.id)[0]!r} {wrong}"


def disordered(text: str) -> Iterator[str]:
    """Where the file is not one entry between two blank lines, each sentence once: as a careless merge leaves it. Of two entries that
    stand together, one would be lost when the file is next written.
    """
    seen: set[str] = set()
    for entry in text.strip().split("\n\n"):
        lines = entry.splitlines()
        begun = [line for line in lines if line.startswith("msgid ")]
        if all(line.startswith("#") for line in lines):
            continue
        if len(begun) != 1:
            yield f"{len(begun)} sentences stand in one entry; a blank line parts two: {lines[0]}"
        if strange := next((line for line in lines if not line.startswith(("msg", '"', "#"))), None):
            yield f"the catalogue holds a line that is none of its own: {strange}"
        name = "\n".join(line for line in lines if not line.startswith("#")).partition("msgstr")[0]
        if name in seen:
            yield f"it stands twice in the catalogue: {begun[0] if begun else name}"
        seen.add(name)


def composed(tree: ast.AST) -> Iterator[int]:
    """Lines where a translator function is given something that is not a plain sentence."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _name(call.func) in KEYWORDS:
            places = KEYWORDS[_name(call.func)] or (1,)
            numbers = [place[0] if isinstance(place, tuple) else place for place in places]
            for argument in (call.args[number - 1] for number in numbers if number <= len(call.args)):
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    yield call.lineno


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def check() -> int:
    """Print every fault; 1 when there are any."""
    found = [*disordered(ENGLISH.read_text(encoding="utf-8")), *faults(messages_in_use(), english())]
    for path in sorted(SOURCE.rglob("*.py")):
        lines = composed(ast.parse(path.read_text(encoding="utf-8")))
        found += [
            f"{path}:{line}: a translated sentence must be written whole; put values in by name" for line in lines
        ]
    for sentence in found:
        sys.stdout.write(f"{sentence}\n")
    return 1 if found else 0


def update(path: Path = ENGLISH) -> int:
    """Bring the English catalogue up to what is used: what is no longer used goes, new sentences wait at the end without English.

    The header and the order of the other entries stay, so that a change reads as one. A file in disorder is left as it is, and said so.
    """
    wrong = list(disordered(path.read_text(encoding="utf-8")))
    if wrong:
        sys.stdout.writelines(f"{each}\n" for each in wrong)
        return 1
    used, known = messages_in_use(), english(path)
    entries = path.read_text(encoding="utf-8").strip().split("\n\n")
    remaining = [entry for entry in entries if _is_used(entry, used)]
    new = Catalog(locale="en")
    for message in used:
        if message.id and known.get(message.id, message.context) is None:
            new.add(message.id, context=message.context)
    added = io.BytesIO()
    write_po(added, new, width=0, no_location=True, omit_header=True)
    path.write_text("\n\n".join(filter(None, [*remaining, added.getvalue().decode().strip()])) + "\n", encoding="utf-8")
    return 0


def _is_used(entry: str, used: Catalog) -> bool:
    """Whether an entry of the file is the header, or its sentence is still used."""
    messages = [message for message in read_po(io.BytesIO(f"{entry}\n".encode())) if message.id]
    return all(used.get(message.id, message.context) is not None for message in messages)


def compile_all() -> int:
    """Write the .mo beside every .po."""
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as source:
            catalog = read_po(source, locale=path.parts[-3])
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalog)
    return 0


def main() -> int:
    """Do what the first argument says."""
    tasks = {"update": update, "check": check, "compile": compile_all}
    if len(sys.argv) != 2 or sys.argv[1] not in tasks:
        sys.stderr.write("say one of: update, check, compile\n")
        return 2
    return tasks[sys.argv[1]]()


if __name__ == "__main__":
    sys.exit(main())
