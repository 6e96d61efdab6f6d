"""Guesses are counted in the database, slow down more with each, and fade."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections

from angikar.offices.guessing.counting import attempt, forget_old, right
from angikar.offices.guessing.limits import BY_DEVICE, BY_PLACE, Door, Guess, network, plain
from angikar.offices.models import GuessCount

NOON = datetime(2026, 10, 10, 12, tzinfo=UTC)
HERE, THERE = "192.0.2.7", "198.51.100.9"


def _later(**time: float) -> datetime:
    return NOON + timedelta(**time)


def _waits(guess: Guess, times: int, now: datetime = NOON) -> list[int]:
    return [attempt(guess, now) for _ in range(times)]


@pytest.mark.django_db
def test_after_the_free_guesses_each_waits_twice_as_long() -> None:
    guess, now, waits = Guess(Door.SIGN_IN, HERE, "moyna"), NOON, []
    assert _waits(guess, BY_PLACE.free) == [0] * BY_PLACE.free
    for _ in range(12):
        waits.append(attempt(guess, now))
        now += timedelta(seconds=waits[-1])
        assert attempt(guess, now) == 0, "who has waited may guess again"
    assert waits[:6] == [1, 2, 4, 8, 16, 32]
    assert waits == sorted(waits)
    assert waits[-1] <= 900


@pytest.mark.django_db
def test_who_waits_is_not_counted_and_counts_fade() -> None:
    guess = Guess(Door.SIGN_IN, HERE, "moyna")
    assert set(_waits(guess, 50)[5:]) == {1}, "fifty more do not lengthen the wait"
    assert attempt(guess, _later(hours=2)) == 0


@pytest.mark.django_db
def test_a_clock_that_is_set_back_makes_nobody_wait_longer() -> None:
    guess, set_back = Guess(Door.SIGN_IN, HERE, "moyna"), NOON - timedelta(days=1)
    _waits(guess, BY_PLACE.free + 1)
    assert attempt(guess, set_back) == 1
    assert attempt(guess, set_back + timedelta(seconds=1)) == 0


@pytest.mark.django_db
def test_a_known_machine_and_a_known_address_wait_for_nobody_else() -> None:
    for number in range(40):
        attempt(Guess(Door.SIGN_IN, f"203.0.113.{number}", "moyna"), NOON)
    assert attempt(Guess(Door.SIGN_IN, THERE, "moyna"), NOON) > 0, "a new address does"
    own = Guess(Door.SIGN_IN, THERE, "moyna", device="abc")
    assert _waits(own, BY_DEVICE.free + 1)[-2:] == [0, 1], "and guesses at the machine itself are counted"
    right(Guess(Door.SIGN_IN, HERE, "moyna"), NOON)
    attempt(Guess(Door.SIGN_IN, HERE, "tia"), NOON)
    settled = Guess(Door.SIGN_IN, HERE, "shalik")
    attempt(settled, NOON)
    right(settled, NOON)
    for number in range(40):
        attempt(Guess(Door.SIGN_IN, f"203.0.113.{number}", "shalik"), _later(hours=1))
    assert attempt(settled, _later(hours=1)) == 0


@pytest.mark.django_db
def test_an_office_behind_one_address_goes_through_and_a_guesser_does_not() -> None:
    for number in range(110):
        guess = Guess(Door.SIGN_IN, HERE, f"officer{number}")
        assert _waits(guess, 3) == [0, 0, 0], "220 mistakes are more than a guesser has"
        right(guess, NOON)
    strays = [attempt(Guess(Door.SIGN_IN, THERE, f"officer{number}"), NOON) for number in range(203)]
    assert (max(strays[:200]), min(strays[200:])) == (0, 1)
    assert attempt(Guess(Door.SIGN_IN, HERE, "officer7"), NOON) == 0


@pytest.mark.django_db
def test_signing_in_again_and_again_earns_a_guesser_one_guess() -> None:
    mine = Guess(Door.SIGN_IN, HERE, "own")
    for _ in range(10):
        assert attempt(mine, NOON) == 0
        right(mine, NOON)
    waits = [attempt(Guess(Door.SIGN_IN, HERE, f"officer{number}"), NOON) for number in range(203)]
    assert waits.index(1) == 201


@pytest.mark.django_db
def test_letters_of_a_forgotten_password_are_few() -> None:
    hour = [
        attempt(Guess(Door.RESET, f"203.0.113.{n % 250}", "a@example.org"), _later(seconds=n * 10)) for n in range(360)
    ]
    assert hour.count(0) <= 7


@pytest.mark.django_db(transaction=True)
def test_guesses_at_the_same_moment_are_counted_one_by_one() -> None:
    guess = Guess(Door.SIGN_IN, HERE, "moyna")

    def one(_: int) -> int:
        try:
            return attempt(guess, NOON)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(one, range(24)))
    assert waits.count(0) == BY_PLACE.free


@pytest.mark.django_db
def test_counts_name_nobody_and_go() -> None:
    guess = Guess(Door.SIGN_IN, HERE, "moyna")
    attempt(guess, NOON)
    right(guess, NOON)
    attempt(Guess(Door.SIGN_IN, THERE, "tia"), NOON)
    assert not any("moyna" in key or HERE in key for key in GuessCount.objects.values_list("key", flat=True))
    assert forget_old(_later(days=3)) > 0
    assert GuessCount.objects.get().came == NOON, "where somebody has come in is known for a month"
    assert forget_old(_later(days=31)) == 1


def test_a_name_and_an_address_are_one_however_they_are_written() -> None:
    assert plain(" Moyna১২ ") == plain("moyna12")
    assert network("2001:db8::1") == network("2001:db8:0:0:ffff::9") != network("2001:db8:0:1::1")
    assert network("::ffff:192.0.2.7") == HERE
