"""An amendment as tests want it: every changed row with its reason, and the word of the office above."""

from __future__ import annotations

from datetime import date

from angikar.papers.amendments.actions import agree, give_reasons
from angikar.papers.amendments.queries import changed
from angikar.papers.models import Paper
from angikar.rules.difference import changed_rows
from tests.world import World


def agreed(world: World, paper: Paper, *, by: str = "director", above: str = "secretary", day: date) -> Paper:
    """Give one reason for all that was changed, and let the head of the office above agree to it."""
    reasons = dict.fromkeys(changed_rows(changed(paper)), "বন্যায় কাজ পিছিয়েছে")
    give_reasons(paper, reasons, by=world.officers[by], version=paper.version)
    agree(paper, by=world.officers[above], today=day, version=paper.version, words="সম্মত")
    return paper
