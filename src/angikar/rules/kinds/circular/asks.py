"""What a circular asks of whom by when: receipts from its addressees, reports on the days its schedule names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from angikar.rules.duty import Ask
from angikar.rules.kinds.circular.content import Circular, Directive
from angikar.rules.schedule.recurrence import occurrences
from angikar.rules.schedule.wording import describe

_FAMILY = "(সকল)"


def schedule(
    content: Circular, *, anchor: date | None, formation: date | None = None, issued: date | None = None
) -> list[dict[str, object]]:
    """What falls due, in order of day, in the shape of the contract of `angikar schedule`.

    Days count from `anchor`, from `formation` (the day of issue where it is not known) and from `issued` (the
    letter's date).
    What was due by the day of issue stands on it, marked `due_on_issue`. What is due at once, whenever it happens,
    names no day and
    is not listed. Raises `ScheduleError` where a rule has no end or counts from a day that is not known.
    """
    entries = [
        {
            "directive": each.code,
            "what": _what(content, each),
            "from": ", ".join(_who(content, each)),
            "due": due,
            "due_on_issue": early,
        }
        for each in content.directives
        for due, early in _days(content, each, anchor, formation, issued)
    ]
    return sorted(entries, key=lambda entry: str(entry["due"]))


def asks(content: Circular, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """A receipt from every addressee where the circular wants one; a report per directive and day, undated where no
    day is known."""
    return (
        *_receipts(content, issued),
        *(ask for each in content.directives if each.schedule for ask in _reports(content, each, issued)),
    )


def _receipts(content: Circular, issued: date) -> Iterator[Ask]:
    if content.acknowledgement:
        for index, addressee in enumerate(content.addressees, 1):
            text = f"প্রাপ্তি স্বীকার: {content.title or content.subject}"
            yield Ask(
                kind="acknowledge", key=f"acknowledge:{index}", text=text, addressee=addressee, opens=issued.isoformat()
            )


def _reports(content: Circular, directive: Directive, issued: date) -> Iterator[Ask]:
    anchor = date.fromisoformat(content.anchor) if content.anchor else None
    for number, addressee in enumerate(_posts(content, directive), 1):
        key = f"{directive.code}:{number}"
        text = f"{directive.code} {_what(content, directive)}"
        at_once = [rule for rule in directive.schedule if rule.rule == "immediate"]
        if at_once or anchor is None:
            when = "; ".join(describe(rule) for rule in (directive.schedule if anchor is None else at_once))
            yield Ask(kind="report", key=key, text=f"{text} ({when})", addressee=addressee)
        if anchor is not None:
            for due, early in _days(content, directive, anchor, None, issued):
                yield Ask(
                    kind="report", key=f"{key}:{due}", text=text, addressee=addressee, due=due, due_on_issue=early
                )


def _days(
    content: Circular, directive: Directive, anchor: date | None, formation: date | None, issued: date | None
) -> Iterator[tuple[str, bool]]:
    issue = issued or (date.fromisoformat(content.letter.date) if content.letter.date else None)
    formed = formation or (date.fromisoformat(content.formation) if content.formation else issue)
    for each in occurrences(directive.schedule, anchor=anchor, formation=formed, issued=issue, end=anchor):
        yield each.due.isoformat(), each.due_on_issue


def _what(content: Circular, directive: Directive) -> str:
    """A short name for what is due: the heading where the directive is a whole paragraph, else its own words."""
    for paragraph in content.paragraphs:
        if directive.code == paragraph.number and paragraph.title:
            return paragraph.title
    return directive.text.rstrip(" ;।")


def _who(content: Circular, directive: Directive) -> tuple[str, ...]:
    return directive.addressees or content.addressees


def _posts(content: Circular, directive: Directive) -> tuple[str, ...]:
    """Who answers: a duty rests on a post, so the one who leads a body answers for it. A post that the circular sends
    to as a family ("… (সকল), …") is that family in its sentences too."""
    leaders = {body.name: body.led_by for body in content.bodies}
    families = {text.partition("(")[0].strip(" ,.…"): text for text in content.addressees if _FAMILY in text}
    posts = (leaders.get(who) or who for who in _who(content, directive))
    return tuple(dict.fromkeys(families.get(post, post) for post in posts))
