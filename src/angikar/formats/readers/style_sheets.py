"""Style sheets of a page: what the rules in its `<style>` elements say of an element, in the order in which a browser heeds them; which lie elsewhere.

Rules for print alone, for a state (`:hover`) and for what is made up (`::before`) say nothing of the letters of a file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, NamedTuple

import tinycss2

_MOST = 20_000
"""Selectors of a page that are looked at."""
_HELD = re.compile("<(?:style|link)", re.IGNORECASE)
_GROUPS = frozenset({"media", "supports", "layer", "container"})

Attributes = Mapping[str, str | None]
Declared = dict[str, tuple[bool, list[Any]]]
"""The values by their properties, each with whether it is important."""


class Element(NamedTuple):
    """What selectors ask of an element."""

    tag: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class _Compound:
    """What one element must be: its tag, the classes and identities it bears, and its other attributes with their values."""

    tag: str = ""
    classes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    others: tuple[tuple[str, str | None], ...] = ()

    def fits(self, element: Element) -> bool:
        """Whether an element is such a one."""
        given = element.attributes
        classes = (given.get("class") or "").split() if self.classes else ()
        return (
            self.tag in ("", element.tag)
            and self.classes.issubset(classes)
            and (not self.names or {given.get("id")} >= self.names)
            and all(name in given and value in (None, given[name]) for name, value in self.others)
        )

    @property
    def weight(self) -> tuple[int, int, int]:
        """How specific it is."""
        return len(self.names), len(self.classes) + len(self.others), bool(self.tag)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector: the last element, what must be around it from the inside out, its weight and place, and what it declares."""

    last: _Compound
    around: tuple[_Compound, ...]
    order: tuple[int, int, int, int]
    declared: Declared

    def fits(self, element: Element, around: Sequence[Element]) -> bool:
        """Whether it is meant by the selector."""
        if not self.last.fits(element):
            return False
        outer = iter(reversed(around))
        return all(any(wanted.fits(each) for each in outer) for wanted in self.around)


