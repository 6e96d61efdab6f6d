"""The files of enclosures become rows of their papers: those that an entry of the history says were enclosed with the paper, or with one it replaces."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def enter(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A row for each file that was enclosed; a digest that only stands in the content of a paper gets none."""
    papers, files = apps.get_model("papers", "Paper"), apps.get_model("papers", "File")
    rows, entries = apps.get_model("papers", "EnclosedFile"), apps.get_model("history", "Entry")
    given: dict[int, set[str]] = {}
    for entry in entries.objects.filter(verb="paper.arrange", kind="papers.paper").iterator():
        now = entry.now or {}
        if now.get("path") == "enclosures" and now.get("file"):
            given.setdefault(entry.object_id, set()).add(now["file"])
    for paper in papers.objects.filter(content__has_key="enclosures").order_by("pk").iterator():
        before = rows.objects.filter(paper=paper.supersedes_id).values_list("file__sha256", flat=True)
        allowed = given.get(paper.pk, set()) | set(before)
        named = {each.get("file") for each in paper.content.get("enclosures") or []}
        for file in files.objects.filter(sha256__in=named & allowed):
            rows.objects.create(paper=paper, file=file, name=file.name)


class Migration(migrations.Migration):
    dependencies = [
        ("history", "0001_initial"),
        ("papers", "0008_one_letter_of_a_number"),
    ]

    operations = [
        migrations.CreateModel(
            name="EnclosedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                (
                    "file",
                    models.ForeignKey(on_delete=models.deletion.PROTECT, related_name="+", to="papers.file"),
                ),
                (
                    "paper",
                    models.ForeignKey(on_delete=models.deletion.PROTECT, related_name="enclosed", to="papers.paper"),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(fields=("paper", "file"), name="a_file_is_enclosed_once")],
            },
        ),
        migrations.RunPython(enter, migrations.RunPython.noop),
    ]
