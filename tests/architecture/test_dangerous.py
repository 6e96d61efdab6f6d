"""What must never be called is refused by the linter, and each place that it lets through is known; templates mark nothing safe but what
is ours.
"""

from __future__ import annotations

import re
import tomllib

from tests.architecture.house import ROOT, SOURCE, modules, text

PUT_TOGETHER, PROGRAM, ADDRESS = {"S608", "S610", "S611"}, {"S603", "S607"}, {"S104"}
LET_THROUGH = {
    "duties/creating.py": PUT_TOGETHER,  # names of the model
    "meetings/register/index.py": PUT_TOGETHER,  # names of ours
    "search/index.py": PUT_TOGETHER,  # names of ours
    "standings/engine/store.py": PUT_TOGETHER,  # names of ours, and numbers
    "formats/readers/office.py": PROGRAM | {"S108"},  # with no word of a stranger on its command line, as all of these
    "formats/confined.py": PROGRAM,
    "formats/scan/tesseract.py": PROGRAM,
    "cli/running/dumps.py": PROGRAM,
    "cli/running/beside.py": PROGRAM,
    "cli/running/counts.py": {"S108"},  # a folder of our own is made in it
    "cli/checking/database.py": PUT_TOGETHER,  # names of tables
    "cli/checking/sqlite.py": PUT_TOGETHER,  # names and conditions of our own schema
    "cli/running/addresses.py": ADDRESS,  # compared with
    "cli/serve.py": ADDRESS,  # asked for by the keeper
    "formats/writers/pdf.py": {"S101"},  # one PDF is asked for, one comes
    "site/jinja.py": {"S701"},  # autoescape is on
    "desk/parts_kept.py": {"S704"},  # drawn by our own templates, which escape what they fill in
    "site/page_language.py": {"S704"},  # sentences of our own catalogue, filled in with escaped facts
    "notices/channels/gateway.py": {"S310"},  # the settings allow http only
}
"""The rules that a line of a module is excused from, and why."""
OURS = {"guide/guide.html": "the texts of the guide", "circulars/compliance_parts.html": "an ampersand"}
"""The templates that mark something safe, and what it is."""
_EXCUSED = re.compile(r"# noqa:([^#\n]*)")


def test_the_linter_refuses_dangerous_calls() -> None:
    """The rules `S`: eval, exec, pickle, a shell, SQL put together, weak hashes, `random` for secrets, unsafe XML and YAML."""
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    assert "S" in lint["select"]
    assert not [code for code in lint["ignore"] if code.startswith("S")]
    outside = [glob for glob, codes in lint["per-file-ignores"].items() if any(code.startswith("S") for code in codes)]
    assert all(glob.startswith(("tests/", "tools/")) for glob in outside)
    beyond = {
        name: codes
        for path in modules(SOURCE)
        if (codes := _excused(text(path)) - LET_THROUGH.get(name := str(path.relative_to(SOURCE)), set()))
    }
    assert beyond == {}


def _excused(source: str) -> set[str]:
    """The rules that lines are excused from, but those that take a name for a password."""
    return set(re.findall(r"\bS\d{3}\b", " ".join(_EXCUSED.findall(source)))) - {"S105", "S106", "S107"}


_BY_ADDRESS = re.compile(r'<form[^>]*method="get".*?</form>', re.DOTALL)
_FIELD = re.compile(r'<(?:input|textarea|select)[^>]* name="([a-z_]+)"')
ASKED_IN_ADDRESSES = {
    "age", "basis", "body", "day", "directive", "due", "kind", "language", "level", "measure", "office", "q", "reach", "silent", "state", "under", "year",
}  # fmt: skip
"""What filters of lists send in the address of their page; it says nothing of a person, and opens nothing."""


def test_no_form_puts_into_an_address_what_is_secret_or_personal() -> None:
    sent = {
        (path.name, field)
        for path in SOURCE.rglob("templates/**/*.html")
        for form in _BY_ADDRESS.findall(text(path))
        for field in _FIELD.findall(form)
    }
    assert sent, "filters are found"
    assert {each for each in sent if each[1] not in ASKED_IN_ADDRESSES} == set()


def test_a_template_marks_nothing_safe_but_what_is_ours() -> None:
    marked = {
        str(path).split("/templates/")[1].partition("/")[2]
        for path in SOURCE.rglob("*.html")
        if re.search(r"\|\s*safe\b|autoescape", path.read_text(encoding="utf-8"))
    }
    assert marked == set(OURS)
