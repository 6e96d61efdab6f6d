"""Each plan in force is the plan of its office, kind, subject and year; of two that are, the later one is, and neither is changed."""

from typing import Any

from django.db import migrations, models

PLANS = ("agreement", "integrity_plan", "reform_plan")
"""The kinds of plans when this was written."""


def hold_years(apps: Any, _editor: Any) -> None:
    """Let each plan in force hold its year, the later of two."""
    rows = apps.get_model("papers", "Paper").objects.filter(state="issued", kind__in=PLANS).exclude(fiscal_year="")
    held = set()
    columns = ("pk", "office", "kind", "fiscal_year", "content")
    for pk, office, kind, year, content in rows.order_by("-issued_at", "-pk").values_list(*columns).iterator():
        plan_of = f"{kind}:{content.get('subject') or '' if kind == 'reform_plan' else ''}:{year}"
        if (office, plan_of) not in held:
            held.add((office, plan_of))
            rows.filter(pk=pk).update(plan_of=plan_of)


class Migration(migrations.Migration):
    dependencies = [("papers", "0009_enclosed_files")]

    operations = [
        migrations.AddField(
            model_name="paper",
            name="plan_of",
            field=models.CharField(editable=False, max_length=110, null=True),
        ),
        migrations.RunPython(hold_years, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("office", "plan_of"), name="one_plan_of_a_year"),
        ),
    ]
