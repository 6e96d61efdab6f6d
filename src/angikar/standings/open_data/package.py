"""A folder of open data: the same rows as CSV, JSON Lines and Parquet, and a Frictionless data package that describes them.

The package follows https://datapackage.org/standard/data-package/ (version 1 profile `tabular-data-package`).
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from angikar.standings.open_data.columns import COLUMNS, KEY, NAMES
from angikar.standings.open_data.parquet import Changes, changes, need_packages, pack
from angikar.standings.open_data.plain import plain
from angikar.standings.open_data.rows import OpenRow

LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
_DESCRIPTION, _CHANGES = "datapackage.json", "changes.jsonl"


class WrittenPackage(NamedTuple):
    """What a package holds, and how its rows differ from those of the package that was there; `None` where none was."""

    rows: int
    files: tuple[str, ...]
    changes: Changes | None


def write(folder: Path, year: str, rows: Iterable[OpenRow], today: date) -> WrittenPackage:
    """Write the package of a fiscal year into a folder that is made where there is none. Rows are written as they come, so that memory
    does not grow with them. Files of an earlier package are replaced once the new ones are whole, and what has changed is noted
    in `changes.jsonl`.

    Raises `Refused` where what writes Parquet is not installed; then nothing is written.
    """
    need_packages()
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"indicators-{year}.{ending}" for ending in ("csv", "jsonl", "parquet")]
    fresh = [each.with_name(f"{each.name}.new") for each in files]
    count = _texts(fresh[0], fresh[1], rows)
    pack(fresh[1], fresh[2])
    changed = changes(files[2], fresh[2]) if files[2].exists() else None
    for new, old in zip(fresh, files, strict=True):
        new.replace(old)
    described = descriptor(year, files, count)
    (folder / _DESCRIPTION).write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if changed is None or any(changed):
        note = {"on": today.isoformat(), "year": year, "version": described["version"], "rows": count}
        with (folder / _CHANGES).open("a", encoding="utf-8") as log:
            log.write(json.dumps(note | (changed._asdict() if changed else {})) + "\n")
    return WrittenPackage(count, (*(each.name for each in files), _DESCRIPTION, _CHANGES), changed)


def _texts(as_csv: Path, as_lines: Path, rows: Iterable[OpenRow]) -> int:
    count = 0
    with as_csv.open("w", encoding="utf-8", newline="") as table, as_lines.open("w", encoding="utf-8") as lines:
        writer = csv.writer(table)
        writer.writerow(NAMES)
        for count, row in enumerate(rows, 1):  # noqa: B007  # the last number is how many there were
            writer.writerow([plain(row[name]) for name in NAMES])
            lines.write(json.dumps({name: row[name] for name in NAMES}, ensure_ascii=False) + "\n")
    return count


def descriptor(year: str, files: Iterable[Path], count: int) -> dict[str, object]:
    """The data package: its columns in both languages, its licence, and the digest of every file. Its version is the digest of all."""
    schema = {
        "fields": [
            {
                "name": column.name,
                "type": column.type,
                "description": column.english,
                "description_bn": column.bangla,
            }
            for column in COLUMNS
        ],
        "primaryKey": list(KEY),
        "missingValues": [""],
    }
    resources = [_resource(each, schema, count) for each in files]
    whole = hashlib.sha256("".join(str(each["hash"]) for each in resources).encode())
    return {
        "profile": "tabular-data-package",
        "name": f"angikar-indicators-{year}",
        "title": f"Indicators of performance plans by quarter, {year}",
        "title_bn": f"কর্মসম্পাদন পরিকল্পনার সূচক, ত্রৈমাসিকভিত্তিক, {year}",
        "version": whole.hexdigest()[:12],
        "licenses": [LICENCE],
        "resources": resources,
    }


def _resource(file: Path, schema: dict[str, object], count: int) -> dict[str, object]:
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    ending = file.suffix.removeprefix(".")
    return {
        "name": f"indicators-{ending}",
        "path": file.name,
        "profile": "tabular-data-resource",
        "format": ending,
        "mediatype": {
            "csv": "text/csv",
            "jsonl": "application/jsonl",
            "parquet": "application/vnd.apache.parquet",
        }[ending],
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest}",
        "rows": count,
        "schema": schema,
    }
