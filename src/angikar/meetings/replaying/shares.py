"""Shares as they must stand after every issue of minutes, every answer, every saying of the register's keeper and every word of a chair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import F

from angikar.duties.models import DutyState
from angikar.history.models import Entry
from angikar.history.replay.claims import Claim, RowDifference
from angikar.meetings.models import Share, ShareState
from angikar.meetings.register.receivers import SAID
from angikar.meetings.replaying.known import KnownDecisions
from angikar.meetings.replaying.standing import SOME_DAY, Standing, Standings, changed
from angikar.papers.models import Paper, State

_LABEL = Share._meta.label
_ANSWERED = frozenset({"duty.report", "duty.accept", "duty.send_back", "duty.excuse", "duty.ask_again"})


class SharesReplay:
    """Follows how each share stands. Where history leaves more than one way open (whether a decision stood in minutes before those that
    replaced them, whether who excused it led the body that day), the row must be one of these.
    """

    verbs = frozenset({"paper.issue", "decision.link", "share.set_state", "share.give_word", *_ANSWERED})

    def __init__(self) -> None:
        self._may: dict[int, Standings] = {}
        self._last: dict[int, int] = {}
        self._answered: set[int] = set()

    @cached_property
    def _known(self) -> KnownDecisions:
        return KnownDecisions()

    @cached_property
    def _over(self) -> frozenset[int]:
        return self._known.over_at_first()

    @cached_property
    def _threads(self) -> dict[int, int | None]:
        return self._known.first_threads()

    def follow(self, entry: Entry) -> Iterable[Claim]:
        """Take in an entry; the rows are looked at in the end."""
        now: Any = entry.now
        room, _, verb = entry.verb.partition(".")
        if room == "share":
            self._put(entry, [entry.object_id], lambda _: [Standing.said(now)])
        elif room == "duty" and entry.object_id in self._known.duties:
            self._answer(entry, verb, now)
        elif verb == "link" and entry.object_id in self._known.decisions:
            self._link(entry)
        elif verb == "issue" and entry.object_id in self._known.papers:
            self._issue(entry, now.get("replaces"), date.fromisoformat(now["day"]))
        return ()

    def unnamed(self) -> Iterator[RowDifference]:
        """Shares that stand as nothing left them, or are not as their decision and duty say, and what is asked without a share."""
        known = self._known
        for share in known.shares.values():
            if not any(each.fits(Standing.of(share)) for each in self._ways(share.pk)):
                yield RowDifference(_LABEL, share.pk, "state", self._last.get(share.pk, 0))
            yield from (RowDifference(_LABEL, share.pk, column, 0) for column in known.wrong_columns(share))
        apart = Share.objects.exclude(office=F("post__office")).values_list("pk", flat=True)
        yield from (RowDifference(_LABEL, pk, "office", 0) for pk in apart)
        moved = Share.objects.exclude(office_path=F("office__path")).values_list("pk", flat=True)
        yield from (RowDifference(_LABEL, pk, "office_path", 0) for pk in moved)
        in_force = {pk for pk, paper in known.papers.items() if paper.state == State.ISSUED}
        for place, duties in known.asked.items():
            asks = any(known.duties[duty].state != DutyState.WITHDRAWN for duty in duties)
            if place[0] in in_force and asks and place not in known.at:
                yield RowDifference(_LABEL, place[0], f"{place[1]} {place[2]}", 0)

    def _ways(self, share: int) -> Standings:
        """How a share may stand so far; in the beginning it is new, or withdrawn where its duty was over long before."""
        if share not in self._may:
            row = self._known.shares[share]
            paper = self._known.papers[self._known.decisions[row.decision_id].paper_id]
            past = paper.entered_on is not None and row.duty_id in self._over
            self._may[share] = frozenset({_past(paper) if past else Standing()})
        return self._may[share]

    def _put(
        self,
        entry: Entry,
        shares: Iterable[int],
        change: Callable[[Standing], Iterable[Standing]],
        *,
        certain: bool = True,
    ) -> None:
        for share in shares:
            if share in self._known.shares:
                before = self._ways(share)
                after = changed(before, change)
                self._may[share] = after if certain else before | after
                if self._may[share] != before:
                    self._last[share] = entry.pk

    def _issue(self, entry: Entry, replaced: int | None, day: date) -> None:
        """Minutes were issued: what they replace and ask no more is withdrawn, what they take up again is carried over. Of decisions
        that stand in minutes which replaced these, it is not known whether they stood here too.
        """
        known, paper = self._known, entry.object_id
        own, later = known.of_paper[paper], [pk for each in known.later(paper) for pk in known.of_paper[each]]
        if replaced is not None:
            gone = [pk for each in known.of_paper[replaced] for pk in known.of_decision[each]]
            self._put(entry, gone, lambda way: [way.closed(ShareState.WITHDRAWN, day)])
            kept = [pk for each in (*own, *later) for pk in known.of_decision[each]]
            new = _past(known.papers[paper]) if known.papers[paper].entered_on else Standing()
            self._put(entry, kept, lambda way: [way.closed(ShareState.WITHDRAWN, day), Standing(), new], certain=False)
        for decisions, certain in ((own, True), (later, False)):
            for each in decisions:
                taken_up = known.of_decision.get(self._threads[each] or 0, [])
                self._put(entry, taken_up, lambda way: [way.closed(ShareState.CARRIED, day)], certain=certain)

    def _link(self, entry: Entry) -> None:
        """Somebody said which decision another takes up: that one's shares are carried over, and those of the one before stand again
        as their reports say.
        """
        known, decision, was, now = self._known, entry.object_id, entry.was, entry.now
        if isinstance(was, int) and was != now:
            for share in known.of_decision.get(was, []):
                self._put(entry, [share], lambda way, share=share: self._again(known.shares[share], way))  # type: ignore[misc]
        if isinstance(now, int):
            day = SOME_DAY if known.is_replacing(decision) else known.decisions[decision].issued
            self._put(entry, known.of_decision.get(now, []), lambda way: [way.closed(ShareState.CARRIED, day)])
        self._threads[decision] = now if isinstance(now, int) else None

    def _again(self, share: Share, way: Standing) -> list[Standing]:
        if way.state != ShareState.CARRIED:
            return [way]
        reported = [Standing.after(state, SOME_DAY, words) for state, words in self._known.answers(share)]
        return [Standing(), Standing(ShareState.RUNNING), *reported]

    def _answer(self, entry: Entry, verb: str, now: Any) -> None:
        """A duty was answered, looked over, excused or asked again."""
        duty = entry.object_id
        if verb in ("accept", "excuse"):
            self._answered.add(duty)
        else:
            self._answered.discard(duty)
        share = self._known.share_of(duty)
        if share is not None and verb != "send_back":
            self._put(entry, [share.pk], lambda way: self._after(entry, way, now, share))

    def _after(self, entry: Entry, way: Standing, now: Any, share: Share) -> list[Standing]:
        if entry.verb == "duty.ask_again":
            return [Standing()] if way.state == ShareState.WITHDRAWN else [way]
        if not way.follows_answers:
            return [way]
        if entry.verb == "duty.report":
            return [Standing(ShareState.RUNNING, way.reason, way.word, way.settled_on)] if _is_new(way) else [way]
        day = date.fromisoformat(now["on"]) if now.get("on") else SOME_DAY
        report = self._known.reports.get(now.get("report", 0))
        state = (
            ShareState.CANNOT if entry.verb == "duty.excuse" else SAID.get((report.choice if report else None) or "")
        )
        if state is None:
            return [way]
        reason = now["words"] if report is None else report.words
        words = {"", now["words"].strip()} if state == ShareState.CANNOT else {""}
        return [self._going_on(Standing.after(state, day, reason, word), entry.object_id, share) for word in words]

    def _going_on(self, way: Standing, duty: int, share: Share) -> Standing:
        """The same; running as long as other days of a recurring decision want an answer."""
        known = self._known
        if way.settled_on is None or not known.decisions[share.decision_id].recurs:
            return way
        others = known.asked[known.place(known.duties[duty])]
        done = self._answered | self._over
        goes_on = any(each not in done for each in others if known.duties[each].state != DutyState.WITHDRAWN)
        return Standing(ShareState.RUNNING) if goes_on else way


def _is_new(way: Standing) -> bool:
    return way.state == ShareState.NEW


def _past(paper: Paper) -> Standing:
    return Standing(ShareState.WITHDRAWN, settled_on=paper.issued_at)
