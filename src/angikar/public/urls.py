"""The addresses of the public pages."""

from __future__ import annotations

from django.urls import path, re_path

from angikar.public import leave, letter, plan, plans, verify

app_name = "public"
urlpatterns = [
    path("letter/<str:token>/", letter.show, name="letter"),
    path("letter/<str:token>/letter.pdf", letter.pdf, name="letter_pdf"),
    path("leave/<str:token>/", leave.show, name="leave"),
    path("verify/", verify.show, name="verify"),
    path("public/", plans.show, name="plans"),
    re_path(r"^public/plans\.(?P<form>json|csv)$", plans.data, name="plans_data"),
    path("public/plans/<int:pk>/", plan.show, name="plan"),
    path("public/plans/<int:pk>/results/", plan.results, name="results"),
    re_path(r"^public/plans/(?P<pk>[0-9]{1,15})\.(?P<form>json|csv)$", plan.data, name="plan_data"),
]
