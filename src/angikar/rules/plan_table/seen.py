"""A figure and what was accepted of it, in one cell: printed under each other where they differ, and read again."""

from __future__ import annotations

import re

from angikar.rules.plan_table.write import figure_text

_WORD = "গৃহীত"
_SEEN = re.compile(rf"\s*\(?{_WORD}\s*:?\s*")
UNSCORED = "পূর্ণমানের যে অংশে এখন নম্বর হয় না"
"""The label of the marks that no figure can earn yet."""


def with_accepted(claimed: str | None, accepted: str | None) -> str:
    r"""The text of a cell.

    >>> with_accepted("25", "20"), with_accepted("25", None)
    ('২৫\nগৃহীত ২০', '২৫')
    """
    return "\n".join(filter(None, (figure_text(claimed), accepted and f"{_WORD} {figure_text(accepted)}")))


def parted(text: str) -> tuple[str, str]:
    r"""The text of the figure claimed, and of the one accepted where there is another.

    >>> parted("২৫\nগৃহীত ২০"), parted("২৫")
    (('২৫', '২০'), ('২৫', ''))
    """
    claimed, *accepted = _SEEN.split(text, maxsplit=1)
    return claimed.strip(), "".join(accepted).strip()


def differing(claimed: str | None, accepted: str | None) -> str | None:
    """The accepted figure where it is another than the one claimed."""
    return accepted if accepted != claimed else None
