"""The template that the department writes for the offices below it."""

from __future__ import annotations

from angikar.papers.plans.actions import begin
from angikar.papers.plans.forms import PLANS
from tests.world import World


def template(world: World) -> dict[str, int]:
    """Its number and its version."""
    director, department = world.officers["director"], world.offices["department"]
    made = begin(director, department, PLANS["grievance"], "2031-32", template=True)
    return {"template": made.pk, "template_version": made.version}
