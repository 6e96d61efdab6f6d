"""The addresses of the guide."""

from __future__ import annotations

from django.urls import path

from angikar.desk.guide import guide, keys

urlpatterns = [
    path("guide/", guide.show, name="guide"),
    path("guide/keys/", keys.show, name="keys"),
    path("guide/<slug:name>/", guide.show, name="guide_page"),
]
