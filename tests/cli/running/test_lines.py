"""What leaves this machine is encrypted, or whoever runs the house is told which setting lets it go openly."""

from __future__ import annotations

import pytest
from django.test import override_settings

from angikar.cli.checking.machine import lines
from angikar.cli.running.lines import is_here, open_lines, warned
from angikar.site import databases

HERE = {
    "EMAIL_HOST": "localhost",
    "MAIL_FROM": "",
    "VIRUS_SCANNER": "",
    "LOG_TO": "",
    "SMS_GATEWAY": "",
    "OIDC_SERVER": "",
}


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
@pytest.mark.parametrize(
    ("name", "openly", "well"),
    [
        (
            "DATABASE_URL",
            "postgresql://u@db.example/x?sslmode=require",
            "postgresql://u@db.example/x?sslmode=verify-full",
        ),
        ("DATABASE_URL", "postgresql://u@db.example/x", "postgresql://u@127.0.0.1/x"),
        (
            "ANGIKAR_MAIL_TLS",
            {"MAIL_FROM": "a@example.org", "EMAIL_HOST": "mail.example"},
            {"EMAIL_HOST": "mail.example"},
        ),
        ("ANGIKAR_VIRUS_SCANNER", {"VIRUS_SCANNER": "10.0.0.7:3310"}, {"VIRUS_SCANNER": "/run/clamav/clamd.ctl"}),
        ("ANGIKAR_LOG_TO", {"LOG_TO": "logs.example:514"}, {"LOG_TO": "[::1]:514"}),
        ("ANGIKAR_SMS_GATEWAY", {"SMS_GATEWAY": "http://sms.example"}, {"SMS_GATEWAY": "https://sms.example"}),
        ("ANGIKAR_OIDC_SERVER", {"OIDC_SERVER": "http://id.example"}, {"OIDC_SERVER": "http://localhost:8080"}),
    ],
)
def test_a_line_that_leaves_openly_is_named(name: str, openly: object, well: object) -> None:
    for given, expected in ((openly, [name]), (well, [])):
        settings = {"DATABASES": {"default": databases.postgresql(given)}} if isinstance(given, str) else given
        with override_settings(**{**HERE, "EMAIL_USE_TLS": False, **settings}):  # type: ignore[dict-item]
            assert open_lines() == expected
            assert [each.obj for each in warned()] == expected
            (found,) = lines()
            assert (found.well, name in found.said[1]) == ((None, True) if expected else (True, False))


def test_a_database_on_another_machine_is_reached_encrypted_by_itself() -> None:
    assert databases.postgresql("postgres://u@db.example/x")["OPTIONS"]["sslmode"] == "require"  # type: ignore[index]
    assert "sslmode" not in databases.postgresql("postgres://u@localhost/x")["OPTIONS"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("", True),
        ("localhost", True),
        ("127.0.0.9", True),
        ("[::1]", True),
        ("/run/pg", True),
        ("10.0.0.1", False),
        ("localhost.example", False),
    ],
)
def test_a_host_is_this_machine_or_another(host: str, here: bool) -> None:
    assert is_here(host) is here
