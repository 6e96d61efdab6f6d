"""How an agreement of the tests is issued that nobody signs here: both parties have signed it on paper."""

from __future__ import annotations

ON_PAPER = "কাগজে স্বাক্ষরিত; মূল কপি দপ্তরে আছে।"
"""The reason that is stated."""
