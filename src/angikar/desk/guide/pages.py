"""The pages of the guide: Markdown of this package with named sections and pictures, read once and turned into HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from django.templatetags.static import static
from markdown_it import MarkdownIt
from markdown_it.token import Token

from angikar import assets

PAGES: Final = ("start", "focal", "head", "upazila", "superior", "secretary", "keeper")
"""The pages in the order in which they are listed; each is `texts/NAME.md`."""

PICTURES: Final = assets.WEB_DIR / "guide"
"""Where `make guide` puts the pictures; a page without them is whole, only plainer."""

_NAMED = re.compile(r"\s*\{#([a-z-]+)\}$")


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page: its name, its title, its HTML, and its sections by name with their headings."""

    name: str
    title: str
    html: str
    sections: dict[str, str]
    pictures: tuple[str, ...]


@cache
def page_named(name: str) -> GuidePage:
    """The page of that name. Raises `LookupError` where there is none."""
    if name not in PAGES:
        raise LookupError(name)
    text = (files(__package__) / "texts" / f"{name}.md").read_text(encoding="utf-8")
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(text)
    sections, title = _name_sections(tokens), tokens[1].content
    pictures = tuple(_pictures(tokens))
    shown = [token for token in tokens[3:] if not _is_missing(token)]
    return GuidePage(name, title, str(markdown.renderer.render(shown, markdown.options, {})), sections, pictures)


def _name_sections(tokens: Sequence[Token]) -> dict[str, str]:
    """Give each heading that ends in `{#name}` that name, and take the mark out of its text."""
    sections = {}
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and (found := _NAMED.search(inline.content)):
            inline.content = inline.content[: found.start()]
            for child in inline.children or ():
                child.content = _NAMED.sub("", child.content)
            opening.attrSet("id", found[1])
            sections[found[1]] = inline.content
    return sections


def _pictures(tokens: Sequence[Token]) -> list[str]:
    """The names of the pictures of a page; those that were made get their address."""
    found = []
    for image in (child for token in tokens for child in token.children or () if child.type == "image"):
        name = str(image.attrGet("src"))
        found.append(name)
        if (PICTURES / name).is_file():
            image.attrSet("src", static(f"angikar/guide/{name}"))
            image.attrSet("loading", "lazy")
    return found


def _is_missing(token: Token) -> bool:
    """Whether a paragraph's text is nothing but a picture that was not made."""
    images = [child for child in token.children or () if child.type == "image"]
    return bool(images) and len(images) == len(token.children or ()) and "/" not in str(images[0].attrGet("src"))
