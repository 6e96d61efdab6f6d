"""The list of keys: a page of its own that needs no sign-in, and only reads."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
def test_the_list_of_keys_needs_no_sign_in_and_names_the_key_that_opens_it() -> None:
    answer = Client().get(reverse("desk:keys"))
    assert answer.status_code == 200
    assert "<kbd>?</kbd>" in answer.content.decode()
    assert Client().post(reverse("desk:keys")).status_code == 405
