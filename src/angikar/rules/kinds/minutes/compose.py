"""Composes minutes from what was typed while the meeting ran: reads its words, puts its rows into the official form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from angikar.rules.bangla.dates import parse_date, write_date, write_short
from angikar.rules.bangla.text import normal
from angikar.rules.kinds.minutes import sentences
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem, Present
from angikar.rules.kinds.minutes.decisions import due_of, is_repeated, recurrence_of
from angikar.rules.letters.values import Copy, Signatory
from angikar.rules.reading import Doubt
from angikar.rules.schedule.parsing import parse_rule
from angikar.rules.schedule.rule import Rule, ScheduleError

OPENING = "সভাপতি উপস্থিত সকলকে স্বাগত জানিয়ে সভার কাজ শুরু করেন। আলোচ্যসূচি অনুযায়ী আলোচনা শেষে নিম্নবর্ণিত সিদ্ধান্তসমূহ গৃহীত হয়।"
CLOSING = "আর কোনো আলোচনা না থাকায় সভাপতি উপস্থিত সকলকে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করেন।"
CONFIRMED = "গত সভার কার্যবিবরণীতে কোনো সংযোজন, বিয়োজন বা সংশোধন না থাকায় তা দৃঢ়ীকরণ করা হলো।"
ANNEX = "পরিশিষ্ট- “ক” (স্বাক্ষরের ক্রমানুসারে)"
_RECURS = frozenset({"daily", "weekly", "every", "monthly", "quarterly"})
_BY = ("তারিখের মধ্যে", "-এর মধ্যে", "এর মধ্যে", "মধ্যে")


@dataclass(frozen=True, slots=True)
class Due:
    """By when a decision is to be carried out: a last day, or what recurs; neither where none was named. `is_read` is
    false where its words were not understood.
    """

    day: date | None = None
    recurrence: tuple[Rule, ...] | None = None
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class TypedDecision:
    """One decision as it was typed: its text, who carries it out (one entry each), the words of its day, and whether an
    earlier meeting took it already.
    """

    text: str
    implementers: tuple[str, ...] = ()
    when: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class TypedItem:
    """One item of the agenda with its discussion and its decisions."""

    title: str
    discussion: str = ""
    decisions: tuple[TypedDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting without its items; `time` on the clock of 24 hours, `chair` and `secretary` as they sign."""

    body: str
    met: date
    time: str | None = None
    place: str | None = None
    chair: Signatory | None = None
    secretary: Signatory | None = None


@lru_cache(maxsize=1024)
def due_in(when: str, text: str, met: date) -> Due:
    """What the words of a day mean for a meeting on the day `met`; where there are none, those of the decision itself.

    >>> due_in("এ মাসের মধ্যে", "", date(2016, 7, 26)).day, due_in("৫.৮.১৬", "", date(2016, 7, 26)).day
    (datetime.date(2016, 7, 31), datetime.date(2016, 8, 5))
    >>> due_in("প্রতি মাসের ১০ তারিখের মধ্যে", "", date(2016, 7, 26)).recurrence[0].day, due_in("দ্রুত", "", date(2016, 7, 26)).is_read
    (10, False)
    """
    month = (met.year, met.month)
    words = normal(when).strip(" ।")
    if not words:
        return Due(due_of(text, month), recurrence_of(text))
    bare = next((words.removesuffix(end).strip(" -") for end in _BY if words.endswith(end)), words)
    day = parse_date(bare) or due_of(words, month)
    if day is not None:
        return Due(day)
    recurrence = recurrence_of(words)
    if recurrence is None:
        try:
            rule = parse_rule(words)
        except ScheduleError:
            return Due(is_read=False)
        recurrence = (rule,) if rule.rule in _RECURS else None
    return Due(recurrence=recurrence, is_read=recurrence is not None)


def doubts_about(
    typed: TypedDecision, met: date, *, confirms: bool = False, due: Due | None = None
) -> tuple[Doubt, ...]:
    """What a person should look at in a decision before it is printed: no implementer, words that name no day, a day before the
    meeting. The path is the field. What `confirms` the last minutes is done in the meeting and needs no implementer. `due` is what its
    words of a day mean, where that is known already.
    """
    found = []
    due = due or due_in(typed.when, typed.text, met)
    if not typed.implementers and not confirms:
        found.append(Doubt(sentences.IMPLEMENTER_MISSING, "error", path="implementers"))
    if not due.is_read:
        found.append(Doubt(sentences.DAY_UNREADABLE, "warning", {"text": typed.when}, "when"))
    if due.day is not None and due.day < met:
        days = {"due": due.day.isoformat(), "met": met.isoformat()}
        found.append(Doubt(sentences.LAST_DAY_BEFORE_MEETING, "warning", days, "when"))
    return tuple(found)


def decision_text(typed: TypedDecision, met: date) -> str:
    """The decision as it is printed: its text, followed by that it is taken again and by its day where the text has neither.

    >>> decision_text(TypedDecision("তালিকা পাঠাতে হবে।", when="এ মাসের মধ্যে", again=True), date(2016, 7, 26))
    'তালিকা পাঠাতে হবে। (পুনরায়, এ মাসের মধ্যে)'
    """
    due = due_in(typed.when, typed.text, met)
    text, when = normal(typed.text), normal(typed.when).strip(" ।")
    if due.day is not None and parse_date(when) == due.day:
        when = f"{write_short(due.day)} তারিখের মধ্যে"
    more = ["পুনরায়"] if typed.again and not is_repeated(text) else []
    more += [when] if when and when not in text else []
    return f"{text} ({', '.join(more)})" if more else text


def compose(
    frame: MeetingFacts, talks: Sequence[TypedItem], present: Sequence[Present], copies: Sequence[str]
) -> Minutes:
    """The minutes of a meeting in their official form, without the memo number that only the letter gets."""
    met = frame.met
    signed = (frame.chair, frame.secretary)
    month = write_date(met).partition(" ")[2]
    return Minutes(
        title=f"{month} মাসের {frame.body} এর সভার কার্যবিবরণী",
        body=frame.body,
        month=f"{met:%Y-%m}",
        date=met.isoformat(),
        time=frame.time,
        place=frame.place,
        chair=_line_of(frame.chair) if frame.chair else None,
        attendance=ANNEX if present else None,
        opening=OPENING,
        items=tuple(_item(number, talk, met) for number, talk in enumerate(talks, 1)),
        closing=CLOSING,
        present=tuple(present),
        copies=tuple(Copy(to=each) for each in copies),
        signatories=tuple(each for each in signed if each is not None),
    )


def _line_of(signatory: Signatory) -> str:
    return ", ".join(filter(None, (signatory.name, signatory.post, signatory.office)))


def _item(number: int, talk: TypedItem, met: date) -> MinutesItem:
    decisions = tuple(_decision(typed, met) for typed in talk.decisions)
    return MinutesItem(
        number=str(number),
        title=normal(talk.title).rstrip(" :ঃ।"),
        discussion="\n".join(filter(None, map(normal, talk.discussion.splitlines()))),
        decisions=decisions,
        implementers=tuple(dict.fromkeys(name for each in decisions for name in each.implementers)),
    )


def _decision(typed: TypedDecision, met: date) -> MinutesDecision:
    due = due_in(typed.when, typed.text, met)
    return MinutesDecision(
        text=decision_text(typed, met),
        carried_over=typed.again or is_repeated(typed.text),
        due=due.day.isoformat() if due.day else None,
        recurrence=due.recurrence,
        implementers=typed.implementers,
    )
