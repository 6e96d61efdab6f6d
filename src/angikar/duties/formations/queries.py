"""Reading which office has formed which body of a circular, which has yet to, and what a body owes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from angikar.duties.anchor_day.queries import in_force
from angikar.duties.models import Formation
from angikar.duties.preview import asks_in
from angikar.duties.rescheduling import WantedAsk
from angikar.offices.models import Body, Member, Office, Post, Role
from angikar.papers.meanings.queries import register_of
from angikar.papers.models import Addressee, Paper
from angikar.rules.duty_key import DutyKey
from angikar.rules.kinds.circular.asks import leading
from angikar.rules.kinds.circular.content import Circular, CircularBody


@dataclass(frozen=True, slots=True)
class Expected:
    """A body that one office is to form: how the circular describes it, the post that leads it by the circular's words
    (`None` where they name no post), and the formations there are (several teams where the area is large).
    """

    described: CircularBody
    office: Office
    leader: Post | None
    formed: tuple[Formation, ...] = ()


def expected(paper: Paper) -> list[Expected]:
    """Every body of a circular with every office that is to form it, in order of the register.

    An office forms a body when the circular lets one of its posts lead it; where its words lead to no post, the offices of
    that level which the circular went to do, or all of them where none is of that level.
    """
    value = paper.value()
    if not isinstance(value, Circular):
        return []
    register, formed = register_of(paper), _formed(paper)
    found = []
    for described in value.bodies:
        led = register.expand(words).posts if (words := leading(value, described)) else ()
        offices = {post.office: post for post in led} or dict.fromkeys(_addressed(paper, described))
        offices |= {
            each.body.office: None for each in formed if each.name == described.name and each.body.office not in offices
        }
        found += [
            Expected(
                described,
                office,
                leader,
                tuple(each for each in formed if (each.name, each.body.office_id) == (described.name, office.pk)),
            )
            for office, leader in sorted(offices.items(), key=lambda item: item[0].path)
        ]
    return found


def _formed(paper: Paper) -> list[Formation]:
    return list(Formation.objects.filter(paper=paper).select_related("body__office", "order"))


def _addressed(paper: Paper, described: CircularBody) -> list[Office]:
    rows = Addressee.objects.filter(paper=paper, role="action").select_related("post__office")
    offices = {row.post.office_id: row.post.office for row in rows if row.post}
    return [each for each in offices.values() if each.kind == described.level] or list(offices.values())


def asked_of(paper: Paper, name: str, body: Body) -> list[WantedAsk]:
    """What a circular asks of the body that is one of its own: counted from the day that body was formed, resting
    on the post that leads it today.
    """
    value, leader = in_force(paper, formation=body.since), leading_post(body)
    if leader is None or paper.issued_at is None:
        return []
    asks = {ask.key: ask for ask in asks_in(value, paper, paper.issued_at) if ask.body == name}
    return [
        WantedAsk(ask.model_copy(update={"key": str(DutyKey.parse(key).of_body(body.pk))}), (leader.pk,))
        for key, ask in asks.items()
    ]


def leading_post(body: Body) -> Post | None:
    """The post that answers for a body: its chair's; where an outsider leads it, the head's or focal post's of its office."""
    chair = (
        Member.objects.filter(body=body, role=Role.CHAIR, until=None, post__isnull=False).select_related("post").first()
    )
    if chair is not None:
        return chair.post
    posts = Post.objects.filter(office=body.office_id)
    return posts.filter(is_head=True).first() or posts.filter(is_focal=True).first()


def seats_of(formations: list[Formation]) -> dict[int, list[Member]]:
    """Who sits today in each of several bodies, by the body's number, the chair first."""
    found: dict[int, list[Member]] = defaultdict(list)
    members = Member.objects.filter(body__in=[each.body_id for each in formations], until=None)
    for member in members.select_related("post__office"):
        found[member.body_id].append(member)
    for seated in found.values():
        seated.sort(key=lambda member: member.role != Role.CHAIR)
    return dict(found)
