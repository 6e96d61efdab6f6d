"""Answering by a small form on a telephone: judged field by field, sent once, taken over from last time, never lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.issue import issue
from angikar.duties.models import Duty, Evidence, Report
from angikar.papers.models import Paper
from angikar.rules.forms.form import Field, Form
from angikar.rules.forms.spending import Limit
from angikar.rules.kinds.circular.content import Directive
from angikar.rules.schedule.rule import Rule
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular, text
from tests.world import World

FORM = Form(
    fields=(
        Field(name="seen", label="কয়টি উল্কা দেখা গেছে", kind="number", unit="টি", least="0", most="1000", whole=True),
        Field(name="calm", label="আকাশ পরিষ্কার ছিল কি", kind="yes_no"),
        Field(name="place", label="কোথায়", kind="place", required=False),
        Field(name="spent", label="ব্যয়", kind="spending", limits=(Limit(subject="দর্শক", most="1000"),), required=False),
        Field(name="photo", label="ছবি", kind="files", required=False),
    )
)
SENT = {"f-seen": "৭", "f-calm": "yes", "token": "a" * 32}


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """A circular whose weekly report is a small form, on the day of its first report."""
    weekly = (Rule.model_validate({"rule": "every", "days": 7, "from": "issue", "until": "anchor"}),)
    directive = Directive(code="1(ক)", text="প্রতি সপ্তাহে উল্কা গুনতে হবে", schedule=weekly, form=FORM)
    stand(date(2022, 10, 13))
    drafted = circular(world, anchor="2022-10-27")
    drafted.content["directives"][0] = directive.model_dump(mode="json", by_alias=True)
    drafted.save()
    made = issue(drafted, by=world.officers["director"], day=date(2022, 10, 13))
    stand(date(2022, 10, 20))
    return made


def _duty(world: World, paper: Paper, due: date = date(2022, 10, 20)) -> Duty:
    return Duty.objects.get(paper=paper, post=world.posts["north_head"], due=due)


def _reported(duty: Duty) -> list[Report]:
    return list(Report.objects.filter(duty=duty, state="submitted"))


def test_a_form_is_one_column_of_typed_fields(sign: Sign, world: World, paper: Paper) -> None:
    page = text(sign("north_head"), f"/duties/{_duty(world, paper).pk}/")
    assert 'inputmode="numeric"' in page
    assert "কয়টি উল্কা দেখা গেছে (টি)" in page
    assert page.count('name="f-calm"') == 2
    assert "দর্শক (সীমা ১,০০০)" in page


def test_what_was_filled_in_is_reported(sign: Sign, world: World, paper: Paper) -> None:
    duty, north = _duty(world, paper), sign("north_head")
    photo = SimpleUploadedFile("sky.jpg", b"\xff\xd8\xff sky")
    spent = {"f-spent-0-who": "ক  খ", "f-spent-0-limit": "দর্শক", "f-spent-0-amount": "৮০০"}
    assert north.post(f"/duties/{duty.pk}/report/", {**SENT, **spent, "f-photo": photo}).status_code == 302
    (reported,) = _reported(duty)
    assert reported.fields == {"seen": "7", "calm": "yes", "spent": [{"who": "ক খ", "limit": "দর্শক", "amount": "800"}]}
    assert [(each.name, each.kind) for each in Evidence.objects.filter(report=reported)] == [("sky.jpg", "ছবি")]
    page = text(north, f"/duties/{duty.pk}/")
    assert "৭ টি" in page
    assert "ক খ, দর্শক: ৮০০" in page


def test_the_same_sending_twice_is_one_report(sign: Sign, world: World, paper: Paper) -> None:
    duty, north = _duty(world, paper), sign("north_head")
    for _time in range(2):
        answer = north.post(f"/duties/{duty.pk}/report/", SENT)
        assert answer.status_code == 302
    assert len(Report.objects.filter(duty=duty)) == 1


def test_the_second_writer_sees_who_was_first_and_keeps_the_typed_text(sign: Sign, world: World, paper: Paper) -> None:
    duty, north = _duty(world, paper), sign("north_head")
    seen = {"version": str(duty.version)}
    north.post(f"/duties/{duty.pk}/report/", {**SENT, **seen})
    second = north.post(f"/duties/{duty.pk}/report/", {**SENT, **seen, "f-seen": "৯", "token": "b" * 32})
    assert second.status_code == 422
    page = second.content.decode()
    assert "এর মধ্যে জনাব north_head প্রতিবেদন পাঠিয়েছেন" in page
    assert 'value="৯"' in page
    assert [reported.fields["seen"] for reported in _reported(duty)] == ["7"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"f-seen": "১০০১"}, "সংখ্যাটি ১,০০০-এর বেশি হয় না।"),
        ({"f-seen": ""}, "“কয়টি উল্কা দেখা গেছে” লিখুন; শূন্য হলে ০।"),
        ({"f-calm": ""}, "“আকাশ পরিষ্কার ছিল কি” লিখুন"),
        ({"f-place-latitude": "২৩"}, "অক্ষাংশ ও দ্রাঘিমাংশ দুটিই"),
        ({"f-spent-0-who": "কেউ"}, "১ নম্বর সারিতে"),
    ],
)
def test_what_is_wrong_is_shown_at_its_field_and_the_rest_stays(
    sign: Sign, world: World, paper: Paper, wrong: dict[str, str], sentence: str
) -> None:
    duty = _duty(world, paper)
    answer = sign("north_head").post(f"/duties/{duty.pk}/report/", {**SENT, "words": "শান্ত রাত", **wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "শান্ত রাত" in page
    assert _reported(duty) == []


def test_a_file_that_is_none_is_refused_in_a_sentence(sign: Sign, world: World, paper: Paper) -> None:
    duty = _duty(world, paper)
    answer = sign("north_head").post(
        f"/duties/{duty.pk}/report/", {**SENT, "f-photo": SimpleUploadedFile("sky.jpg", b"MZ a program")}
    )
    assert "“sky.jpg” একটি প্রোগ্রাম" in answer.content.decode()
    assert 'value="৭"' in answer.content.decode()
    assert _reported(duty) == []


def test_last_time_s_answer_is_one_tap_away(sign: Sign, world: World, paper: Paper, stand: Stand) -> None:
    north = sign("north_head")
    north.post(f"/duties/{_duty(world, paper).pk}/report/", SENT)
    stand(date(2022, 10, 27))
    second = _duty(world, paper, date(2022, 10, 27))
    assert "আগেরবারের মতো" in text(north, f"/duties/{second.pk}/")
    page = text(north, f"/duties/{second.pk}/?like=last")
    assert 'name="f-seen" type="text" inputmode="numeric" value="7"' in page
    assert 'value="yes" checked' in page


def test_a_stranger_cannot_fill_in_the_form(sign: Sign, world: World, paper: Paper) -> None:
    duty = _duty(world, paper)
    assert sign("south_head").post(f"/duties/{duty.pk}/report/", SENT).status_code == 404
    assert _reported(duty) == []


def test_the_page_of_the_telephone_is_small(sign: Sign, world: World, paper: Paper) -> None:
    duty, north = _duty(world, paper), sign("north_head")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = text(north, f"/duties/{duty.pk}/")
    assert len(asked) <= 15
    assert len(page.encode()) <= 50_000
