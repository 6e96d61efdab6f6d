"""What is written about a post and may be changed together."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from angikar.history.refusal import Refused
from angikar.offices import sentences
from angikar.offices.models import Post


@dataclass(frozen=True, slots=True)
class PostFacts:
    """Title, rank and flags of a post."""

    title: str
    title_en: str = ""
    is_head: bool = False
    is_focal: bool = False
    keeps_register: bool = False
    may_report: bool = True
    second_factor: bool = False
    rank: int = 100

    @classmethod
    def of(cls, post: Post, **changes: Any) -> Self:
        """The facts of a post as they are, with some of them changed."""
        known = cls(**{each.name: getattr(post, each.name) for each in fields(cls)})
        return replace(known, **changes)

    def changed_from(self, other: Self) -> dict[str, Any]:
        """What differs from another, by name."""
        was = asdict(other)
        return {name: value for name, value in asdict(self).items() if value != was[name]}


def doubled_post(title: str) -> dict[str, Refused]:
    """What is said where such a post of the office was stored meanwhile, by the constraint that found it."""
    return {
        "one_post_of_a_title": Refused(sentences.POST_EXISTS, title=title),
        "one_head_of_an_office": Refused(sentences.ONE_HEAD),
    }
