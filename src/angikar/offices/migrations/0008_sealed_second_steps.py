"""Seal the secrets of second factors that were stored in the clear."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from angikar.offices.accounts.sealing import SEALED, SECRETS, opened, sealed


def seal(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Seal each secret that is not sealed yet."""
    for each in apps.get_model("mfa", "Authenticator").objects.all():
        bare = {name: each.data[name] for name in SECRETS if not str(each.data.get(name, SEALED)).startswith(SEALED)}
        if bare:
            each.data = {**each.data, **{name: sealed(str(text)) for name, text in bare.items()}}
            each.save(update_fields=["data"])


def unseal(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Store each secret in the clear again."""
    for each in apps.get_model("mfa", "Authenticator").objects.all():
        each.data = {**each.data, **{name: opened(each.data[name]) for name in SECRETS if name in each.data}}
        each.save(update_fields=["data"])


class Migration(migrations.Migration):
    """After second factors have their table."""

    dependencies = [("offices", "0007_guess_count"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [migrations.RunPython(seal, unseal)]
