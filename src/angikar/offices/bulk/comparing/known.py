"""The register as it would be once the lines before are written: offices by code and name, posts, officers, tenures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from angikar.history.models import Entry
from angikar.history.refusal import Refused
from angikar.offices.bulk import sentences
from angikar.offices.bulk.rights import STEP_OF_NEW, ListRights
from angikar.offices.bulk.values import Value, plain
from angikar.offices.models import Office, Officer, Post, Tenure
from angikar.offices.posts.rights import last_acts
from angikar.rules.bangla.text import key, normal


@dataclass(slots=True)
class KnownOffice:
    """An office of the register, or one of the list; `key` is its code, or, before it has one, its line."""

    key: str
    name: str
    path: str
    row: Office | None = None
    above: KnownOffice | None = None
    until: date | None = None
    line: int = 0

    def is_below(self, other: KnownOffice) -> bool:
        """Whether it stands below another, as the list would have it, or is the other."""
        at: KnownOffice | None = self
        steps = 0
        while at is not None and steps < 64:
            if at is other:
                return True
            at, steps = at.above, steps + 1
        return steps >= 64


@dataclass(slots=True)
class KnownPost:
    """A post of the register, or one of the list."""

    office: KnownOffice
    title: str
    is_head: bool
    keeps_register: bool
    rank: int
    until: date | None
    row: Post | None = None
    line: int = 0


@dataclass(slots=True)
class KnownOfficer:
    """An officer of the register, or one of the list."""

    username: str
    name: str
    row: Officer | None = None


@dataclass(slots=True)
class KnownCharge:
    """A charge of the register, or one of the list."""

    officer: KnownOfficer
    charge: str
    since: date
    until: date | None
    row: Tenure | None = None
    line: int = 0


@dataclass(slots=True)
class KnownRegister:
    """Everything lines refer to. What the list does not speak of is not loaded."""

    rights: ListRights
    sheets: Iterable[str]
    offices: dict[str, KnownOffice] = field(default_factory=dict)
    named: dict[str, list[KnownOffice]] = field(default_factory=lambda: defaultdict(list))
    posts: dict[tuple[str, str], list[KnownPost]] = field(default_factory=lambda: defaultdict(list))
    officers: dict[str, KnownOfficer] = field(default_factory=dict)
    acts: dict[int, dict[int | None, tuple[date, str]]] | None = None

    def __post_init__(self) -> None:
        self._load_offices()
        if {"posts", "charges"} & set(self.sheets):
            self._load_posts()
        if {"posts", "officers", "charges"} & set(self.sheets):
            for row in Officer.objects.order_by("pk"):
                self.officers[row.username] = KnownOfficer(row.username, row.name, row)

    def _load_offices(self) -> None:
        by_pk: dict[int, KnownOffice] = {}
        for row in Office.objects.order_by("path"):
            above = by_pk.get(row.parent_id) if row.parent_id else None
            by_pk[row.pk] = self.enter(KnownOffice(row.code, row.name, row.path, row, above, row.until))

    def _load_posts(self) -> None:
        by_pk = {known.row.pk: known for known in self.offices.values() if known.row}
        for row in Post.objects.order_by("pk"):
            known = KnownPost(
                by_pk[row.office_id], row.title, row.is_head, row.keeps_register, row.rank, row.until, row
            )
            self.enter_post(known)

    def open_posts(self) -> dict[str, str]:
        """An open post of each office that has one, by what lists call the office."""
        if not self.posts and not {"posts", "charges"} & set(self.sheets):
            self._load_posts()
        return {post.office.key: post.title for each in self.posts.values() for post in each if post.until is None}

    def acts_for(self, post: Post) -> Mapping[int | None, tuple[date, str]]:
        """Who has acted for a post, and when last; all posts of the list are asked for at once."""
        if self.acts is None:
            self.acts = last_acts(Entry.objects.exclude(post_id=None))
        return self.acts.get(post.pk, {})

    def enter(self, office: KnownOffice) -> KnownOffice:
        """Let an office be found by its code and its name."""
        self.offices[office.key] = office
        self.named[key(office.name)].append(office)
        return office

    def enter_post(self, post: KnownPost) -> KnownPost:
        """Let a post be found by its office and title."""
        self.posts[post.office.key, key(post.title)].append(post)
        return post

    def office(self, text: str) -> KnownOffice:
        """The office of that code or name. Raises `Refused` where there is none, or more than one."""
        if found := self.offices.get(text):
            return found
        there = self.named.get(key(text), [])
        found_open = [each for each in there if each.until is None] or there
        if not found_open:
            raise Refused(sentences.OFFICE_UNKNOWN, text=text)
        if len(found_open) > 1:
            raise Refused(sentences.OFFICE_UNCLEAR, text=text, count=len(found_open))
        return found_open[0]

    def kept(self, text: str) -> KnownOffice:
        """The same, where its posts and charges may be changed. Raises `Refused`."""
        found = self.office(text)
        if not self.rights.keep(found.path):
            raise Refused(sentences.OFFICE_NOT_YOURS, text=found.name)
        return found

    def post(self, office: KnownOffice, title: str) -> KnownPost:
        """The post of a title that is open, or the only one there ever was. Raises `Refused`."""
        there = self.posts.get((office.key, key(title)), [])
        found = [each for each in there if each.until is None] or there
        if not found:
            raise Refused(sentences.POST_UNKNOWN, office=office.name, title=title)
        if len(found) > 1:
            raise Refused(sentences.POST_UNCLEAR, office=office.name, title=title)
        return found[0]


def path_below(above: KnownOffice | None) -> str:
    """The path of an office that is not there yet, as far as rights ask for it."""
    return (above.path if above else "") + STEP_OF_NEW


def equal(stored: Value, said: Value) -> bool:
    """Whether a list says what is stored: texts in the one form in which lists are read."""
    if isinstance(stored, str) and isinstance(said, str):
        return stored == said or normal(stored) == said
    return plain(stored) == plain(said)
