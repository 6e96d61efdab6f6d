"""What a sentence of a letter means while it is typed: who is asked, when, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from angikar.desk.base import officer, page, sentence, signed_in
from angikar.desk.papers.review import schedule_words
from angikar.history.refusal import NotYours
from angikar.papers import access, content
from angikar.papers.models import Paper
from angikar.rules.kind import Kind
from angikar.rules.kinds import kind_named

NEW = "paragraphs"
"""The path of a paragraph that is not there yet."""


@dataclass(frozen=True, slots=True)
class DirectiveMeaning:
    """What one directive asks: when, in sentences, and who is asked (all addressees where it names no post), and what is doubtful;
    `place` is its place among the directives.
    """

    place: int
    when: tuple[str, ...]
    who: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


@signed_in
@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What a directive of the draft, or a new paragraph, would mean with the words that are being typed; nothing is stored."""
    paper = access.paper(officer(request), pk, to="amend")
    path, sent = request.POST.get("path", ""), request.POST
    words = sent.get("text", "") if path == NEW else sent.get(f"f:{path}.text", "")
    kind = kind_named(paper.kind)
    if not kind.has_directives or paper.is_frozen:
        raise Http404
    meaning = _typed(paper, kind, path, words.strip()) if words.strip() else None
    return page(request, "letters/meaning", {"meaning": meaning})


def meanings(paper: Paper) -> dict[str, DirectiveMeaning]:
    """What every directive of a paper asks, by the path under which the sheet shows it: its own, or that of its paragraph."""
    listed = paper.content.get("directives", ())
    found = {f"directives.{index}": _meaning(index, each) for index, each in enumerate(listed)}
    places = {each["code"]: index for index, each in reversed(list(enumerate(listed)))}
    for number, paragraph in enumerate(paper.content.get("paragraphs", ()) if listed else ()):
        own = [places[code] for code in paragraph["codes"] if code == paragraph["number"] and code in places]
        if own and paragraph["text"]:
            found[f"paragraphs.{number}"] = _meaning(own[0], listed[own[0]])
    return found


def _typed(paper: Paper, kind: Kind, path: str, words: str) -> DirectiveMeaning:
    before = paper.value()
    if path == NEW and kind.arrange is not None:
        after = kind.arrange(before, path, "add", words)
    else:
        name, _, place = path.partition(".")
        listed = paper.content["directives"]
        if name != "directives" or not place.isdecimal() or int(place) >= len(listed):
            raise NotYours
        after = kind.content.model_validate(content.put(paper.content, f"{path}.text", words))
    whole = kind.follow(before, after) if kind.follow else after
    at = len(whole.directives) - 1 if path == NEW else int(path.partition(".")[2])
    alone = whole.model_copy(update={"directives": whole.directives[at : at + 1], "paragraphs": ()})
    doubts = [each for each in kind.check(alone, paper.framework) if each.path == "directives.0.schedule"]
    return _meaning(at, whole.directives[at].model_dump(mode="json", by_alias=True), tuple(map(sentence, doubts)))


def _meaning(place: int, directive: Mapping[str, Any], doubtful: tuple[str, ...] = ()) -> DirectiveMeaning:
    return DirectiveMeaning(
        place, tuple(schedule_words(directive["schedule"])), tuple(directive["addressees"]), doubtful
    )
