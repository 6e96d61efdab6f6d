"""Keep of each recovery code that is left a hash, in place of the sealed secret from which all were derived."""

from __future__ import annotations

import hmac
from hashlib import sha1
from typing import Any, Final

from django.apps.registry import Apps
from django.contrib.auth.hashers import make_password
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from angikar.offices.accounts.recovery.codes import KEPT, data
from angikar.offices.accounts.sealing import opened

_COUNT: Final = 10
_FIGURES: Final = 8


def hash_codes(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Hash the codes of everybody; where the key is lost that opens the secret, none is left."""
    for each in apps.get_model("mfa", "Authenticator").objects.filter(type="recovery_codes"):
        if KEPT not in each.data:
            each.data = data([make_password(code) for code in _left(each.data)])
            each.save(update_fields=["data"])


def _left(stored: dict[str, Any]) -> list[str]:
    """The codes that were not used, as allauth derived them."""
    seed = opened(stored.get("seed", ""))
    if not seed:
        return [code for sealed in stored.get("migrated_codes", ()) if (code := opened(sealed))]
    derived, codes = hmac.new(seed.encode(), digestmod=sha1), []
    for at in range(_COUNT):
        derived.update(f"{at:3},".encode())
        value = int.from_bytes(derived.digest()[: _FIGURES // 2], "big") % 10**_FIGURES
        codes.append(f"{value:0{_FIGURES}}")
    return [code for at, code in enumerate(codes) if not stored.get("used_mask", 0) >> at & 1]


class Migration(migrations.Migration):
    """After the secrets are sealed; what is hashed stays so."""

    dependencies = [("offices", "0010_acts_on_offices"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [migrations.RunPython(hash_codes, migrations.RunPython.noop)]
