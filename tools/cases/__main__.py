"""`python -m tools.cases`: reads every paper with a right reading beside it and prints what came of its fields.

`--verbose` names every field that is wrong and every false cry, `--formats` reads each paper in the other formats too, words choose papers
by their path.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

from tools.cases import formats
from tools.cases.expected import SUFFIX, Expected, expected_of, part_of
from tools.cases.formats import Printing
from tools.cases.judge import Verdict
from tools.cases.verdicts import Task, verdicts

ROOT = Path(__file__).parents[2]
OWN = ROOT / "tests" / "papers_of_others"
ELSEWHERE = OWN / "elsewhere"
"""Right readings of papers that are kept outside the repository, by the same path below their own folder."""
OUTSIDE = ROOT.parent / "shared" / "cases"


def papers() -> Iterator[tuple[Path, Expected]]:
    """Every paper with its right reading: our own, and those outside where they are present."""
    for path in sorted(OWN.rglob(f"*{SUFFIX}")):
        folder = OUTSIDE / path.parent.relative_to(ELSEWHERE) if path.is_relative_to(ELSEWHERE) else path.parent
        name = part_of(path)[0]
        found = [each for each in folder.glob(f"{name}.*") if ".expected." not in each.name]
        if found:
            yield found[0], expected_of(path)


def main(arguments: Iterable[str] | None = None) -> int:
    """Print the table and, on demand, every field that is wrong."""
    parser = ArgumentParser(prog="python -m tools.cases", description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--verbose", "-v", action="store_true")
    parser.add_argument("--formats", action="store_true")
    call = parser.parse_args(None if arguments is None else list(arguments))
    tables: dict[str, dict[str, list[Verdict]]] = {
        "own": defaultdict(list),
        "outside": defaultdict(list),
        "format": defaultdict(list),
    }
    started = perf_counter()
    chosen = [each for each in papers() if not call.words or any(word in str(each[0]) for word in call.words)]
    if call.formats:
        formats.make(path for path, meant in chosen if meant.formats)
    for path, task, verdict in _judged(chosen, is_in_formats=call.formats):
        form = task.printing.form
        table, group = (
            ("format", form) if form else ("own" if path.is_relative_to(OWN) else "outside", task.meant.kinds[0])
        )
        tables[table][group].append(verdict)
        if call.verbose:
            print("\n".join(_named(Path(f"{path}:{form}") if form else path, verdict)))
    for title, groups in tables.items():
        if groups:
            print("\n".join(_table(title, groups)))
    print("\n".join(_cries([each for name in ("own", "outside") for group in tables[name].values() for each in group])))
    print(f"{perf_counter() - started:.1f} s")
    return 0


def _judged(chosen: Iterable[tuple[Path, Expected]], *, is_in_formats: bool) -> Iterator[tuple[Path, Task, Verdict]]:
    """Each paper with its verdict, followed by those on its other formats where they are asked for."""
    asked: list[tuple[Path, Task]] = []
    for path, meant in chosen:
        others = formats.printings(path) if is_in_formats and meant.formats else ()
        asked += ((path, Task(printing, meant)) for printing in (Printing(path), *others))
    for (path, _), (task, verdict) in zip(asked, verdicts([task for _, task in asked]), strict=True):
        yield path, task, verdict


def _named(path: Path, verdict: Verdict) -> Iterator[str]:
    yield f"{path.name}: {verdict.right}/{verdict.fields}"
    for wrong in verdict.wrong:
        yield f"   {'doubted' if wrong.doubted else 'SILENT '} {wrong.name}: meant {wrong.meant!r}, read {wrong.read!r}"
    for cry in verdict.cries:
        yield f"   cry    {cry.severity} {cry.code} {cry.path} {cry.message_en[:110]}"


def _table(title: str, groups: dict[str, list[Verdict]]) -> Iterator[str]:
    yield f"\n| {title} | papers | fields | right | wrong, doubted | wrong, silent | false cries |\n|---|---|---|---|---|---|---|"
    for name, judged in sorted(groups.items()):
        yield _row(name, judged)
    yield _row("all", [each for judged in groups.values() for each in judged])


def _cries(verdicts: list[Verdict]) -> Iterator[str]:
    """Each code that cried falsely, how often, of how many doubts of that code, and on how many papers."""
    said = Counter(code for each in verdicts for code in each.codes)
    false = Counter(cry.code for each in verdicts for cry in each.cries)
    papers = Counter(code for each in verdicts for code in {cry.code for cry in each.cries})
    yield f"\n| code | false | of all | papers of {len(verdicts)} |\n|---|---|---|---|"
    for code, count in false.most_common():
        yield f"| `{code}` | {count} | {said[code]} | {papers[code]} |"


def _row(name: str, verdicts: list[Verdict]) -> str:
    fields = sum(each.fields for each in verdicts)
    shares = (
        sum(each.right for each in verdicts),
        sum(each.doubted for each in verdicts),
        sum(each.silent for each in verdicts),
    )
    cells = " | ".join(f"{count} ({100 * count / max(fields, 1):.1f} %)" for count in shares)
    return f"| {name} | {len(verdicts)} | {fields} | {cells} | {sum(len(each.cries) for each in verdicts)} |"


if __name__ == "__main__":
    sys.exit(main())
