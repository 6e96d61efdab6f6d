"""`angikar frameworks`: the forms and rules known, year by year, and what changed from one to another."""

from __future__ import annotations

import json
from argparse import Namespace

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.rules.frameworks import FRAMEWORKS, framework
from angikar.rules.frameworks.changes import changes, said
from angikar.rules.frameworks.framework import Framework


@two_sentences
def frameworks(call: Namespace) -> int:
    """Every framework with its years and the papers that set its numbers; after `diff`, what changed between two."""
    if call.action == "diff":
        return _diff(call)
    known = [framework(name) for name in FRAMEWORKS]
    if call.json:
        print(json.dumps([each.model_dump(mode="json") for each in known], ensure_ascii=False, indent=1))
        return 0
    for each in known:
        print("\n".join(_lines(each)))
    return 0


def _lines(each: Framework) -> list[str]:
    waiting = "" if each.established else "  (এখনও প্রতিষ্ঠিত নয় / not established yet)"
    cited = [f"    {', '.join(one.numbers)}: {one.source} {one.reason}".rstrip() for one in each.sources]
    return [f"{each.name}  {', '.join(each.fiscal_years)}  {each.title}{waiting}", *cited]


def _diff(call: Namespace) -> int:
    if len(call.names) != 2:
        raise CannotDo(sentences.TWO_FRAMEWORKS_NEEDED)
    old, new = (framework(name) for name in call.names)
    found = changes(old, new)
    if call.json:
        answer = {"from": old.name, "to": new.name, "changes": [each.as_json() for each in found]}
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0
    for each in found:
        print(*said(each), sep="\n    ")
    return 0
