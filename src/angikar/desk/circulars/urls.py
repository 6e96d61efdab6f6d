"""The addresses of circulars."""

from __future__ import annotations

from django.urls import path

from angikar.desk.circulars import (
    answers,
    calendar,
    circular,
    compliance,
    form_editor,
    formations,
    incident,
    incident_report,
    incidents,
    missing,
    schedule,
    spending,
    summary,
)

urlpatterns = [
    path("circulars/<int:pk>/", circular.show, name="circular"),
    path("circulars/<int:pk>/incidents/", incidents.show, name="incidents"),
    path("circulars/<int:pk>/incidents/tell/", incident_report.show, name="tell"),
    path("papers/<int:pk>/form/<int:directive>/", form_editor.show, name="form"),
    path("circulars/<int:pk>/spending/", spending.show, name="spending"),
    path("incidents/<int:pk>/", incident.show, name="incident"),
    path("incidents/<int:pk>/step/", incident.step, name="incident_step"),
    path("incidents/<int:pk>/files/<int:number>/", incident.file, name="incident_file"),
    path("circulars/<int:pk>/calendar/", calendar.show, name="calendar"),
    path("circulars/<int:pk>/bodies/", formations.show, name="formations"),
    path("papers/<int:pk>/schedule/<int:place>/", schedule.show, name="schedule"),
    path("circulars/<int:pk>/compliance/", compliance.show, name="compliance"),
    path("circulars/<int:pk>/compliance/answers/", answers.show, name="answers"),
    path("circulars/<int:pk>/compliance.<slug:form>", compliance.printed, name="compliance_file"),
    path("circulars/<int:pk>/missing/", missing.show, name="missing"),
    path("circulars/<int:pk>/missing/escalate/", missing.escalate, name="escalate"),
    path("circulars/<int:pk>/missing/excuse/", missing.excuse, name="excuse_missing"),
    path("circulars/<int:pk>/summary/", summary.show, name="summary"),
    path("circulars/<int:pk>/summary/make/", summary.make, name="make_summary"),
    path("circulars/<int:pk>/summary.<slug:form>", summary.print_out, name="summary_file"),
]
