"""The root of all addresses."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("angikar.public.urls")),
    path("", include("angikar.desk.urls")),
]

handler400 = "angikar.site.refusals.refused"
