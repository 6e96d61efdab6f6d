"""The system: how the machine is, what could not be delivered and why; for who looks after it."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, number, officer, page, signed_in
from angikar.history.chain.anchors import last_day
from angikar.notices import access, actions
from angikar.notices.channels import is_open
from angikar.notices.health import HealthCheck, checks
from angikar.notices.kept import kept
from angikar.notices.models import Channel
from angikar.offices.keyset import Keyset

_ON_A_PAGE = 50
_ORDER = Keyset("undelivered", "-pk")
_MOMENTS = ("last", "oldest", "verified")


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The checks, and the letters that did not leave."""
    context = {
        "checks": [_shown(check) for check in checks(timezone.now())],
        "undelivered": _ORDER.page(access.undelivered(officer(request)), request.GET.get("page", ""), _ON_A_PAGE),
        "channels": {channel: is_open(channel) for channel in Channel.values},
        "version": version("angikar"),
        "looked_over": _looked_over(),
        "anchor": last_day(),
    }
    return page(request, "system", context)


def _looked_over() -> dict[str, object]:
    """When the doctor last looked over everything, and what it found in the language of the page."""
    at, said = kept("last-doctor")
    found = said.get("found")
    language = 1 if get_language() == "bn" else 2
    rows = (
        [each[language] for each in found if isinstance(each, list) and len(each) == 3]
        if isinstance(found, list)
        else []
    )
    return {"at": timezone.localtime(at) if at else None, "found": rows}


def _shown(check: HealthCheck) -> dict[str, object]:
    """A check with its moments as moments."""
    facts = {
        name: timezone.localtime(datetime.fromisoformat(str(value))) if name in _MOMENTS and value else value
        for name, value in check.facts.items()
    }
    return {"name": check.name, "state": check.state, "facts": facts}


@signed_in
@require_POST
def send_again(request: HttpRequest) -> HttpResponse:
    """Let what did not leave be tried at once: one delivery, or all of them."""
    wanted = access.undelivered(officer(request))
    one = number(request.POST, "delivery")
    chosen = list(wanted.filter(pk=one) if one else wanted)
    attempt(request, lambda: actions.send_again(chosen, by=officer(request)), _("আবার পাঠানোর তালিকায় রাখা হয়েছে।"))
    return redirect("desk:system")
