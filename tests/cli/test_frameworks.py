"""`angikar frameworks` and `angikar frameworks diff`."""

from __future__ import annotations

from typing import Any

from tests.cli.shell import Shell, is_bangla


def test_a_form_that_is_not_established_is_listed_as_such(angikar: Shell) -> None:
    line = next(line for line in angikar("frameworks").lines if line.startswith("gpms-2025-26"))
    assert "not established yet" in line
    assert is_bangla(line)


def test_changes_between_two_years_are_shown_in_both_languages(angikar: Shell) -> None:
    said = angikar("frameworks", "diff", "agreement-2021-22", "agreement-2022-23")
    assert said.code == 0
    assert "    Column counting: added গণনা পদ্ধতি" in said.lines
    assert "কলাম counting: যোগ হয়েছে গণনা পদ্ধতি" in said.lines


def test_what_changed_can_be_read_by_programs(angikar: Shell) -> None:
    output: dict[str, Any] = angikar("frameworks", "diff", "integrity-2018-19", "integrity-2021-22", "--json").json
    assert (output["from"], output["to"]) == ("integrity-2018-19", "integrity-2021-22")
    by_path = {change["path"]: (change["deed"], change["was"], change["now"]) for change in output["changes"]}
    assert by_path["total"] == ("changed", "100", "50")
    assert by_path["areas.own 1.weight"] == ("changed", "11", "22")
    assert by_path["fortnight.marks"] == ("added", None, "0.25")
    assert by_path["areas.own 11"][0] == "removed"


def test_a_comparison_without_two_known_names_is_refused_in_both_languages(angikar: Shell) -> None:
    for names in (["agreement-2021-22"], ["agreement-2021-22", "agreement-1999-00"], []):
        said = angikar("frameworks", "diff", *names)
        assert said.code == 2
        assert is_bangla(said.err.splitlines()[0])
        assert len(said.err.splitlines()) == 2
