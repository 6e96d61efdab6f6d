"""Carried: what a file holds besides what it shows, held against what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.rules.content import Content
from angikar.rules.editable import references
from angikar.rules.reading import Doubt
from angikar.rules.tracing import sentences


def references_lost(content: Content) -> Iterator[Doubt]:
    """What a content from outside loses: it can name no file of this house."""
    for path in references(content):
        yield Doubt(sentences.FILE_NOT_CARRIED, "warning", path=path.rpartition(".")[0])
