"""From the words of a paper to posts: "উপজেলা নির্বাহী অফিসার (সকল), জেলা", "… (সংশ্লিষ্ট)", "… ও রিটার্নিং অফিসার", two titles
for one post, several posts between "ও", a body by its name, or one post of one office. What a letter calls its addressees
it may call them by everywhere: a capacity ("রিটার্নিং অফিসার") or a bare title means those that the letter goes to.

Titles are matched as papers misspell them, but only where one title is clearly nearer than every other; what
cannot be distinguished stays unmatched and is listed, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process

from angikar.offices import tree
from angikar.offices.models import Body, Member, Office, Post, Role
from angikar.rules.bangla.text import key, normal

ENOUGH = 88.0
"""How alike (0-100) a written title and a post's title must be at least."""

MARGIN = 4.0
"""By how much the best title must be nearer than the next."""

CAPACITIES = (
    "রিটার্নিং অফিসার",
    "সহকারী রিটার্নিং অফিসার",
    "আপিল কর্তৃপক্ষ",
    "জেলা ম্যাজিস্ট্রেট",
    "প্রিজাইডিং অফিসার",
)
"""What a post is besides, for one election or by law: "জেলা প্রশাসক ও রিটার্নিং অফিসার" is one person."""

_IN_BRACKETS = r"[(\[](?:(?!সকল|সংশ্লিষ্ট)[^)\]])*+(?:সকল|সংশ্লিষ্ট)[^)\]]*+[)\]]"
_FAMILY = re.compile(rf"{_IN_BRACKETS}|(?<!\S)(?:সকল|সংশ্লিষ্ট)(?!\S)")
_CONCERNED = re.compile(r"সংশ্লিষ্ট")
_AND = re.compile(r"\s+(?:ও|এবং)\s+")
_FAMILY_AT = re.compile(rf"({_IN_BRACKETS})\s*+(?=[^\s,।)\]])")
"""A family followed by its place with no comma between: "… (সকল) জেলা"."""
_BLANK = re.compile(r"…+|\.{3,}|_{2,}")
_GENERIC = frozenset(map(key, ("জেলা", "উপজেলা", "বিভাগ", "সংশ্লিষ্ট", "সকল", "স্থানীয়")))
_FOCAL = re.compile(r"(?:\S+ ){0,3}ফোকাল (?:পয়েন্ট|পার্সন|কর্মকর্তা)(?: কর্মকর্তা)?")
"""By these words every office has one post that is meant: "এপিএ ফোকাল পয়েন্ট", "শুদ্ধাচার ফোকাল পয়েন্ট"."""
_BESIDE = frozenset(key(each, fold=True) for each in CAPACITIES)


@dataclass(frozen=True, slots=True)
class Addressed:
    """The posts that a text names; `unmatched` is the text again where no post, or more than one, answers to
    it. `concerned` is whether the text leaves open which of them are meant ("সংশ্লিষ্ট") and no person has chosen yet,
    `outside` whether a person has decided that it goes to no post of the register, `said` whether a person has decided at all.
    """

    text: str
    posts: tuple[Post, ...] = ()
    unmatched: str | None = None
    concerned: bool = False
    outside: bool = False
    said: bool = False


Meanings = Mapping[str, tuple[Post, ...]]
"""Posts by the words that mean them; none for words that mean no post of the register."""


@dataclass(slots=True)
class LetterTerms:
    """What a letter calls the posts it goes to, in the form in which words are compared: their titles, and the capacities in
    which they act besides.
    """

    titles: dict[str, tuple[Post, ...]] = field(default_factory=dict)
    capacities: dict[str, tuple[Post, ...]] = field(default_factory=dict)

    def add(self, to: dict[str, tuple[Post, ...]], calls: Iterable[str], posts: Iterable[Post]) -> None:
        """Enter that posts are called so, besides those that are already."""
        for call in {key(each, fold=True) for each in calls} - {""}:
            to[call] = tuple(dict.fromkeys((*to.get(call, ()), *posts)))


