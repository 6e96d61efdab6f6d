"""Recovery codes on the pages of one's own account: shown in the answer that makes them, and never again."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from angikar.desk.base import officer, page, sentence, signed_in
from angikar.history.refusal import Refused
from angikar.offices.accounts.recovery.actions import renew_codes


class FirstStep(ActivateTOTPView):  # type: ignore[misc]  # allauth carries no types
    """Adding the telephone that makes the second step; the answer shows the codes for when it is lost."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Add it, and make the codes."""
        super().form_valid(form)
        return _shown_once(self.request)


@signed_in
@require_http_methods(["GET", "POST"])
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]
def renew(request: HttpRequest) -> HttpResponse:
    """Ask whether the codes are to be made once more, and make them."""
    return _shown_once(request) if request.method == "POST" else page(request, "account/codes", {"codes": ()})


def _shown_once(request: HttpRequest) -> HttpResponse:
    try:
        codes = renew_codes(officer(request))
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("mfa_index")
    return page(request, "account/codes", {"codes": codes})
