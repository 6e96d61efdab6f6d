"""The addresses of the register of offices."""

from __future__ import annotations

from django.urls import path

from angikar.desk.offices import (
    approvals,
    bodies,
    body,
    lists,
    office,
    office_change,
    officer,
    officers,
    offices,
    places,
    post,
    post_change,
    preview,
)

urlpatterns = [
    path("approvals/", approvals.show, name="approvals"),
    path("approvals/<int:pk>/", approvals.answer, name="answer_approval"),
    path("offices/", offices.show, name="offices"),
    path("offices/<int:pk>/", office.show, name="office"),
    path("offices/<int:pk>/change/", office_change.change, name="change_office"),
    path("offices/add/", office_change.add, name="add_office"),
    path("officers/", officers.show, name="officers"),
    path("officers/<int:pk>/", officer.show, name="officer"),
    path("offices/lists/", lists.show, name="lists"),
    path("offices/lists/<int:pk>/", preview.show, name="list"),
    path("offices/lists/<int:pk>/counter.xlsx", preview.counter, name="list_counter"),
    path("offices/lists/<slug:what>.<slug:form>", lists.register, name="register_file"),
    path("offices/places/", places.show, name="places"),
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
