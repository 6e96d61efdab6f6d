"""Incidents: reported at once to the offices above, never changed, followed up step by step, closed by the office that issued the circular."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import DatabaseError, transaction

from angikar.duties.actions import EvidenceFile, accept, report
from angikar.duties.incidents.access import circular_to_report, incidents_for
from angikar.duties.incidents.actions import add_step, assign, close, reopen, report_incident
from angikar.duties.incidents.queries import by_district
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Incident, IncidentStep, StepKind
from angikar.duties.spending import watched
from angikar.history import triggers
from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.history.replay.comparing import differences
from angikar.notices.alarms import escalate
from angikar.notices.models import Notice
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.forms.form import Field, Form
from angikar.rules.forms.spending import Limit
from angikar.standings.circulars.queries import differing
from tests.desk.samples import circular
from tests.history.replay.altering import altered_columns
from tests.world import World

DAY = date(2022, 10, 13)
NOW = datetime(2022, 10, 16, 9, 30, tzinfo=UTC)
FIELDS = {"day": "2022-10-16", "clock": "14:30", "against": "একজন প্রার্থী", "what": "মিছিল"}


@pytest.fixture
def paper(world: World) -> Paper:
    """A circular of the department to its districts, whose late reports are announced after two hours and after a day."""
    form = Form(
        fields=(Field(name="spent", label="ব্যয়", kind="spending", limits=(Limit(subject="সদস্য", most="100000"),)),)
    )
    drafted = circular(world, anchor="2022-10-27")
    drafted.content["escalation"] = [{"after": 2, "to": "superior"}, {"after": 30, "to": "মহাপরিচালক"}]
    drafted.content["directives"][0]["form"] = form.model_dump(mode="json")
    drafted.save()
    return issue(drafted, by=world.officers["director"], day=DAY)


def _made_report(world: World, paper: Paper, who: str = "north_head", token: str = "one", **more: str) -> Incident:
    return report_incident(paper, by=world.officers[who], fields={**FIELDS, **more}, now=NOW, token=token)


def test_everybody_above_is_alarmed_at_once(world: World, paper: Paper) -> None:
    incident = _made_report(world, paper)
    made = Notice.objects.filter(kind="alarm").values_list("post", "page")
    assert set(made) == {(world.posts[short].pk, f"/incidents/{incident.pk}/") for short in ("director", "focal")}


def test_the_same_sending_twice_is_one_incident(world: World, paper: Paper) -> None:
    assert _made_report(world, paper).pk == _made_report(world, paper).pk
    assert Notice.objects.filter(kind="alarm").count() == 2
    assert Entry.objects.filter(verb="incident.tell").count() == 1


def test_other_words_under_the_name_of_one_sending_are_not_swallowed(world: World, paper: Paper) -> None:
    _made_report(world, paper)
    with pytest.raises(Refused, match="if this is another incident"):
        _made_report(world, paper, what="গাড়িবহর")
    assert Incident.objects.count() == 1


def test_several_incidents_may_be_reported_under_one_circular(world: World, paper: Paper) -> None:
    made = [
        _made_report(world, paper, "north_head"),
        _made_report(world, paper, "north_head", "two"),
        _made_report(world, paper, "south_head"),
    ]
    assert {name: len(found) for name, found in by_district(made).items()} == {
        "জেলা নক্ষত্র কার্যালয়, উত্তরপুর": 2,
        "জেলা নক্ষত্র কার্যালয়, দক্ষিণপুর": 1,
    }


def test_who_the_circular_does_not_ask_cannot_report_an_incident(world: World, paper: Paper) -> None:
    for short in ("upazila1_head", "secretary", "stranger"):
        with pytest.raises(NotYours):
            circular_to_report(world.officers[short], paper.pk, DAY)
        with pytest.raises(NotYours):
            _made_report(world, paper, short)


def test_an_office_sees_its_own_and_those_below_and_the_issuer_all(world: World, paper: Paper) -> None:
    _made_report(world, paper)
    seen = {short: incidents_for(world.officers[short], paper).count() for short in world.officers}
    assert {short for short, count in seen.items() if count} == {
        "secretary", "ministry_focal", "director", "focal", "clerk", "north_head",
    }  # fmt: skip


def test_what_was_reported_is_never_changed(world: World, paper: Paper) -> None:
    incident = _made_report(world, paper)
    step = add_step(incident, by=world.officers["north_head"], kind=StepKind.CORRECTION, words="দুপুর দুইটায়", now=NOW)
    for row, field in ((incident, "fields"), (step, "words")):
        setattr(row, field, {"what": "কিছু না"} if field == "fields" else "কিছু না")
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Incident.objects.all().delete()


def test_it_is_followed_up_until_who_looks_it_over_closes_it(world: World, paper: Paper) -> None:
    incident, director = _made_report(world, paper), world.officers["director"]
    add_step(incident, by=world.officers["north_head"], kind=StepKind.DONE, words="থামানো হয়েছে", now=NOW)
    with pytest.raises(NotYours):
        close(incident, by=world.officers["north_head"], words="শেষ", now=NOW)
    with pytest.raises(Refused):
        close(incident, by=director, words=" ", now=NOW)
    closed = close(incident, by=director, words="জরিমানা হয়েছে", now=NOW + timedelta(hours=5))
    assert closed.age(NOW + timedelta(days=9)) == timedelta(hours=5)
    with pytest.raises(Refused):
        add_step(incident, by=director, kind=StepKind.DONE, words="আরও", now=NOW)
    assert reopen(incident, by=director, words="আবার হয়েছে", now=NOW).closed_at is None
    kinds = list(IncidentStep.objects.values_list("kind", flat=True))
    assert kinds == ["done", "closed", "reopened"]


def test_what_is_written_past_the_actions_is_found(world: World, paper: Paper) -> None:
    incident = _made_report(world, paper)
    add_step(incident, by=world.officers["north_head"], kind=StepKind.DONE, words="থামানো হয়েছে", now=NOW)
    triggers.remove_all()
    models, missed = altered_columns()
    assert (models >= {"duties.Incident", "duties.IncidentStep"}, missed) == (True, [])
    assert list(differences()) == []
    Incident.objects.update(closed_at=NOW)
    IncidentStep.objects.all().delete()
    triggers.install_all()
    assert [(each.table, each.column) for each in differences()] == [
        ("duties.Incident", ""),
        ("duties.Incident", "steps"),
    ]


def test_a_post_may_be_given_what_is_to_be_done(world: World, paper: Paper) -> None:
    incident, director = _made_report(world, paper), world.officers["director"]
    due = date(2022, 10, 18)
    duty = assign(incident, by=director, to="সহকারী পরিচালক (প্রশাসন)", words="তদন্ত করুন", due=due, now=NOW)
    assert (duty.post, duty.owed_to, duty.due) == (world.posts["clerk"], world.offices["department"], due)
    for to, day in (("অচেনা পদ", due), ("সহকারী পরিচালক (প্রশাসন)", date(2022, 10, 15))):
        with pytest.raises(Refused):
            assign(incident, by=director, to=to, words="তদন্ত করুন", due=day, now=NOW)
    assert Duty.objects.filter(key__startswith=f"incident:{incident.pk}").count() == 1
    assert differing(paper.pk) == 0, "it is counted with the circular"


def test_a_picture_comes_with_it(world: World, paper: Paper) -> None:
    picture = [EvidenceFile("মিছিল.jpg", b"\xff\xd8 picture")]
    incident = report_incident(
        paper, by=world.officers["north_head"], fields=FIELDS, now=NOW, token="one", files=picture
    )  # fmt: skip
    assert incident.files.get().name == "মিছিল.jpg"


def test_late_reports_are_announced_once_after_the_hours_of_the_circular(world: World, paper: Paper) -> None:
    def at(day: int, hour: int) -> int:
        return escalate(datetime(2022, 10, day, hour, tzinfo=UTC) - timedelta(hours=6))

    def made(short: str) -> int:
        return Notice.objects.filter(kind="escalation", post=world.posts[short], key__startswith="late:").count()

    Duty.objects.filter(paper=paper, post=world.posts["north_head"], due=date(2022, 10, 20)).update(due_at=time(11))
    assert (at(20, 12), made("director")) == (0, 0), "an hour late"
    assert (at(20, 13), made("director")) == (1, 1), "two hours late, by the clock of the duty"
    assert at(20, 14) == 0
    assert at(21, 2) > 0, "the others had the whole day"
    assert (
        made("director")
        == Duty.objects.filter(paper=paper, due=date(2022, 10, 20)).exclude(post=world.posts["focal"]).count()
    )


def test_spending_is_watched_with_the_reports_behind_it(world: World, paper: Paper) -> None:
    made = {}
    for short, amount in (("north_head", "85000"), ("south_head", "100001")):
        duty = Duty.objects.get(paper=paper, post=world.posts[short], due=date(2022, 10, 20))
        rows = [{"who": "ক খ", "limit": "সদস্য", "amount": amount}]
        made[short] = report(
            duty, by=world.officers[short], answer=Answer(fields={"spent": rows}), today=date(2022, 10, 20)
        )
    accept(made["north_head"], by=world.officers["director"], today=date(2022, 10, 21))
    found = watched(paper, world.officers["director"]).spenders
    assert [(each.reach, each.percent, int(each.claimed), int(each.accepted)) for each in found] == [
        ("over", 100, 100_001, 0),
        ("near", 85, 85_000, 85_000),
    ]
    assert [spent.report for spent in found[1].behind] == [made["north_head"].duty_id]
    assert {each.place for each in watched(paper, world.officers["north_head"]).spenders} >= {found[1].place}
