"""Opens the data for a command: the folder, the secret key, Django."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def open_data() -> Path:
    """Point Django at the folder of the data (`ANGIKAR_VAR`, else ./var), with a secret key of its own. Returns the folder."""
    var = Path(os.environ.setdefault("ANGIKAR_VAR", str(Path.cwd() / "var")))
    var.mkdir(parents=True, exist_ok=True)
    if "ANGIKAR_SECRET_KEY" not in os.environ:
        key = var / "secret-key"
        if not key.exists():
            with os.fdopen(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(64))
        os.environ["ANGIKAR_SECRET_KEY"] = key.read_text(encoding="ascii")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "angikar.site.settings")
    return var


def enter() -> Path:
    """Open the data and set Django up. Returns the folder of the data."""
    var = open_data()
    import django

    django.setup()
    return var
