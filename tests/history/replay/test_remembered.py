"""What entries remember of rows: each column and each row beside it, and every model is remembered, replayed, or left out for a reason."""

from __future__ import annotations

from django.apps import apps

from angikar.history.replay.remembered import remembered

PARTS = {
    "duties.IncidentFile", "duties.IncidentStep", "meetings.Attendance", "offices.Delegation", "offices.FormerName", "offices.Member",
    "offices.Succession", "offices.Tenure", "papers.Addressee", "papers.Amendment", "papers.AskedPost", "papers.Assignment", "papers.Comment", "papers.Dispatch", "papers.EnclosedFile", "papers.Link",
    "papers.PaperSignature", "papers.Pass", "papers.Round", "papers.Step", "papers.Unsigned",
}  # fmt: skip
"""Rows that are remembered with the row they belong to."""
REPLAYED = {
    "duties.Duty", "duties.Evidence", "duties.Filing", "duties.MovedDay", "duties.Report", "meetings.Decision", "meetings.Share", "offices.Officer",
    "offices.Tenure", "papers.Paper",
}  # fmt: skip
"""What entries say in words is compared with them."""
LEFT_OUT = {
    "duties.Check": "its entry names the quarter; a quarter is accepted by an entry of its own",
    "duties.Line": "made from an issued paper, whose digest is taken again",
    "history.Checkpoint": "the history itself",
    "history.Entry": "the history itself",
    "history.ReceivedForm": "an answer that is kept for days",
    "jobs.Job": "how far work has come; its result is a row with an entry",
    "meetings.Counted": "its entry is about the row of the plan; the measure is counted again from the register",
    "notices.Delivery": "what was sent; nothing is owed by it",
    "notices.Feed": "a secret address",
    "notices.Notice": "what was told; nothing is owed by it",
    "offices.ApiToken": "a secret of a year at most; that it was made and revoked are entries of its officer",
    "offices.GuessCount": "counts of wrong passwords, for hours",
    "offices.PasswordLink": "a secret of days",
    "offices.RegisterImport": "a list that was read; what it changed has entries of its own",
    "papers.File": "its name is its digest, which is taken again",
    "papers.Meant": "an answer of one's own that is asked again",
    "papers.Wording": "an answer of one's own that is asked again",
    "search.IndexMade": "by which rules the index was made, not what it holds",
    "search.Indexed": "made of the rows it finds; the doctor compares, `angikar index` builds it again",
    "search.SavedSearch": "a search that somebody keeps; nothing is owed by it",
    "standings.LinkedLine": "made of a link of papers, which has an entry of its own",
    "standings.PlanScore": "computed from reports; `angikar tally` compares",
    "standings.PlanTally": "computed from reports; `angikar tally` compares",
    "standings.Rank": "computed from marks",
    "standings.CircularCount": "counted from duties; the doctor compares, `angikar tally` counts again",
    "standings.Turnout": "computed from reports; `angikar tally` compares",
}
"""Why history does not tell of a row."""


def test_every_model_is_remembered_replayed_or_left_out_for_a_reason() -> None:
    ours = {each._meta.label: each for each in apps.get_models() if each.__module__.startswith("angikar.")}
    own = {label for label, each in ours.items() if remembered(each)}
    assert PARTS | REPLAYED | LEFT_OUT.keys() | own == ours.keys()
    assert not LEFT_OUT.keys() & (own | PARTS | REPLAYED)
    laws = [(each, law) for each in ours.values() if (law := remembered(each))]
    relations = {model._meta.get_field(name).related_model._meta.label for model, law in laws for name in law.parts}
    assert relations == PARTS
