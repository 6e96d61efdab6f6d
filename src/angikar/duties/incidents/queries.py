"""Reading incidents for the screens: who is alarmed, and the board of a circular by district."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Q

from angikar.duties.models import Incident
from angikar.offices import tree
from angikar.offices.models import Office, Post
from angikar.papers.models import Addressee


def alarmed(incident: Incident) -> list[Post]:
    """Who is notified at once: the head of every office above the one that reported it, up to the office that issued the circular;
    where that is not above it, of those above which the circular also went to; and head and focal post of the office
    that issued it.
    """
    issuer, above = incident.paper.office, tree.ancestors(incident.office_path)
    if issuer.path in above:
        between = Q(office__path__in=[path for path in above if path > issuer.path])
    else:
        addressed = Addressee.objects.filter(paper=incident.paper).values("post__office")
        between = Q(office__path__in=above, office__in=addressed)
    leading = Q(between, is_head=True) | Q(Q(is_head=True) | Q(is_focal=True), office=issuer)
    return list(Post.objects.filter(leading).exclude(pk=incident.post_id).select_related("office"))


def by_district(incidents: Iterable[Incident]) -> dict[str, list[Incident]]:
    """Incidents by the district they were reported from; those of an office in no district are under its own name."""
    found = list(incidents)
    districts = districts_of(each.office_path for each in found)
    grouped: dict[str, list[Incident]] = {}
    for each in found:
        grouped.setdefault(districts.get(each.office_path) or each.post.office.name, []).append(each)
    return dict(sorted(grouped.items()))


def districts_of(paths: Iterable[str]) -> Mapping[str, str]:
    """The name of the district that each office, given by its path, is or lies in; others are missing."""
    wanted = set(paths)
    around = {path for each in wanted for path in (*tree.ancestors(each), each)}
    named = dict(Office.objects.filter(path__in=around, kind="district").values_list("path", "name"))
    return {each: named[path] for each in wanted for path in (*tree.ancestors(each), each) if path in named}
