"""The log of the door: an officer by his number, a refusal without a name, and never what was typed."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.world import World


def test_the_log_says_who_signs_in_and_out_and_that_somebody_was_refused(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "angikar.security")
    client, clerk = Client(), world.officers["clerk"]
    client.post("/account/login/", {"login": "clerk", "password": "a wrong phrase"})
    client.post("/account/login/", {"login": "clerk", "password": "a pass phrase"})
    client.post("/sign-out/")
    said = [(each.levelname, each.getMessage()) for each in caplog.records if each.name == "angikar.security"]
    assert said[0] == ("WARNING", "a sign-in was refused")
    assert said[-2:] == [("INFO", f"officer {clerk.pk} signed in"), ("INFO", f"officer {clerk.pk} signed out")]
    assert not [text for _, text in said if "clerk" in text or "phrase" in text]
