"""The addresses of a plan through its year."""

from __future__ import annotations

from django.urls import path

from angikar.desk.plans import (
    assign,
    begin,
    below,
    block,
    cell,
    filing,
    grid,
    links,
    offer,
    outgoing,
    results,
    rows,
    verify,
    year,
    years,
)

urlpatterns = [
    path("plans/new/", begin.show, name="begin_plan"),
    path("plans/below/", below.show, name="drafts_below"),
    path("duties/<int:pk>/cell/", cell.show, name="cell"),
    path("grid/<int:pk>/", grid.show, name="grid"),
    path("grid/<int:pk>/<int:quarter>/", filing.show, name="filing"),
    path("grid/<int:pk>/<int:quarter>/file/", filing.file, name="file"),
    path("grid/<int:pk>/<int:quarter>/reopen/", filing.reopen, name="reopen"),
    path("grid/<int:pk>/<int:quarter>/verify/", verify.show, name="verify"),
    path("grid/<int:pk>/year/", year.show, name="year"),
    path("results/<int:pk>/", results.show, name="results"),
    path("results/<int:pk>/years/", years.show, name="years"),
    path("results/<int:pk>/make/", outgoing.make, name="make"),
    path("results/<int:pk>/<slug:what>.<slug:form>", outgoing.print_out, name="outgoing"),
    path("papers/<int:pk>/rows/", rows.show, name="change_rows"),
    path("papers/<int:pk>/assign/", assign.show, name="assign"),
    path("papers/<int:pk>/offer/", offer.show, name="template_offer"),
    path("papers/<int:pk>/block/", block.show, name="change_block"),
    path("papers/<int:pk>/links/", links.show, name="links"),
    path("papers/<int:pk>/counterpart/", links.counterpart, name="counterpart"),
]
