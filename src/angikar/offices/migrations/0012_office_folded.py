"""The names of offices as they are searched, in a column of their own."""

from typing import Any

from django.db import migrations, models

from angikar.offices.migrations._words_searched import folded

MOST, AT_ONCE = 1_000, 500


def fold(apps: Any, _editor: Any) -> None:
    """Fold the names of the offices there are."""
    rows = apps.get_model("offices", "Office").objects
    part = []
    for office in rows.only("name", "name_en").iterator(AT_ONCE):
        office.folded = folded(f"{office.name} {office.name_en}")[:MOST]
        part.append(office)
        if len(part) == AT_ONCE:
            rows.bulk_update(part, ["folded"])
            part = []
    rows.bulk_update(part, ["folded"])


class Migration(migrations.Migration):
    dependencies = [("offices", "0011_hashed_recovery_codes")]

    operations = [
        migrations.AddField("office", "folded", models.TextField(db_default="", default="", editable=False)),
        migrations.RunPython(fold, migrations.RunPython.noop, elidable=True),
    ]
