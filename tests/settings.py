"""The settings of the tests: those of the house, in a folder of their own, with cheap passwords."""

import os
import tempfile

os.environ.setdefault("ANGIKAR_DEBUG", "1")
os.environ.setdefault("ANGIKAR_VAR", tempfile.mkdtemp(prefix="angikar-test-"))

from angikar.site.settings import *  # noqa: F403
from angikar.site.settings import INSTALLED_APPS as ROOMS

INSTALLED_APPS = [*ROOMS, "tests.append_only"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
