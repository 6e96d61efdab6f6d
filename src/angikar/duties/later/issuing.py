"""Issuing to thousands as a job: the one transaction of `duties.issue`, with the rights and the paper as they are when it is done."""

from __future__ import annotations

from datetime import date

from angikar.duties import sentences
from angikar.duties.issue import issue
from angikar.jobs.access import under_way
from angikar.jobs.actions import begin
from angikar.jobs.models import Job
from angikar.jobs.works import Work
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers import access
from angikar.papers.models import Paper

AT_ONCE = 2_000
"""Duties that are created while somebody waits."""


def issue_later(
    paper: Paper, *, by: Officer, day: date, focal: bool = False, entered: date | None = None, unsigned: str = ""
) -> Job:
    """Let a paper be issued beside the pages as `issue` does, in the version that was looked at. Raises `NotYours` for all but the head."""
    found = access.paper(by, paper.pk, to="issue")
    args = {
        "paper": found.pk,
        "version": paper.version,
        "day": day.isoformat(),
        "focal": focal,
        "entered": entered.isoformat() if entered else None,
        "unsigned": unsigned,
    }
    post = mandate(by).post_in(found.office_id)
    return begin(ISSUE.name, found.title, key=_key(found), args=args, by=by, post=post)[0]


def is_being_issued(paper: Paper) -> bool:
    """Whether a job that issues the paper is under way."""
    return under_way(_key(paper))


def _key(paper: Paper) -> str:
    return f"{ISSUE.name}:{paper.pk}"


def _may(job: Job) -> None:
    access.paper(job.by, job.args["paper"], to="issue")


def _issue(job: Job, _: None) -> str:
    args = job.args
    paper = access.paper(job.by, args["paper"], to="issue")
    paper.version = args["version"]
    entered = date.fromisoformat(args["entered"]) if args["entered"] else None
    issue(
        paper,
        by=job.by,
        day=date.fromisoformat(args["day"]),
        focal=args["focal"],
        entered=entered,
        unsigned=args.get("unsigned", ""),
    )
    return f"/papers/{paper.pk}/"


ISSUE = Work(
    "issue",
    lambda job, watch: None,
    _issue,
    may=_may,
    unit="step",
    done=sentences.PAPER_ISSUED,
    failed=sentences.PAPER_NOT_ISSUED,
)
