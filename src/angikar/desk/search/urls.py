"""The addresses of the search."""

from __future__ import annotations

from django.urls import path

from angikar.desk.search import search

urlpatterns = [
    path("search/", search.show, name="search"),
    path("search/saved/", search.save, name="save_search"),
    path("search/saved/<int:pk>/", search.change_saved, name="saved_search"),
]
