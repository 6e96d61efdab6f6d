"""The address of the search."""

from __future__ import annotations

from django.urls import path

from angikar.desk.search import search

urlpatterns = [path("search/", search.show, name="search")]
