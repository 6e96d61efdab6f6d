"""Signing a paper: two parties in order, in the ways there are; an agreement is issued with both signatures or a stated reason."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection

from angikar.duties.issue import issue
from angikar.formats.signing.certificates import common_name, der
from angikar.formats.signing.sign import sign as sign_pdf
from angikar.formats.signing.verify import verify
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.history.signing import keys
from angikar.notices.models import Notice
from angikar.offices.actions import hand_over
from angikar.papers import actions, store
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, PaperSignature, SigningWay, State, Unsigned
from angikar.papers.settling.actions import settle
from angikar.papers.signatures import queries, sentences
from angikar.papers.signatures.actions import keep_scan, sign
from angikar.papers.signatures.comparing import Compared, compared
from angikar.papers.signatures.house import SEAL, sealing, trust_list
from angikar.papers.signatures.printed import print_of, signed_line
from tests.desk.samples import agreement, circular
from tests.formats.signing.authority import authority
from tests.signed import ON_PAPER
from tests.world import World

AT = datetime.now(UTC)
DAY = date(2022, 7, 3)


@pytest.fixture
def paper(world: World) -> Paper:
    """A draft agreement between the department and the ministry, with what the checks say of it kept."""
    made = agreement(world)
    for doubt in still_open(made.doubts):
        made = settle(made, doubt.key, "keep", version=made.version, by=world.officers["director"], words="পরীক্ষার কাগজ")
    return made


def signed(paper: Paper, world: World, *who: str) -> Paper:
    """The paper signed by the seal of the house for one after the other."""
    for name in who:
        paper.refresh_from_db()
        sign(paper, by=world.officers[name], at=AT, version=paper.version)
    paper.refresh_from_db()
    return paper


def test_the_head_signs_first_and_the_head_above_second(world: World, paper: Paper) -> None:
    first, second = queries.parties(paper)
    assert (first.post, second.post) == (world.posts["director"], world.posts["secretary"])
    with pytest.raises(NotYours):
        sign(paper, by=world.officers["secretary"], at=AT, version=paper.version)
    paper = signed(paper, world, "director")
    assert paper.state == State.SIGNED
    with pytest.raises(NotYours):
        sign(paper, by=world.officers["director"], at=AT, version=paper.version)
    paper = signed(paper, world, "secretary")
    assert queries.is_signed_by_all(paper)
    assert [entry.verb for entry in history_of(paper)][-2:] == ["paper.sign", "paper.sign"]


@pytest.mark.parametrize("who", ["focal", "clerk", "stranger", "north_head", "ministry_focal", "secretary"])
def test_the_first_party_is_the_head_alone(world: World, paper: Paper, who: str) -> None:
    with pytest.raises(NotYours):
        sign(paper, by=world.officers[who], at=AT, version=paper.version)
    assert not PaperSignature.objects.exists()


def test_own_certificates_sign_what_is_printed_and_the_row_says_whose(world: World, paper: Paper) -> None:
    director, secretary = authority().officer("Moyna Tomal"), authority().officer("Shalik Hijol")
    one = sign(paper, by=world.officers["director"], at=AT, version=paper.version, credential=director)
    paper.refresh_from_db()
    two = sign(paper, by=world.officers["secretary"], at=AT, version=paper.version, credential=secretary)
    first, both = store.get(one.file.sha256), store.get(two.file.sha256)
    assert first.startswith(print_of(Paper.objects.get(pk=paper.pk))[:20])
    assert both.startswith(first), "the second signature leaves the first as it was"
    assert [(each.name, each.worth, each.trusted) for each in verify(both, authority().trust())] == [
        ("Moyna Tomal", "sound", True),
        ("Shalik Hijol", "sound", True),
    ]
    assert (one.way, one.issuer) == (SigningWay.CERTIFICATE, common_name(director.certificate.issuer))
    assert one.hash == two.hash == paper.fingerprint()
    assert (one.name, one.post_title, one.office_name) == (
        world.officers["director"].name,
        world.posts["director"].title,
        world.offices["department"].name,
    )


def test_the_seal_of_the_house_is_said_as_what_it_is(world: World, paper: Paper) -> None:
    paper = signed(paper, world, "director")
    kept = queries.signed_file(paper)
    assert kept is not None
    assert kept.way == SigningWay.HOUSE
    (found,) = verify(store.get(kept.file.sha256), trust_list())
    assert (found.worth, found.trusted) == ("sound", True)
    assert "নিজের সিল" in found.name


def test_a_signed_draft_changes_no_more_and_back_in_the_draft_its_signatures_end(world: World, paper: Paper) -> None:
    paper = signed(paper, world, "director")
    with pytest.raises(Refused):
        actions.amend(paper, "title", "অন্য চুক্তি", version=paper.version, by=world.officers["director"])
    back = actions.move(paper, State.DRAFT, by=world.officers["director"], version=paper.version, words="ভুল আছে")
    assert queries.signatures(back) == []
    assert PaperSignature.objects.filter(paper=back).exclude(ended=None).count() == 1
    assert len(queries.signatures(signed(back, world, "director"))) == 1


def test_a_paper_that_changed_since_it_was_looked_at_is_not_signed(world: World, paper: Paper) -> None:
    actions.amend(paper, "title", "অন্য চুক্তি", version=paper.version, by=world.officers["director"])
    with pytest.raises(Conflict):
        sign(paper, by=world.officers["director"], at=AT, version=paper.version)


def test_an_agreement_is_not_marked_as_signed_by_hand(world: World, paper: Paper) -> None:
    with pytest.raises(Refused) as refused:
        actions.move(paper, State.SIGNED, by=world.officers["director"], version=paper.version)
    assert refused.value.sentence == sentences.SIGN_BY_SIGNING


def test_an_agreement_is_issued_with_both_signatures_alone_or_a_stated_reason(world: World, paper: Paper) -> None:
    director = world.officers["director"]
    for who in ((), ("director",)):
        fresh = signed(paper, world, *who)
        for reason in ("", "  "):
            with pytest.raises(Refused) as refused:
                issue(fresh, by=director, day=DAY, focal=True, unsigned=reason)
            assert refused.value.sentence == sentences.UNSIGNED_NEEDS_REASON
    fresh = signed(paper, world, "secretary")
    assert issue(fresh, by=director, day=DAY, focal=True).state == State.ISSUED
    assert not Unsigned.objects.exists()
    assert world.officers["secretary"].name in signed_line(fresh)


def test_the_reason_is_kept_with_who_stated_it_and_printed(world: World, paper: Paper) -> None:
    director = world.officers["director"]
    made = issue(paper, by=director, day=DAY, focal=True, unsigned=ON_PAPER)
    kept = Unsigned.objects.get(paper=made)
    assert (kept.reason, kept.by, kept.post) == (ON_PAPER, director, world.posts["director"])
    assert ON_PAPER in signed_line(Paper.objects.get(pk=made.pk))
    last = history_of(made).last()
    assert last is not None
    assert (last.now or {})["unsigned"] == ON_PAPER


def test_a_letter_needs_one_signature_and_is_issued_without(world: World) -> None:
    letter = circular(world)
    assert len(queries.parties(letter)) == 1
    with pytest.raises(Refused) as refused:  # it gets its number and date when it is issued
        sign(letter, by=world.officers["director"], at=AT, version=letter.version)
    assert refused.value.sentence == sentences.TAKES_NO_SIGNATURE
    letter = issue(letter, by=world.officers["director"], day=date(2022, 10, 13), focal=True)
    letter = signed(letter, world, "director")
    assert (letter.state, queries.is_signed_by_all(letter)) == (State.ISSUED, True)


def test_each_party_is_notified_when_its_turn_comes(world: World, paper: Paper) -> None:
    signed(paper, world, "director")
    assert Notice.objects.filter(post=world.posts["secretary"], text__contains="আপনার স্বাক্ষর বাকি").count() == 1
    signed(paper, world, "secretary")
    assert Notice.objects.filter(post=world.posts["director"], text__contains="সব পক্ষ স্বাক্ষর").count() == 1


def test_name_and_post_stay_as_they_were_when_another_head_comes_between_the_two(world: World, paper: Paper) -> None:
    was = world.officers["director"].name
    paper = signed(paper, world, "director")
    world.officers["director"].name = "জনাব অন্য নাম"
    world.officers["director"].save()
    world.posts["director"].title = "অন্য পদ"
    world.posts["director"].save()
    paper = signed(paper, world, "secretary")
    first = queries.signatures(paper)[0]
    assert (first.name, first.post_title) == (was, "মহাপরিচালক")
    assert queries.is_signed_by_all(paper)


def test_the_scan_of_the_signed_paper_is_compared_and_kept_beside_it(world: World, paper: Paper) -> None:
    data = print_of(paper)
    found = compared(paper, "scan.pdf", data, 900)
    assert found.share is not None
    assert found.share > 80
    assert not found.is_another
    kept = keep_scan(paper, "scan.pdf", data, found, by=world.officers["focal"], at=AT, version=paper.version)
    paper.refresh_from_db()
    assert (paper.state, kept.way, queries.wants_signatures(paper)) == (State.SIGNED, SigningWay.PAPER, False)
    assert store.get(kept.file.sha256) == data
    assert "কাগজে স্বাক্ষরিত" in signed_line(paper)
    with pytest.raises(NotYours):
        sign(paper, by=world.officers["secretary"], at=AT, version=paper.version)


def test_the_scan_of_another_paper_is_refused(world: World, paper: Paper) -> None:
    other = print_of(circular(world))
    found = compared(paper, "scan.pdf", other, 900)
    with pytest.raises(Refused) as refused:
        keep_scan(paper, "scan.pdf", other, found, by=world.officers["focal"], at=AT, version=paper.version)
    assert refused.value.sentence == sentences.SCAN_OF_ANOTHER
    director = world.officers["director"]
    kept = keep_scan(paper, "scan.pdf", other, found, by=director, at=AT, version=paper.version, sure=True)
    assert kept.verdict["poor"] is True


def test_who_heads_both_offices_does_not_agree_with_himself(world: World, paper: Paper) -> None:
    paper = signed(paper, world, "director")
    hand_over(world.posts["secretary"], world.officers["director"], day=DAY, by=None)
    with pytest.raises(Refused) as refused:
        sign(paper, by=world.officers["director"], at=AT, version=paper.version)
    assert refused.value.sentence == sentences.ONE_FOR_BOTH


def test_no_row_is_locked_while_the_timestamp_server_is_asked(
    world: World, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    depths = []

    def watched(*args: Any, **kwargs: Any) -> bytes:
        depths.append(len(connection.savepoint_ids))
        return sign_pdf(*args, **kwargs)

    before = len(connection.savepoint_ids)
    monkeypatch.setattr("angikar.papers.signatures.actions.sign_pdf", watched)
    signed(paper, world, "director")
    assert depths == [before]


def test_every_seal_the_house_had_is_known_again(world: World, paper: Paper) -> None:
    first = sealing()
    (keys.folder() / SEAL).unlink()
    assert sealing().certificate != first.certificate
    assert set(der([first.certificate, sealing().certificate])) <= set(trust_list().certificates())


@pytest.mark.parametrize("who", ["clerk", "stranger", "secretary", "north_head"])
def test_a_scan_is_taken_in_by_who_leads_the_office(world: World, paper: Paper, who: str) -> None:
    with pytest.raises(NotYours):
        keep_scan(paper, "s.pdf", b"x", Compared(90), by=world.officers[who], at=AT, version=paper.version)
