"""Reading amendments: what a paper changes of the one it replaces, which reasons are still wanting, whether the
agreement of the office above is still valid.
"""

from __future__ import annotations

from collections.abc import Sequence

from angikar.papers.access import reviewers
from angikar.papers.models import Amendment, Paper
from angikar.papers.queries import changes
from angikar.rules.difference import Difference, changed_rows, difference


def amendment_of(paper: Paper) -> Amendment | None:
    """The amendment that a paper carries out; `None` for a paper that replaces none, or is no plan."""
    return Amendment.objects.filter(paper=paper).select_related("agreed_by", "agreed_as__office").first()


def changed(paper: Paper) -> tuple[Difference, ...]:
    """All that a paper changes of the one it replaces; empty for one that replaces none."""
    return difference(paper.supersedes.value(), paper.value()) if paper.supersedes else ()


def unreasoned(paper: Paper, amendment: Amendment) -> Sequence[str]:
    """The changed rows for which no reason has been given yet."""
    return [row for row in changed_rows(changed(paper)) if not str(amendment.reasons.get(row, "")).strip()]


def needs_word(paper: Paper) -> bool:
    """Whether another office must agree; an office at the root looks its own papers over."""
    return reviewers(paper) != {paper.office_id}


def is_agreed(paper: Paper, amendment: Amendment) -> bool:
    """Whether the office above has agreed to the amendment as it reads now: a change since then undoes its word."""
    if amendment.agreed_version is None:
        return False
    since = amendment.agreed_version
    return not any(int((entry.now or {}).get("version", 0)) > since for entry in changes(paper))
