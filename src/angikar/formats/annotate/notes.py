"""Notes: who writes a mark on a paper, and its text."""

from __future__ import annotations

from angikar.rules.reading import Doubt

AUTHOR = "অঙ্গীকার"


def note(doubt: Doubt) -> str:
    """The text of a mark: the severity, the sentence in both languages, and the likelier value where there is one."""
    likelier = f"\n→ {doubt.suggestion}" if doubt.suggestion else ""
    return f"[{doubt.severity}] {doubt.message}\n{doubt.message_en}{likelier}\n({doubt.code})"
