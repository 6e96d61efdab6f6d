"""Full marks as the papers print them, the part that cannot be scored yet, and the basis of every stored place."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_BATCH = 500


def count_full_marks(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The full marks were those of the rows that can be scored; the others were left out without a word."""
    scores = apps.get_model("standings", "PlanScore")
    changed = []
    for score in scores.objects.filter(claimed__isnull=False).select_related("paper").iterator(_BATCH):
        full = _full(score.paper.content)
        if full > score.full:
            score.full, score.unscored = full, full - score.full
            changed.append(score)
        if len(changed) == _BATCH:
            scores.objects.bulk_update(changed, ("full", "unscored"))
            changed.clear()
    scores.objects.bulk_update(changed, ("full", "unscored"), batch_size=_BATCH)


def _full(content: dict[str, Any]) -> int:
    """What the areas of a stored plan print, in hundredths; of one that prints none or less than its rows, what these weigh."""
    whole = Decimal(0)
    for area in content.get("areas", ()):
        rows = [row for activity in area.get("activities", ()) for row in activity.get("indicators", ())]
        whole += max(_weight(area), sum(map(_weight, rows), Decimal(0)))
    return int(whole * 100)


def _weight(of: dict[str, Any]) -> Decimal:
    try:
        return max(Decimal(str(of.get("weight") or "0")), Decimal(0))
    except InvalidOperation:
        return Decimal(0)


def name_the_basis(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A day on which every place of a scope came from marks of one sort was ranked by these; the others were ranked by both."""
    ranks = apps.get_model("standings", "Rank")
    sorts = (
        ranks.objects.order_by()
        .values_list("day", "scope")
        .annotate(low=_as_number(models.Min), high=_as_number(models.Max))
    )
    for day, scope, low, high in list(sorts):
        basis = "mixed" if low != high else "accepted" if high else "claimed"
        ranks.objects.filter(day=day, scope=scope).update(basis=basis)


def _as_number(found: type[models.Min] | type[models.Max]) -> Any:
    return found(models.Case(models.When(evaluated=True, then=1), default=0, output_field=models.IntegerField()))


class Migration(migrations.Migration):
    dependencies = [
        ("standings", "0009_lines_without_rows_of_marks"),
    ]

    operations = [
        migrations.AddField(
            model_name="planscore",
            name="unscored",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="rank",
            name="basis",
            field=models.CharField(
                choices=[("claimed", "Claimed"), ("accepted", "Accepted"), ("mixed", "Mixed")],
                default="mixed",
                max_length=8,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(count_full_marks, migrations.RunPython.noop),
        migrations.RunPython(name_the_basis, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="rank", name="ranked_once_a_day"),
        migrations.AddConstraint(
            model_name="rank",
            constraint=models.UniqueConstraint(fields=("day", "scope", "basis", "paper"), name="ranked_once_a_day"),
        ),
    ]
