"""The settings of the tests: those of the house, in a folder of their own, with cheap passwords and a database in a file."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("ANGIKAR_DEBUG", "1")
os.environ.setdefault("ANGIKAR_VAR", tempfile.mkdtemp(prefix="angikar-test-"))

from angikar.site.settings import *  # noqa: F403
from angikar.site.settings import DATABASES, INSTALLED_APPS, VAR

INSTALLED_APPS = [*INSTALLED_APPS, "tests.append_only"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if "sqlite3" in str(DATABASES["default"]["ENGINE"]):  # in a file, threads meet each other as processes do
    DATABASES["default"]["TEST"] = {"NAME": str(Path(VAR) / "test.sqlite3")}
