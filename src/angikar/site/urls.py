"""The root of all addresses."""

from __future__ import annotations

from django.urls import include, path

from angikar.desk.account import account
from angikar.desk.account.codes import FirstStep
from angikar.site import watching

urlpatterns = [
    path("healthz", watching.healthz, name="healthz"),
    path("metrics", watching.metrics, name="metrics"),
    path("api/v1/", include("angikar.api.urls")),
    path("", include("angikar.public.urls")),
    path("", include("angikar.desk.urls")),
    path("account/2fa/totp/activate/", FirstStep.as_view(), name="mfa_activate_totp"),
    path("account/3rdparty/", account.identity, name="socialaccount_connections"),
    path("account/", include("allauth.urls")),
]

handler400 = "angikar.site.refusals.refused"
handler404 = "angikar.site.refusals.missing"
handler500 = "angikar.site.refusals.broken"
