"""The command that builds again what the search looks through, and what fills it after an upgrade."""

from __future__ import annotations

from argparse import Namespace

from angikar.cli import sentences
from angikar.cli.refusal import two_sentences
from angikar.cli.setup import enter_existing


@two_sentences
def index(call: Namespace) -> int:
    """`angikar index`: store every row of the index again, and take away those of what is no more."""
    enter_existing()
    from angikar.search.receivers import drop_strays, everything

    print(*sentences.INDEXED.both(count=everything(), gone=drop_strays()), sep="\n")
    return 0


def fill() -> int:
    """Build the index of a house that has none yet, or one made by other rules. Returns how many rows it got."""
    from angikar.offices.models import Office
    from angikar.search.made import is_of_today
    from angikar.search.models import Indexed
    from angikar.search.receivers import everything

    return everything() if Office.objects.exists() and not (Indexed.objects.exists() and is_of_today()) else 0
