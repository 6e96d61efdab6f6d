"""The whole numbers a command takes: ports, processes, archives."""

from __future__ import annotations

from argparse import ArgumentTypeError


def port(text: str) -> int:
    """A port number. Raises what argparse reports as a usage error."""
    return count(text, most=65_535)


def count(text: str, most: int = 64) -> int:
    """A whole number from 1. Raises what argparse reports as a usage error."""
    number = int(text)
    if not 1 <= number <= most:
        raise ArgumentTypeError(f"{text}: 1 … {most}")
    return number


def none_or_count(text: str) -> int:
    """A whole number from 0. Raises what argparse reports as a usage error."""
    return 0 if text == "0" else count(text)
