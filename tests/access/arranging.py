"""What is made before an address is tried that opens only then: who comes, where to and with what."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
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
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from angikar.duties.cycle.year.actions import evaluate, publish_evaluation
from angikar.formats import write_pdf
from angikar.offices.accounts.actions import give_code
from angikar.offices.models import Officer
from angikar.papers.actions import take_in
from angikar.papers.models import Paper
from tests.access.house import House
from tests.access.people import Role, signed_in
from tests.access.sheets import sheets
from tests.closing import close_year
from tests.formats.samples import letter

OLD, NEW = "a pass phrase", "river stone morning"
_SECRET = "A" * 32
Given = Mapping[str, object]


def the_clerk(house: House) -> Officer:
    return Officer.objects.get(pk=house.world.officers["clerk"].pk)


def has_new_password(house: House) -> bool:
    return the_clerk(house).check_password(NEW)


def has_telephone(house: House) -> bool:
    return Authenticator.objects.filter(user=the_clerk(house), type=Authenticator.Type.TOTP).exists()


def has_codes(house: House) -> bool:
    return Authenticator.objects.filter(user=the_clerk(house), type=Authenticator.Type.RECOVERY_CODES).exists()


def _typed_code() -> str:
    """What the telephone shows now."""
    return format_hotp_value(hotp_value(_SECRET, int(time.time()) // 30))


def visitor(path: str, **given: object) -> Callable[[House], tuple[Client, str, Given]]:
    return lambda house: (Client(), path, given)


def of_clerk(
    path: str, *, telephone: bool = False, proved: bool = False, **given: object
) -> Callable[[House], tuple[Client, str, Given]]:
    """The clerk signed in, with a telephone for the second step, and having proved himself once more."""

    def before(house: House) -> tuple[Client, str, Given]:
        clerk = the_clerk(house)
        if telephone:
            TOTP.activate(clerk, _SECRET)
        client = signed_in(clerk)
        if proved:
            client.get(path)
            sent = {"code": _typed_code()} if telephone else {"password": OLD}
            client.post("/account/2fa/reauthenticate/" if telephone else "/account/reauthenticate/", sent)
        return client, path, given

    return before


def at_the_second_step(house: House) -> tuple[Client, str, Given]:
    client = Client()
    TOTP.activate(the_clerk(house), _SECRET)
    client.post("/account/login/", {"login": "clerk", "password": OLD})
    return client, "/account/2fa/authenticate/", {"code": _typed_code()}


def proving_by_telephone(house: House) -> tuple[Client, str, Given]:
    client, _, _ = of_clerk("/", telephone=True)(house)
    return client, "/account/2fa/reauthenticate/", {"code": _typed_code()}


def first_telephone(house: House) -> tuple[Client, str, Given]:
    client, path, _ = of_clerk("/account/2fa/totp/activate/", proved=True)(house)
    client.get(path)
    session = client.session
    session["mfa.totp.secret"] = _SECRET
    session.save()
    return client, path, {"code": _typed_code()}


def pending_address(house: House) -> tuple[Client, str, Given]:
    address = EmailAddress.objects.create(user=the_clerk(house), email="clerk@example.org", verified=False)
    return Client(), f"/account/confirm-email/{EmailConfirmationHMAC(address).key}/", {}


def without_password(house: House) -> tuple[Client, str, Given]:
    clerk = the_clerk(house)
    clerk.set_unusable_password()
    clerk.save()
    return signed_in(clerk), "/account/password/set/", {"password1": NEW, "password2": NEW}


def forgotten(house: House) -> tuple[Client, str, Given]:
    Officer.objects.filter(pk=the_clerk(house).pk).update(email="clerk@example.org")
    return Client(), "/account/password/reset/", {"email": "clerk@example.org"}


def letter_of_reset(house: House) -> tuple[Client, str, Given]:
    clerk, client = the_clerk(house), Client()
    there = f"/account/password/reset/key/{user_pk_to_url_str(clerk)}-{default_token_generator.make_token(clerk)}/"
    return client, client.get(there)["Location"], {"password1": NEW, "password2": NEW}


def signed_in_twice(house: House) -> tuple[Client, str, Given]:
    client = Client()
    client.post("/account/login/", {"login": "clerk", "password": OLD})
    Client().post("/account/login/", {"login": "clerk", "password": OLD})
    return client, "/account/sessions/", {}


def published(address: str) -> Callable[[House], tuple[Client, str, Given]]:
    """The agreement of the department after its year was evaluated and made public."""

    def before(house: House) -> tuple[Client, str, Given]:
        paper, day = Paper.objects.get(pk=house.scene["agreement"]), timezone.localdate()
        secretary = house.world.officers["secretary"]
        close_year(house.world, paper, day)
        evaluate(paper, by=secretary, words="সন্তোষজনক", today=day)
        publish_evaluation(paper.evaluations.get(), by=secretary, today=day)
        return Client(), address.format(paper.pk), {}

    return before


def keeper_s_code(house: House) -> tuple[Client, str, Given]:
    code = give_code(the_clerk(house), now=timezone.now(), by=house.world.officers["director"])
    return Client(), "/first-password/", {"code": code, "password": NEW, "again": NEW}


def by_head(name: str, given: Callable[[House], Given]) -> Callable[[House], tuple[Client, str, Given]]:
    return lambda house: (house.clients[Role.HEAD], house.path(f"desk:{name}"), given(house))


def list_as_file(house: House) -> Given:
    text = f"নাম,ঊর্ধ্বতন দপ্তর\nউপজেলা ধ্রুবতারা কার্যালয়,{house.world.offices['department'].name}\n"
    return {"files": SimpleUploadedFile("list.csv", text.encode()), "day": "১.৮.২০২২"}


def chosen_places(house: House) -> Given:
    names = {"name-district": "জেলা তারা কার্যালয়, {place}", "head-district": "জেলা তারা অফিসার"}
    above = {"above": house.world.offices["department"].name, "memo_head": "০৫.৪৭"}
    return {"place": "5549", "level": ["district"], **above, **names}


def doubts_together(house: House) -> tuple[Client, str, Given]:
    """The head at the doubts of one cause in a badly read plan, all of them ticked, with a reason for what stays."""
    client, world = house.clients[Role.HEAD], house.world
    plan = files("angikar.cli.demo").joinpath("samples", "broken-plan.txt").read_bytes()
    taken = take_in(world.officers["director"], "plan.txt", plan, office=world.offices["department"])
    path = f"/papers/{taken.pk}/doubts/of/figures/"
    sheet = next(each for each in sheets(client.get(path).content.decode(), path) if "key" in each.fields)
    return client, path, {**sheet.fields, "words": "মূল কাগজে এমনই ছাপা"}


def branch(house: House) -> tuple[Client, str, Given]:
    client = signed_in(house.world.officers["director"])
    client.defaults["HTTP_HX_REQUEST"] = "true"
    return client, house.path("desk:office_branch"), {}


def to_the_provider(house: House) -> tuple[Client, str, Given]:
    return Client(), "/account/oidc/office/login/", {}


def back_from_the_provider(house: House) -> tuple[Client, str, Given]:
    """A browser that the provider sends back, where it has found the clerk."""
    client, provider = Client(), settings.OIDC_SERVER
    httpx.put(f"{provider}/users/1001", json={"preferred_username": "clerk"}).raise_for_status()
    there = client.post("/account/oidc/office/login/?next=/offices/")["Location"]
    back = httpx.post(there, data={"sub": "1001"}).headers["Location"]
    return client, back.removeprefix("http://testserver"), {}


def stranger_of_the_provider(house: House) -> tuple[Client, str, Given]:
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


def without_intruder(house: House) -> bool:
    return not Officer.objects.filter(username="intruder").exists()


def closed_quarter(house: House) -> tuple[Client, str, Given]:
    close_year(house.world, Paper.objects.get(pk=house.scene["agreement"]), timezone.localdate())
    return house.clients[Role.HEAD], house.path("desk:reopen"), {"do": "ask", "words": "দরকার"}


def moved_day(house: House) -> Given:
    day = timezone.localdate() + timedelta(days=100)
    return {"day": f"{day:%d.%m.%Y}", "words": "মেঘের কারণে"}


TOKENS = "/account/tokens/"
RENEWED = "/account/2fa/recovery-codes/"
PUT_AWAY = "/account/2fa/totp/deactivate/"


def dropped_print(house: House) -> tuple[Client, str, Given]:
    """Nobody in particular drops a print that bears no signature."""
    return Client(), "/verify/", {"file": SimpleUploadedFile("letter.pdf", write_pdf(letter()))}
