"""The notice of a meeting as a letter: when, where, who leads it, and its agenda with what stayed open since last time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from angikar.meetings.models import Item, Meeting
from angikar.offices.bodies.queries import Sitting
from angikar.offices.models import Role
from angikar.rules.agenda import Open, history
from angikar.rules.bangla.calendar import to_bangla_date
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.kinds.plain_letter import PlainLetter
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.values import Letter, Signatory
from angikar.rules.schedule.wording import WEEKDAYS

STATE = "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার"
COLUMNS = ("ক্রমিক", "আলোচ্য বিষয়", "আগের সিদ্ধান্ত ও অবস্থা")


def notice(
    meeting: Meeting,
    items: Sequence[Item],
    before: Mapping[int, Open],
    sitting: Sequence[Sitting],
    *,
    memo: str,
    day: date,
) -> PlainLetter:
    """The letter that calls a meeting whose day, hour and place are known, dated a day; `before` is what `histories` gives,
    `sitting` who sits in the body on the day of the meeting. It is signed by the secretary, else by the chair.
    """
    signer = next((each for each in sitting if each.member.role == Role.SECRETARY), sitting[0])
    return PlainLetter(
        office=meeting.body.office.name,
        masthead=(STATE, meeting.body.office.name),
        letter=Letter(
            memo_number=to_latin(memo.strip()) or None, date=day.isoformat(), bangla_date=str(to_bangla_date(day))
        ),
        subject=f"{meeting.body}: {meeting.title}, সভার নোটিশ",
        body=(
            LetterPassage(text=_when(meeting, sitting)),
            LetterPassage(text="সভায় যথাসময়ে উপস্থিত থাকার জন্য অনুরোধ করা হলো।"),
            LetterPassage(text="সভার আলোচ্যসূচি নিম্নরূপ:"),
            LetterPassage(rows=(COLUMNS, *_rows(items, before))),
        ),
        signatories=(_signed(signer, meeting),),
        addressees=tuple(_named(each) for each in sitting if each is not signer),
    )


def _when(meeting: Meeting, sitting: Sequence[Sitting]) -> str:
    day = meeting.date or date.min
    hour = f"{to_bangla(f'{meeting.time:%H:%M}')} ঘটিকায় " if meeting.time else ""
    leads = meeting.chair or next((each.title for each in sitting if each.member.role == Role.CHAIR), "")
    return (
        f"উপর্যুক্ত বিষয়ের আলোকে জানানো যাচ্ছে যে, {meeting.body}-এর সভা আগামী {write_date(day)}, {WEEKDAYS[day.weekday()]} "
        f"{hour}{meeting.place}-এ অনুষ্ঠিত হবে।" + (f" সভায় সভাপতিত্ব করবেন {leads}।" if leads else "")
    )


def _rows(items: Sequence[Item], before: Mapping[int, Open]) -> list[tuple[str, str, str]]:
    kept = [item for item in items if not item.dropped]
    return [
        (to_bangla(str(number)), item.title, history(before[item.pk]) if item.pk in before else "—")
        for number, item in enumerate(kept, 1)
    ]


def _signed(signer: Sitting, meeting: Meeting) -> Signatory:
    post = signer.member.post
    office = post.office.name if post else None
    return Signatory(name=signer.name or None, post=post.title if post else signer.title, office=office, role="body")


def _named(each: Sitting) -> str:
    return each.title if each.member.post else f"{each.name}, {each.title}".strip(", ")
