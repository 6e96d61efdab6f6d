"""The addresses of papers, from intake to print."""

from __future__ import annotations

from django.urls import path

from angikar.desk.papers import (
    cell,
    comments,
    difference,
    doubts,
    intake,
    issue,
    paper,
    papers,
    printing,
    receipts,
    review,
    signing,
    together,
    transitions,
)

urlpatterns = [
    path("intake/", intake.show, name="intake"),
    path("intake/<int:pk>/", review.show, name="review"),
    path("intake/<int:pk>/again/", review.read_as, name="read_again"),
    path("intake/<int:pk>/page/<int:number>.png", review.picture, name="picture"),
    path("papers/", papers.show, name="papers"),
    path("papers/<int:pk>/", paper.show, name="paper"),
    path("papers/<int:pk>/comments/", comments.begin, name="comment"),
    path("papers/<int:pk>/comments/<int:number>/", comments.change, name="change_comment"),
    path("papers/<int:pk>/ask/", comments.ask, name="ask_body"),
    path("papers/<int:pk>/cell/", cell.show, name="cell_of_paper"),
    path("papers/<int:pk>/doubts/of/<slug:cause>/", together.show, name="settle_together"),
    path("papers/<int:pk>/doubts/<slug:key>/", doubts.settle, name="settle"),
    path("papers/<int:pk>/doubts/", doubts.settle_infos, name="keep_all"),
    path("papers/<int:pk>/move/", transitions.move, name="move"),
    path("papers/<int:pk>/discard/", transitions.discard, name="discard"),
    path("papers/<int:pk>/readdress/", transitions.readdress, name="readdress"),
    path("papers/<int:pk>/supersede/", transitions.supersede, name="supersede"),
    path("papers/<int:pk>/difference/", difference.show, name="difference"),
    path("papers/<int:pk>/agree/", difference.agree, name="agree"),
    path("papers/<int:pk>/issue/", issue.show, name="issue"),
    path("papers/<int:pk>/signing/", signing.show, name="signing"),
    path("papers/<int:pk>/signing/file.pdf", signing.file_to_sign, name="file_to_sign"),
    path("papers/<int:pk>/signing/<int:number>/", signing.file, name="signed_file"),
    path("papers/<int:pk>/days/", issue.days, name="days"),
    path("papers/<int:pk>/print.<slug:form>", printing.show, name="print"),
    path("papers/<int:pk>/source/", printing.source, name="source"),
    path("papers/<int:pk>/receipts/", receipts.show, name="receipts"),
    path("papers/<int:pk>/receipts/change/", receipts.change, name="change_receipts"),
    path("papers/<int:pk>/receipts.<slug:form>", receipts.print_out, name="print_receipts"),
    path("outsiders/<int:pk>/", receipts.outsider, name="outsider"),
]
