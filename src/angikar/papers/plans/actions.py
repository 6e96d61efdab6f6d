"""What is done with a plan that is written here: begin it, and change its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import Conflict, Refused
from angikar.offices.models import Office, Officer
from angikar.papers import content as contents
from angikar.papers import doubts, sentences
from angikar.papers.assigning.locks import refuse_fixed
from angikar.papers.comments.actions import _follow
from angikar.papers.editing import amendable, refuse_clash
from angikar.papers.links.stored import law_of_stored
from angikar.papers.locking import own_post
from angikar.papers.models import FROZEN, Link, Paper, State
from angikar.papers.plans.forms import PlanForm, Wanted, blank, form_for
from angikar.papers.plans.once import refuse_second
from angikar.papers.queries import changes
from angikar.papers.stored_doubt import StoredDoubt
from angikar.rules.kinds import kind_named
from angikar.rules.plan import IndicatorId, Plan
from angikar.rules.plan_table.making.levels import Filling, filled
from angikar.rules.plan_table.making.lists import listed
from angikar.rules.plan_table.making.next_year import carried
from angikar.rules.plan_table.making.shaping import Shape, Shaped, path_of, row_at, shaped
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year

_LEVELS = (100, 90, 80, 70, 60)
_DEPTH = 3
"""A path into an indicator names an area, an activity and the indicator."""


@dataclass(frozen=True, slots=True)
class LastYear:
    """The plan of the year before, and what each of its rows reached, as it was accepted."""

    paper: Paper
    results: Mapping[IndicatorId, str | None]


def begin(
    by: Officer,
    office: Office,
    plan: PlanForm,
    year: str,
    *,
    wanted: Wanted = "",
    last: LastYear | None = None,
    template: bool = False,
) -> Paper:
    """Begin a plan of one's own office in the form of its year, or in the office's own form where the year has none; from the plan of
    the year before its own rows are carried over. A `template` is for the offices below, beside the plan of the office itself.

    Raises `NotYours` for another's office, `Refused` for what is no year, for a form that is not known, where the office has such a
    plan of the year already, and for a plan that is not of the year before.
    """
    post = own_post(by, office)
    form = form_for(plan, year, wanted)
    year = canonical_year(year) or year
    value, found = blank(plan, form, year, office), tuple[Doubt, ...]()
    if last is not None:
        value, found = _carried(value, plan, last)
    whole = contents.valid(plan.kind, value.model_dump(mode="json", by_alias=True))
    checked = plan.kind.check(plan.kind.content.model_validate(whole), form.name)
    with transaction.atomic():
        refuse_second(office, plan, year, template=template)
        paper = Paper.objects.create(
            kind=plan.kind.name,
            framework=form.name,
            office=office,
            content=whole,
            state=State.DRAFT,
            doubts=doubts.entered((*found, *checked), checked),
            created_by=by,
            is_template=template,
            **contents.face(whole),
        )
        now = {"kind": plan.kind.name, "framework": form.name, "from": last.paper.pk if last else None}
        record("paper.draft", paper, by=by, post=post, now=now)
    return paper


def _carried(value: Plan, plan: PlanForm, last: LastYear) -> tuple[Plan, tuple[Doubt, ...]]:
    before = str(FiscalYear.parse(value.fiscal_year or "").shifted(-1))
    old = last.paper.value()
    same = last.paper.kind == plan.kind.name and last.paper.content.get("subject", "") == plan.subject
    fits = same or (last.paper.kind == plan.kind.name and not plan.subject)
    if not isinstance(old, Plan) or not fits or last.paper.fiscal_year != before or last.paper.state not in FROZEN:
        raise Refused(sentences.NOT_LAST_YEAR, year=before)
    value, found = carried(value, old, last.results)
    return (plan.kind.carry_words(value, old) if plan.kind.carry_words else value), found


def arrange(paper: Paper, path: str, how: Shape, *, version: int, by: Officer) -> Paper:
    """Add, copy, move or take away an area, an activity or an indicator of a plan or an item of a list beside its table, or count the
    codes again; rows that stand for whole plans keep them under their new codes.

    Raises `Conflict` when somebody rearranged the plan since `version` or changed what is to be taken away, `Refused` where the row
    cannot be moved that way or is not there.
    """
    with transaction.atomic():
        fresh = amendable(paper, by)
        post, value = own_post(by, fresh.office), fresh.value()
        if not isinstance(value, Plan):
            raise Refused(sentences.NOT_ARRANGEABLE)
        _refuse_moved(fresh, path, how, version, by)
        top, before, moved = path.partition(".")[0], fresh.content, dict[str, str]()
        was = contents.at(fresh.content, _list_of(path) if top == "areas" else top)
        if top == "areas":
            done = shaped(value, path, how)
            (kept, whole), moved = _rearranged(fresh, value, done), dict(done.moved)
        else:
            kept, whole = fresh.doubts, _whole(fresh, listed(value, path, how))
        if whole == fresh.content:
            raise Refused(sentences.ROW_UNCHANGED)
        fresh.content = whole
        _store(fresh, kept, top if top != "areas" else "")
        _follow(fresh, before, moved)
        now = {"path": path, "how": how, "version": fresh.version}
        record("paper.arrange", fresh, by=by, post=post, was={"value": was}, now=now)
    return fresh


def _rearranged(fresh: Paper, value: Plan, done: Shaped) -> tuple[list[StoredDoubt], contents.Json]:
    """The doubts where their rows are now, and the plan with its new rows; what its kind keeps of each row beside the table, and the
    plans inside it, go along.
    """
    kind = kind_named(fresh.kind)
    after = value.model_copy(update={"areas": done.areas})
    codes = {was.code: now.code for was, now in done.renamed.items() if was.part == "own"}
    if kind.follow_rows is not None:
        after = kind.follow_rows(value, after, codes)
    _rename_links(fresh, done)
    return [each for doubt in fresh.doubts if (each := _moved(doubt, done.moved)) is not None], _whole(fresh, after)


def _whole(fresh: Paper, value: Plan) -> contents.Json:
    return contents.valid(kind_named(fresh.kind), value.model_dump(mode="json", by_alias=True))


def _rename_links(fresh: Paper, done: Shaped) -> None:
    """The plans inside a plan stay with their rows; that of a row which was taken away is linked no more."""
    names = {str(was): str(now) for was, now in done.renamed.items()}
    left = {str(IndicatorId(area.part, row.code)) for _, area, _, row in Plan(areas=done.areas).indicators()}
    links = list(Link.objects.filter(paper=fresh))
    wanted = [(names.get(each.line, each.line), each.to_id) for each in links]
    if all(each.line == line and line in left for each, (line, _) in zip(links, wanted, strict=True)):
        return
    Link.objects.filter(paper=fresh).delete()
    Link.objects.bulk_create([Link(paper=fresh, line=line, to_id=to) for line, to in wanted if line in left])


def _moved(doubt: StoredDoubt, moved: Mapping[str, str]) -> StoredDoubt | None:
    """A doubt where its row is now; `None` where the row was taken away."""
    row = row_at(doubt.path)
    if len(row) < _DEPTH:
        return doubt
    old = path_of(row)
    return replace(doubt, path=moved[old] + doubt.path.removeprefix(old)) if old in moved else None


def _list_of(path: str) -> str:
    """The list in which a row lies.

    >>> _list_of("areas.1.activities.0.indicators.2.title"), _list_of("areas.1"), _list_of("areas")
    ('areas.1.activities.0.indicators', 'areas', 'areas')
    """
    return path_of(row_at(path)).rpartition(".")[0] or "areas"


def _refuse_moved(fresh: Paper, path: str, how: Shape, version: int, by: Officer) -> None:
    """What somebody rearranged since `version`, or changed and is now to be taken away, is looked at again first."""
    for entry in changes(fresh, path if how == "remove" else "areas"):
        now = entry.now or {}
        theirs = entry.verb == "paper.arrange" or now.get("rows") or (how == "remove" and entry.officer_id != by.pk)
        if theirs and int(now.get("version", 0)) > version:
            raise Conflict(mine=path, theirs=now.get("value"), who=entry.officer_name, version=fresh.version)


def fill_levels(
    paper: Paper, path: str, rule: Filling, step: str, *, version: int, by: Officer, target: str = ""
) -> Paper:
    """Fill the levels of a row from its target by a rule; what was filled may be changed cell by cell.

    Raises `Conflict` when somebody changed the levels since `version`, `Refused` for a row that is not there, without a target, and
    where the rule does not fit the target.
    """
    with transaction.atomic():
        fresh = amendable(paper, by)
        post, kind, value, row = own_post(by, fresh.office), kind_named(fresh.kind), fresh.value(), row_at(path)
        if not isinstance(value, Plan) or len(row) < _DEPTH:
            raise Refused(sentences.ROW_NOT_THERE)
        at = path_of(row)
        known = contents.at(fresh.content, at)
        refuse_clash(fresh, f"{at}.criteria", None, version)
        best = target.strip() or next(iter(known["criteria"] or known["target"] or ()), None)  # type: ignore[index]
        figures = _figures(fresh, best, rule, step)
        was = {"path": f"{at}.criteria", "value": known["criteria"]}  # type: ignore[index]
        after = contents.put(fresh.content, f"{at}.criteria", list(figures))
        fresh.content = contents.changed(kind, fresh.content, after)
        _store(fresh, fresh.doubts, f"{at}.criteria")
        now = {"path": f"{at}.criteria", "value": list(figures), "version": fresh.version}
        record("paper.amend", fresh, by=by, post=post, was=was, now=now)
    return fresh


def _figures(fresh: Paper, best: object, rule: Filling, step: str) -> tuple[str | None, ...]:
    """The figures of the levels in the framework of the plan."""
    if not best:
        raise Refused(sentences.TARGET_NEEDED)
    target, by = (contents.figure("target", str(each)) if each else "" for each in (best, step))
    law = law_of_stored(fresh)
    year = FiscalYear.parse(canonical_year(fresh.fiscal_year) or str(FiscalYear.of(fresh.created_at.date())))
    levels = law.levels if law and law.levels else _LEVELS
    found = filled(str(target), rule, str(by or ""), levels, year.end) if isinstance(target, str) else None
    if found is None:
        raise Refused(sentences.FILLING_UNFIT, target=str(best))
    return found


def _store(fresh: Paper, known: Sequence[StoredDoubt], path: str) -> None:
    """Enter the content with the doubts of its check."""
    refuse_fixed(fresh)
    fresh.doubts = doubts.after_change(known, doubts.checked(fresh), path)
    for column, text in contents.face(fresh.content).items():
        setattr(fresh, column, text)
    fresh.version += 1
    fresh.save()
