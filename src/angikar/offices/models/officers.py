"""Officer and PasswordLink: who signs in, how to reach him, and the link by which he sets his first password."""

from __future__ import annotations

from unicodedata import normalize

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from angikar.history.versions import NOWHERE, Shows
from angikar.offices.models.offices import Office


class FaceLanguage(models.TextChoices):
    """The language an officer is written to."""

    BANGLA = "bn", "বাংলা"
    ENGLISH = "en", "English"


_OF_THE_ACCOUNT = frozenset(
    f"officer.{verb}"
    for verb in (
        "give_code",
        "set_password",
        "choose_ways",
        "end_session",
        "end_sessions",
        "make_token",
        "revoke_token",
    )
) | {"session.erase"}


class Officer(AbstractUser):
    """Somebody who signs in; `name` is the full name in Bangla, as papers write it. `notice_ways` says by kind of notice
    how it reaches him; `offices.preferences` reads it. `home` is the office whose keeper enrolled him.
    """

    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    employee_id = models.CharField(max_length=30, blank=True)
    mobile = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=2, choices=FaceLanguage.choices, default=FaceLanguage.BANGLA)
    notice_ways = models.JSONField(default=dict, blank=True)
    home = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="enrolled")

    class Meta(AbstractUser.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("employee_id",), condition=~Q(employee_id=""), name="one_officer_of_an_employee_id"
            ),
        )

    def __str__(self) -> str:
        return self.name or self.username

    def shows_in(self, verb: str) -> Shows | None:
        """Where an entry about the officer shows: passwords, sessions and ways to be reached on no page with a version, all else everywhere."""
        return NOWHERE if verb in _OF_THE_ACCOUNT else None

    def set_password(self, raw_password: str | None) -> None:
        """Set a password; the same letters are the same password, whichever keyboard composed them."""
        super().set_password(None if raw_password is None else normalize("NFC", raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the password; one may have been stored as an old keyboard composed it."""
        composed = None if raw_password is None else normalize("NFC", raw_password)
        return super().check_password(composed) or (composed != raw_password and super().check_password(raw_password))

    def get_full_name(self) -> str:
        """The name as papers write it."""
        return self.name


class PasswordLink(models.Model):
    """A link by which an officer sets his password once, up to the moment `expires`; only the digest of its word is stored."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="password_links")
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.officer.username}, {self.expires:%Y-%m-%d %H:%M}"
