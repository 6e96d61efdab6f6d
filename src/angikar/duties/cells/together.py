"""Together: the rows of a subquery as one list, so that a row and what hangs on it come in one query."""

from __future__ import annotations

from typing import Any

from django.db.models import JSONField, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONArray


class Together(Subquery):
    """Columns of all rows of a subquery, a list for each row; without rows an empty list or nothing."""

    output_field = JSONField()
    template = "(SELECT JSON_GROUP_ARRAY(JSON(rows.together)) FROM (%(subquery)s) AS rows)"

    def __init__(self, rows: QuerySet[Any], *columns: str | Combinable) -> None:
        super().__init__(rows.values(together=JSONArray(*columns)))

    def as_postgresql(self, compiler: Any, connection: Any, **options: Any) -> Any:
        """The same where lists are put together by another name."""
        template = "(SELECT JSONB_AGG(rows.together) FROM (%(subquery)s) AS rows)"
        return self.as_sql(compiler, connection, template=template, **options)
