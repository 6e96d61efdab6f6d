"""The rows of papers: papers and their versions, files, enclosures, addressees outside."""

from __future__ import annotations

from angikar.papers.models.assignments import Assignment
from angikar.papers.models.comments import AskedPost, Comment, Round
from angikar.papers.models.enclosures import EnclosedFile
from angikar.papers.models.meanings import Meant, Wording
from angikar.papers.models.papers import (
    FROZEN,
    SHOWN,
    Addressee,
    Amendment,
    Dispatch,
    Dossier,
    File,
    Link,
    Paper,
    Right,
    State,
    Step,
)
from angikar.papers.models.receipts import Outsider, Pass
from angikar.papers.models.signatures import PaperSignature, SigningWay, Unsigned

__all__ = [
    "FROZEN",
    "SHOWN",
    "Addressee",
    "Amendment",
    "AskedPost",
    "Assignment",
    "Comment",
    "Dispatch",
    "Dossier",
    "EnclosedFile",
    "File",
    "Link",
    "Meant",
    "Outsider",
    "Paper",
    "PaperSignature",
    "Pass",
    "Right",
    "Round",
    "SigningWay",
    "State",
    "Step",
    "Unsigned",
    "Wording",
]
