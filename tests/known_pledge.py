"""Imported where files are read: the house knows one more kind of paper, made for tests."""

from __future__ import annotations

from angikar.rules.kinds import KINDS
from tests.pledge import PLEDGE

KINDS[PLEDGE.name] = PLEDGE
