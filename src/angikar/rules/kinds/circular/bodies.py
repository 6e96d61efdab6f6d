"""The bodies a circular forms: teams, cells and committees, who leads them, who belongs to them, what is their
task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from angikar.rules.kinds.circular.content import CircularBody, Level
from angikar.rules.kinds.circular.paragraphs import Block, LabelledItem, sentences
from angikar.rules.kinds.circular.posts import leader

_SORT = r"(?:টিম|দল|সেল|কমিটি|উপকমিটি|টাস্কফোর্স|বোর্ড|পরিষদ)"
_FORMED = re.compile(rf"^(?P<name>.*{_SORT})\s*গঠন$")
_LED = re.compile(rf"নেতৃত্বে\s+(?P<name>[^।;:]*?{_SORT})\s+(?:কাজ|গঠন|দায়িত্ব)")
_TASKS = re.compile(rf"^(?P<name>.*{_SORT})(?:ের|র|এর)?\s*(?:কার্য\S*|দায়িত্ব\S*|কর্ম\S*)?$")
_BEFORE_NAME = re.compile(r"^.*(?:জন্য|সমন্বয়ে|লক্ষ্যে|নিয়ে)\s+")
_MADE_UP = re.compile(r"^(?P<who>[^।;:]*?)\s+সমন্বয়ে")
_JOINED = re.compile(rf"(?:{_SORT}(?:ে|তে)?)\s++(?P<who>[^।;]*?)(?<!\s)\s++অন্তর্ভুক্ত")
_ENDING = re.compile(r"(?:দেরও|দের|কেও|কে|গণ|-এর)$")
_LEVELS: tuple[tuple[Level, str], ...] = (
    ("upazila", r"(?<![\u0980-\u09ff])উপজেলা(?!\s*পরিষদ)"),
    ("metropolitan", r"(?<![\u0980-\u09ff])(?:মহানগর|মেট্রোপলিটন)"),
    ("district", r"(?<![\u0980-\u09ff])জেলা(?!\s*পরিষদ)"),
)


@dataclass(slots=True)
class Forming:
    """A body while it is being read: the sentences that form it, its tasks, and the codes of the directives that
    are its own."""

    name: str
    texts: list[str]
    tasks: list[str] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    members: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def body(self, addressees: Sequence[str]) -> CircularBody:
        """The body as content; where its own words show no level, the office of the post it works for does."""
        led_by = next((who for text in self.texts if (who := leader(text))), None)
        level = _level((self.name, *self.texts[:1], *self.tasks)) or _level(_offices(self.texts, addressees))
        members = tuple(dict.fromkeys(self.members))
        return CircularBody(
            name=self.name,
            level=level,
            led_by=led_by,
            members=members,
            tasks=tuple(self.tasks),
            lines=tuple(self.lines),
        )


def forming(paragraphs: Sequence[Block]) -> tuple[Forming, ...]:
    """Every body in the order in which the paragraphs form it, with its tasks from the paragraphs that list them."""
    bodies: list[Forming] = []
    for block in paragraphs:
        title = block.title or ""
        formed = _FORMED.match(title)
        # "various committees" announces those that follow and names none
        if formed is not None and not formed["name"].startswith("বিভিন্ন"):
            bodies.append(_new(formed["name"], block.rest, block.lines))
        else:
            bodies += [_new(name, text, lines) for name, text, lines in _formed_in_words(block)]
            _give_tasks(bodies, title, block)
    return tuple(bodies)


def _new(name: str, text: str, lines: list[int]) -> Forming:
    return Forming(name.strip(), [text], members=list(_members(text)), lines=lines)


def _formed_in_words(block: Block) -> Iterator[tuple[str, str, list[int]]]:
    """Bodies formed in running words: "… led by X, the cell Y shall work"."""
    parts: tuple[Block | LabelledItem, ...] = (block, *block.items)
    for part in parts:
        found = _LED.search(part.text)
        if found is not None:
            yield _BEFORE_NAME.sub("", found["name"]), part.text, part.lines


def _give_tasks(bodies: list[Forming], title: str, block: Block) -> None:
    """Items below "tasks of the cell" (or below its bare name) belong to every body of that name formed so far."""
    named = _TASKS.match(title)
    if named is None:
        return
    for body in bodies:
        if body.name.endswith(named["name"].strip()):
            own = [item for item in block.items if not _LED.search(item.text)]
            body.codes |= {block.code(item) for item in own}
            body.tasks += [item.text for item in own]
            body.members += [who for item in own for who in _members(item.text)]
            body.texts += [block.rest] if block.rest else []


def _members(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        after_leader = sentence.rpartition("নেতৃত্বে")[2].strip()
        for found in (*_MADE_UP.finditer(after_leader), *_JOINED.finditer(sentence)):
            for who in re.split(r",| এবং ", _BEFORE_NAME.sub("", found["who"])):
                if who.strip():
                    yield _ENDING.sub("", who.strip())


def _level(texts: Sequence[str]) -> Level | None:
    """The level that the first text with a level names first."""
    for text in texts:
        hits = [(found.start(), level) for level, pattern in _LEVELS if (found := re.search(pattern, text))]
        if hits:
            return min(hits)[1]
    return None


def _offices(texts: Sequence[str], addressees: Sequence[str]) -> tuple[str, ...]:
    """The addressees that have the post in whose name or office the body works."""
    posts = re.findall(r"([^\s।,]+ [^\s।,]+?)(?:ের|র) (?:নেতৃত্বে|কার্যালয়ে)", " ".join(texts))
    return tuple(text for text in addressees for post in posts if post in text)
