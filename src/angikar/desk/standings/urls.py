"""The addresses of standings across offices."""

from __future__ import annotations

from django.urls import path

from angikar.desk.standings import standing, standings

urlpatterns = [
    path("standings/", standings.show, name="standings"),
    path("standings/standings.xlsx", standings.workbook, name="standings_workbook"),
    path("standings/keep/", standings.store, name="keep_ranks"),
    path("standings/offices/<int:pk>/", standing.show, name="standing"),
]
