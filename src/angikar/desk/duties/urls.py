"""The addresses of a duty and what answers it."""

from __future__ import annotations

from django.urls import path

from angikar.desk.duties import answer, counted, duty, proofs, review, several, today

urlpatterns = [
    path("", today.show, name="today"),
    path("duties/accept/", several.accept, name="accept_several"),
    path("duties/acknowledge/", several.acknowledge, name="acknowledge_several"),
    path("duties/<int:pk>/", duty.show, name="duty"),
    path("duties/<int:pk>/mark/", duty.mark, name="mark"),
    path("duties/<int:pk>/report/", answer.report, name="report"),
    path("duties/<int:pk>/acknowledge/", answer.acknowledge, name="acknowledge"),
    path("duties/<int:pk>/verdict/", review.review, name="verdict"),
    path("duties/<int:pk>/excuse/", review.excuse, name="excuse"),
    path("duties/<int:pk>/proofs/<int:evidence>/", proofs.show, name="proof"),
    path("duties/<int:pk>/counted/", counted.show, name="counted"),
    path("duties/<int:pk>/dated/", proofs.dated, name="dated"),
]
