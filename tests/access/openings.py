"""Addresses that open only where something is so before: what that is, what is sent then, and what has come of it. What opens nowhere is tried
likewise.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from importlib.resources import files

import httpx
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from angikar.duties.cycle.year.actions import evaluate, publish_evaluation
from angikar.duties.models import Incident, Reopening
from angikar.offices.accounts.actions import give_code
from angikar.offices.models import Officer, RegisterImport
from angikar.papers.actions import take_in
from angikar.papers.models import Paper
from tests.access.house import House
from tests.access.people import Role, signed_in
from tests.access.sheets import sheets
from tests.closing import close_year
from tests.desk.samples import REPORTED

OLD, NEW = "a pass phrase", "river stone morning"
_SECRET = "A" * 32
Given = Mapping[str, object]


@dataclass(frozen=True)
class Opening:
    """Who comes, where to and with what, after `before` has made what is needed; how he is answered, and what must be so then."""

    before: Callable[[House], tuple[Client, str, Given]]
    answer: int = 302
    leads: str = ""
    after: Callable[[House], bool] = field(default=lambda house: True)


def _clerk(house: House) -> Officer:
    return Officer.objects.get(pk=house.world.officers["clerk"].pk)


def _has_new_password(house: House) -> bool:
    return _clerk(house).check_password(NEW)


def _has_telephone(house: House) -> bool:
    return Authenticator.objects.filter(user=_clerk(house), type=Authenticator.Type.TOTP).exists()


def _has_codes(house: House) -> bool:
    return Authenticator.objects.filter(user=_clerk(house), type=Authenticator.Type.RECOVERY_CODES).exists()


def _typed_code() -> str:
    """What the telephone shows now."""
    return format_hotp_value(hotp_value(_SECRET, int(time.time()) // 30))


def _visitor(path: str, **given: object) -> Callable[[House], tuple[Client, str, Given]]:
    return lambda house: (Client(), path, given)


def _of_clerk(
    path: str, *, telephone: bool = False, proved: bool = False, **given: object
) -> Callable[[House], tuple[Client, str, Given]]:
    """The clerk signed in, with a telephone for the second step, and having proved himself once more."""

    def before(house: House) -> tuple[Client, str, Given]:
        clerk = _clerk(house)
        if telephone:
            TOTP.activate(clerk, _SECRET)
        client = signed_in(clerk)
        if proved:
            client.get(path)
            sent = {"code": _typed_code()} if telephone else {"password": OLD}
            client.post("/account/2fa/reauthenticate/" if telephone else "/account/reauthenticate/", sent)
        return client, path, given

    return before


def _at_the_second_step(house: House) -> tuple[Client, str, Given]:
    client = Client()
    TOTP.activate(_clerk(house), _SECRET)
    client.post("/account/login/", {"login": "clerk", "password": OLD})
    return client, "/account/2fa/authenticate/", {"code": _typed_code()}


def _proving_by_telephone(house: House) -> tuple[Client, str, Given]:
    client, _, _ = _of_clerk("/", telephone=True)(house)
    return client, "/account/2fa/reauthenticate/", {"code": _typed_code()}


def _first_telephone(house: House) -> tuple[Client, str, Given]:
    client, path, _ = _of_clerk("/account/2fa/totp/activate/", proved=True)(house)
    client.get(path)
    session = client.session
    session["mfa.totp.secret"] = _SECRET
    session.save()
    return client, path, {"code": _typed_code()}


def _pending_address(house: House) -> tuple[Client, str, Given]:
    address = EmailAddress.objects.create(user=_clerk(house), email="clerk@example.org", verified=False)
    return Client(), f"/account/confirm-email/{EmailConfirmationHMAC(address).key}/", {}


def _without_password(house: House) -> tuple[Client, str, Given]:
    clerk = _clerk(house)
    clerk.set_unusable_password()
    clerk.save()
    return signed_in(clerk), "/account/password/set/", {"password1": NEW, "password2": NEW}


def _forgotten(house: House) -> tuple[Client, str, Given]:
    Officer.objects.filter(pk=_clerk(house).pk).update(email="clerk@example.org")
    return Client(), "/account/password/reset/", {"email": "clerk@example.org"}


def _letter_of_reset(house: House) -> tuple[Client, str, Given]:
    clerk, client = _clerk(house), Client()
    there = f"/account/password/reset/key/{user_pk_to_url_str(clerk)}-{default_token_generator.make_token(clerk)}/"
    return client, client.get(there)["Location"], {"password1": NEW, "password2": NEW}


def _signed_in_twice(house: House) -> tuple[Client, str, Given]:
    client = Client()
    client.post("/account/login/", {"login": "clerk", "password": OLD})
    Client().post("/account/login/", {"login": "clerk", "password": OLD})
    return client, "/account/sessions/", {}


def _published(address: str) -> Callable[[House], tuple[Client, str, Given]]:
    """The agreement of the department after its year was evaluated and made public."""

    def before(house: House) -> tuple[Client, str, Given]:
        paper, day = Paper.objects.get(pk=house.scene["agreement"]), timezone.localdate()
        secretary = house.world.officers["secretary"]
        close_year(house.world, paper, day)
        evaluate(paper, by=secretary, words="সন্তোষজনক", today=day)
        publish_evaluation(paper.evaluations.get(), by=secretary, today=day)
        return Client(), address.format(paper.pk), {}

    return before


def _keeper_s_code(house: House) -> tuple[Client, str, Given]:
    code = give_code(_clerk(house), now=timezone.now(), by=house.world.officers["director"])
    return Client(), "/first-password/", {"code": code, "password": NEW, "again": NEW}


def _by_head(name: str, given: Callable[[House], Given]) -> Callable[[House], tuple[Client, str, Given]]:
    return lambda house: (house.clients[Role.HEAD], house.path(f"desk:{name}"), given(house))


def _list(house: House) -> Given:
    text = f"নাম,ঊর্ধ্বতন দপ্তর\nউপজেলা ধ্রুবতারা কার্যালয়,{house.world.offices['department'].name}\n"
    return {"files": SimpleUploadedFile("list.csv", text.encode()), "day": "১.৮.২০২২"}


def _places(house: House) -> Given:
    names = {"name-district": "জেলা তারা কার্যালয়, {place}", "head-district": "জেলা তারা অফিসার"}
    above = {"above": house.world.offices["department"].name, "memo_head": "০৫.৪৭"}
    return {"place": "5549", "level": ["district"], **above, **names}


def _doubts_together(house: House) -> tuple[Client, str, Given]:
    """The head at the doubts of one cause in a badly read plan, all of them ticked, with a reason for what stays."""
    client, world = house.clients[Role.HEAD], house.world
    plan = files("angikar.cli.demo").joinpath("samples", "broken-plan.txt").read_bytes()
    taken = take_in(world.officers["director"], "plan.txt", plan, office=world.offices["department"])
    path = f"/papers/{taken.pk}/doubts/of/figures/"
    sheet = next(each for each in sheets(client.get(path).content.decode(), path) if "key" in each.fields)
    return client, path, {**sheet.fields, "words": "মূল কাগজে এমনই ছাপা"}


def _branch(house: House) -> tuple[Client, str, Given]:
    client = signed_in(house.world.officers["director"])
    client.defaults["HTTP_HX_REQUEST"] = "true"
    return client, house.path("desk:office_branch"), {}


def _to_the_provider(house: House) -> tuple[Client, str, Given]:
    return Client(), "/account/oidc/office/login/", {}


def _back_from_the_provider(house: House) -> tuple[Client, str, Given]:
    """A browser that the provider sends back, where it has found the clerk."""
    client, provider = Client(), settings.OIDC_SERVER
    httpx.put(f"{provider}/users/1001", json={"preferred_username": "clerk"}).raise_for_status()
    there = client.post("/account/oidc/office/login/?next=/offices/")["Location"]
    back = httpx.post(there, data={"sub": "1001"}).headers["Location"]
    return client, back.removeprefix("http://testserver"), {}


def _stranger_of_the_provider(house: House) -> tuple[Client, str, Given]:
    """A browser whose session says, though nothing of ours writes it, that an identity waits for an account."""
    client = Client()
    client.get("/account/login/")
    session = client.session
    login = SocialLogin(
        user=Officer(username="intruder"),
        account=SocialAccount(provider="office", uid="9"),
        provider=get_adapter().get_provider(None, "office"),
    )
    session["socialaccount_sociallogin"] = login.serialize()
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return client, "/account/3rdparty/signup/", {"username": "intruder", "password1": NEW, "email": "i@example.org"}


def _without_intruder(house: House) -> bool:
    return not Officer.objects.filter(username="intruder").exists()


def _closed_quarter(house: House) -> tuple[Client, str, Given]:
    close_year(house.world, Paper.objects.get(pk=house.scene["agreement"]), timezone.localdate())
    return house.clients[Role.HEAD], house.path("desk:reopen"), {"do": "ask", "words": "দরকার"}


def _moved_day(house: House) -> Given:
    day = timezone.localdate() + timedelta(days=100)
    return {"day": f"{day:%d.%m.%Y}", "words": "মেঘের কারণে"}


_RENEWED = "/account/2fa/recovery-codes/"
_PUT_AWAY = "/account/2fa/totp/deactivate/"

OPENINGS: dict[tuple[str, str], Opening] = {
    ("desk:first_password", "post"): Opening(_keeper_s_code, leads="/account/login/", after=_has_new_password),
    ("desk:renew_codes", "get"): Opening(_of_clerk(_RENEWED, proved=True), 200),
    ("desk:renew_codes", "post"): Opening(_of_clerk(_RENEWED, telephone=True, proved=True), 200, after=_has_codes),
    ("desk:reopen", "post"): Opening(_closed_quarter, after=lambda house: Reopening.objects.exists()),
    ("desk:lists", "post"): Opening(
        _by_head("lists", _list), leads="/offices/lists/", after=lambda house: RegisterImport.objects.count() == 2
    ),
    ("desk:places", "post"): Opening(
        _by_head("places", _places), leads="/offices/lists/", after=lambda house: RegisterImport.objects.count() == 2
    ),
    ("desk:settle_together", "post"): Opening(_doubts_together),
    ("desk:tell", "post"): Opening(
        _by_head("tell", lambda house: {**REPORTED, "token": "another"}),
        after=lambda house: Incident.objects.count() == 2,
    ),
    ("desk:calendar", "post"): Opening(_by_head("calendar", _moved_day)),
    ("public:plan", "get"): Opening(_published("/public/plans/{}/"), 200),
    ("public:results", "get"): Opening(_published("/public/plans/{}/results/"), 200),
    ("public:plan_data", "get"): Opening(_published("/public/plans/{}.json"), 200),
    ("account_login", "post"): Opening(_visitor("/account/login/", login="clerk", password=OLD), leads="/"),
    ("account_logout", "post"): Opening(_of_clerk("/account/logout/"), leads="/"),
    ("account_reauthenticate", "post"): Opening(
        _of_clerk("/account/reauthenticate/", password=OLD, next="/papers/"), leads="/papers/"
    ),
    ("account_confirm_email", "post"): Opening(
        _pending_address, after=lambda house: EmailAddress.objects.get(email="clerk@example.org").verified
    ),
    ("account_change_password", "post"): Opening(
        _of_clerk("/account/password/change/", oldpassword=OLD, password1=NEW, password2=NEW), after=_has_new_password
    ),
    ("account_set_password", "get"): Opening(_without_password, 200),
    ("account_set_password", "post"): Opening(_without_password, after=_has_new_password),
    ("account_reset_password", "post"): Opening(
        _forgotten, leads="/account/password/reset/done/", after=lambda house: "clerk" in mail.outbox[-1].body
    ),
    ("account_reset_password_from_key", "post"): Opening(_letter_of_reset, after=_has_new_password),
    ("mfa_authenticate", "get"): Opening(_at_the_second_step, 200),
    ("mfa_authenticate", "post"): Opening(_at_the_second_step, leads="/"),
    ("mfa_reauthenticate", "get"): Opening(_proving_by_telephone, 200),
    ("mfa_reauthenticate", "post"): Opening(_proving_by_telephone),
    ("mfa_activate_totp", "get"): Opening(_first_telephone, 200),
    ("mfa_activate_totp", "post"): Opening(_first_telephone, 200, after=_has_telephone),
    ("mfa_deactivate_totp", "get"): Opening(_of_clerk(_PUT_AWAY, telephone=True, proved=True), 200),
    ("mfa_deactivate_totp", "post"): Opening(
        _of_clerk(_PUT_AWAY, telephone=True, proved=True), after=lambda house: not _has_telephone(house)
    ),
    ("usersessions_list", "post"): Opening(
        _signed_in_twice, after=lambda house: UserSession.objects.filter(user=_clerk(house)).count() == 1
    ),
    ("desk:office_branch", "get"): Opening(_branch, 200),
    ("openid_connect_login", "get"): Opening(_to_the_provider, 200),
    ("openid_connect_login", "post"): Opening(_to_the_provider, leads="http://localhost:"),
    ("openid_connect_callback", "get"): Opening(_back_from_the_provider, leads="/offices/"),
    ("openid_connect_callback", "post"): Opening(_back_from_the_provider, leads="/offices/"),
}
"""By name and method."""

TRIED: dict[tuple[str, str], Opening] = {
    ("account_signup", "post"): Opening(
        _visitor("/account/signup/", username="intruder", password1=NEW), 200, after=_without_intruder
    ),
    ("socialaccount_signup", "get"): Opening(_stranger_of_the_provider, 200, after=_without_intruder),
    ("socialaccount_signup", "post"): Opening(_stranger_of_the_provider, 200, after=_without_intruder),
    ("account_confirm_login_code", "get"): Opening(_visitor("/account/login/code/confirm/"), leads="/account/login/"),
    ("account_confirm_login_code", "post"): Opening(
        _visitor("/account/login/code/confirm/", code="123456"), leads="/account/login/"
    ),
    ("account_email", "get"): Opening(_of_clerk("/account/email/"), leads="/officers/"),
    ("desk:email", "get"): Opening(_of_clerk("/account/email/"), leads="/officers/"),
}
"""What opens nowhere (`reasons.SHUT`), with all that would be needed."""
