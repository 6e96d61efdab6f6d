"""Sharing: where several lines of a paper lead to one post, the post is asked once, and its duty names all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from angikar.duties.models import Duty
from angikar.offices.models import Post
from angikar.papers.models import Paper
from angikar.rules.duty import Ask
from angikar.rules.duty_key import DutyKey

Held = Mapping[tuple[str, int], frozenset[str]]
"""By which lines (their numbers in the keys) a post is asked already, by place in the paper and post."""

Same = tuple[str, str | None]
"""What one ask of several lines shares: its key without the number of the line, and the body that owes it."""


@dataclass(slots=True)
class AskedLine:
    """One ask of one line, the posts that are asked by it, and for those that several lines name the texts of these lines."""

    ask: Ask
    posts: tuple[Post, ...]
    texts: dict[int, tuple[str, ...]] = field(default_factory=dict)


def same(key: str, body: str | None) -> Same:
    """What an ask shares with those of the other lines."""
    return str(DutyKey.parse(key).without_addressee), body


def shared(asked: Sequence[tuple[Ask, tuple[Post, ...]]], held: Held | None = None) -> list[AskedLine]:
    """Each ask with the posts it is asked of: a post that several lines of one ask name is asked by the first of them, or by
    the one by which it is asked already.
    """
    groups: dict[Same, list[int]] = defaultdict(list)
    for index, (ask, _) in enumerate(asked):
        groups[same(ask.key, ask.body)].append(index)
    lines = [AskedLine(ask, posts) for ask, posts in asked]
    known: dict[object, list[AskedLine]] = {}
    for together in groups.values():
        if len(together) < 2:
            continue
        alike = [lines[index] for index in together]
        keys = [DutyKey.parse(line.ask.key) for line in alike]
        wanted = tuple((key.place, key.addressee, line.ask.addressee) for key, line in zip(keys, alike, strict=True))
        if wanted not in known:
            _share(alike, keys, held or {})
            known[wanted] = alike
        for line, shown in zip(alike, known[wanted], strict=True):
            line.posts, line.texts = shown.posts, shown.texts
    return lines


def _share(lines: Sequence[AskedLine], keys: Sequence[DutyKey], held: Held) -> None:
    """Leave each post to one of the lines."""
    named: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        for post in line.posts:
            named[post.pk].append(index)
    several = {post: indexes for post, indexes in named.items() if len(indexes) > 1}
    if not several:
        return
    by: dict[int, int] = {}
    for number, indexes in several.items():
        had = held.get((keys[0].place, number), frozenset())
        by[number] = next((index for index in indexes if keys[index].addressee in had), indexes[0])
        texts = tuple(dict.fromkeys(lines[index].ask.addressee for index in indexes))
        if len(texts) > 1:
            lines[by[number]].texts[number] = texts
    for index, line in enumerate(lines):
        line.posts = tuple(post for post in line.posts if by.get(post.pk, index) == index)


def left_to_focal(paper: Paper) -> bool:
    """Whether a person left what no post answers to the focal post, when the paper was issued."""
    return Duty.objects.filter(paper=paper, named=False, line=None).exists()


def held_by(paper: Paper) -> Held:
    """By which lines the posts of an issued paper are asked."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    rows = Duty.objects.filter(paper=paper, body=None, line=None).order_by().values_list("key", "post_id")
    for text, post in rows.iterator():
        key = DutyKey.parse(text)
        found[key.place, post].add(key.addressee)
    return {name: frozenset(numbers) for name, numbers in found.items()}
