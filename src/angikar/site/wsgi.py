"""The WSGI entry that granian serves."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from angikar.cli.running.modes import private
from angikar.formats.confined import keep_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "angikar.site.settings")

private()
keep_ready()
application = get_wsgi_application()
