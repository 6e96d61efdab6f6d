"""What may be handed in as evidence: how many files, how large, of which types, and no program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from angikar.duties import sentences
from angikar.formats import SIZE_LIMIT
from angikar.history.refusal import Refused

MOST_FILES = 10
"""Files that prove one report; more belong into one file."""

MEGABYTE = 1024 * 1024
"""Bytes of a megabyte."""

MOST_MEGABYTES = SIZE_LIMIT // MEGABYTE
"""Megabytes that one file may have."""

PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe")
"""How a file begins that a machine would run."""

ENDINGS = frozenset(
    {
        *("pdf", "doc", "docx", "odt", "rtf", "txt"),
        *("xls", "xlsx", "ods", "csv"),
        *("ppt", "pptx", "odp"),
        *("jpg", "jpeg", "png", "webp", "tif", "tiff", "gif", "bmp"),
        *("mp3", "m4a", "wav", "mp4"),
        "zip",
    }
)
"""The endings of evidence in an office: letters, tables, slides, pictures, recordings, and bundles of them."""


def refuse_unfit(files: Sequence[tuple[str, int]]) -> None:
    """Looks at files by name and size in bytes, before they are read.

    Raises `Refused` for too many of them, an empty one, one that is too large or of a type that is no evidence.
    """
    if len(files) > MOST_FILES:
        raise Refused(sentences.TOO_MANY_EVIDENCE_FILES, most=MOST_FILES)
    for name, size in files:
        if not size:
            raise Refused(sentences.EVIDENCE_EMPTY, name=name)
        if size > SIZE_LIMIT:
            raise Refused(sentences.EVIDENCE_TOO_LARGE, name=name, most=MOST_MEGABYTES)
        if name.lower().rpartition(".")[2] not in ENDINGS or "." not in name:
            raise Refused(sentences.EVIDENCE_TYPE_REFUSED, name=name)


def refuse_programs(files: Iterable[tuple[str, bytes]]) -> None:
    """Looks at files by name and content. Raises `Refused` for one that a machine would run."""
    for name, data in files:
        if data.startswith(PROGRAMS):
            raise Refused(sentences.EVIDENCE_IS_PROGRAM, name=name)
