"""The first page of a house opens as long as there is no office, to whoever has the code of the console; all other pages of the desk are the
door's.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from angikar.desk.begin.entry_code import new_code
from angikar.offices.models import Office

FIRST_PAGE = {("desk:begin", "get"): 200, ("desk:begin", "post"): 302}
"""What is answered to whoever comes first."""
_SENT = {
    "office": "উপজেলা নক্ষত্র কার্যালয়, নদীকূল",
    "level": "upazila",
    "post": "উপজেলা নক্ষত্র অফিসার",
    "name": "জনাব দোয়েল",
    "username": "doel",
    "password": "river stone morning",
    "again": "river stone morning",
}


def test_the_first_page_opens_and_takes_the_code(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    code, visitor = new_code(), Client()
    answers = {
        ("desk:begin", "get"): visitor.get("/begin/").status_code,
        ("desk:begin", "post"): visitor.post("/begin/", {**_SENT, "code": code}).status_code,
    }
    assert answers == FIRST_PAGE
    assert Office.objects.count() == 1
    assert Client().get("/begin/").status_code == 404
