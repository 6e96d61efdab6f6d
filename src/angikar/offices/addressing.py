"""From the words of a paper to posts: "উপজেলা নির্বাহী অফিসার (সকল), জেলা", "… (সংশ্লিষ্ট)", "… ও রিটার্নিং অফিসার", two titles
for one post, several posts between "ও", a body by its name, or one post of one office.

Titles are matched as papers misspell them, but only where one title is clearly nearer than every other; what
cannot be distinguished stays unmatched and is listed, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from angikar.offices import tree
from angikar.offices.models import Body, Member, Office, Post, Role
from angikar.rules.bangla.text import key

ENOUGH = 88.0
"""How alike (0-100) a written title and a post's title must be at least."""

MARGIN = 4.0
"""By how much the best title must be nearer than the next."""

CAPACITIES = ("রিটার্নিং অফিসার", "সহকারী রিটার্নিং অফিসার", "আপিল কর্তৃপক্ষ", "জেলা ম্যাজিস্ট্রেট", "প্রিজাইডিং অফিসার")
"""What a post is besides, for one election or by law: "জেলা প্রশাসক ও রিটার্নিং অফিসার" is one person."""

_FAMILY = re.compile(r"[(\[][^)\]]*(?:সকল|সংশ্লিষ্ট)[^)\]]*[)\]]|(?<!\S)(?:সকল|সংশ্লিষ্ট)(?!\S)")
_CONCERNED = re.compile(r"সংশ্লিষ্ট")
_AND = re.compile(r"\s+(?:ও|এবং)\s+")
_FAMILY_AT = re.compile(r"([(\[][^)\]]*(?:সকল|সংশ্লিষ্ট)[^)\]]*[)\]])\s*(?=[^\s,।)\]])")
"""A family followed by its place with no comma between: "… (সকল) জেলা"."""
_BLANK = re.compile(r"…+|\.{3,}|_{2,}")
_GENERIC = frozenset(map(key, ("জেলা", "উপজেলা", "বিভাগ", "সংশ্লিষ্ট", "সকল", "স্থানীয়")))
_BESIDE = frozenset(key(each, fold=True) for each in CAPACITIES)


@dataclass(frozen=True, slots=True)
class Addressed:
    """The posts that a text names; `unmatched` is the text again where no post, or more than one, answers to
    it. `concerned` is whether the text leaves open which of them are meant ("সংশ্লিষ্ট") and no person has chosen yet,
    `outside` whether a person has decided that it goes to no post of the register.
    """

    text: str
    posts: tuple[Post, ...] = ()
    unmatched: str | None = None
    concerned: bool = False
    outside: bool = False


class Register:
    """The register of posts as one office sees it: what has no place named is looked for at home first. `meant` is what a
    person has decided about single texts: these posts, or, where it has none, no post of the register.
    """

    def __init__(self, home: Office, meant: Mapping[str, tuple[Post, ...]] | None = None) -> None:
        self._home = home
        self._meant = meant or {}
        self._titles: dict[str, list[str]] = {}
        for title in Post.objects.order_by().values_list("title", flat=True).distinct():
            self._titles.setdefault(key(title, fold=True), []).append(title)
        self._known: dict[str, Addressed] = {}

    def expand(self, text: str) -> Addressed:
        """The posts behind one addressee of a paper."""
        if text not in self._known:
            meant = self._meant.get(text)
            self._known[text] = self._expand(text) if meant is None else Addressed(text, meant, outside=not meant)
        return self._known[text]

    def expand_all(self, texts: Sequence[str]) -> list[Addressed]:
        """Each addressee in turn."""
        return [self.expand(text) for text in texts]

    def _expand(self, text: str) -> Addressed:
        posts = self._led(text)
        if not posts and _AND.search(text):
            posts = self._joined(text)
        if not posts:
            return Addressed(text, unmatched=text)
        concerned = len(posts) > 1 and _CONCERNED.search(text) is not None
        return Addressed(text, tuple(dict.fromkeys(posts)), concerned=concerned)

    def _joined(self, text: str) -> list[Post]:
        """The posts between "ও", each by itself; a capacity names no further post. None at all where one of them is not found."""
        parts = [part.strip(" ,") for part in _AND.split(text)]
        named = [part for part in parts if key(part, fold=True) not in _BESIDE]
        found = [self._led(part) for part in named]
        return [post for posts in found for post in posts] if all(found) else []

    def _led(self, text: str) -> list[Post]:
        """The posts of a text without "ও"."""
        family = _FAMILY.search(text) is not None
        parted = _BLANK.sub(" ", _FAMILY.sub(" ", _FAMILY_AT.sub(r"\1, ", text)))
        title, *places = (part.strip() for part in parted.split(","))
        posts = self._titled(title) or self._chairs(title)
        for place in places:
            if key(place) and key(place) not in _GENERIC:
                posts = self._standing_in(posts, place)
        return self._near(posts) if family else self._one(posts)

    def _titled(self, title: str) -> list[Post]:
        """Everybody who bears a title, or, where it is written as two between a stroke, one of them."""
        titles = self._nearest(title)
        for other in _either(title) if not titles else ():
            titles = [*titles, *self._nearest(other)]
        return list(Post.objects.filter(title__in=titles).select_related("office")) if titles else []

    def _chairs(self, name: str) -> list[Post]:
        """The posts that lead the bodies of a name."""
        wanted = key(name, fold=True)
        bodies = [pk for pk, known in self._bodies if wanted and known == wanted]
        if not bodies:
            return []
        chairs = Member.objects.filter(body__in=bodies, role=Role.CHAIR, until=None, post__isnull=False)
        return [chair.post for chair in chairs.select_related("post__office") if chair.post]

    @cached_property
    def _bodies(self) -> list[tuple[int, str]]:
        return [(pk, key(name, fold=True)) for pk, name in Body.objects.filter(until=None).values_list("pk", "name")]

    @cached_property
    def _offices(self) -> dict[str, str]:
        """The name of every office by its path, in the form in which places are compared."""
        return {path: key(name, fold=True) for path, name in Office.objects.order_by().values_list("path", "name")}

    def _nearest(self, title: str) -> list[str]:
        wanted = key(title, fold=True)
        if wanted in self._titles:
            return self._titles[wanted]
        best = process.extract(wanted, self._titles.keys(), scorer=fuzz.ratio, limit=2, score_cutoff=ENOUGH)
        if not best or (len(best) == 2 and best[0][1] - best[1][1] < MARGIN):
            return []
        return self._titles[best[0][0]]

    def _standing_in(self, posts: list[Post], place: str) -> list[Post]:
        """Those whose office, or an office above it, carries the place in its name."""
        wanted = key(place, fold=True)
        return [
            post
            for post in posts
            if any(wanted in self._offices[path] for path in (*tree.ancestors(post.office.path), post.office.path))
        ]

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


def _either(title: str) -> Iterator[str]:
    """The titles of a text with a stroke: both whole ones, or, where the stroke parts two words of one, both of these.

    >>> list(_either("উপজেলা/থানা নির্বাচন অফিসার"))
    ['উপজেলা', 'থানা নির্বাচন অফিসার', 'উপজেলা নির্বাচন অফিসার', 'থানা নির্বাচন অফিসার']
    """
    if "/" not in title:
        return
    yield from (part.strip() for part in title.split("/"))
    words = title.replace(" /", "/").replace("/ ", "/").split()
    at = next((n for n, word in enumerate(words) if "/" in word), None)
    if at is not None:
        yield from (" ".join((*words[:at], word, *words[at + 1 :])) for word in words[at].split("/"))
