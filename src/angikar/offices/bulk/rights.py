"""What a list of one person may change: the offices kept with all below them, power over an office only from above, nothing for oneself."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.offices import tree
from angikar.offices.access import mandate
from angikar.offices.models import Office, Officer, Post

STEP_OF_NEW = "~" * tree.STEP
"""What stands in place of the step of an office that is not there yet."""


@dataclass(frozen=True, slots=True)
class ListRights:
    """The rights of a person over the register; `whole` where they have no end, as for its administrators and the command line."""

    person: Officer | None
    whole: bool
    kept: tuple[str, ...] = ()
    held: tuple[Post, ...] = ()

    @classmethod
    def of(cls, person: Officer | None, under: Office | None = None) -> ListRights:
        """The rights of somebody, narrowed to an office and all below it where one is named."""
        if person is None:
            return cls(None, under is None, (under.path,) if under else ())
        now = mandate(person)
        if person.is_staff and person.is_active:
            return cls(person, under is None, (under.path,) if under else (), now.posts)
        paths = {post.office.path for post in now.posts if post.is_head or post.is_focal or post.keeps_register}
        if under is not None:
            paths = {under.path} if any(tree.is_under(under.path, path) for path in paths) else set()
        return cls(person, False, tuple(sorted(paths)), now.posts)

    def keep(self, path: str) -> bool:
        """Whether an office of that path may be changed."""
        return self.whole or any(tree.is_under(path, kept) for kept in self.kept)

    def entrust(self, path: str) -> bool:
        """Whether the head and the keeper of that office may be made and unmade: only from above it."""
        if self.whole or self.person is None or self.person.is_staff:
            return self.keep(path)
        above = set(tree.ancestors(path))
        return any(post.office.path in above and _leads(post) for post in self.held)

    def home(self) -> Office | None:
        """The office whose keeper enrols the officers of a list; none where the whole register is kept."""
        return Office.objects.filter(path=self.kept[0]).first() if self.kept else None


def _leads(post: Post) -> bool:
    return post.is_head or post.keeps_register
