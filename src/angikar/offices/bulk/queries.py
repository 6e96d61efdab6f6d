"""The register as lists: the rows of offices, posts, officers and charges, as they are written into a file and read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Q, QuerySet

from angikar.formats.lists import ListColumn, ListSheet, ListTable
from angikar.offices.bulk.columns import OFFICERS, POSTS, SHEETS, RegisterColumn, RegisterSheet
from angikar.offices.bulk.rights import ListRights
from angikar.offices.bulk.values import Value, plain
from angikar.offices.models import Office, Officer, Post, Tenure
from angikar.offices.tree import following

Fields = dict[str, Value]


def office_fields(offices: QuerySet[Office]) -> Iterator[Fields]:
    """The values of offices, those above first."""
    fields = ("code", "name", "name_en", "kind", "memo_prefix", "geo_code", "since", "until")
    for row in offices.order_by("path").values(*fields, "parent__code", "parent__name").iterator():
        parent, parent_name = row.pop("parent__code"), row.pop("parent__name")
        yield {**row, "parent": parent, "parent_name": parent_name}


def post_fields(posts: QuerySet[Post]) -> Iterator[Fields]:
    """The values of posts, in the order of the tree."""
    fields = [column.field for column in POSTS.columns if column.field not in ("office", "office_name")]
    for row in posts.order_by("office__path", "rank", "pk").values(*fields, "office__code", "office__name").iterator():
        yield {**row, "office": row.pop("office__code"), "office_name": row.pop("office__name")}


def officer_fields(officers: QuerySet[Officer]) -> Iterator[Fields]:
    """The values of officers, in the order of their user names; never a password."""
    yield from officers.order_by("username").values(*(column.field for column in OFFICERS.columns)).iterator()


def charge_fields(tenures: QuerySet[Tenure]) -> Iterator[Fields]:
    """The values of charges, in the order of the tree and of time."""
    named = {
        "post__office__code": "office",
        "post__office__name": "office_name",
        "post__title": "title",
        "officer__username": "username",
        "officer__name": "officer_name",
    }
    ordered = tenures.order_by("post__office__path", "post__rank", "post", "since", "pk")
    for row in ordered.values("charge", "since", "until", *named).iterator():
        yield {named.get(name, name): value for name, value in row.items()}


def register_tables(rights: ListRights, *, english: bool = False) -> list[ListTable]:
    """The four lists of all that a person keeps: everything, closed and past ones too."""
    offices, posts, officers, tenures = _kept(rights)
    found = (office_fields(offices), post_fields(posts), officer_fields(officers), charge_fields(tenures))
    return [table(sheet, fields, english=english) for sheet, fields in zip(SHEETS, found, strict=True)]


def register_size(rights: ListRights) -> int:
    """How many rows the four lists of all that a person keeps have."""
    return sum(rows.count() for rows in _kept(rights))


def _kept(rights: ListRights) -> tuple[QuerySet[Office], QuerySet[Post], QuerySet[Officer], QuerySet[Tenure]]:
    offices = Office.objects.all() if rights.whole else Office.objects.filter(_under(rights.kept, "path"))
    below = Q() if rights.whole else _under(rights.kept, "post__office__path")
    posts = Post.objects.all() if rights.whole else Post.objects.filter(_under(rights.kept, "office__path"))
    tenures = Tenure.objects.filter(below)
    officers = Officer.objects.all() if rights.whole else Officer.objects.filter(pk__in=tenures.values("officer"))
    return offices, posts, officers, tenures


def template_tables(*, english: bool = False) -> list[ListTable]:
    """The four lists without rows: what somebody fills in."""
    return [table(sheet, (), english=english) for sheet in SHEETS]


def stored_tables(sheets: Sequence[ListSheet]) -> list[ListTable]:
    """Stored sheets as lists to write; a list that is not among them is empty."""
    by_name = {sheet.name: sheet.rows[1:] for sheet in sheets}
    return [
        ListTable(sheet.bangla, each.columns, [cells for _, cells in by_name.get(sheet.bangla, ())])
        for sheet, each in zip(SHEETS, template_tables(), strict=True)
    ]


def table(sheet: RegisterSheet, fields: Iterable[Fields], *, english: bool = False) -> ListTable:
    """A list with its headings, and with the words of one language for what can be chosen."""
    columns = tuple(_column(column, english) for column in sheet.columns)
    rows = (cells(sheet, each, english=english) for each in fields)
    return ListTable(sheet.english if english else sheet.bangla, columns, rows)


def cells(sheet: RegisterSheet, fields: Fields, *, english: bool = False) -> Sequence[str]:
    """A row as the cells of its list."""
    return [_cell(column, fields.get(column.field), english) for column in sheet.columns]


def _cell(column: RegisterColumn, value: Value, english: bool) -> str:
    if column.kind == "flag":
        return _YES_NO[english][not value]
    if column.kind == "choice" and not english:
        return dict(column.choices).get(plain(value), plain(value))
    return plain(value)


def _column(column: RegisterColumn, english: bool) -> ListColumn:
    choices = tuple(value if english else label for value, label in column.choices)
    if column.kind == "flag":
        choices = _YES_NO[english]
    return ListColumn(column.english if english else column.bangla, "" if english else column.hint, choices)


_YES_NO = {False: ("হ্যাঁ", "না"), True: ("yes", "no")}


def _under(paths: Sequence[str], field: str) -> Q:
    condition = Q(pk__in=())
    for path in paths:
        condition |= Q(**{f"{field}__gte": path, f"{field}__lt": following(path)})
    return condition
