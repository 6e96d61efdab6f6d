"""Duties: figures as they were typed, reported and accepted, the evidence that came with them, and the
states of duties and quarters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from angikar.duties.models import Duty, DutyState, Evidence, Filing, Report, ReportState
from angikar.duties.replaying.without_entry import without_entry
from angikar.duties.states import DUTY
from angikar.history.models import Entry
from angikar.history.replay.claims import Claim, RowDifference, unnamed

_FIGURE = ("value", "numerator", "denominator")


_AFTER = {
    DutyState.OPEN: frozenset({DutyState.OPEN, DutyState.WITHDRAWN}),
    DutyState.SENT_BACK: frozenset({DutyState.SENT_BACK, DutyState.WITHDRAWN, DutyState.OPEN}),
}
"""What may become of a duty that is still owed without an entry of its own: a paper that replaces or readdresses takes it back."""


class DutiesReplay:
    """Follows duties, and remembers of each the figure that is typed and the report that is the last."""

    verbs = frozenset(
        {
            *(
                f"duty.{verb}"
                for verb in ("save_cell", "report", "accept", "send_back", "excuse", "ask_again", "acknowledge")
            ),
            *(f"filing.{verb}" for verb in ("file", "take_up", "accept_rest", "send_back", "accept", "excuse")),
        }
    )

    def __init__(self) -> None:
        self._typed: dict[int, dict[str, Any]] = {}
        self._last: dict[int, tuple[int, Any]] = {}
        self._reports: set[int] = set()
        self._proofs: dict[tuple[int, str], int] = {}
        self._changed: set[int] = set()
        self._filed: set[int] = set()

    def follow(self, entry: Entry) -> Iterator[Claim]:
        """What an entry about a duty or a quarter claims."""
        now: dict[str, Any] = entry.now if isinstance(entry.now, dict) else {}
        room, _, verb = entry.verb.partition(".")
        if verb == "save_cell":
            self._typed[entry.object_id] = {column: now.get(column) for column in _FIGURE}
            return
        if room == "filing":
            self._filed.add(entry.object_id)
            yield from getattr(self, f"_{verb}", self._no_claims)(now)
            if "state" in now:
                yield Claim(Filing, entry.object_id, {"state": now["state"]})
            return
        self._changed.add(entry.object_id)
        to = DUTY.next(entry.verb, entry.was) if isinstance(entry.was, str) else None
        if to is not None:
            yield Claim(Duty, entry.object_id, {"state": _AFTER.get(DutyState(to), to)})
        if isinstance(now.get("report"), int):
            self._reports.add(now["report"])
            yield Claim(Report, now["report"], self._reported(entry, verb, now))

    def unnamed(self) -> Iterator[RowDifference]:
        """Reports and quarters that no entry names, duties that none changed, drafts that hold another figure than was typed, and evidence that
        an entry names and no row holds.
        """
        drafts = Report.objects.filter(state=ReportState.DRAFT).values_list("pk", "duty_id", *_FIGURE)
        for pk, duty, *figure in drafts.iterator():
            if duty in self._typed and figure != [self._typed[duty][column] for column in _FIGURE]:
                yield RowDifference(Report._meta.label, pk, "value", 0)
        yield from unnamed(Report.objects.exclude(state=ReportState.DRAFT), self._reports)
        yield from unnamed(Filing.objects.all(), self._filed)
        yield from without_entry(self._changed)
        held = set(Evidence.objects.values_list("report_id", "file__sha256"))
        for (report, sha256), entry in self._proofs.items():
            if (report, sha256) not in held:
                yield RowDifference(Evidence._meta.label, report, sha256[:12], entry)

    def _reported(self, entry: Entry, verb: str, now: Mapping[str, Any]) -> dict[str, Any]:
        """What the report of an entry about a duty must hold."""
        if verb == "accept":
            return {"state": ReportState.ACCEPTED, "accepted_value": now["accepted"], "review_words": now["words"]}
        if verb == "send_back":
            return {"state": ReportState.SENT_BACK, "accepted_value": None, "review_words": now["words"]}
        value = now["hash"] if verb == "acknowledge" else now.get("value")
        self._last[entry.object_id] = (now["report"], value)
        self._typed.pop(entry.object_id, None)
        facts = {"duty": entry.object_id, "value": value, "late": now.get("late", False)}
        if verb == "acknowledge":
            return {**facts, "state": ReportState.ACCEPTED}
        self._proofs.update({(now["report"], sha256): entry.pk for sha256 in now.get("files", ())})
        answered = {column: now[column] for column in (*_FIGURE, "words", "choice", "not_applicable") if column in now}
        return {**answered, **facts, "fields": now.get("fields", {}), "state": ReportState.SUBMITTED}

    def _file(self, now: Mapping[str, Any]) -> Iterator[Claim]:
        for number, report in now.get("reports", {}).items():
            duty = int(number)
            typed = self._typed.pop(duty, {})
            self._last[duty] = (report, typed.get("value"))
            self._reports.add(report)
            self._changed.add(duty)
            yield Claim(Report, report, {**typed, "duty": duty, "state": ReportState.SUBMITTED})
            yield Claim(Duty, duty, {"state": DutyState.SUBMITTED})

    def _accept_rest(self, now: Mapping[str, Any]) -> Iterator[Claim]:
        for duty in now.get("accepted", ()):
            self._changed.add(duty)
            yield Claim(Duty, duty, {"state": DutyState.ACCEPTED})
            if duty in self._last:
                report, value = self._last[duty]
                yield Claim(Report, report, {"state": ReportState.ACCEPTED, "accepted_value": value})

    def _send_back(self, now: Mapping[str, Any]) -> Iterator[Claim]:
        for duty, words in zip(now.get("rows", ()), now.get("marks", ()), strict=False):
            self._changed.add(duty)
            yield Claim(Duty, duty, {"state": _AFTER[DutyState.SENT_BACK]})
            if duty in self._last:
                state = {"state": ReportState.SENT_BACK, "accepted_value": None, "review_words": words}
                yield Claim(Report, self._last[duty][0], state)

    def _no_claims(self, now: Mapping[str, Any]) -> Iterator[Claim]:
        yield from ()
