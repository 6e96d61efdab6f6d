"""Places in the tree: the next free one, and whether an office may stand there."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db.models import CharField, F, Model, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Substr

from angikar.history.refusal import Refused
from angikar.offices import sentences, tree
from angikar.offices.models import Office


def next_path(parent: Office | None) -> str:
    """The path of the next office below one, or of the next root. Raises `Refused` where the tree is too deep."""
    last = Office.objects.filter(parent=parent).order_by("-path").values_list("path", flat=True).first()
    path = (parent.path if parent else "") + tree.step(int(last[-tree.STEP :], 36) + 1 if last else 1)
    if len(path) > (Office._meta.get_field("path").max_length or 0):
        raise Refused(sentences.TREE_TOO_DEEP)
    return path


def locked_place(parent: Office | None) -> Office | None:
    """The office below which something is changed, locked until the transaction ends; at the top of the tree all its roots. One
    change at a time in one place: the next path is counted from the last, and no two take the same name.
    """
    if parent is not None:
        return Office.objects.select_for_update().get(pk=parent.pk)
    list(Office.objects.select_for_update().filter(parent=None).order_by("pk").values_list("pk"))
    return None


def carried() -> Iterator[tuple[type[Model], str]]:
    """Every column of every room in which rows carry the path of an office (`office_path`, `decided_path` …)."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, CharField) and field.name.endswith("_path"):
                yield model, field.name


def replanted(field: str, old: str, new: str) -> Combinable:
    """The value of a path column after everything below `old` has come to stand below `new`."""
    return Concat(Value(new), Substr(F(field), len(old) + 1))
