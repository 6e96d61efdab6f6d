"""What the sentences of a circular mean, read from a file or typed: who is asked by each, when, which bodies are formed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from angikar.rules.document import NOWHERE
from angikar.rules.kinds.circular.bodies import forming
from angikar.rules.kinds.circular.content import Circular, CircularBody, Directive
from angikar.rules.kinds.circular.directives import ReadDirective, directives
from angikar.rules.kinds.circular.paragraphs import Block, LabelledItem, asks_receipt
from angikar.rules.kinds.circular.parts import Part, parts_of
from angikar.rules.kinds.circular.posts import known_posts
from angikar.rules.letters.values import Copy

_SAID = ("addressees", "schedule")
"""What a directive has from its own sentence, unless a person has written it."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the sentences mean: each directive in printed order, the bodies formed, whether receipts are wanted."""

    asked: tuple[ReadDirective, ...]
    bodies: tuple[CircularBody, ...]
    acknowledgement: bool


@dataclass(frozen=True, slots=True)
class CircularFrame:
    """What stands around the paragraphs of a circular and bears on what they mean: its subject and opening, those it goes to, its day."""

    subject: str
    preamble: str
    addressees: Sequence[str]
    copies: Sequence[Copy] = ()
    issued: str | None = None


def meaning(
    paragraphs: Sequence[Block],
    frame: CircularFrame,
) -> Meaning:
    """What paragraphs mean in a circular of that frame."""
    formed = forming(paragraphs)
    posts = known_posts((*frame.addressees, *(copy.to for copy in frame.copies)))
    asked = directives(paragraphs, formed, posts, f"{frame.subject} {frame.preamble}", _day(frame.issued))
    receipt = asks_receipt(frame.preamble) or any(asks_receipt(block.text) for block in paragraphs)
    return Meaning(asked, tuple(each.body(frame.addressees) for each in formed), receipt)


def meant(content: Circular) -> Meaning:
    """What the sentences mean that a circular holds; its directives follow in the order of `content.directives`."""
    blocks = [_block(part) for part in parts_of(content)]
    frame = CircularFrame(content.subject, content.preamble, content.addressees, content.copies, content.letter.date)
    return meaning(blocks, frame)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def follow(before: Circular, after: Circular) -> Circular:
    """A circular that was changed, with what its sentences mean now; what a person has written himself stays as he wrote it."""
    if before == after:
        return after
    old, new = meant(before), meant(after)
    followed = []
    for each, said, place in zip(after.directives, new.asked, _places(before, after), strict=True):
        was = (
            (before.directives[place], old.asked[place].directive)
            if place is not None
            else (Directive(code="", text=""),) * 2
        )
        fresh = {name: getattr(said.directive, name) for name in _SAID if _is_said(name, each, *was)}
        followed.append(each.model_copy(update=fresh))
    own = before.acknowledgement != after.acknowledgement or before.acknowledgement != old.acknowledgement
    changed = {
        "directives": tuple(followed),
        "bodies": _bodies(before, after, old, new),
        "acknowledgement": after.acknowledgement if own else new.acknowledgement,
    }
    return after.model_copy(update=changed)


def _is_said(name: str, now: Directive, was: Directive, said: Directive) -> bool:
    """Whether a value is what the sentence says: it has not been changed, and was what the sentence said before."""
    return bool(getattr(now, name) == getattr(was, name) == getattr(said, name))


def _places(before: Circular, after: Circular) -> list[int | None]:
    """Which directive each one was: that of the same words, else, where none was added or removed, that of the same place."""
    words = [each.text for each in before.directives]
    left = set(range(len(words)))
    found: list[int | None] = []
    for each in after.directives:
        place = next((index for index in sorted(left) if words[index] == each.text), None)
        left.discard(-1 if place is None else place)
        found.append(place)
    same = len(words) == len(found)
    return [index if place is None and same and index in left else place for index, place in enumerate(found)]


def _bodies(before: Circular, after: Circular, old: Meaning, new: Meaning) -> tuple[CircularBody, ...]:
    """The bodies that the sentences form, but where a person changed one or added one, as he wrote it."""
    if before.bodies != after.bodies:
        return after.bodies
    said = {each.name: each for each in old.bodies}
    own = {each.name: each for each in after.bodies if said.get(each.name) != each}
    formed = [own.pop(each.name, each) for each in new.bodies if each.name in own or _known(each, before, said)]
    return (*formed, *own.values())


def _known(body: CircularBody, before: Circular, said: Mapping[str, CircularBody]) -> bool:
    """Whether a body is new or was there before: one that a person removed is not formed again."""
    return body.name not in said or any(each.name == body.name for each in before.bodies)


def _block(part: Part) -> Block:
    """A paragraph as it would be printed."""
    frame, under = part.frame, part.frame.number or ""
    own = tuple(each.text for each in part.own)
    text = " ".join(filter(None, (*own, frame.text)))
    items = [LabelledItem(_label(each, under), each.text, NOWHERE, list(each.lines)) for each in part.items]
    titled = f"{frame.title}: {text}" if frame.title else text
    return Block(frame.number, under, titled, NOWHERE, items, list(frame.lines), own)


def _label(directive: Directive, under: str) -> str:
    label = directive.code.removeprefix(under)
    return label if label.startswith("(") else directive.code
