"""Which section of the guide each screen opens."""

from __future__ import annotations

from typing import Final

SCREENS: Final = {
    "today": "start#today",
    "notices": "start#notices",
    "begin": "keeper#begin",
    "first_steps": "keeper#begin",
    "first_password": "start#password",
    "account": "start#account",
    "keys": "start#keys",
    "email": "start#account",
    "renew_codes": "start#account",
    "tokens": "start#account",
    "duty": "upazila#duty",
    "counted": "upazila#duty",
    "dated": "upazila#duty",
    "grid": "focal#grid",
    "filing": "head#file",
    "verify": "superior#verify",
    "year": "superior#year",
    "intake": "focal#intake",
    "jobs": "focal#intake",
    "review": "focal#doubts",
    "settle_together": "focal#doubts",
    "papers": "start#papers",
    "search": "start#search",
    "save_search": "start#search",
    "saved_search": "start#search",
    "paper": "start#papers",
    "move": "superior#comment",
    "discard": "focal#begin",
    "issue": "head#issue",
    "signing": "head#sign",
    "days": "head#issue",
    "begin_plan": "focal#begin",
    "change_block": "focal#begin",
    "assign": "superior#assign",
    "drafts_below": "superior#comment",
    "template_offer": "focal#offer",
    "links": "focal#inner",
    "difference": "focal#amend",
    "form": "superior#circular",
    "meaning": "focal#letter",
    "receipts": "superior#receipts",
    "outsider": "superior#receipts",
    "write_letter": "focal#letter",
    "dispatch": "focal#letter",
    "circular": "superior#circular",
    "calendar": "superior#circular",
    "schedule": "superior#circular",
    "formations": "upazila#circular",
    "compliance": "superior#compliance",
    "answers": "superior#compliance",
    "missing": "superior#compliance",
    "spending": "superior#compliance",
    "summary": "superior#compliance",
    "incidents": "upazila#incident",
    "incident": "upazila#incident",
    "tell": "upazila#incident",
    "meetings": "secretary#meetings",
    "meeting": "secretary#meetings",
    "series": "secretary#meetings",
    "agenda": "secretary#agenda",
    "convene": "secretary#agenda",
    "sitting": "secretary#sitting",
    "sitting_rows": "secretary#sitting",
    "minutes": "secretary#minutes",
    "decisions": "secretary#decisions",
    "decision": "secretary#decisions",
    "monthly": "secretary#decisions",
    "ideas": "upazila#ideas",
    "idea": "upazila#ideas",
    "bodies": "secretary#body",
    "body": "secretary#body",
    "offices": "keeper#offices",
    "office": "keeper#offices",
    "post": "keeper#posts",
    "approvals": "keeper#posts",
    "lists": "keeper#offices",
    "list": "keeper#offices",
    "places": "keeper#offices",
    "system": "keeper#system",
    "officers": "keeper#posts",
    "officer": "keeper#posts",
    "results": "head#results",
    "years": "head#results",
    "standings": "superior#standings",
    "standing": "superior#standings",
}
"""The page and section by the name of a screen's address."""

FIRST: Final = "start"
"""Where a screen without a section leads."""


def section_of(screen: str | None) -> tuple[str, str]:
    """The page and the section that a screen opens; an empty section for the page as a whole.

    >>> section_of("grid")
    ('focal', 'grid')
    >>> section_of(None)
    ('start', '')
    """
    page, _, section = SCREENS.get(screen or "", FIRST).partition("#")
    return page, section
