"""The command about standings: plans ranked under an office, with who has reported in which quarter."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from angikar.cli import sentences
from angikar.cli.clock import today
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.setup import enter_existing
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.schedule.fiscal import canonical_year

if TYPE_CHECKING:
    from angikar.offices.models import Office
    from angikar.standings.queries import PlanStanding, Scope

_MOST = 8
"""Candidates that are named where an office is not clear."""


@two_sentences
def standings(call: Namespace) -> int:
    """`angikar standings`: one line a plan, the ranked ones first; or JSON, or a workbook."""
    enter_existing()
    from angikar.formats import write_xlsx
    from angikar.standings import actions, export, queries
    from angikar.standings.access import whole
    from angikar.standings.models import PlanScore

    scope = _scope(call)
    rows = queries.standings(whole(PlanScore.objects.filter(in_force=True)), scope, today())
    if call.keep:
        actions.keep_ranks(scope, by=None, day=today())
    if call.xlsx:
        Path(call.xlsx).write_bytes(write_xlsx(export.sheet(scope, rows, today())))
    elif call.json:
        print(json.dumps(export.as_json(scope, rows, today()), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(rows)))
    return 0


def _scope(call: Namespace) -> Scope:
    from angikar.offices.models import OfficeKind
    from angikar.rules.kinds import FIRST_PLAN, KINDS
    from angikar.standings.queries import Scope

    year = canonical_year(call.year)
    if year is None:
        raise CannotDo(sentences.NOT_A_FISCAL_YEAR, text=call.year)
    kind, _colon, subject = (call.kind or FIRST_PLAN).partition(":")
    if kind not in KINDS:
        raise CannotDo(sentences.NO_SUCH_KIND, kind=kind, known=", ".join(KINDS))
    if call.level and call.level not in OfficeKind.values:
        raise CannotDo(sentences.NO_SUCH_LEVEL, level=call.level, known=", ".join(OfficeKind.values))
    return Scope(
        year, kind, subject, office_named(call.under), "direct" if call.direct else "below", call.level, call.by
    )


def office_named(text: str) -> Office:
    """The one office a text means. Raises CannotDo, with the candidates where there are several."""
    from angikar.offices.queries import named

    found = named(text)
    if not found:
        raise CannotDo(sentences.NO_SUCH_OFFICE, text=text)
    if len(found) > 1:
        names = "; ".join(f"{office.name} ({office.memo_prefix or office.path})" for office in found[:_MOST])
        more = f" … {len(found)}" if len(found) > _MOST else ""
        raise CannotDo(sentences.OFFICE_UNCLEAR, text=text, names=names, more=more)
    return found[0]


def _lines(rows: list[PlanStanding]) -> Iterator[str]:
    from angikar.rules.scoring.figures import marks_text
    from angikar.rules.scoring.ranks import position
    from angikar.standings.export import kind_of_score

    if not rows:
        yield "এখানে কোনো জারি করা পরিকল্পনা নেই। / There is no issued plan here."
    for row in rows:
        place = position(row.place.rank, row.place.tied)[0] if row.place else "—"
        score = f"{to_bangla(row.mark.text)} / {to_bangla(marks_text(row.marks.full))}" if row.mark.text else "—"
        quarters = "  ".join(_quarter(number, row) for number in range(4))
        yield f"{place:12} {score:>15} {kind_of_score(row)[0]:10} {row.plan.office.name}  [{quarters}]"


def _quarter(number: int, row: PlanStanding) -> str:
    from angikar.standings.export import STATES

    answered = row.quarters[number]
    return f"{to_bangla(str(number + 1))}: {STATES[answered.state][0]} {to_bangla(f'{answered.reported}/{answered.asked}')}"
