"""How often what may be guessed wrongly, and how long one then waits; who has come before by the same way waits for nobody else."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import math
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings

from angikar.rules.bangla.digits import to_latin

_STEPS = 12
"""Doublings of the wait; what is guessed beyond them is not counted further."""
EARNED = 1_000
"""Wrong guesses an address may earn by right ones."""


class Door(StrEnum):
    """Where something can be guessed."""

    SIGN_IN = "sign-in"
    SECOND_STEP = "second-step"
    OWN_PASSWORD = "own-password"  # noqa: S105  (the name of a door)
    FIRST_PAGE = "first-page"
    FIRST_PASSWORD = "first-password"  # noqa: S105  (the name of a door)
    RESET = "reset"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class GuessLimit:
    """Wrong guesses that cost no waiting, the seconds after which one is forgotten, the longest wait and the first one."""

    free: int
    forgets: int
    longest: int
    first: int = 1

    def left(self, failed: float, seconds: float) -> float:
        """What remains of a count after some seconds: both wrong guesses and earned room fade."""
        faded = seconds / self.forgets
        return max(0.0, failed - faded) if failed > 0 else min(0.0, failed + faded)

    def wait(self, failed: float, seconds: float) -> float:
        """Seconds still to wait, where the last guess is `seconds` ago: the first wait, twice it … up to the longest."""
        over = self.left(failed, seconds) - self.free
        if over < 0:
            return 0.0
        return max(0.0, min(self.first * math.exp2(min(over, _STEPS)), self.longest) - seconds)

    def counted(self, failed: float, seconds: float) -> float:
        """The count with one more wrong guess."""
        return min(self.left(failed, seconds) + 1, float(self.free + _STEPS))


BY_DEVICE = GuessLimit(10, 900, 900)
BY_PLACE = GuessLimit(5, 900, 900)
_BY_NAME = {
    Door.SIGN_IN: GuessLimit(30, 600, 900),
    Door.SECOND_STEP: GuessLimit(10, 900, 900),
    Door.OWN_PASSWORD: GuessLimit(5, 300, 900),
}
_BY_ADDRESS = {
    Door.SIGN_IN: GuessLimit(200, 18, 60),
    Door.FIRST_PAGE: GuessLimit(20, 60, 300),
    Door.FIRST_PASSWORD: GuessLimit(20, 60, 300),
    Door.RESET: GuessLimit(100, 36, 600),
    Door.LINK: GuessLimit(60, 10, 60),
}
_BY_MAIL = GuessLimit(3, 1_200, 3_600, first=600)


@dataclass(frozen=True, slots=True)
class Guess:
    """One guess: at which door, from which address, of whose secret; `device` is the machine, where it has let this name in before."""

    door: Door
    address: str
    name: str = ""
    device: str = ""

    @property
    def place(self) -> str:
        """The key of this name from this address, or from this machine."""
        return (
            _key(self.door, "device", self.name, self.device)
            if self.device
            else _key(self.door, "place", self.name, network(self.address))
        )

    @property
    def origin(self) -> str:
        """The key of the address."""
        return _key(self.door, "address", network(self.address))

    @property
    def limits(self) -> dict[str, GuessLimit]:
        """The counts this guess enters. A machine that is known for the name has one of its own, so that what others guess from
        elsewhere never shuts its owner out.
        """
        if self.device:
            return {self.place: BY_DEVICE}
        found = {}
        if self.name and self.door in (Door.SIGN_IN, Door.SECOND_STEP):
            found[self.place] = BY_PLACE
        if self.name and self.door in _BY_NAME:
            found[_key(self.door, "name", self.name)] = _BY_NAME[self.door]
        if self.name and self.door is Door.RESET:
            found[_key(self.door, "name", self.name)] = _BY_MAIL
        if self.door in _BY_ADDRESS:
            found[self.origin] = _BY_ADDRESS[self.door]
        return found


def plain(name: str) -> str:
    """A name as it is counted, however it was typed."""
    return to_latin(unicodedata.normalize("NFC", name)).strip().casefold()


def network(address: str) -> str:
    """The address that is counted: of IPv6 the network of 64 bits that one line has for itself."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def _key(*parts: str) -> str:
    said = "\x1f".join(("guess", *parts))
    return hmac.new(settings.SECRET_KEY.encode(), said.encode(), hashlib.sha256).hexdigest()[:32]
