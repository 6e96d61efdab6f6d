"""Asks the open database of advisories (OSV) about every part of the bill of materials, and says which has a known weakness.

`python -m tools.advisories ADDRESS`; `make advisories OSV=ADDRESS`. The address is that of the database's batch of queries, the open one or a
copy of it. The one check that needs a line out: it is asked before each release and once a week, and it says so where there is no line.
Exit code 1 where a weakness is known, 2 where nobody answered.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from urllib.error import URLError
from urllib.request import Request, urlopen

from tools.sbom import bill

_SECONDS = 60
_AT_ONCE = 500


def addresses() -> list[str]:
    """Every part by its package address (`pkg:pypi/django@5.2.8`)."""
    return sorted(str(each.purl) for each in bill().components if each.purl)


def known(parts: Sequence[str], server: str) -> Iterator[tuple[str, str]]:
    """The parts with a known weakness, each with the number of its advisory. Raises OSError where the server does not answer."""
    for start in range(0, len(parts), _AT_ONCE):
        asked = parts[start : start + _AT_ONCE]
        body = json.dumps({"queries": [{"package": {"purl": each}} for each in asked]}).encode()
        request = Request(server, body, {"Content-Type": "application/json"})  # noqa: S310  (an address of ours)
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            results = json.load(answer)["results"]
        for part, result in zip(asked, results, strict=True):
            yield from ((part, each["id"]) for each in result.get("vulns", ()))


def main(server: str) -> int:
    """Print what is known. Returns the exit code."""
    if not server:
        sys.stderr.write("Name the address of a database of advisories that speaks OSV: make advisories OSV=ADDRESS.\n")
        return 2
    parts = addresses()
    try:
        found = list(known(parts, server))
    except (URLError, OSError) as away:
        sys.stderr.write(f"The database of advisories does not answer ({away}); ask again where there is a line.\n")
        return 2
    for part, advisory in found:
        sys.stdout.write(f"{part}  {advisory}\n")
    sys.stdout.write(f"{len(parts)} parts, {len(found)} advisories\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main("".join(sys.argv[1:2])))
