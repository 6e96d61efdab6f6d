"""The addresses of writing and sending letters."""

from __future__ import annotations

from django.urls import path

from angikar.desk.letters import addressing, dispatch, letter, meaning, write

urlpatterns = [
    path("papers/<int:pk>/arrange/", letter.arrange, name="arrange"),
    path("papers/<int:pk>/meaning/", meaning.show, name="meaning"),
    path("papers/<int:pk>/pass/", letter.pass_on, name="pass_on"),
    path("papers/<int:pk>/file/", letter.file_letter, name="keep_in"),
    path("papers/<int:pk>/mean/", addressing.mean, name="mean"),
    path("papers/<int:pk>/means/", addressing.mean_all, name="mean_all"),
    path("papers/<int:pk>/enclosures/<int:index>/", letter.enclosure, name="enclosure"),
    path("letters/new/", write.show, name="write_letter"),
    path("dispatch/", dispatch.show, name="dispatch"),
    path("dispatch/register.pdf", dispatch.print_out, name="dispatch_print"),
]
