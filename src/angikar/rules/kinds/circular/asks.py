"""What a circular asks: receipts from its addressees, reports on the days its schedule names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.duty import Ask
from angikar.rules.duty_key import ACKNOWLEDGE, DutyKey
from angikar.rules.kinds.circular.content import Circular, CircularBody, Directive, has_printed_code
from angikar.rules.schedule.recurrence import Occurrence, occurrences
from angikar.rules.schedule.rule import ANCHOR_BEFORE_ISSUE, Rule, ScheduleError, counts_from_anchor
from angikar.rules.schedule.wording import describe

_FAMILY = "(সকল)"


def schedule(
    content: Circular, *, anchor: date | None, formation: date | None = None, issued: date | None = None
) -> list[dict[str, object]]:
    """What falls due, in order of day, in the shape of the contract of `angikar schedule`.

    Days count from `anchor`, from `formation` (the day of issue where it is not known) and from `issued` (the letter's
    date). What was due by the day of issue is listed on that day, marked `due_on_issue`. What is due at once, whenever
    it happens, has no day and is not listed. Raises `ScheduleError` where a rule has no end or counts from a day that is not known.
    """
    entries = [
        {
            "directive": each.code,
            "what": _what(content, each),
            "from": ", ".join(_who(content, each)),
            "due": when.due.isoformat(),
            "due_on_issue": when.due_on_issue,
            **({"at": f"{when.at:%H:%M}"} if when.at else {}),
        }
        for each in content.directives
        for when in _days(content, each.schedule, anchor, formation, issued)
    ]
    return sorted(entries, key=lambda entry: (str(entry["due"]), str(entry.get("at", "24"))))


def asks(content: Circular, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """A receipt from every addressee where the circular wants one; a report per directive and day, undated where no
    day is known. Raises `ScheduleError` for an anchor day before the day of issue, and for the reasons `schedule` gives."""
    if content.anchor and date.fromisoformat(content.anchor) < issued:
        raise ScheduleError(ANCHOR_BEFORE_ISSUE, day=content.anchor)
    return (
        *_receipts(content, issued),
        *(ask for each in content.directives if each.schedule for ask in _reports(content, each, issued)),
    )


def _receipts(content: Circular, issued: date) -> Iterator[Ask]:
    if content.acknowledgement:
        for index, addressee in enumerate(content.addressees, 1):
            text = f"প্রাপ্তি স্বীকার: {content.title or content.subject}"
            yield Ask(
                kind="acknowledge",
                key=str(DutyKey(ACKNOWLEDGE, str(index))),
                text=text,
                addressee=addressee,
                opens=issued.isoformat(),
            )


def _reports(content: Circular, directive: Directive, issued: date) -> Iterator[Ask]:
    anchor = date.fromisoformat(content.anchor) if content.anchor else None
    dated = [
        rule for rule in directive.schedule if anchor is not None or not (counts_from_anchor(rule) or _goes_on(rule))
    ]
    undated = [rule for rule in directive.schedule if rule.rule == "immediate" or rule not in dated]
    text = f"{to_bangla(directive.code)} {_what(content, directive)}"
    when = "; ".join(describe(rule) for rule in undated)
    days = _days(content, dated, anchor, None, issued)
    for number, (addressee, body) in enumerate(_posts(content, directive).items(), 1):
        key = DutyKey(directive.code, str(number))
        if undated:
            yield Ask(
                kind="report",
                key=str(key),
                text=f"{text} ({when})",
                addressee=addressee,
                body=body,
                form=directive.form,
            )
        for each in days:
            yield Ask(
                kind="report",
                key=str(replace(key, moment=_named(each, directive))),
                text=text,
                addressee=addressee,
                body=body,
                due=each.due.isoformat(),
                at=f"{each.at:%H:%M}" if each.at else None,
                due_on_issue=each.due_on_issue,
                form=directive.form,
            )


def _goes_on(rule: Rule) -> bool:
    """Whether a rule names days without end: what is due by week, month or quarter is one duty until a last day is known."""
    return rule.rule in ("weekly", "monthly", "quarterly", "daily", "every") and rule.until is None


def _named(each: Occurrence, directive: Directive) -> str:
    """The moment in the key of a report, which is unique in its directive: the day and hour; what is asked only once has the
    same key whenever it is due."""
    once = [rule for rule in directive.schedule if rule.rule == "once"]
    if each.rule in once:
        return "once" if len(once) == 1 else f"once-{once.index(each.rule) + 1}"
    return f"{each.due}T{each.at:%H:%M}" if each.at else f"{each.due}"


def _days(
    content: Circular, rules: Sequence[Rule], anchor: date | None, formation: date | None, issued: date | None
) -> tuple[Occurrence, ...]:
    issue = issued or (date.fromisoformat(content.letter.date) if content.letter.date else None)
    formed = formation or (date.fromisoformat(content.formation) if content.formation else issue)
    return occurrences(rules, anchor=anchor, formation=formed, issued=issue, end=anchor)


def _what(content: Circular, directive: Directive) -> str:
    """A short name for what is due: the heading where the directive is a whole paragraph, else its own words."""
    for paragraph in content.paragraphs:
        own = directive.code == paragraph.number or not has_printed_code(directive.code)
        if own and directive.code in (paragraph.number, *paragraph.codes) and paragraph.title:
            return paragraph.title
    return directive.text.rstrip(" ;।")


def _who(content: Circular, directive: Directive) -> tuple[str, ...]:
    return directive.addressees or content.addressees


def _posts(content: Circular, directive: Directive) -> dict[str, str | None]:
    """Who answers, and the body it is owed by where the paper asks one: a duty rests on a post, so the one who leads a body
    answers for it. A post that the circular sends to as a family ("… (সকল), …") is that family in its sentences too."""
    leaders = {body.name: body.led_by for body in content.bodies}
    families = _families(content)
    found: dict[str, str | None] = {}
    for who in _who(content, directive):
        post = leaders.get(who) or who
        found.setdefault(families.get(post, post), who if who in leaders else None)
    return found


def leading(content: Circular, body: CircularBody) -> str:
    """Who forms a body and leads it, as the circular words it; empty where its words name no post.

    A post that the circular sends to as a family is that family.
    """
    return _families(content).get(body.led_by or "", body.led_by or "")


def _families(content: Circular) -> dict[str, str]:
    """The posts that the circular sends to as families, by their bare title."""
    return {text.partition("(")[0].strip(" ,.…"): text for text in content.addressees if _FAMILY in text}