class Register:
    """The register of posts as one office sees it: what has no place named is looked for at home first. `meant` is what a
    person has decided about single texts: these posts, or, where it has none, no post of the register; `known` is what the
    office remembers of texts that lead nowhere else. `lines` are the addressees and copies of the letter that is read.
    """

    def __init__(
        self, home: Office, meant: Meanings | None = None, *, known: Meanings | None = None, lines: Sequence[str] = ()
    ) -> None:
        self._home = home
        self._meant = {key(text, fold=True): posts for text, posts in (meant or {}).items()}
        self._remembered = {key(text, fold=True): posts for text, posts in (known or {}).items()}
        self._lines = lines
        self._titles: dict[str, list[str]] = {}
        for title in Post.objects.open().order_by().values_list("title", flat=True).distinct():
            self._titles.setdefault(key(title, fold=True), []).append(title)
        self._known: dict[str, Addressed] = {}

    def expand(self, text: str) -> Addressed:
        """The posts behind one addressee of a paper."""
        if text not in self._known:
            self._known[text] = self._decided(text, self._meant) or self._expand(text)
        return self._known[text]

    def expand_all(self, texts: Sequence[str]) -> list[Addressed]:
        """Each addressee in turn."""
        return [self.expand(text) for text in texts]

    def _decided(self, text: str, by: Meanings) -> Addressed | None:
        """What a person has decided about a text."""
        posts = by.get(key(text, fold=True))
        return None if posts is None else Addressed(text, posts, outside=not posts, said=True)

    def _expand(self, text: str) -> Addressed:
        posts = self._called(text, self._terms.capacities) or self._led(text)
        if not posts and _AND.search(text):
            posts = self._joined(text)
        if not posts and text not in self._lines:
            posts = self._called(text, self._terms.titles)
        if not posts:
            return self._decided(text, self._remembered) or Addressed(text, unmatched=text)
        concerned = len(posts) > 1 and _CONCERNED.search(text) is not None
        return Addressed(text, tuple(dict.fromkeys(posts)), concerned=concerned)

    def _joined(self, text: str) -> list[Post]:
        """The posts between "ও", each by itself; a capacity names no further post. None at all where one of them is not found."""
        parts = _parts(text)
        named = [part for part in parts if key(part, fold=True) not in _BESIDE] or parts
        found = [self._part(part) for part in named]
        return [post for posts in found for post in posts] if all(found) else []

    def _part(self, part: str) -> list[Post]:
        """The posts of one part between "ও"."""
        own = self._called(part, self._terms.capacities) or self._led(part) or self._called(part, self._terms.titles)
        decided = None if own else self._decided(part, self._meant) or self._decided(part, self._remembered)
        return list(decided.posts) if decided else own

    @cached_property
    def _terms(self) -> LetterTerms:
        """What the letter calls those it goes to: found by a register that knows only its lines."""
        found = LetterTerms()
        if self._lines:
            plain = Register(self._home, self._meant, known=self._remembered)
            for line in self._lines:
                plain.enter(line, found)
        return found

    def enter(self, line: str, terms: LetterTerms) -> None:
        """Enter what one line of addressees calls its posts: by their titles, and in what capacity they act besides."""
        posts, parts = self.expand(line).posts, _parts(line)
        numbers = {post.pk for post in posts}
        for part in parts if posts else ():
            title = _without_family(part).split(",")[0]
            alone = len(parts) == 1
            led = [] if alone or key(part, fold=True) in _BESIDE else self._led(part)
            own = [post for post in led if post.pk in numbers]
            if own or alone:
                terms.add(terms.titles, [title, *_either(title)], own or posts)
            else:
                terms.add(terms.capacities, [title], posts)

    def _called(self, text: str, terms: Meanings) -> list[Post]:
        """The posts that the letter calls so, those in the places that the text names besides."""
        title, *places = (part.strip() for part in _without_family(text).split(","))
        calls = (key(each, fold=True) for each in (title, *_either(title)))
        posts = next((terms[call] for call in calls if call in terms), ()) if terms else ()
        return self._in_places(list(posts), places)

    def _in_places(self, posts: list[Post], places: Sequence[str]) -> list[Post]:
        """Those in every place that is named."""
        for place in places:
            if key(place) and key(place) not in _GENERIC:
                posts = self._standing_in(posts, place)
        return posts

    def _led(self, text: str) -> list[Post]:
        """The posts of a text without "ও"."""
        family = _FAMILY.search(text) is not None
        title, *places = (part.strip() for part in _without_family(text).split(","))
        posts = self._in_places(self._titled(title) or self._chairs(title), places)
        if not posts and not places and _FOCAL.fullmatch(normal(title)):
            return self._focal()
        return self._near(posts) if family else self._one(posts)

    def _focal(self) -> list[Post]:
        """The focal post at home, or its head where it has none."""
        posts = Post.objects.open().filter(office=self._home).select_related("office")
        return list(posts.filter(is_focal=True)[:1] or posts.filter(is_head=True))

    def _titled(self, title: str) -> list[Post]:
        """Everybody who bears a title, or, where it is written as two between a stroke, one of them."""
        titles = self._nearest(title)
        for other in _either(title) if not titles else ():
            titles = [*titles, *self._nearest(other)]
        return list(Post.objects.open().filter(title__in=titles).select_related("office")) if titles else []

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


def _parts(text: str) -> list[str]:
    """What stands between "ও"."""
    return [part.strip(" ,") for part in _AND.split(text)]


def _without_family(text: str) -> str:
    """The title and the places of a text, between commas, without the words that make it a family and without blanks."""
    return _BLANK.sub(" ", _FAMILY.sub(" ", _FAMILY_AT.sub(r"\1, ", text))).strip(" ,")


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
