"""What every screen of the desk shares: the officer who asks, the day, a page, and how the answer of an action is shown."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import wraps
from typing import Final, cast
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.template.backends.utils import csrf_input
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from angikar.desk import sentences
from angikar.desk.door.idle import ENDED
from angikar.desk.guide.screens import section_of
from angikar.history.faults import lasting
from angikar.history.refusal import Refused
from angikar.notices.access import unseen
from angikar.offices.access import mandate
from angikar.offices.founding import is_empty
from angikar.offices.models import Officer
from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import to_latin
from angikar.rules.plan_table.write import figure_text
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Explained

View = Callable[..., HttpResponseBase]


def signed_in(view: View) -> View:
    """For officers alone. Where a session has expired under an open page, the whole page goes to the sign-in page and
    returns; the answer to one cell is never a sign-in page.
    """

    @wraps(view)
    def checked(request: HttpRequest, **names: object) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, **names)
        sign_in = sign_in_address(request)
        if "HX-Request" in request.headers:
            return HttpResponse(status=401, headers={"HX-Redirect": sign_in})
        return redirect(sign_in)

    return checked


def sign_in_address(request: HttpRequest) -> str:
    """The sign-in page, and from there back to the page one was on."""
    asked = {"next": _page_left(request), **({"ended": "1"} if request.META.get(ENDED) else {})}
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode(asked)}"


def _page_left(request: HttpRequest) -> str:
    """The page one was on; the address a form is sent to cannot be opened again."""
    if "HX-Request" not in request.headers and request.method == "GET":
        return request.get_full_path()
    left = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "/")
    return f"{left.path}?{left.query}" if left.query else left.path


def around(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs: the language, the post its reader holds, how many notices wait. An answer without the frame
    asks for neither post nor notices.
    """
    language = (get_language() or "bn")[:2]
    frame = {"language": language, "guide": _guide(request), "fault": lasting(), "csrf_input": _token(request)}
    user = getattr(request, "user", None)  # a request that was refused at the door has none
    if user is None or not user.is_authenticated:
        return {**frame, "holder": "", "unseen": 0, "seal": "", "idle": 0, "house_is_empty": is_empty}
    person = officer(request)
    return {
        **frame,
        "holder": SimpleLazyObject(lambda: next((str(post) for post in mandate(person).posts), "")),
        "unseen": SimpleLazyObject(lambda: notices_waiting(request, person)),
        "seal": SimpleLazyObject(lambda: seal(person)),
        "idle": settings.IDLE_SECONDS,
        "printed_on": today(),
    }


_WAITING: Final = "angikar.notices_waiting"


def notices_waiting(request: HttpRequest, person: Officer) -> int:
    """How many notices wait for the reader of a page; asked once for a page that is only read."""
    if _WAITING not in request.META or request.method not in ("GET", "HEAD"):
        request.META[_WAITING] = unseen(person, mandate(person))
    return cast(int, request.META[_WAITING])


def _token(request: HttpRequest) -> object:
    """The hidden field of every form of a page: one for all of them, made where there is a form."""
    return SimpleLazyObject(lambda: csrf_input(request))


def _guide(request: HttpRequest) -> str:
    """The address of the section of the guide that tells of the screen."""
    match = getattr(request, "resolver_match", None)
    name, section = section_of(match.url_name if match else None)
    return f"{reverse('desk:guide_page', args=[name])}{f'#{section}' if section else ''}"


def seal(person: Officer) -> str:
    """The key with which the browser seals the drafts of one officer, so that nobody else at the machine can read them."""
    return b64encode(salted_hmac("angikar.drafts", str(person.pk), algorithm="sha256").digest()).decode()


def officer(request: HttpRequest) -> Officer:
    """Who asks; behind `login_required` it is always an officer."""
    return cast(Officer, request.user)


def today() -> date:
    """The day in Dhaka, or the one that is fixed by settings. The desk asks the clock; the rooms below get the day as an argument."""
    fixed: date | None = settings.TODAY
    return fixed or timezone.localdate()


def now() -> datetime:
    """This moment."""
    return timezone.now()


def clock() -> time:
    """The time in Dhaka, for what is due by an hour."""
    return timezone.localtime().time()


def number(sent: Mapping[str, str], name: str) -> int:
    """A whole number a form or an address sent; 0, which is the number of no row, where it sent none."""
    return row_number(sent.get(name, ""))


def row_number(text: str) -> int:
    """The number of a row as it was sent; 0, which is that of no row, for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def day_of(typed: str) -> date:
    """The day from which it holds. Raises `Refused` when it cannot be read."""
    day = parse_date(typed)
    if day is None:
        raise Refused(sentences.DAY_UNREADABLE)
    return day


def page(
    request: HttpRequest, name: str, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """The screen of that name."""
    return render(request, f"desk/{name}.html", dict(context or {}), status=status)


def in_bangla() -> bool:
    """Whether the page is read in Bangla."""
    return (get_language() or "bn").startswith("bn")


def either(bangla: str, english: str) -> str:
    """Which of two sentences the page speaks."""
    return bangla if in_bangla() else english


def sentence(of: Explained | Doubt) -> str:
    """What a refusal, an error or a doubt says, in the language of the page."""
    return either(of.message, of.message_en)


def refusal(why: Doubt | Explained) -> Refused:
    """What a doubt or an explained error says, as a refusal: for what was typed and cannot be taken as it is."""
    return Refused(why.sentence, **why.facts)


def figure_in(value: str | None) -> str:
    """A canonical figure as a person types it, in the digits of the page: what an input holds."""
    return either(figure_text(value), to_latin(figure_text(value)))


def attempt(request: HttpRequest, action: Callable[[], object], done: str) -> bool:
    """Do what an officer asked for, and say at the top of the next page that it is done, or why not."""
    try:
        action()
    except Refused as refused:
        messages.error(request, sentence(refused))
        return False
    messages.success(request, done)
    return True
