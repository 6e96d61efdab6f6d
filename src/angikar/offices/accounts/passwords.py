"""Passwords that are long enough and are guessed first all the same: words everybody knows with figures behind, and the like."""

from __future__ import annotations

from unicodedata import normalize

import regex
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from angikar.offices.models import Officer

_WORDS = frozenset(
    [
        "admin",
        "administrator",
        "angikar",
        "bangladesh",
        "bangla",
        "dhaka",
        "dc",
        "uno",
        "officer",
        "office",
        "password",
        "passw0rd",
        "secret",
        "welcome",
        "login",
        "অঙ্গীকার",
        "বাংলাদেশ",
        "ঢাকা",
        "পাসওয়ার্ড",
        "গোপন",
        "অফিস",
        "দপ্তর",
        "লগইন",
    ]
)
"""What a guesser of this house tries first."""
_NO_LETTERS = regex.compile(r"[^\p{L}\p{M}]+")
_LIKE_LETTERS = str.maketrans("@4301$5!", "aaeolssi")
_DIFFERENT = 5
_LONGEST = 256


class GuessedFirst:
    """Refuses what consists of known words, the officer's own names and figures alone, and what repeats few signs."""

    def __init__(self) -> None:
        self._common = CommonPasswordValidator().passwords

    def validate(self, password: str, user: Officer | None = None) -> None:
        """Raises `ValidationError` with the code of Django for common passwords."""
        plain = normalize("NFC", password).casefold()
        known = _WORDS | (_names(user) if user else set())
        easy = (
            len(set(plain)) < _DIFFERENT
            or len(plain) > _LONGEST
            or plain in plain[1:] + plain[:-1]  # it repeats itself
            or any(self._is_known(_words(each), known) for each in (plain, plain.translate(_LIKE_LETTERS)))
        )
        if easy:
            raise ValidationError("guessed first", code="password_too_common")

    def _is_known(self, words: list[str], known: set[str] | frozenset[str]) -> bool:
        return all(word in known for word in words if len(word) > 1) or "".join(words) in self._common

    def get_help_text(self) -> str:
        """Nothing; our pages say it in our sentences."""
        return ""


def _names(user: Officer) -> set[str]:
    """The words and figures of an officer's card."""
    card = (user.username, user.name, user.name_en, user.email)
    return {word for text in card for word in _words(normalize("NFC", text).casefold())}


def _words(text: str) -> list[str]:
    return [word for word in _NO_LETTERS.split(text) if word]
