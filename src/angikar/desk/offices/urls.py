"""The addresses of the register of offices."""

from __future__ import annotations

from django.urls import path

from angikar.desk.offices import bodies, body, office, office_change, officer, officers, offices, post, post_change

urlpatterns = [
    path("offices/", offices.show, name="offices"),
    path("offices/<int:pk>/", office.show, name="office"),
    path("offices/<int:pk>/change/", office_change.change, name="change_office"),
    path("officers/", officers.show, name="officers"),
    path("officers/<int:pk>/", officer.show, name="officer"),
    path("offices/<int:pk>/below/", offices.branch, name="office_branch"),
    path("bodies/", bodies.show, name="bodies"),
    path("bodies/<int:pk>/", body.show, name="body"),
    path("bodies/<int:pk>/change/", body.change, name="change_body"),
    path("posts/<int:pk>/", post.show, name="post"),
    path("posts/<int:pk>/change/", post_change.change, name="change_post"),
    path("posts/<int:pk>/give/", post_change.give, name="give"),
    path("posts/<int:pk>/note/", post.note, name="note"),
    path("posts/<int:pk>/hand-over/", post.hand_over, name="hand_over"),
]