@dataclass(slots=True)
class StyleSheets:
    """The rules of a page, found by what their last element must be."""

    _rules: dict[str, list[_Rule]] = field(default_factory=lambda: defaultdict(list))
    _count: int = 0
    elsewhere: list[str] = field(default_factory=list)
    """The addresses of style sheets that are not in the page itself."""

    @classmethod
    def of(cls, page: str) -> StyleSheets:
        """The style sheets in a page of HTML."""
        found = cls()
        if _HELD.search(page):
            gatherer = _Gatherer()
            gatherer.feed(page)
            gatherer.close()
            found.elsewhere += gatherer.linked
            written = _bounded("".join(gatherer.styles))
            found._add(tinycss2.parse_stylesheet(written, skip_comments=True, skip_whitespace=True))
        return found

    def declared(self, element: Element, around: Sequence[Element]) -> Declared:
        """What is said of an element, its own `style` last; `around` are the open ones from the outside in."""
        given = element.attributes
        keys = ["", element.tag, *(f".{name}" for name in (given.get("class") or "").split()), f"#{given.get('id')}"]
        rules = [rule for name in dict.fromkeys(keys) for rule in self._rules.get(name, ())]
        fitting = sorted((each for each in rules if each.fits(element, around)), key=lambda each: each.order)
        found: Declared = {}
        for said in (*(each.declared for each in fitting), declarations(_bounded(given.get("style") or ""))):
            for name, (is_important, value) in said.items():
                if is_important or not found.get(name, (False, []))[0]:
                    found[name] = is_important, value
        return found

    def _add(self, rules: Sequence[Any]) -> None:
        for rule in rules:
            if rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content is not None:
                if _words(rule.prelude) != ["print"]:
                    self._add(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
            elif rule.type == "at-rule" and rule.lower_at_keyword == "import" and _words(rule.prelude) != ["print"]:
                named = (part for each in rule.prelude for part in (each, *getattr(each, "arguments", ())))
                self.elsewhere += [part.value for part in named if part.type in ("url", "string")][:1]
            elif rule.type == "qualified-rule" and self._count < _MOST:
                declared = declarations(rule.content)
                for last, around in _selectors(rule.prelude) if declared else ():
                    self._count += 1
                    weights = [each.weight for each in (last, *around)]
                    order = (*(sum(part) for part in zip(*weights, strict=True)), self._count)
                    self._rules[_key(last)].append(_Rule(last, around, order, declared))


class _Gatherer(HTMLParser):
    """What stands in the `<style>` elements of a page, and which style sheets it links to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.styles: list[str] = []
        self.linked: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A style sheet begins, or is linked to, that is for more than print."""
        given = dict(attrs)
        is_meant = (given.get("media") or "").strip().lower() != "print" and "disabled" not in given
        self._within = tag == "style" and is_meant
        kinds = (given.get("rel") or "").lower().split() if tag == "link" and is_meant else ()
        if "stylesheet" in kinds and "alternate" not in kinds and given.get("href"):
            self.linked.append(given["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        self._within = False

    def handle_data(self, data: str) -> None:
        """A part of it."""
        if self._within:
            self.styles.append(data)


def declarations(text: Any) -> Declared:
    """What a block of declarations says, of each property the last value."""
    found: Declared = {}
    for each in tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration" and (each.important or not found.get(each.lower_name, (False, []))[0]):
            found[each.lower_name] = each.important, [part for part in each.value if part.type not in _BLANK]
    return found


def _bounded(written: str) -> str:
    """Without numbers that no page means: their digits would be counted with in the square of their length."""
    return _ENDLESS.sub("0", written)


_ENDLESS = re.compile(r"\d{100,}")
_BLANK = ("whitespace", "comment")


def _words(parts: Sequence[Any]) -> list[str]:
    return [each.lower_value for each in parts if each.type == "ident"]


def _key(last: _Compound) -> str:
    """By what a selector is found."""
    for sign, names in (("#", last.names), (".", last.classes)):
        if names:
            return sign + min(names)
    return last.tag


def _selectors(prelude: Sequence[Any]) -> Iterator[tuple[_Compound, tuple[_Compound, ...]]]:
    """The selectors of a rule that single letters of a file can bear: the last element, and those around it from the inside out."""
    selectors: list[list[Any]] = [[]]
    for each in prelude:
        if each == ",":
            selectors.append([])
        else:
            selectors[-1].append(each)
    for selector in selectors:
        compounds = _compounds(selector)
        if compounds and None not in compounds:
            last, *around = [one for one in reversed(compounds) if one is not None]
            yield last, tuple(around)


def _compounds(parts: Sequence[Any]) -> list[_Compound | None]:
    """The elements of a selector from the outside in; `None` where one is a state or made up. What must stand before another one is not
    asked.
    """
    found: list[_Compound | None] = []
    group: list[Any] = []
    for each in (*parts, None):
        if each is not None and each.type not in ("whitespace", "comment") and each not in (">", "+", "~"):
            group.append(each)
            continue
        if group:
            found.append(_compound(group))
            group = []
        if each in ("+", "~"):
            del found[-1:]
    return found


def _compound(parts: Sequence[Any]) -> _Compound | None:
    tag, classes, names, others = "", set(), set(), []
    before = ""
    for each in parts:
        if each.type == "ident" and before == ".":
            classes.add(each.value)
        elif each.type == "ident":
            tag = each.lower_value
        elif each.type == "hash":
            names.add(each.value)
        elif each.type == "[] block":
            words = [one for one in each.content if one.type in ("ident", "string")]
            signs = [one.value for one in each.content if one.type == "literal"]
            if not words or signs not in ([], ["="]):
                return None
            others.append((words[0].value.lower(), words[1].value if len(words) > 1 else None))
        elif each not in (".", "*"):
            return None
        before = each.value if each.type == "literal" else ""
    return _Compound(tag, frozenset(classes), frozenset(names), tuple(others))
