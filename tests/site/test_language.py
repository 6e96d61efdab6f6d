"""The language of a page: Bangla whatever the browser says, another only by the reader's own choice."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("cookie", "language"), [(None, "bn"), ("en", "en"), ("bn", "bn"), ("fr", "bn"), ("<b>", "bn")]
)
def test_the_browser_does_not_choose_the_language(cookie: str | None, language: str) -> None:
    client = Client(headers={"accept-language": "en-US,en;q=0.9"})
    if cookie is not None:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    page = client.get("/account/login/")
    assert f'<html lang="{language}">' in page.content.decode()
