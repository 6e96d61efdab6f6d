"""What has ended stays ended, whatever the clock says later: codes, links and requests."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.history.replay.comparing import differences
from angikar.notices.tend import tend
from angikar.offices.accounts.actions import give_code, set_password
from angikar.offices.approvals.actions import confirm, settle_office
from angikar.offices.approvals.wishes import OfficeWish
from angikar.offices.models import Approval, ApprovalKind, PasswordLink
from angikar.papers.models import Outsider, Pass
from angikar.papers.receipts.access import opened
from angikar.papers.receipts.actions import address_outside, open_pass
from tests.pledge import issued
from tests.world import World

NOW, TODAY = timezone.now(), timezone.localdate()


def test_what_has_ended_opens_nothing_by_a_clock_that_is_set_back(world: World, pledge: None) -> None:
    director, secretary, clerk = (world.officers[who] for who in ("director", "secretary", "clerk"))
    paper = issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")
    address_outside(paper, by=director, name="অতিথি সংস্থা", reach="guest@example.org")
    token = open_pass(Outsider.objects.get(), now=NOW)
    code = give_code(clerk, now=NOW, by=director)
    asked = settle_office(OfficeWish(ApprovalKind.SHUT, world.offices["south"], TODAY), by=director, now=NOW)
    assert isinstance(asked, Approval)
    assert tend(NOW, TODAY)["ended"] == 0
    assert opened(token, NOW).paper_id == paper.pk
    later = NOW + timedelta(days=400)
    assert tend(later, TODAY)["ended"] == 3
    assert tend(later, TODAY)["ended"] == 0
    with pytest.raises(NotYours):
        opened(token, NOW)
    with pytest.raises(Refused, match="code"):
        set_password(code, "a long pass phrase", "a long pass phrase", now=NOW)
    with pytest.raises(Refused, match="answered"):
        confirm(asked, by=secretary, now=NOW)
    assert Entry.objects.filter(verb__in=("outsider.end_pass", "officer.end_code", "approval.expire")).count() == 3
    assert (Pass.objects.get().revoked_at, PasswordLink.objects.count()) == (Pass.objects.get().until, 0)
    assert list(differences()) == []


def test_a_code_that_was_replaced_is_gone_for_every_clock(world: World) -> None:
    director, clerk = world.officers["director"], world.officers["clerk"]
    first = give_code(clerk, now=NOW, by=director)
    give_code(clerk, now=NOW + timedelta(hours=1), by=director)
    with pytest.raises(Refused, match="code"):
        set_password(first, "a long pass phrase", "a long pass phrase", now=NOW - timedelta(hours=2))
