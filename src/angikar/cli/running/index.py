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
    from angikar.search.receivers import drop_strays, every

    print(*sentences.INDEXED.both(count=every(), gone=drop_strays()), sep="\n")
    return 0


def fill() -> int:
    """Build the index of a house that has none yet. Returns how many rows it got."""
    from angikar.offices.models import Office
    from angikar.search.models import Indexed
    from angikar.search.receivers import every

    return every() if Office.objects.exists() and not Indexed.objects.exists() else 0
