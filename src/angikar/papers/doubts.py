"""The doubts of a paper: which are open, which a person has settled, and what a new check changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from angikar.history.refusal import Refused
from angikar.papers import sentences
from angikar.papers.content import overlap
from angikar.papers.models import Paper
from angikar.papers.stored_doubt import Choice, StoredDoubt, key
from angikar.rules.kinds import kind_named
from angikar.rules.reading import Doubt


def entered(read: Iterable[Doubt], checked: Iterable[Doubt]) -> list[StoredDoubt]:
    """The doubts of a paper that has just been read; `checked` are those its check would raise again."""
    again = {key(doubt) for doubt in checked}
    return [StoredDoubt.of(doubt, "check" if key(doubt) in again else "reading") for doubt in read]


def checked(paper: Paper) -> Sequence[Doubt]:
    """What the check of its kind says of a paper; it is asked once as long as the content is the same object."""
    known = vars(paper).get(_CHECKED)
    if known is None or known[0] is not paper.content or known[1] != paper.framework:
        found = kind_named(paper.kind).check(paper.value(), paper.framework)
        known = vars(paper)[_CHECKED] = (paper.content, paper.framework, tuple(found))
    return tuple(known[2])


_CHECKED = "_checked"


def after_change(doubts: Sequence[StoredDoubt], checked: Sequence[Doubt], path: str) -> list[StoredDoubt]:
    """The doubts once the value at `path` has changed.

    Doubts of reading at that place are answered, those of the check are raised again, and what a person has kept stays
    kept as long as the doubt has the same facts.
    """
    raised = {key(doubt): doubt for doubt in checked}
    remaining = [_refreshed(each, raised) for each in doubts if each.key in raised or _survives(each, path)]
    known = {each.key for each in remaining}
    read = {(each.code, each.path) for each in remaining if each.origin == "reading" and not overlap(each.path, path)}
    new = (doubt for name, doubt in raised.items() if name not in known and (doubt.code, doubt.path) not in read)
    return [*remaining, *(StoredDoubt.of(doubt, "check") for doubt in new)]


def _refreshed(each: StoredDoubt, raised: Mapping[str, Doubt]) -> StoredDoubt:
    """An open doubt that a check raises again has the suggestion that fits the content as it is now."""
    again = raised.get(each.key) if each.settled is None else None
    return replace(each, suggestion=again.suggestion) if again and again.suggestion is not None else each


def _survives(each: StoredDoubt, path: str) -> bool:
    """Whether a doubt that no check raises remains after a change at `path`: a doubt of reading, settled or of another place."""
    if each.origin != "reading":
        return False
    return each.settled is not None or not (each.path and overlap(each.path, path))


def open_one(doubts: Sequence[StoredDoubt], name: str) -> StoredDoubt | None:
    """The open doubt of that key; `None` when it is settled or no longer there."""
    return next((each for each in doubts if each.key == name and each.settled is None), None)


def find(doubts: Sequence[StoredDoubt], name: str) -> StoredDoubt:
    """Like `open_one`, but raises `Refused` where there is none."""
    found = open_one(doubts, name)
    if found is None:
        raise Refused(sentences.DOUBT_SETTLED)
    return found


def settled(doubts: Sequence[StoredDoubt], name: str, choice: Choice, *, by: str, words: str) -> list[StoredDoubt]:
    """The doubts with one of them settled."""
    return [replace(each, settled=choice, by=by, words=words) if each.key == name else each for each in doubts]


def still_open(doubts: Sequence[StoredDoubt], severity: str | None = None) -> list[StoredDoubt]:
    """The doubts that are not settled, of one severity or of all."""
    return [each for each in doubts if each.settled is None and severity in (None, each.severity)]
