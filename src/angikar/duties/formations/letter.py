"""The order of formation: the office order that names a body's members, its tasks and what it is to report, as a draft's content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from angikar.duties.models import Formation
from angikar.offices.bodies.queries import Sitting
from angikar.papers.letters.blank import GOVERNMENT
from angikar.papers.models import Paper
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.kinds.circular.content import Circular
from angikar.rules.kinds.plain_letter import TITLES, PlainLetter
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.values import Copy, Signatory
from angikar.rules.schedule.wording import describe

HEADINGS = ("ক্রমিক", "নাম", "পদবি ও দপ্তর", "মোবাইল নম্বর", "দায়িত্ব")


def order_of(formation: Formation, paper: Paper, seated: Sequence[Sitting], head: Sitting | None) -> dict[str, Any]:
    """The content of the letter: with reference to the circular, a table of who sits in the body, its tasks, and when it has
    to report; signed by the head of the office, sent to every member, in copy to the office that issued the circular.
    """
    body, value = formation.body, paper.value()
    rows = [
        (
            to_bangla(str(number)),
            each.name or "—",
            each.title,
            to_bangla(each.mobile) or "—",
            str(each.member.get_role_display()),
        )
        for number, each in enumerate(seated, 1)
    ]
    passages = [
        LetterPassage(text=_opening(formation, paper)),
        LetterPassage(rows=(HEADINGS, *rows)),
        *_listed("কার্যপরিধি:", [str(task).rstrip(" ;।") for task in body.tasks]),
        *_listed("প্রতিবেদন দাখিল:", _reporting(value, formation.name)),
        LetterPassage(text="যথাযথ কর্তৃপক্ষের অনুমোদনক্রমে এ আদেশ জারি করা হলো।"),
    ]
    letter = PlainLetter(
        office=body.office.name,
        masthead=(GOVERNMENT, body.office.name),
        title=TITLES[0],
        subject=f"{body} গঠন",
        body=tuple(passages),
        signatories=(
            Signatory(name=head.name or None, post=head.member.post.title, office=body.office.name, role="body"),
        )
        if head and head.member.post
        else (),
        addressees=tuple(f"{each.name}, {each.title}" if each.member.post is None else each.title for each in seated),
        copies=(Copy(to=paper.office.name, note="সদয় অবগতির জন্য"),),
    )
    return letter.model_dump(mode="json", by_alias=True)


def _opening(formation: Formation, paper: Paper) -> str:
    """The sentence that names the circular, the body and the day from which it is."""
    letter = paper.content.get("letter") or {}
    memo, issued = letter.get("memo_number"), paper.issued_at
    reference = ", ".join(
        part
        for part in (f"স্মারক নং {to_bangla(memo)}" if memo else "", f"তারিখ {write_date(issued)}" if issued else "")
        if part
    )
    return (
        f"{paper.office.name} এর {paper.title} ({reference}) অনুসারে নিম্নবর্ণিত ব্যক্তিবর্গের সমন্বয়ে “{formation.body}” "
        f"{write_date(formation.body.since)} হতে গঠন করা হলো:"
    )


def _listed(title: str, texts: Sequence[str]) -> list[LetterPassage]:
    if not texts:
        return []
    return [
        LetterPassage(text=title),
        *(LetterPassage(label=f"{to_bangla(str(number))}।", text=f"{text}।") for number, text in enumerate(texts, 1)),
    ]


def _reporting(value: Any, name: str) -> list[str]:
    """When the body reports, by the schedules of the directives that are its own."""
    if not isinstance(value, Circular):
        return []
    own = [each for each in value.directives if name in each.addressees and each.schedule]
    return [f"{to_bangla(each.code)} অনুচ্ছেদ: {'; '.join(describe(rule) for rule in each.schedule)}" for each in own]
