"""The dispatch register: what went out under which number to whom, printed as a book, and the files beside it."""

from __future__ import annotations

from datetime import date

from angikar.duties.issue import issue
from angikar.papers.letters.actions import arrange, begin, open_dossier
from angikar.papers.letters.blank import FORMS
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import said, text
from tests.world import World

DAY = date(2022, 10, 13)


def test_a_file_is_opened_beside_the_register(world: World, sign: Sign) -> None:
    sent = {"number": "৮৮.০১", "subject": "মহাকাশ", "office": world.offices["department"].pk}
    assert "নথি নম্বর খোলা হয়েছে" in said(sign("clerk"), "/dispatch/", sent)
    assert "আগে থেকেই আছে" in said(sign("clerk"), "/dispatch/", sent)


def test_each_number_is_listed_with_its_letter_and_its_addressees(world: World, sign: Sign, stand: Stand) -> None:
    stand(DAY)
    head, home = world.officers["director"], world.offices["department"]
    dossier = open_dossier(home, "88.01", "মহাকাশ", by=head, day=DAY)
    paper = begin(head, home, FORMS["letter"], subject="উল্কাবৃষ্টি", dossier=dossier)
    paper = arrange(paper, "addressees", "add", text="জেলা নক্ষত্র অফিসার (সকল)", version=paper.version, by=head)
    issue(paper, by=head, day=DAY)
    page = text(sign("clerk"), "/dispatch/")
    for words in ("৮৮.০১-১", "উল্কাবৃষ্টি", "জেলা নক্ষত্র অফিসার (সকল)"):
        assert words in page
    assert "উল্কাবৃষ্টি" not in text(sign("clerk"), "/dispatch/?year=2021")
    assert "উল্কাবৃষ্টি" not in text(sign("secretary"), "/dispatch/"), "another office has its own register"
    assert sign("clerk").get("/dispatch/register.pdf").content.startswith(b"%PDF")
