"""The addresses of the first day."""

from __future__ import annotations

from django.urls import path

from angikar.desk.begin import begin, first_password, first_steps

urlpatterns = [
    path("begin/", begin.show, name="begin"),
    path("begin/steps/", first_steps.show, name="first_steps"),
    path("first-password/", first_password.show, name="first_password"),
]
