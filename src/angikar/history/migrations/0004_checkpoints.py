"""What ties entries together is called a checkpoint; "seal" is the signature on the content that a paper carries."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def remove_guards(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the guards under their old names; after the migration they are installed under the new ones."""
    on = " ON history_seal" if editor.connection.vendor == "postgresql" else ""
    for event in ("update", "delete"):
        editor.execute(f"DROP TRIGGER IF EXISTS history_seal_no_{event}{on}")


class Migration(migrations.Migration):
    dependencies = [("history", "0003_received_forms")]

    operations = [
        migrations.RunPython(remove_guards, migrations.RunPython.noop),
        migrations.RenameModel(old_name="Seal", new_name="Checkpoint"),
    ]
