"""Addresses that open only where something is so before: what that is, what is sent then, and what has come of it. What opens nowhere is tried
likewise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from django.utils import timezone

from angikar.duties.models import Incident, Reopening
from angikar.offices.models import ApiToken, RegisterImport
from tests.access.arranging import (
    NEW,
    OLD,
    PUT_AWAY,
    RENEWED,
    TOKENS,
    Given,
    at_the_second_step,
    back_from_the_provider,
    branch,
    by_head,
    chosen_places,
    closed_quarter,
    doubts_together,
    dropped_print,
    first_telephone,
    forgotten,
    has_codes,
    has_new_password,
    has_telephone,
    keeper_s_code,
    letter_of_reset,
    list_as_file,
    moved_day,
    of_clerk,
    pending_address,
    proving_by_telephone,
    published,
    signed_in_twice,
    stranger_of_the_provider,
    the_clerk,
    to_the_provider,
    visitor,
    without_intruder,
    without_password,
)
from tests.access.house import House
from tests.desk.samples import REPORTED


@dataclass(frozen=True)
class Opening:
    """Who comes, where to and with what, after `before` has made what is needed; how he is answered, and what must be so then."""

    before: Callable[[House], tuple[Client, str, Given]]
    answer: int = 302
    leads: str = ""
    after: Callable[[House], bool] = field(default=lambda house: True)


OPENINGS: dict[tuple[str, str], Opening] = {
    ("desk:first_password", "post"): Opening(keeper_s_code, leads="/account/login/", after=has_new_password),
    ("desk:renew_codes", "get"): Opening(of_clerk(RENEWED, proved=True), 200),
    ("desk:renew_codes", "post"): Opening(of_clerk(RENEWED, telephone=True, proved=True), 200, after=has_codes),
    ("desk:tokens", "get"): Opening(of_clerk(TOKENS, proved=True), 200),
    ("desk:tokens", "post"): Opening(
        of_clerk(TOKENS, proved=True, name="ছক", scope="read", until=timezone.localdate().isoformat()),
        200,
        after=lambda house: ApiToken.objects.filter(name="ছক").exists(),
    ),
    ("desk:reopen", "post"): Opening(closed_quarter, after=lambda house: Reopening.objects.exists()),
    ("desk:lists", "post"): Opening(
        by_head("lists", list_as_file), leads="/offices/lists/", after=lambda house: RegisterImport.objects.count() == 2
    ),
    ("desk:places", "post"): Opening(
        by_head("places", chosen_places),
        leads="/offices/lists/",
        after=lambda house: RegisterImport.objects.count() == 2,
    ),
    ("desk:settle_together", "post"): Opening(doubts_together),
    ("desk:tell", "post"): Opening(
        by_head("tell", lambda house: {**REPORTED, "token": "another"}),
        after=lambda house: Incident.objects.count() == 2,
    ),
    ("desk:calendar", "post"): Opening(by_head("calendar", moved_day)),
    ("public:plan", "get"): Opening(published("/public/plans/{}/"), 200),
    ("public:results", "get"): Opening(published("/public/plans/{}/results/"), 200),
    ("public:plan_data", "get"): Opening(published("/public/plans/{}.json"), 200),
    ("account_login", "post"): Opening(visitor("/account/login/", login="clerk", password=OLD), leads="/"),
    ("account_logout", "post"): Opening(of_clerk("/account/logout/"), leads="/"),
    ("account_reauthenticate", "post"): Opening(
        of_clerk("/account/reauthenticate/", password=OLD, next="/papers/"), leads="/papers/"
    ),
    ("account_confirm_email", "post"): Opening(
        pending_address, after=lambda house: EmailAddress.objects.get(email="clerk@example.org").verified
    ),
    ("account_change_password", "post"): Opening(
        of_clerk("/account/password/change/", oldpassword=OLD, password1=NEW, password2=NEW), after=has_new_password
    ),
    ("account_set_password", "get"): Opening(without_password, 200),
    ("account_set_password", "post"): Opening(without_password, after=has_new_password),
    ("account_reset_password", "post"): Opening(
        forgotten, leads="/account/password/reset/done/", after=lambda house: "clerk" in mail.outbox[-1].body
    ),
    ("account_reset_password_from_key", "post"): Opening(letter_of_reset, after=has_new_password),
    ("mfa_authenticate", "get"): Opening(at_the_second_step, 200),
    ("mfa_authenticate", "post"): Opening(at_the_second_step, leads="/"),
    ("mfa_reauthenticate", "get"): Opening(proving_by_telephone, 200),
    ("mfa_reauthenticate", "post"): Opening(proving_by_telephone),
    ("mfa_activate_totp", "get"): Opening(first_telephone, 200),
    ("mfa_activate_totp", "post"): Opening(first_telephone, 200, after=has_telephone),
    ("mfa_deactivate_totp", "get"): Opening(of_clerk(PUT_AWAY, telephone=True, proved=True), 200),
    ("mfa_deactivate_totp", "post"): Opening(
        of_clerk(PUT_AWAY, telephone=True, proved=True), after=lambda house: not has_telephone(house)
    ),
    ("usersessions_list", "post"): Opening(
        signed_in_twice, after=lambda house: UserSession.objects.filter(user=the_clerk(house)).count() == 1
    ),
    ("desk:office_branch", "get"): Opening(branch, 200),
    ("openid_connect_login", "get"): Opening(to_the_provider, 200),
    ("public:verify", "post"): Opening(dropped_print, 200),
    ("openid_connect_login", "post"): Opening(to_the_provider, leads="http://localhost:"),
    ("openid_connect_callback", "get"): Opening(back_from_the_provider, leads="/offices/"),
    ("openid_connect_callback", "post"): Opening(back_from_the_provider, leads="/offices/"),
}
"""By name and method."""

TRIED: dict[tuple[str, str], Opening] = {
    ("account_signup", "post"): Opening(
        visitor("/account/signup/", username="intruder", password1=NEW), 200, after=without_intruder
    ),
    ("socialaccount_signup", "get"): Opening(stranger_of_the_provider, 200, after=without_intruder),
    ("socialaccount_signup", "post"): Opening(stranger_of_the_provider, 200, after=without_intruder),
    ("account_confirm_login_code", "get"): Opening(visitor("/account/login/code/confirm/"), leads="/account/login/"),
    ("account_confirm_login_code", "post"): Opening(
        visitor("/account/login/code/confirm/", code="123456"), leads="/account/login/"
    ),
    ("account_email", "get"): Opening(of_clerk("/account/email/"), leads="/officers/"),
    ("desk:email", "get"): Opening(of_clerk("/account/email/"), leads="/officers/"),
}
"""What opens nowhere (`reasons.SHUT`), with all that would be needed."""
