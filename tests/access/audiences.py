"""Who an address opens to: named sets of the roles that try it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.access.people import Role


@dataclass(frozen=True)
class Audience:
    """Some of the roles, by the name under which the table of addresses and its page know them."""

    name: str
    roles: frozenset[Role]

    def __contains__(self, role: Role) -> bool:
        return role in self.roles


@dataclass(frozen=True)
class Address:
    """How one address answers: `leads` names what of the scene stands in it, `read` and `write` who it opens to by GET and by POST
    (`None` where the method is not taken), `sent` what the POST carries. `shown` and `done` are the answers to these; all others get
    `hidden`, and visitors the door unless it is `public`. `explained` are those whose POST is answered by the sentence why not.
    """

    leads: str = ""
    read: Audience | None = None
    write: Audience | None = None
    sent: dict[str, str] = field(default_factory=dict)
    shown: int = 200
    done: int = 302
    hidden: int = 404
    public: bool = False
    explained: Audience | None = None


def _named(name: str, *roles: Role) -> Audience:
    return Audience(name, frozenset(roles))


_OUTSIDE = (Role.VISITOR, Role.CLOSED)
_OFFICE = (Role.CLERK, Role.KEEPER, Role.DELEGATE, Role.HOLDER, Role.HEAD)
_OVER = (Role.ABOVE_FOCAL, Role.ABOVE)
_SERVING = (Role.FOREIGN, Role.BELOW, Role.CLERK, Role.KEEPER, Role.HOLDER, Role.HEAD, *_OVER)

NO_ONE = _named("no one")
EVERYBODY = _named("everybody", *Role)
VISITORS = _named("visitors", *_OUTSIDE)
SIGNED_IN = _named("officers", *(role for role in Role if role not in (*_OUTSIDE, Role.UNPROVED)))
ACCOUNTS = _named("accounts", *(role for role in Role if role not in _OUTSIDE))
SERVING = _named("who holds a post", *_SERVING)
REGISTER = _named("who holds a post, administrators", *_SERVING, Role.ADMIN)
READERS = _named("the office and those above", *_OFFICE, *_OVER)
READERS_AND_ADMIN = _named("the office, those above, administrators", *_OFFICE, *_OVER, Role.ADMIN)
OFFICE = _named("the office", *_OFFICE)
POSTS = _named("the posts of the office", Role.CLERK, Role.KEEPER, Role.HOLDER, Role.HEAD)
DRAFTERS = _named("who leads the office, delegates", Role.DELEGATE, Role.HOLDER, Role.HEAD)
LEADERS = _named("who leads the office", Role.HOLDER, Role.HEAD)
LEADERS_AND_ABOVE = _named("who leads the office or the one above", Role.HOLDER, Role.HEAD, *_OVER)
DRAFTERS_AND_ABOVE = _named("who leads the office or the one above, delegates", Role.DELEGATE, *LEADERS_AND_ABOVE.roles)
HEAD = _named("the head, who has it in hand", Role.HEAD)
NOT_THE_HEAD = _named("other posts of the office", Role.CLERK, Role.KEEPER, Role.HOLDER)
OWNER = _named("who began it", Role.HEAD)
SECONDS = _named(
    "who heads or keeps an office above, administrators; not who asked", Role.KEEPER, Role.ABOVE, Role.ADMIN
)
LISTERS = _named("who made it, who heads or keeps its office or one above, administrators", Role.HEAD, *SECONDS.roles)
OVER = _named("who leads the office above", *_OVER)
FORMING = _named("who keeps its register and reads the circular", Role.KEEPER, Role.HOLDER, Role.HEAD, *_OVER)
KEEPING = _named("who keeps its register", Role.KEEPER, Role.HOLDER, Role.HEAD, *_OVER, Role.ADMIN)
CARD = _named("who keeps its register, the officer", Role.CLERK, *KEEPING.roles)
KEEPERS = _named("who keeps any register", Role.FOREIGN, Role.BELOW, *KEEPING.roles)
ADMIN = _named("administrators", Role.ADMIN)
AUDIENCES = tuple(each for each in globals().copy().values() if isinstance(each, Audience))
