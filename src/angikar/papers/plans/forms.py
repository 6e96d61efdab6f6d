"""The plans an office may begin, the form of each in a year, and the content of one that is begun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from angikar.history.refusal import Refused
from angikar.offices.models import Office, Post
from angikar.papers import sentences
from angikar.papers.models import Paper
from angikar.rules.frameworks import for_paper, form_of, own_form
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kind import Kind, Parties
from angikar.rules.kinds import KINDS
from angikar.rules.plan import Plan
from angikar.rules.schedule.fiscal import canonical_year

Wanted = Literal["", "field", "own"]
"""Which form is asked for; the usual one gives way to the office's own where its year has none."""


@dataclass(frozen=True, slots=True)
class PlanForm:
    """A plan that may be begun: `name` is what the screen sends."""

    name: str
    kind: Kind
    subject: str
    title: str
    title_en: str


def _plans() -> dict[str, PlanForm]:
    found = dict[str, PlanForm]()
    for kind in KINDS.values():
        subjects = ("",) if kind.link or kind.holds_plans else ("innovation", "grievance", "charter", "information")
        for subject in subjects if kind.blank is not None else ():
            own = own_form(kind.name, subject)
            titles = (own.title, own.title_en.partition(",")[0]) if subject else (kind.title, kind.title_en)
            found[subject or kind.name] = PlanForm(subject or kind.name, kind, subject, *titles)
    return found


PLANS: dict[str, PlanForm] = _plans()
"""The plans that may be begun, by name."""


def plan_of(paper: Paper) -> PlanForm | None:
    """Which of these plans a paper is, where it is one."""
    found = PLANS.get(str(paper.content.get("subject") or "") or paper.kind)
    return found if found is not None and found.kind.name == paper.kind else None


def form_for(plan: PlanForm, year: str, wanted: Wanted) -> Framework:
    """The framework in which a plan of a year is begun. Raises `Refused` where the year is none, or has no form of field offices."""
    known = canonical_year(year)
    if known is None:
        raise Refused(sentences.YEAR_UNKNOWN, year=year[:20] or "—")
    usual = for_paper(plan.kind.name, known, plan.subject) if not wanted else None
    found = usual or form_of(plan.kind.name, known, plan.subject, wanted or "own")
    if found is None:
        raise Refused(sentences.FORM_UNKNOWN, year=known)
    return found


def parties_of(office: Office) -> Parties:
    """An office and the one above it, with the titles of their heads."""
    above = office.parent
    return Parties(office.name, _head(office), above.name if above else "", _head(above) if above else "")


def _head(office: Office) -> str:
    head = Post.objects.open().filter(office=office, is_head=True).first()
    return head.title if head else ""


def blank(plan: PlanForm, form: Framework, year: str, office: Office) -> Plan:
    """The plan of an office in that form before a word of it is written."""
    if plan.kind.blank is None:
        raise LookupError(plan.name)
    return plan.kind.blank(form, year, parties_of(office))
