"""From the words of a paper to posts: "উপজেলা নির্বাহী অফিসার (সকল), জেলা", "… (সংশ্লিষ্ট)", or one post of one
office.

Titles are matched as papers misspell them, but only where one title is clearly nearer than every other; what
cannot be told apart stays unmatched and is said, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from angikar.offices import tree
from angikar.offices.models import Office, Post
from angikar.rules.bangla.text import key

ENOUGH = 88.0
"""How alike (0-100) a written title and a post's title must be at least."""

MARGIN = 4.0
"""By how much the best title must be nearer than the next."""

_FAMILY = re.compile(r"[(\[][^)\]]*(?:সকল|সংশ্লিষ্ট)[^)\]]*[)\]]|(?<!\S)(?:সকল|সংশ্লিষ্ট)(?!\S)")
_BLANK = re.compile(r"…+|\.{3,}|_{2,}")
_GENERIC = frozenset(map(key, ("জেলা", "উপজেলা", "বিভাগ", "সংশ্লিষ্ট", "সকল", "স্থানীয়")))


@dataclass(frozen=True, slots=True)
class Addressed:
    """The posts that a text names; `unmatched` is the text again where nothing, or more than one thing, answers to
    it.
    """

    text: str
    posts: tuple[Post, ...] = ()
    unmatched: str | None = None


class Register:
    """The register of posts as one office sees it: what has no place named is looked for at home first."""

    def __init__(self, home: Office) -> None:
        self._home = home
        self._titles: dict[str, list[str]] = {}
        for title in Post.objects.order_by().values_list("title", flat=True).distinct():
            self._titles.setdefault(key(title, fold=True), []).append(title)
        self._known: dict[str, Addressed] = {}

    def expand(self, text: str) -> Addressed:
        """The posts behind one addressee of a paper."""
        if text not in self._known:
            self._known[text] = self._expand(text)
        return self._known[text]

    def expand_all(self, texts: Sequence[str]) -> list[Addressed]:
        """Each addressee in turn."""
        return [self.expand(text) for text in texts]

    def _expand(self, text: str) -> Addressed:
        family = _FAMILY.search(text) is not None
        title, *places = (part.strip() for part in _BLANK.sub(" ", _FAMILY.sub(" ", text)).split(","))
        titles = self._nearest(title)
        if not titles:
            return Addressed(text, unmatched=text)
        posts = list(Post.objects.filter(title__in=titles).select_related("office"))
        for place in places:
            if key(place) and key(place) not in _GENERIC:
                posts = _standing_in(posts, place)
        found = self._near(posts) if family else self._one(posts)
        return Addressed(text, tuple(found)) if found else Addressed(text, unmatched=text)

    def _nearest(self, title: str) -> list[str]:
        wanted = key(title, fold=True)
        if wanted in self._titles:
            return self._titles[wanted]
        best = process.extract(wanted, self._titles.keys(), scorer=fuzz.ratio, limit=2, score_cutoff=ENOUGH)
        if not best or (len(best) == 2 and best[0][1] - best[1][1] < MARGIN):
            return []
        return self._titles[best[0][0]]

    def _near(self, posts: list[Post]) -> list[Post]:
        """A family: everywhere below home, or, where home has none, everywhere."""
        return [post for post in posts if tree.is_under(post.office.path, self._home.path)] or posts

    def _one(self, posts: list[Post]) -> list[Post]:
        """One post: at home, else the only one below home, else the nearest one above, else the only one there is."""
        home = self._home.path
        for near in (
            [post for post in posts if post.office.path == home],
            [post for post in posts if tree.is_under(post.office.path, home)],
            [post for post in posts if tree.is_under(home, post.office.path)],
            posts,
        ):
            if near:
                return near if len(near) == 1 else []
        return []


def _standing_in(posts: list[Post], place: str) -> list[Post]:
    """Those whose office, or an office above it, carries the place in its name."""
    above = {path for post in posts for path in (*tree.ancestors(post.office.path), post.office.path)}
    wanted = key(place, fold=True)
    named = {
        path
        for path, name in Office.objects.filter(path__in=above).values_list("path", "name")
        if wanted in key(name, fold=True)
    }
    return [post for post in posts if named.intersection((*tree.ancestors(post.office.path), post.office.path))]
