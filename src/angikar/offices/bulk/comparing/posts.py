"""Posts of a list held against the register: one post of a title is open in an office, and one head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import cast

from angikar.history.refusal import Refused
from angikar.offices.bulk import sentences
from angikar.offices.bulk.columns import POSTS
from angikar.offices.bulk.comparing.known import KnownOffice, KnownPost, KnownRegister, equal
from angikar.offices.bulk.reading import defaults
from angikar.offices.bulk.sentences import ONLY_FROM_ABOVE
from angikar.offices.bulk.values import ListChange, ListComparison, ListLine, Values, Verb
from angikar.offices.posts.rights import refuse_power
from angikar.rules.bangla.text import key

HEAD_RANK, RANK = 10, 100
_FACTS = ("title_en", "is_head", "is_focal", "keeps_register", "may_report", "second_factor", "rank", "until")
_POWER = ("is_head", "keeps_register")


def compare_posts(lines: Sequence[ListLine], known: KnownRegister, made: ListComparison) -> None:
    """Enter what the lines would change."""
    touched: dict[tuple[str, str, object], int] = {}
    changes: list[ListChange] = []
    for line in lines:
        try:
            office = known.kept(str(line.values["office"]))
            spot = (office.key, key(str(line.values["title"])), line.values.get("until"))
            if (other := touched.setdefault(spot, line.line)) != line.line:
                raise Refused(sentences.LINE_TWICE, line=other)
            change = _compared(line, office, known)
        except Refused as why:
            made.refuse(line, why.sentence, **why.facts)
            continue
        if change is None:
            made.same += 1
        else:
            changes.append(change)
    made.changes += _without_second_heads(changes, {line.line: line for line in lines}, known, made)


def _compared(line: ListLine, office: KnownOffice, known: KnownRegister) -> ListChange | None:
    title = str(line.values["title"])
    there = _meant(line, known.posts.get((office.key, key(title)), []), office)
    values: Values = {field: line.values[field] for field in _FACTS if field in line.values}
    if values.get("rank", 0) is None:
        del values["rank"]
    return _new(line, office, values, known) if there is None else _changed(line, there, values, known)


def _meant(line: ListLine, there: list[KnownPost], office: KnownOffice) -> KnownPost | None:
    """The post a line is about: the one that ended on the day it names, the one that is open, the only one that is closed."""
    until = line.values.get("until")
    same = [each for each in there if until is not None and each.until == until]
    found = same or [each for each in there if each.until is None]
    if not found and there and until is None:
        found = there
        if len(found) > 1:
            raise Refused(sentences.POST_UNCLEAR, office=office.name, title=str(line.values["title"]))
    return found[0] if found else None


def _new(line: ListLine, office: KnownOffice, values: Values, known: KnownRegister) -> ListChange:
    title = str(line.values["title"])
    everything = {**defaults(POSTS), **values}
    if everything["rank"] is None:
        everything["rank"] = HEAD_RANK if everything["is_head"] else RANK
    until = cast("date | None", everything["until"])
    if office.row is not None and office.until is not None and until is None:
        raise Refused(sentences.OFFICE_CLOSED, text=office.name)
    if any(everything[field] for field in _POWER) and not known.rights.entrust(office.path):
        raise Refused(ONLY_FROM_ABOVE)
    now: Values = {"office": office.key, "title": title, **{field: everything[field] for field in _FACTS}}
    known.enter_post(
        KnownPost(
            office,
            title,
            bool(now["is_head"]),
            bool(now["keeps_register"]),
            int(cast(int, now["rank"])),
            until,
            line=line.line,
        )
    )
    return ListChange("posts", line.line, "new", f"{title}, {office.name}", None, {}, now)


def _changed(line: ListLine, there: KnownPost, values: Values, known: KnownRegister) -> ListChange | None:
    row = there.row
    if row is None:
        raise Refused(sentences.LINE_TWICE, line=there.line)
    was: Values = {field: getattr(row, field) for field in values if not equal(getattr(row, field), values[field])}
    now: Values = {field: values[field] for field in was}
    if not now:
        return None
    power = any(field in now for field in _POWER) or ("until" in now and (there.is_head or there.keeps_register))
    if power and not known.rights.entrust(there.office.path):
        raise Refused(ONLY_FROM_ABOVE)
    if known.rights.person is not None:
        refuse_power(row, {field: value for field, value in now.items() if field != "until"}, known.rights.person)
    verb: Verb = "changed"
    if "until" in now:
        verb = "closed" if now["until"] else "reopened"
        there.until = cast("date | None", now["until"])
    if verb == "reopened" and there.office.until is not None:
        raise Refused(sentences.OFFICE_CLOSED, text=there.office.name)
    there.is_head = bool(now.get("is_head", there.is_head))
    there.keeps_register = bool(now.get("keeps_register", there.keeps_register))
    return ListChange("posts", line.line, verb, f"{there.title}, {there.office.name}", row.pk, was, now)


def _without_second_heads(
    changes: list[ListChange], lines: dict[int, ListLine], known: KnownRegister, made: ListComparison
) -> list[ListChange]:
    """The changes without those that would give an office a second head; these lines are refused."""
    heads: dict[str, list[KnownPost]] = defaultdict(list)
    for posts in known.posts.values():
        for post in posts:
            if post.is_head and post.until is None:
                heads[post.office.key].append(post)
    several = {office: posts for office, posts in heads.items() if len(posts) > 1}
    kept = []
    for change in changes:
        change_post = next(
            (
                post
                for posts in several.values()
                for post in posts
                if (post.row.pk if post.row else None) == change.pk and (post.row or post.line == change.line)
            ),
            None,
        )
        if change_post is None:
            kept.append(change)
            continue
        other = next(post for post in several[change_post.office.key] if post is not change_post)
        made.refuse(lines[change.line], sentences.SECOND_HEAD, office=change_post.office.name, title=other.title)
        several[change_post.office.key].remove(change_post)
        change_post.until = date.min  # it is not there
        if len(several[change_post.office.key]) < 2:
            del several[change_post.office.key]
    return kept
