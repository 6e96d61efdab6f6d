"""The root of all addresses."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("angikar.public.urls")),
    path("", include("angikar.desk.urls")),
    path("account/", include("allauth.urls")),
]

handler400 = "angikar.site.refusals.refused"
