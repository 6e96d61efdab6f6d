"""The addresses of the officers' screens."""

from __future__ import annotations

from django.urls import path

from angikar.desk import door, today

app_name = "desk"
urlpatterns = [
    path("", today.show, name="today"),
    path("language/", door.language, name="language"),
    path("sign-out/", door.sign_out, name="sign_out"),
]
