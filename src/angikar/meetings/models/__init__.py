"""The rows of meetings: bodies that meet, agendas and sittings, proposals, corrections, the register of decisions."""

from __future__ import annotations

from angikar.meetings.models.convening import Proposal, ProposalState
from angikar.meetings.models.meetings import (
    Attendance,
    Idea,
    IdeaState,
    Item,
    ItemKind,
    Meeting,
    MeetingState,
    Resolution,
    Series,
)
from angikar.meetings.models.register import IS_OPEN, OPEN_SHARES, Counted, Decision, Measure, Share, ShareState
from angikar.meetings.models.sittings import Correction, CorrectionState

__all__ = [
    "IS_OPEN",
    "OPEN_SHARES",
    "Attendance",
    "Correction",
    "CorrectionState",
    "Counted",
    "Decision",
    "Idea",
    "IdeaState",
    "Item",
    "ItemKind",
    "Measure",
    "Meeting",
    "MeetingState",
    "Proposal",
    "ProposalState",
    "Resolution",
    "Series",
    "Share",
    "ShareState",
]
