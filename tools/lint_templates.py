"""Lint templates holds every page to what a strict browser, a screen reader and a translator need.

Run as `python -m tools.lint_templates`. It reads our Jinja2 templates as text, as a syntax tree and as HTML.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

SOURCE = Path(__file__).parents[1] / "src" / "angikar"
TRANSLATORS = {"_", "gettext", "ngettext", "plural", "pgettext", "npgettext"}
READ_ALOUD = {"alt", "aria-label", "placeholder", "title"}
UNLABELLED = {"hidden", "submit", "button", "reset", "image"}
OWN_NAMES = {"বাংলা", "English"}
"""A language is named in itself on every face."""

BANGLA = re.compile(r"[\u0980-\u09ff]")
JINJA = re.compile(r"\{%-? trans\b.*?endtrans -?%\}|\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
FILLED = "\ufffc"
"""Stands where an expression will write something."""

Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True)
class Fault:
    """One thing wrong at one line of one template."""

    file: Path
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


def skeleton(text: str) -> str:
    """The HTML around the Jinja: statements vanish, expressions leave a mark, lines keep their numbers."""

    def blank(found: re.Match[str]) -> str:
        written = found.group()
        kept = FILLED if written.startswith("{{") else ""
        # A form's token is written by an expression; it is the one whose name matters to the HTML.
        return ("\ue000" if re.search(r"csrf_(input|token)", written) else kept) + "\n" * written.count("\n")

    return JINJA.sub(blank, text)


@dataclass
class Page(HTMLParser):
    """Walks the skeleton of one template and gathers what is wrong with it."""

    faults: list[tuple[int, str]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    inputs: list[tuple[int, str]] = field(default_factory=list)
    open_form: int = 0
    in_label: bool = False
    quiet: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def _say(self, sentence: str) -> None:
        self.faults.append((self.getpos()[0], sentence))

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Judge one tag by its attributes."""
        given = dict(attrs)
        self._strict(tag, given)
        self._read_aloud(given)
        if tag == "img" and "alt" not in given:
            self._say("an <img> without alt")
        if tag in {"script", "style"} or given.get("translate") == "no":
            self.quiet = self.quiet or tag
        if tag == "form" and (given.get("method") or "get").lower() == "post":
            self.open_form = self.getpos()[0]
        if tag == "label":
            self.in_label = True
            self.labels.add(given.get("for") or "")
        if tag in {"input", "select", "textarea"} and given.get("type") not in UNLABELLED:
            self._labelled(tag, given)

    def _strict(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "script" and "src" not in given:
            self._say("an inline <script>; the content policy refuses it")
        if tag == "style" or "style" in given:
            self._say("an inline style; it belongs in the stylesheet")
        for name, value in given.items():
            if name.startswith(("on", "hx-on")) or (value or "").lstrip().startswith("javascript:"):
                self._say(f"an inline handler {name}; it belongs in a script file")

    def _read_aloud(self, given: dict[str, str | None]) -> None:
        for name in READ_ALOUD & set(given):
            if any(letter.isalpha() for letter in given[name] or ""):
                self._say(f"{name} is read to people and must go through _()")

    def _labelled(self, tag: str, given: dict[str, str | None]) -> None:
        if self.in_label or {"aria-label", "aria-labelledby"} & set(given):
            return
        self.inputs.append((self.getpos()[0], given.get("id") or f"<{tag}>"))

    def handle_endtag(self, tag: str) -> None:
        """Close a form or a label."""
        if tag == self.quiet:
            self.quiet = ""
        if tag == "label":
            self.in_label = False
        if tag == "form" and self.open_form:
            self.faults.append((self.open_form, "a form that posts without {{ csrf_input }}"))
            self.open_form = 0

    def handle_data(self, data: str) -> None:
        """Words that stand bare in the page were never translated."""
        if "\ue000" in data:
            self.open_form = 0
        if not self.quiet and any(letter.isalpha() for letter in data.replace("\ue000", "")):
            self._say(f"{' '.join(data.split())[:40]!r} must go through _()")

    def finish(self) -> list[tuple[int, str]]:
        """All faults, those of inputs whose label never came among them."""
        self.close()
        bare = [(line, f"{name} has no label") for line, name in self.inputs if name not in self.labels]
        return sorted(self.faults + bare)


def untranslated(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Bangla strings inside expressions that no translator function takes."""
    taken = {
        id(word)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in TRANSLATORS
        for word in call.find_all(nodes.Const)
    }
    for word in tree.find_all(nodes.Const):
        text = word.value if isinstance(word.value, str) else ""
        if BANGLA.search(text) and text not in OWN_NAMES and id(word) not in taken:
            yield word.lineno, f"{text[:40]!r} must go through _()"


def shadowed(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Names of imported macros that are used as if they were values of the page: the import hides what the view gives."""
    imported = {each.target for each in tree.find_all(nodes.Import)}
    asked = {id(each.node) for each in tree.find_all(nodes.Getattr)}
    for name in tree.find_all(nodes.Name):
        if name.name in imported and id(name) not in asked:
            yield name.lineno, f"{name.name!r} is a file of macros here, whatever the view calls so"


def lint(file: Path, text: str) -> list[Fault]:
    """Everything wrong with one template; a template Jinja2 cannot read is itself a fault."""
    try:
        tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(text)
    except TemplateSyntaxError as error:
        return [Fault(file, error.lineno, f"not a Jinja2 template: {error.message}")]
    found = [*untranslated(tree), *shadowed(tree)]
    if file.suffix == ".html":
        page = Page()
        page.feed(skeleton(text))
        found += page.finish()
    return [Fault(file, line, sentence) for line, sentence in sorted(found)]


def templates() -> list[Path]:
    """Every template of the house."""
    return sorted(path for path in SOURCE.glob("*/templates/**/*") if path.suffix in {".html", ".txt", ".xml"})


def main() -> int:
    """Print the faults; the number of the exit says whether there are any."""
    faults = [fault for path in templates() for fault in lint(path, path.read_text(encoding="utf-8"))]
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
