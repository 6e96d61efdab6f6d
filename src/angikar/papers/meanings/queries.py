"""Reading which posts words mean: for one paper, for its office, and the register of posts as the paper sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from angikar.history.refusal import Refused
from angikar.offices.addressing import Meanings, Register
from angikar.offices.models import Office, Post
from angikar.papers import sentences
from angikar.papers.letters.sending import addressees_of
from angikar.papers.models import Meant, Paper, Wording
from angikar.rules.bangla.text import key
from angikar.rules.kinds import kind_named


@dataclass(frozen=True, slots=True)
class MeantPosts:
    """What a person says that words mean: these posts, found by his own `words` where he typed some; without posts none of the
    register.
    """

    posts: tuple[Post, ...] = ()
    words: str = ""


def register_of(paper: Paper) -> Register:
    """The register of posts as a paper sees it: with what a person said its words mean, with what its letter calls its
    addressees, and with what its office remembers. In a plan that comes first, for its sections are no titles of posts.
    """
    meant, known = meant_by(paper), known_by(paper.office)
    if kind_named(paper.kind).is_plan:
        return Register(paper.office, {**known, **{key(text, fold=True): posts for text, posts in meant.items()}})
    copies = [str(each["to"]) for each in paper.content.get("copies", ()) if isinstance(each, dict) and each.get("to")]
    return Register(paper.office, meant, known=known, lines=[*addressees_of(paper.content), *copies])


def meant_by(paper: Paper) -> dict[str, tuple[Post, ...]]:
    """The posts that a paper means by single texts; none for a text that goes to no post of the register."""
    found: dict[str, tuple[Post, ...]] = {}
    for each in Meant.objects.filter(paper=paper).select_related("post__office").order_by("post__office__path", "pk"):
        found[each.text] = (*found.get(each.text, ()), *((each.post,) if each.post else ()))
    return found


def known_by(office: Office) -> Meanings:
    """The posts that an office means by words as it remembers them, by the folded words; those of a family are looked up in
    today's register, and one that leads nowhere any more is left out.
    """
    found: dict[str, tuple[Post, ...]] = {}
    plain = Register(office)
    for each in (
        Wording.objects.filter(office=office).select_related("post__office").order_by("post__office__path", "pk")
    ):
        posts = plain.expand(each.words).posts if each.words else (each.post,) if each.post else ()
        if posts or not each.words:
            found[each.folded] = (*found.get(each.folded, ()), *posts)
    return found


def meaning_of(paper: Paper, chosen: Iterable[str], words: str) -> MeantPosts:
    """The posts a person chose by number, and those that his own words lead to. Raises `Refused` for words that lead to none."""
    numbers = [int(each) for each in chosen if each.isascii() and each.isdecimal() and len(each) < 10]
    posts = list(Post.objects.filter(pk__in=numbers).select_related("office"))
    alone, words = not posts, words.strip()
    if words:
        found = Register(paper.office).expand(words)
        if found.unmatched is not None:
            raise Refused(sentences.MEANT_POST_UNKNOWN, text=words)
        posts += [post for post in found.posts if post not in posts]
    return MeantPosts(tuple(posts), words if alone else "")
