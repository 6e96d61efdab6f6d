"""The summary of a circular's answers: figures added by district, choices counted, words listed, the missing named."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.desk.circulars.summary import Chosen
from angikar.duties.actions import excuse, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.formats.readers.docx import read_docx
from angikar.formats.readers.pdf import read_pdf
from angikar.formats.readers.xlsx import read_xlsx
from angikar.papers.models import Paper
from angikar.rules.bangla.digits import to_latin
from angikar.rules.duty import Answer
from angikar.rules.forms.form import Field, Form
from angikar.rules.kinds import understand
from angikar.rules.kinds.circular.content import Directive
from angikar.rules.kinds.plain_letter import PLAIN_LETTER, PlainLetter
from angikar.rules.letters.values import Signatory
from angikar.rules.schedule.rule import Rule
from angikar.standings.circulars.queries import AsOf
from angikar.standings.summary_letter import summary
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular, said, text
from tests.world import World

DAY, LOOKED = date(2022, 10, 13), date(2022, 10, 22)
FIRST, SECOND = date(2022, 10, 20), date(2022, 10, 27)
FORM = Form(
    fields=(
        Field(name="seen", label="দেখা উল্কা", unit="টি", whole=True),
        Field(name="sky", label="আকাশ", kind="choice", choices=("মেঘলা", "পরিষ্কার")),
        Field(name="note", label="মন্তব্য", kind="text", required=False),
    )
)
WEEKLY = Rule.model_validate({"rule": "every", "days": 7, "from": "issue", "until": "anchor"})
SIGNED = (Signatory(name="জনাব director", post="মহাপরিচালক", role="body", office="নক্ষত্র অধিদপ্তর"),)


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """North tells seven in time, the first upazila five late; the second does not apply, the third and the south are silent."""
    directive = Directive(code="1(ক)", text="প্রতি সপ্তাহে উল্কার হিসাব পাঠাতে হবে;", schedule=(WEEKLY,), form=FORM)
    addressees = ("জেলা নক্ষত্র অফিসার (সকল)", "উপজেলা নক্ষত্র অফিসার (সকল)")
    draft = circular(world, anchor="2022-10-27", addressees=addressees)
    draft.content["directives"] = [directive.model_dump(mode="json", by_alias=True)]
    draft.content["paragraphs"][0]["codes"] = ["1(ক)"]
    draft.save()
    issued = issue(draft, by=world.officers["director"], day=DAY)
    for name, fields, day in (
        ("north_head", {"seen": "7", "sky": "মেঘলা", "note": "দুটি খুব উজ্জ্বল"}, DAY),
        ("upazila1_head", {"seen": "5", "sky": "পরিষ্কার"}, LOOKED),
    ):
        duty = Duty.objects.get(paper=issued, post=world.posts[name], due=FIRST)
        report(duty, by=world.officers[name], answer=Answer(fields=fields), today=day)
    duty = Duty.objects.get(paper=issued, post=world.posts["upazila2_head"], due=FIRST)
    excuse(duty, by=world.officers["director"], sentence="দূরবীন নেই", today=LOOKED)
    stand(LOOKED)
    return issued


def _letter(paper: Paper, *days: date) -> PlainLetter:
    return summary(paper, Chosen(("1(ক)",), days), AsOf(LOOKED), SIGNED)


def _table(letter: PlainLetter) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in letter.body[2].rows}


def test_figures_are_added_by_district_and_the_four_states_stay_different(paper: Paper) -> None:
    rows = _table(_letter(paper, FIRST))
    assert rows["জেলা"][-1] == "দেখা উল্কা (টি)"
    assert rows["জেলা নক্ষত্র কার্যালয়, উত্তরপুর"] == ("৪", "২", "১", "১", "০", "১", "১২")
    assert rows["জেলা নক্ষত্র কার্যালয়, দক্ষিণপুর"] == ("১", "০", "০", "১", "০", "০", "—"), "nothing reported is no zero"
    assert rows["মোট"] == ("৫", "২", "১", "২", "০", "১", "১২")


def test_what_is_not_due_is_not_missing(paper: Paper) -> None:
    assert _table(_letter(paper, SECOND))["মোট"] == ("৫", "০", "০", "০", "৫", "০", "—")


def test_choices_are_counted_words_listed_and_the_missing_named(paper: Paper) -> None:
    letter = _letter(paper, FIRST)
    said = " ".join(passage.text for passage in letter.body)
    assert "আকাশ: মেঘলা ১, পরিষ্কার ১; উত্তর এসেছে ২টি" in said
    assert "উপজেলা নক্ষত্র অফিসার, উপজেলা নক্ষত্র কার্যালয়, পলাশবাড়ি" in said
    assert "জেলা নক্ষত্র অফিসার, জেলা নক্ষত্র কার্যালয়, দক্ষিণপুর" in said
    assert letter.body[-1].rows[1][-1] == "মন্তব্য: দুটি খুব উজ্জ্বল"


def test_the_letter_is_read_back_as_it_was_written(paper: Paper) -> None:
    letter = _letter(paper)
    found = PLAIN_LETTER.read(PLAIN_LETTER.write(letter), None).content
    assert found.model_dump() == letter.model_dump()


def test_it_is_chosen_looked_at_and_printed(sign: Sign, paper: Paper) -> None:
    client, address = sign("director"), f"/circulars/{paper.pk}/summary"
    assert "1(ক)" in text(client, f"{address}/")
    assert "দেখা উল্কা" in text(client, f"{address}/?directive=1(ক)&day={FIRST}")
    expected = PLAIN_LETTER.write(_letter(paper, FIRST)).text
    for form, reader in (("pdf", read_pdf), ("docx", read_docx), ("xlsx", read_xlsx)):
        answer = client.get(f"{address}.{form}?directive=1(ক)&day={FIRST}")
        found = understand(reader(answer.content), kind="plain_letter").content
        assert to_latin(PLAIN_LETTER.write(found).text) == to_latin(expected), form
    assert client.get(f"{address}.pdf").status_code == 404


def test_it_becomes_a_draft_of_the_office_that_issued_the_circular(sign: Sign, world: World, paper: Paper) -> None:
    client, address = sign("director"), f"/circulars/{paper.pk}/summary/make/"
    assert "অন্তত একটি নির্দেশনা বেছে নিন" in said(client, address, {})
    assert "খসড়া তৈরি হয়েছে" in said(client, address, {"directive": "1(ক)", "day": str(FIRST)})
    made = Paper.objects.get(kind="plain_letter")
    assert (made.state, made.office) == ("draft", world.offices["department"])
    assert made.value() == _letter(paper, FIRST)
    assert sign("north_head").post(address, {"directive": "1(ক)"}).status_code == 404
