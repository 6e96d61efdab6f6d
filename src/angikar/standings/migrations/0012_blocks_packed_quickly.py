"""PostgreSQL packs the blocks of a plan by lz4, where the server has it: its own way takes a fifth of a full run. What is stored already stays as
it is until it is written again.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_KNOWN = "SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)"


def pack(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Choose lz4 for all three blocks."""
    if editor.connection.vendor != "postgresql":
        return
    with editor.connection.cursor() as cursor:
        cursor.execute(_KNOWN)
        if cursor.fetchone() is None:
            return
        for block in ("law", "figures", "scores"):
            cursor.execute(f"ALTER TABLE standings_plantally ALTER COLUMN {block} SET COMPRESSION lz4")


class Migration(migrations.Migration):
    dependencies = [
        ("standings", "0011_quarters_kept_with_the_score"),
    ]

    operations = [migrations.RunPython(pack, migrations.RunPython.noop)]
