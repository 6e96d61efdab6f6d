"""Making a directive's form on the page: rows read one by one, nothing lost, frozen once the circular is out."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.issue import issue
from angikar.papers.models import Paper
from angikar.rules.forms.form import Form
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular, text
from tests.world import World

ROW = {
    "0-label": "কয়টি সভা",
    "0-kind": "number",
    "0-required": "1",
    "0-whole": "1",
    "0-least": "০",
    "0-most": "৫০",
    "0-unit": "টি",
    "0-order": "২",
    "1-label": "ব্যয়",
    "1-kind": "spending",
    "1-limits": "চেয়ারম্যান | নির্বাচনি ব্যয় | ৫ লক্ষ | বিধি ৪৯",
    "1-order": "১",
    "again": "1",
}


@pytest.fixture
def draft(world: World, stand: Stand) -> Paper:
    """A circular that is being drafted."""
    stand(date(2022, 10, 15))
    return circular(world, anchor="2022-10-27")


def _save(sign: Sign, paper: Paper, **more: str) -> tuple[int, str]:
    fresh = Paper.objects.get(pk=paper.pk)
    sent = {**ROW, "do": "form", "version": str(fresh.version), **{name.replace("_", "-"): more[name] for name in more}}
    answer = sign("director").post(f"/papers/{paper.pk}/form/0/", sent)
    return answer.status_code, answer.content.decode()


def _form(paper: Paper) -> Form | None:
    stored = Paper.objects.get(pk=paper.pk).content["directives"][0].get("form")
    return Form.model_validate(stored) if stored else None


def test_a_form_is_made_row_by_row_in_the_order_that_is_given(sign: Sign, draft: Paper) -> None:
    assert _save(sign, draft)[0] == 302
    form = _form(draft)
    assert form is not None
    assert [(each.name, each.label) for each in form.fields] == [("f1", "ব্যয়"), ("f2", "কয়টি সভা")]
    spent, meetings = form.fields
    assert (meetings.least, meetings.most, meetings.whole, meetings.unit) == ("0", "50", True, "টি")
    assert [(limit.name, limit.most, limit.source) for limit in spent.limits] == [
        ("চেয়ারম্যান: নির্বাচনি ব্যয়", "500000", "বিধি ৪৯")
    ]
    page = text(sign("director"), f"/papers/{draft.pk}/form/0/")
    assert "কয়টি সভা (টি)" in page[page.index('id="preview"') :]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"0_most": "অনেক"}, "“অনেক” সংখ্যা নয়।"),
        ({"1_limits": "চেয়ারম্যান"}, "কার জন্য | কীসে | কত টাকা"),
        ({"0_kind": "রং"}, "ঘরটি বোঝা যায়নি"),
    ],
)
def test_an_unreadable_row_is_refused_and_the_typed_text_stays(
    sign: Sign, draft: Paper, row: dict[str, str], sentence: str
) -> None:
    status, page = _save(sign, draft, **row)
    assert status == 422
    assert sentence in page
    assert "কয়টি সভা" in page
    assert _form(draft) is None


def test_a_form_without_fields_is_none(sign: Sign, draft: Paper) -> None:
    _save(sign, draft)
    assert _save(sign, draft, **{"0_label": "", "1_label": ""})[0] == 302
    assert _form(draft) is None


def test_a_contradiction_keeps_the_circular_from_being_issued(sign: Sign, world: World, draft: Paper) -> None:
    _save(sign, draft, **{"0_least": "৬০"})
    assert "form-incomplete" in [each.code for each in Paper.objects.get(pk=draft.pk).doubts]


def test_hours_and_posts_of_escalation_are_stored(sign: Sign, draft: Paper) -> None:
    sent = {"do": "escalation", "version": str(draft.version), "escalation": "২ | ঊর্ধ্বতন\n২৪ | জারিকারী\n৪৮ | মহাপরিচালক"}
    assert sign("director").post(f"/papers/{draft.pk}/form/0/", sent).status_code == 302
    assert Paper.objects.get(pk=draft.pk).content["escalation"] == [
        {"after": 2, "to": "superior"},
        {"after": 24, "to": "issuer"},
        {"after": 48, "to": "মহাপরিচালক"},
    ]
    assert "2 | ঊর্ধ্বতন" in text(sign("director"), f"/papers/{draft.pk}/form/0/")


def test_an_issued_circular_s_form_is_frozen(sign: Sign, world: World, draft: Paper) -> None:
    issue(draft, by=world.officers["director"], day=date(2022, 10, 15))
    text(sign("director"), f"/papers/{draft.pk}/form/0/", 404)
