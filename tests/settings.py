"""The settings of the tests: those of the house, in a folder of their own, with cheap passwords and a database in a file."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("ANGIKAR_DEBUG", "1")
os.environ.setdefault("ANGIKAR_VAR", tempfile.mkdtemp(prefix="angikar-test-"))

from angikar.site.databases import PRAGMAS
from angikar.site.settings import *  # noqa: F403
from angikar.site.settings import DATABASES, INSTALLED_APPS, VAR

INSTALLED_APPS = [*INSTALLED_APPS, "tests.append_only"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if "sqlite3" in str(DATABASES["default"]["ENGINE"]):  # in a file, threads meet each other as processes do
    DATABASES["default"]["TEST"] = {"NAME": str(Path(VAR) / "test.sqlite3")}
    DATABASES["default"]["ENGINE"] = (
        "django.db.backends.sqlite3"  # nothing here must survive a power cut, so nothing waits
    )
    _quick = {"init_command": PRAGMAS.replace("synchronous=FULL", "synchronous=OFF")}
    DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, **_quick}
