"""The addresses of the register of offices."""

from __future__ import annotations

from django.urls import path

from angikar.desk.offices import bodies, body, office, offices, post

urlpatterns = [
    path("offices/", offices.show, name="offices"),
    path("offices/<int:pk>/", office.show, name="office"),
    path("bodies/", bodies.show, name="bodies"),
    path("bodies/<int:pk>/", body.show, name="body"),
    path("bodies/<int:pk>/change/", body.change, name="change_body"),
    path("posts/<int:pk>/", post.show, name="post"),
    path("posts/<int:pk>/note/", post.note, name="note"),
    path("posts/<int:pk>/hand-over/", post.hand_over, name="hand_over"),
]
