"""What is asked of a kind of paper: which are plans, letters, papers with directives; which names the frameworks use."""

from __future__ import annotations

from angikar.rules.frameworks import FRAMEWORKS, framework
from angikar.rules.kinds import FIRST_PLAN, KINDS, WITH_DIRECTIVES


def test_every_framework_is_of_a_kind_of_plan() -> None:
    plans = {name for name, kind in KINDS.items() if kind.is_plan}
    assert {framework(name).kind for name in FRAMEWORKS} <= plans
    assert FIRST_PLAN in plans


def test_a_letter_has_forms_and_numbered_fields_and_no_other_kind_has() -> None:
    for kind in KINDS.values():
        assert bool(kind.forms) == bool(kind.numbered) == kind.is_letter, kind.name
        assert set(kind.numbered) | {form.head for form in kind.forms} <= set(kind.content.model_fields), kind.name


def test_the_forms_of_letters_have_names_of_their_own() -> None:
    names = [form.name for kind in KINDS.values() for form in kind.forms]
    assert len(names) == len(set(names))


def test_a_kind_with_directives_has_their_fields() -> None:
    fields = {"directives", "bodies", "anchor", "escalation"}
    for name in WITH_DIRECTIVES:
        assert fields <= set(KINDS[name].content.model_fields), name
