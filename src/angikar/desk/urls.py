"""The addresses of the officers' screens: one list per folder, those that are asked most often first."""

from __future__ import annotations

from django.urls import include, path

from angikar.desk import jobs, notices, session, system

app_name = "desk"
urlpatterns = [
    path("", include("angikar.desk.duties.urls")),
    path("", include("angikar.desk.plans.urls")),
    path("", include("angikar.desk.papers.urls")),
    path("", include("angikar.desk.meetings.urls")),
    path("", include("angikar.desk.letters.urls")),
    path("", include("angikar.desk.circulars.urls")),
    path("", include("angikar.desk.standings.urls")),
    path("", include("angikar.desk.search.urls")),
    path("", include("angikar.desk.offices.urls")),
    path("", include("angikar.desk.begin.urls")),
    path("", include("angikar.desk.account.urls")),
    path("", include("angikar.desk.guide.urls")),
    path("notices/", notices.show, name="notices"),
    path("notices/subscribe/", notices.subscribe, name="subscribe"),
    path("calendar/<str:token>.ics", notices.feed, name="feed"),
    path("jobs/", jobs.show, name="jobs"),
    path("jobs/<int:pk>/", jobs.row, name="job"),
    path("jobs/<int:pk>/file/", jobs.file, name="job_file"),
    path("jobs/<int:pk>/cancel/", jobs.cancel, name="cancel_job"),
    path("system/", system.show, name="system"),
    path("system/send-again/", system.send_again, name="send_again"),
    path("language/", session.language, name="language"),
    path("stay/", session.stay, name="stay"),
    path("sign-out/", session.sign_out, name="sign_out"),
]
