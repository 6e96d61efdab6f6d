"""The addresses of meetings and their decisions."""

from __future__ import annotations

from django.urls import path

from angikar.desk.meetings import (
    agenda,
    convene,
    decision,
    decisions,
    idea,
    ideas,
    meeting,
    meetings,
    minutes,
    monthly,
    series,
    sitting,
    sitting_row,
)

urlpatterns = [
    path("meetings/<int:pk>/", meeting.show, name="meeting"),
    path("sittings/<int:pk>/", sitting.show, name="sitting"),
    path("sittings/<int:pk>/rows/", sitting.rows, name="sitting_rows"),
    path("sittings/<int:pk>/change/", sitting.change, name="change_sitting"),
    path("sittings/<int:pk>/write/", sitting_row.write, name="write"),
    path("sittings/<int:pk>/minutes/", minutes.show, name="minutes"),
    path("sittings/<int:pk>/minutes/change/", minutes.change, name="change_minutes"),
    path("meetings/", meetings.show, name="meetings"),
    path("bodies/<int:pk>/meetings/", series.show, name="series"),
    path("bodies/<int:pk>/meetings/change/", series.change, name="change_series"),
    path("agenda/<int:pk>/", agenda.show, name="agenda"),
    path("agenda/<int:pk>/change/", agenda.change, name="change_agenda"),
    path("agenda/<int:pk>/notice/", convene.show, name="convene"),
    path("agenda/<int:pk>/meeting.ics", agenda.appointment, name="appointment"),
    path("ideas/", ideas.show, name="ideas"),
    path("ideas/<int:pk>/", idea.show, name="idea"),
    path("ideas/<int:pk>/change/", idea.change, name="change_idea"),
    path("decisions/", decisions.show, name="decisions"),
    path("decisions/action-taken.<slug:form>", decisions.print_out, name="action_taken"),
    path("decisions/monthly/", monthly.show, name="monthly"),
    path("decisions/<int:pk>/", decision.show, name="decision"),
    path("decisions/<int:pk>/change/", decision.change, name="change_decision"),
]
