"""Who must act: the posts a circular itself addresses, found again in its sentences by their case endings."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEADS = re.compile(
    "(?:অফিসার|কর্মকর্তা|প্রশাসক|সুপার|কমিশনার|সচিব|পরিচালক|পরিদর্শক|প্রধান|কমান্ড্যান্ট|অধ্যক্ষ|প্রকৌশলী)$"
)  # the word a title of a post ends with
_JOINTS = re.compile(r"[,/()\[\]]|\.{2,}|…+|\sও\s|\sএবং\s")
_LED_BY = "নেতৃত্বে"
_LEADS = re.compile(rf"(?P<post>[^,।;:]{{3,80}}?)(?:ের|র) {_LED_BY}")
_SELF = re.compile(r"(?P<post>[^,।;:]{3,60}?) (?:হিসাবে|হিসেবে) আপনাকে")
_AT_OFFICE = r"(?:ের|র) কার্যালয়ে"
_BEFORE_POST = re.compile(r"^.*(?:লক্ষ্যে|জন্য|পর্যায়ে|কার্যালয়ে|নিমিত্ত|উদ্দেশ্যে)\s+")


def known_posts(addressed: Iterable[str]) -> tuple[str, ...]:
    """The posts named in lists of addressees, longest first, so that a longer title is never taken for a shorter
    within it.

    >>> known_posts(["জেলা প্রশাসক, ..... (সংশ্লিষ্ট) ও রিটার্নিং অফিসার"])
    ('রিটার্নিং অফিসার', 'জেলা প্রশাসক')
    """
    parts = {part.strip() for text in addressed for part in _JOINTS.split(text)}
    posts = {part for part in parts if _HEADS.search(part) and len(part.split()) <= 5}
    return tuple(sorted(posts, key=lambda post: (-len(post), post)))


def acting(text: str, posts: tuple[str, ...]) -> tuple[str, ...]:
    """Who is asked to act in a text: its leader; else the posts without a case ending; else the office
    where it is done.

    >>> acting("সংশ্লিষ্ট জেলার পুলিশ সুপার জেলা প্রশাসকের সাথে পরামর্শ করবেন।", ("জেলা প্রশাসক", "পুলিশ সুপার"))
    ('পুলিশ সুপার',)
    """
    first = leader(text)
    if first is not None:
        return (first,)
    return _with_ending(text, posts, "") or _with_ending(text, posts, _AT_OFFICE)


def leader(text: str) -> str | None:
    """Who leads: the post before নেতৃত্বে, without its case ending and the clause before it."""
    found = _LEADS.search(text) if _LED_BY in text else None
    return _bare(found["post"]) if found else None


def addressed_reader(text: str, posts: tuple[str, ...]) -> tuple[str, ...]:
    """The post that a paragraph addresses as its reader ("… as returning officer, you"), if it does."""
    found = _SELF.search(text)
    return _with_ending(found["post"], posts, "") if found else ()


def _bare(post: str) -> str:
    return _BEFORE_POST.sub("", post).strip()


def _with_ending(text: str, posts: tuple[str, ...], ending: str) -> tuple[str, ...]:
    """The posts in a text with just that ending, in the order of the text."""
    found: list[tuple[int, str]] = []
    for post in posts:
        for match in list(re.finditer(rf"(?<![\u0980-\u09ff]){re.escape(post)}", text)):
            if re.match(rf"(?:গণ)?{ending}(?![\u0980-\u09ff])", text[match.end() :]):
                found.append((match.start(), post))
            text = f"{text[: match.start()]}{'-' * len(match[0])}{text[match.end() :]}"
    return tuple(dict.fromkeys(post for _, post in sorted(found)))
