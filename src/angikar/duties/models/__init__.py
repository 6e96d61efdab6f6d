"""The rows of duties: lines, duties and reports, the cycle of a plan, incidents, formations, moved days."""

from __future__ import annotations

from angikar.duties.models.anchor_day import MovedDay
from angikar.duties.models.cycle import CLOSED_FILINGS, Check, Evaluation, Feedback, Filing, FilingState, Reopening
from angikar.duties.models.duties import OF_THE_CYCLE, OWED, Duty, DutyState, Evidence, Line, Report, ReportState
from angikar.duties.models.formations import Formation
from angikar.duties.models.incidents import Incident, IncidentFile, IncidentStep, StepKind

__all__ = [
    "CLOSED_FILINGS",
    "OF_THE_CYCLE",
    "OWED",
    "Check",
    "Duty",
    "DutyState",
    "Evaluation",
    "Evidence",
    "Feedback",
    "Filing",
    "FilingState",
    "Formation",
    "Incident",
    "IncidentFile",
    "IncidentStep",
    "Line",
    "MovedDay",
    "Reopening",
    "Report",
    "ReportState",
    "StepKind",
]
