"""Title, year and memo number of papers as they are searched, and the index along which papers are listed."""

from typing import Any

from django.db import migrations, models

from angikar.offices.migrations._words_searched import folded

MOST, AT_ONCE = 400, 500


def fold(apps: Any, _editor: Any) -> None:
    """Fold the texts of the papers there are."""
    rows = apps.get_model("papers", "Paper").objects
    part = []
    for paper in rows.only("fiscal_year", "memo_number", "title").iterator(AT_ONCE):
        paper.folded = folded(f"{paper.fiscal_year} {paper.memo_number} {paper.title}")[:MOST]
        part.append(paper)
        if len(part) == AT_ONCE:
            rows.bulk_update(part, ["folded"])
            part = []
    rows.bulk_update(part, ["folded"])


class Migration(migrations.Migration):
    dependencies = [("papers", "0010_one_plan_of_a_year"), ("offices", "0012_office_folded")]

    operations = [
        migrations.AddField("paper", "folded", models.TextField(db_default="", default="", editable=False)),
        migrations.RunPython(fold, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "paper",
            models.Index(
                fields=[
                    "-changed_at",
                    "-id",
                    "kind",
                    "fiscal_year",
                    "state",
                    "office",
                    "office_path",
                    "counterpart",
                    "folded",
                ],
                name="papers_newest_first",
            ),
        ),
    ]
