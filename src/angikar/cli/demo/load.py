"""Builds the demo through the same actions the screens use, all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from angikar.cli.demo.districts import found_districts
from angikar.cli.demo.meetings import form_bodies, hold_meetings
from angikar.cli.demo.papers import issue_all, moves
from angikar.cli.demo.past import issue_past_years
from angikar.cli.demo.polls import hold_polls
from angikar.cli.demo.reports import report_all
from angikar.cli.demo.world import build, signins
from angikar.offices.models import Office, Officer


def load(today: date) -> Sequence[tuple[str, str, str]]:
    """Fill an empty database with the demo; a database that has offices is left as it is.

    Returns who of the demo may sign in here: user name, pass phrase, and who that is.
    """
    with transaction.atomic():
        if not Office.objects.exists():
            world, move = build(today), moves(today)
            bodies = form_bodies(world)
            report_all(world, issue_all(world, move), move, today)
            hold_meetings(world, bodies, today)
            found_districts(world, move.agreement, today)
            issue_past_years(world, today)
            hold_polls(world, today)
    here = dict(Officer.objects.values_list("username", "name"))
    return [each for each in signins() if each[2].startswith(here.get(each[0], "\0"))]
