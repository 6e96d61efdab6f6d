"""The language of a page: Bangla, unless its reader chose another by the button on the page."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class ChosenLanguage(LocaleMiddleware):
    """Django's middleware without its guess from the browser: most browsers here say English and their readers read Bangla."""

    def process_request(self, request: HttpRequest) -> None:
        """Take the language of the cookie, else that of the settings."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()
