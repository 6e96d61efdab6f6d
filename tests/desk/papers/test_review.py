"""Review: source, doubts and what was understood; nothing enters while an error is open."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from angikar.desk.papers.sheet import in_order
from angikar.formats import write_pdf
from angikar.papers.actions import take_in
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from angikar.papers.settling.risks import by_risk, risk_of
from angikar.papers.stored_doubt import StoredDoubt
from angikar.rules.document import Document, PageBreak, Paragraph
from angikar.rules.kinds import KINDS
from angikar.rules.sentence import Sentence
from tests.architecture.house import ROOT
from tests.desk.conftest import Sign
from tests.desk.samples import said, text
from tests.pledge import TITLE
from tests.rules.kinds.circulars import SAMPLE
from tests.world import World


@pytest.fixture
def intake(world: World, pledge: None) -> Paper:
    """A pledge with a smudge in its second line, and an area that does not add up."""
    data = f"{TITLE}\nনক্ষত্র অধিদফতর\n".encode()
    return take_in(world.officers["clerk"], "pledge.txt", data, office=world.offices["department"], kind="pledge")


def _key(paper: Paper, code: str) -> str:
    return next(doubt.key for doubt in paper.doubts if doubt.code == code)


def test_only_the_own_office_looks_it_through(sign: Sign, intake: Paper) -> None:
    url = f"/intake/{intake.pk}/"
    for other in ("stranger", "north_head", "secretary"):
        text(sign(other), url, 404)
    assert "খসড়া হিসেবে নিন" in text(sign("focal"), url)
    assert "খসড়া হিসেবে নিন" not in text(sign("clerk"), url)
    assert sign("clerk").post(url).status_code == 404


def test_the_lines_of_the_source_lead_to_their_doubts(sign: Sign, intake: Paper) -> None:
    page = text(sign("focal"), f"/intake/{intake.pk}/")
    assert 'id="line-0-2"' in page
    assert f'href="#doubt-{_key(intake, "smudge")}"' in page
    assert 'href="#line-0-2"' in page
    assert "দাগ আছে" in page


def test_it_is_not_taken_over_while_an_error_is_open(sign: Sign, intake: Paper) -> None:
    focal, url = sign("focal"), f"/intake/{intake.pk}/"
    response = focal.post(url, {"version": intake.version})
    assert response.headers["Location"] == f"{url}#doubt-{_key(intake, 'area-weight-sum')}"
    assert "আরও ১ টি ভুল" in text(focal, url)
    intake.refresh_from_db()
    assert intake.state == State.INTAKE


def test_settled_it_becomes_a_draft(sign: Sign, intake: Paper) -> None:
    focal = sign("focal")
    focal.post(
        f"/papers/{intake.pk}/doubts/{_key(intake, 'area-weight-sum')}/",
        {"choice": "take", "version": intake.version},
    )
    intake.refresh_from_db()
    assert intake.content["areas"][0]["weight"] == "10"
    page = said(focal, f"/intake/{intake.pk}/", {"version": intake.version})
    intake.refresh_from_db()
    assert intake.state == State.DRAFT
    assert "নথিটি এখন খসড়া।" in page
    assert focal.get(f"/intake/{intake.pk}/").headers["Location"] == f"/papers/{intake.pk}/"


def test_a_circular_is_understood_by_its_directives_and_their_days(sign: Sign, world: World) -> None:
    director = world.officers["director"]
    paper = take_in(director, "circular.txt", SAMPLE.encode(), office=world.offices["department"])
    page = text(sign("director"), f"/intake/{paper.pk}/")
    assert "৫ দিন অন্তর অন্তর" in page
    assert "পুলিশ সুপার" in page


@pytest.fixture
def scanned(world: World, pledge: None, settings: object, tmp_path: Path) -> Paper:
    """The pledge as a PDF of two pages; some of its doubts stand on them, some nowhere."""
    settings.PICTURES = tmp_path  # type: ignore[attr-defined]
    pages = Document((Paragraph(TITLE), Paragraph("নক্ষত্র অধিদফতর"), PageBreak(), Paragraph("তারকা মন্ত্রণালয়")))
    home = world.offices["department"]
    return take_in(world.officers["clerk"], "pledge.pdf", write_pdf(pages), office=home, kind="pledge")


def test_the_pages_are_shown_with_a_mark_round_every_doubt_that_has_a_place(sign: Sign, scanned: Paper) -> None:
    page = text(sign("focal"), f"/intake/{scanned.pk}/")
    assert page.count('class="leaf"') == 2
    assert f'src="/intake/{scanned.pk}/page/2.png"' in page
    placed = [doubt for doubt in scanned.doubts if doubt.place.box]
    assert 0 < page.count('class="mark ') == len(placed) < len(scanned.doubts)
    for key, (x0, top, x1, bottom) in ((doubt.key, doubt.place.box) for doubt in placed):
        assert f'id="mark-{key}"' in page
        assert f'href="#mark-{key}"' in page
        assert f'<rect x="{x0}" y="{top}" width="{x1 - x0}" height="{bottom - top}">' in page
    assert 'class="source-line' not in page


def test_pages_on_their_side_are_shown_upright_with_their_marks(sign: Sign, scanned: Paper) -> None:
    desk = sign("focal")
    seen = [text(desk, f"/intake/{scanned.pk}/?turn={turn}") for turn in ("0", "1", "2", "3", "9")]
    frames = [re.findall(r'<svg class="turned" viewBox="0 0 (\d+)[^ ]* (\d+)', page)[:1] for page in seen]
    assert frames == [[], [("841", "595")], [("595", "841")], [("841", "595")], []]
    assert len({page.count('class="mark ') for page in seen}) == 1
    assert 'name="turn" value="1"' in seen[1]
    assert 'href="?turn=2"' in seen[1]
    assert "turn=" not in seen[3].split("পৃষ্ঠা ডানে ঘোরান")[0].rsplit("href=", 1)[1]
    assert f'<image href="/intake/{scanned.pk}/page/2.png"' in seen[2]


def test_the_lines_of_a_paper_with_pages_can_still_be_read(sign: Sign, scanned: Paper) -> None:
    page = text(sign("focal"), f"/intake/{scanned.pk}/?source=lines")
    assert 'class="source-line' in page
    assert 'class="leaf"' not in page
    assert 'name="source" value="lines"' in page


def test_a_page_is_rendered_once_and_only_for_readers_of_the_paper(
    sign: Sign, scanned: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"/intake/{scanned.pk}/page/1.png"
    for other in ("stranger", "north_head", "secretary"):
        text(sign(other), url, 404)
    assert list(tmp_path.rglob("*.png")) == []
    first = sign("focal").get(url)
    assert (first.status_code, first.headers["Content-Type"]) == (200, "image/png")
    assert "private" in first.headers["Cache-Control"]
    assert Image.open(io.BytesIO(first.content)).size == (1191, 1684)
    monkeypatch.setattr("angikar.formats.confined.page_picture", lambda *_: pytest.fail("it was drawn again"))
    assert sign("clerk").get(url).content == first.content


@pytest.mark.parametrize("number", [0, 3])
def test_there_is_no_picture_of_a_page_that_is_not(sign: Sign, scanned: Paper, number: int) -> None:
    text(sign("focal"), f"/intake/{scanned.pk}/page/{number}.png", 404)


def test_text_has_no_pictures(sign: Sign, intake: Paper) -> None:
    text(sign("focal"), f"/intake/{intake.pk}/page/1.png", 404)


def test_one_severity_is_shown_alone_and_stays_so_when_a_doubt_is_settled(sign: Sign, intake: Paper) -> None:
    focal, url = sign("focal"), f"/intake/{intake.pk}/?only=error"
    page = text(focal, url)
    error, other = _key(intake, "area-weight-sum"), _key(intake, "smudge")
    assert f'id="doubt-{error}"' in page
    assert f'id="doubt-{other}"' not in page
    assert 'href="?only=error" aria-current="true">ভুল ১</a>' in page
    settled = focal.post(
        f"/papers/{intake.pk}/doubts/{error}/", {"choice": "take", "version": intake.version, "only": "error"}
    )
    assert settled.headers["Location"].startswith(f"{url}#doubt-")
    assert "এই ধরনের কোনো সন্দেহ আর খোলা নেই।" in text(focal, url)
    assert f'id="doubt-{other}"' in text(focal, f"/intake/{intake.pk}/?only=nonsense")


def test_a_table_taken_for_a_letter_is_read_again_at_one_press(sign: Sign, world: World) -> None:
    data = "\n".join((
        "নমুনা কার্যালয়", "নং ১২.০০.০০০০.০০১.০১.০০১.২২-৫", "বিষয়: তালিকা।", "", "২০২২-২৩ অর্থবছরের তালিকা দেওয়া হলো।", "",
        "কার্যক্রম\tকর্মসম্পাদন সূচক\tএকক\tসূচকের মান\tলক্ষ্যমাত্রা\tঅর্জন", *("১.১ সভা আয়োজন\tঅনুষ্ঠিত সভা\tসংখ্যা\t৬\t৪\t২",) * 2,
    ))  # fmt: skip
    paper = take_in(world.officers["clerk"], "list.txt", data.encode(), office=world.offices["department"])
    url, focal = f"/intake/{paper.pk}/", sign("focal")
    assert "“অগ্রগতি প্রতিবেদন” হিসেবে আবার পড়ুন" in text(focal, url)
    stale = focal.post(f"{url}again/", {"kind": "progress_report", "version": paper.version + 1})
    assert stale.headers["Location"] == url
    paper.refresh_from_db()
    assert paper.kind == "plain_letter"
    assert focal.post(f"{url}again/", {"kind": "progress_report", "version": paper.version}).headers["Location"] == url
    fresh = Paper.objects.get(pk=paper.pk)
    assert (fresh.kind, fresh.state, fresh.fiscal_year) == ("progress_report", State.INTAKE, "2022-23")
    assert fresh.content["areas"][0]["rows"][0]["weight"] == "6"
    assert "table-in-letter" not in {doubt.code for doubt in fresh.doubts}
    assert "ধরন ঠিক নয়?" in text(focal, url)
    unknown = focal.post(f"{url}again/", {"kind": "poem", "version": fresh.version})
    assert unknown.headers["Location"] == url
    assert "poem" in text(focal, url)


STRANGERS = {
    "corporation/integrity-progress-one-target": "progress_report",
    "upazila/half-year-evaluation": "progress_report",
    "ministry/evaluation-2015-16": "evaluation_sheet",
    "division/integrity-plan-2023-24": "integrity_plan",
    "municipality/rti-plan-quarters": "reform_plan",
    "directorate/apa-2014-15-english": "agreement",
    "corporation/six-column-minutes": "minutes",
    "district/prose-deadlines-circular": "circular",
    "upazila/show-cause-notice": "plain_letter",
}


def test_a_stranger_s_paper_of_every_kind_can_be_reviewed(sign: Sign, world: World) -> None:
    assert set(STRANGERS.values()) == set(KINDS) - {"pledge"}
    focal, office = sign("focal"), world.offices["department"]
    for name, kind in STRANGERS.items():
        data = (ROOT / "tests" / "papers_of_others" / f"{name}.txt").read_bytes()
        paper = take_in(world.officers["clerk"], "paper.txt", data, office=office, kind=kind)
        assert "যা বোঝা গেছে" in text(focal, f"/intake/{paper.pk}/"), name


def test_doubts_stand_by_what_they_put_at_risk_the_gravest_first(sign: Sign, world: World) -> None:
    data = (ROOT / "tests" / "papers_of_others" / "police" / "security-circular.txt").read_bytes()
    data = data.replace("প্রতিদিন".encode(), "ত্রৈমাসিক ভিত্তিতে".encode())
    paper = take_in(world.officers["clerk"], "paper.txt", data, office=world.offices["department"], kind="circular")
    shown = text(sign("focal"), f"/intake/{paper.pk}/")
    heads = ("করণীয় হারাতে পারে", "তারিখ ভুল হতে পারে", "নাম ভুল হতে পারে", "কেবল ভাষা")
    places = [shown.index(f"<h3>{head}") for head in heads if f"<h3>{head}" in shown]
    assert len(places) > 1
    assert places == sorted(places)
    listed = [shown.index(f'id="doubt-{each.key}"') for each in by_risk(in_order(still_open(paper.doubts)))]
    assert listed == sorted(listed)


@pytest.mark.parametrize(
    ("code", "path", "risk"),
    [
        ("schedule-unread", "directives.1.schedule", "duty"),
        ("kind-uncertain", "kind", "duty"),
        ("area-weight-sum", "areas.0.weight", "mark"),
        ("date-outside-quarter", "areas.0.activities.0.indicators.0.criteria", "date"),
        ("memo-unknown-pattern", "letter.memo_number", "name"),
        ("date-missing", "letter.date", "date"),
        ("text-misread", "directives.1.text", "wording"),
        ("source-left-out", "", "wording"),
    ],
)
def test_what_a_doubt_puts_at_risk_follows_from_its_code_and_its_value(code: str, path: str, risk: str) -> None:
    doubt = StoredDoubt(Sentence(code, "ক", "a"), "warning", path=path)
    assert risk_of(doubt) == risk
