"""The command that writes open data: published plans of a year for everybody, or what one officer may see for his own analysts."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from angikar.cli import sentences
from angikar.cli.clock import today
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.setup import enter_existing
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.schedule.fiscal import canonical_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from angikar.standings.open_data.rows import OpenRow


@two_sentences
def export(call: Namespace) -> int:
    """`angikar export`: CSV, JSON Lines, Parquet and the package that describes them, in a folder."""
    enter_existing()
    from angikar.standings.open_data.package import write

    year = canonical_year(call.year)
    if year is None:
        raise CannotDo(sentences.NOT_A_FISCAL_YEAR, text=call.year)
    folder = Path(call.output)
    try:
        written = write(folder, year, _rows(year, call.officer), today())
    except OSError as error:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(folder), reason=str(error.strerror)) from error
    if not written.rows:
        why = sentences.NO_PLAN_SEEN if call.officer else sentences.NO_RESULT_PUBLISHED
        print(*why.both(year=to_bangla(year), year_en=year, username=call.officer), sep="\n", file=sys.stderr)
    print(f"{folder}: {written.rows} rows; {', '.join(written.files)}")
    if written.changes is not None:
        print("added {}, removed {}, changed {}".format(*written.changes))
    return 0


def _rows(year: str, username: str | None) -> Iterator[OpenRow]:
    from angikar.duties.cycle.published import published
    from angikar.offices.models import Officer
    from angikar.standings.access import scores_for
    from angikar.standings.open_data.rows import published_rows, rows_on

    if username is None:
        return published_rows(published(year=year))
    officer = Officer.objects.filter(username=username, is_active=True).first()
    if officer is None:
        raise CannotDo(sentences.NO_SUCH_OFFICER, username=username)
    return rows_on(scores_for(officer, today()).filter(fiscal_year=year), today())
