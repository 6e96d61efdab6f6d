"""Comments in the margin: made at a cell of the sheet, answered and accepted there, with the reason of a return at the top of the paper."""

from __future__ import annotations

from datetime import date

from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Role
from angikar.papers.actions import move
from angikar.papers.models import AskedPost, Comment, Paper, State
from tests.desk.conftest import Sign
from tests.desk.samples import agreement, said, text
from tests.world import World

WEIGHT = "areas.0.activities.0.indicators.1.weight"


def _sent(world: World) -> Paper:
    draft = agreement(world)
    return move(draft, State.REVIEW, by=world.officers["focal"], version=draft.version)


def test_a_cell_is_commented_on_answered_and_its_suggestion_accepted(sign: Sign, world: World) -> None:
    paper = _sent(world)
    url = f"/papers/{paper.pk}/"
    page = text(sign("secretary"), url)
    assert f'href="?at={WEIGHT}#comment-here"' in page
    assert "#comment-here" not in text(sign("focal"), url)
    page = text(sign("secretary"), f"{url}?at={WEIGHT}")
    assert "[১.১.২] সূচক 1: মান" in page
    sent = {"path": WEIGHT, "field": WEIGHT, "version": paper.version, "words": "গত বছর ২ ছিল", "suggestion": "একশ"}
    wrong = sign("secretary").post(f"{url}comments/", sent)
    assert wrong.status_code == 422
    assert 'value="একশ"' in wrong.content.decode(), "what was typed stays"
    assert "মতামত রাখা হয়েছে" in said(sign("secretary"), f"{url}comments/", {**sent, "suggestion": "২"})
    made = Comment.objects.get()
    page = text(sign("focal"), url)
    assert f'href="#comment-{made.pk}"' in page
    assert "“২” নিন" in page
    assert "“২” নিন" not in text(sign("secretary"), url), "who suggested it is not asked to accept it"
    thread = f"{url}comments/{made.pk}/"
    refused = sign("focal").post(thread, {"do": "settle", "words": ""})
    assert "জবাব না দিয়ে মীমাংসা করা যায় না" in refused.content.decode()
    done = {"do": "accept", "suggestion": made.pk, "version": paper.version}
    assert "প্রস্তাবিত মান ঘরে বসেছে" in said(sign("focal"), thread, done)
    paper.refresh_from_db()
    assert paper.content["areas"][0]["activities"][0]["indicators"][1]["weight"] == "2"
    assert "মীমাংসা হয়েছে" in text(sign("secretary"), url)
    assert "গত বছর ২ ছিল" in text(sign("secretary"), f"{url}difference/?round=1"), (
        "the reason is beside the changed row"
    )


def test_others_neither_read_nor_write_comments(sign: Sign, world: World) -> None:
    paper = _sent(world)
    url = f"/papers/{paper.pk}/comments/"
    for who in ("north_head", "clerk", "stranger", "focal"):
        assert sign(who).post(url, {"words": "না", "version": paper.version}).status_code == 404
    sign("secretary").post(url, {"words": "পুরোটা দেখুন", "version": paper.version})
    made = Comment.objects.get()
    for who in ("north_head", "clerk", "stranger"):
        assert sign(who).post(f"{url}{made.pk}/", {"do": "answer", "words": "না"}).status_code == 404
    assert sign("focal").post(f"{url}{made.pk}/", {"do": "burn"}).status_code == 404
    assert sign("director").get(f"/papers/{paper.pk}/difference/?round=9").status_code == 404


def test_the_reason_of_a_return_is_at_the_top_until_the_draft_goes_up_again(sign: Sign, world: World) -> None:
    paper = _sent(world)
    url = f"/papers/{paper.pk}/"
    sign("secretary").post(f"{url}comments/", {"words": "পুরোটা দেখুন", "version": paper.version})
    fresh = move(paper, State.DRAFT, by=world.officers["secretary"], version=paper.version, words="লক্ষ্য কম")
    page = text(sign("focal"), url)
    top = page[: page.index('class="to-margin"')]
    assert "মতামতসহ ফেরত এসেছে" in top
    assert "লক্ষ্য কম" in top
    assert "১টি মতামতের মীমাংসা বাকি" in top
    assert "কতবার গেছে ও এসেছে" in page
    move(fresh, State.REVIEW, by=world.officers["focal"], version=fresh.version)
    assert "মতামতসহ ফেরত এসেছে" not in text(sign("focal"), url)


def test_a_body_is_asked_from_the_margin(sign: Sign, world: World) -> None:
    paper = _sent(world)
    seats = [NewMember(post=world.posts["south_head"], role=Role.CHAIR)]
    body = form(world.offices["ministry"], "যাচাই দল", seats, day=date(2022, 7, 10), by=world.officers["secretary"])
    assert "যাচাই দল" in text(sign("secretary"), f"/papers/{paper.pk}/")
    assert "সদস্যরা বিজ্ঞপ্তি পেয়েছেন" in said(sign("secretary"), f"/papers/{paper.pk}/ask/", {"body": body.pk})
    assert AskedPost.objects.get().post == world.posts["south_head"]
    assert "আপনার মতামত" in text(sign("south_head"), f"/papers/{paper.pk}/")
    assert sign("clerk").post(f"/papers/{paper.pk}/ask/", {"body": body.pk}).status_code == 404


def test_what_is_soft_is_said_beside_its_row_to_who_comments_alone(sign: Sign, world: World) -> None:
    draft = agreement(world)
    draft.content["areas"][0]["activities"][0]["indicators"][1]["baselines"] = {"2021-22": "130"}
    draft.save(update_fields=["content"])
    paper = move(draft, State.REVIEW, by=world.officers["focal"], version=draft.version)
    page = text(sign("secretary"), f"/papers/{paper.pk}/")
    assert "[১.১.২] লক্ষ্যমাত্রা ১০০, ২০২১-২২-এর অর্জন ১৩০-এর চেয়ে কম।" in page
    assert 'href="#soft-1"' in page
    for who in ("focal", "director", "clerk"):
        assert "soft-1" not in text(sign(who), f"/papers/{paper.pk}/")
