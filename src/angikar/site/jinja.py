"""The Jinja2 environment of our templates: addresses, translation, and figures and days as the reader's language
writes them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import ngettext as form_of
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from angikar.rules.bangla.dates import write_date, write_short
from angikar.rules.bangla.digits import group, parse_number, to_bangla, to_latin
from angikar.rules.sentence import Both
from angikar.site.page_language import PageEnvironment, in_bangla, use_page_language

_SHORT = 15
"""A figure of no more plain digits is read at once."""
_COUNTS = tuple(to_bangla(str(number)) for number in range(1000))
"""Most numbers of a page are counts below a thousand."""


def digits(value: object) -> str:
    """Any value as text, with Bangla digits on Bangla pages and Latin digits on English ones; `None` is empty."""
    if type(value) is int and 0 <= value < len(_COUNTS):
        return _COUNTS[value] if in_bangla() else str(value)
    text = "" if value is None else str(value)
    return to_bangla(text) if in_bangla() else to_latin(text)


def grouped(value: object) -> str:
    """A number with lakh and crore grouping; a date or any other text only gets its digits."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= _SHORT:
        return group(Decimal(value), bangla=in_bangla())
    number = parse_number(str(value)) if value is not None else None
    if number is None or str(value) != to_latin(number.text):
        return iso(value)
    return group(number.value, bangla=in_bangla())


def iso(value: object) -> str:
    """A canonical figure, or several between commas: ISO dates are written as days, everything else gets its digits."""
    return ", ".join(map(_figure, ("" if value is None else str(value)).split(", ")))


def _figure(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return digits(text)


def day(value: date | datetime | None) -> str:
    """A day in words: `১৩ অক্টোবর ২০২২` or `13 October 2022`; a moment gives its day in Dhaka."""
    if value is None:
        return ""
    plain = _day_of(value)
    return write_date(plain) if in_bangla() else f"{plain.day} {plain:%B %Y}"


def short_day(value: date | datetime | None) -> str:
    """A day in figures: `১৩.১০.২০২২` or `13.10.2022`."""
    return "" if value is None else digits(write_short(_day_of(value)))


def in_words(value: Both) -> str:
    """Of the same words in both languages those of the page."""
    return value[0] if in_bangla() else value[1]


def hour(value: datetime) -> str:
    """The time of a moment in Dhaka: `১৪:০৫`."""
    return digits(f"{timezone.localtime(value):%H:%M}")


def named(value: object) -> str:
    """An office or a body by its name, a post by its title: the English one on the English face where there is one."""
    if value is None or isinstance(value, str):
        return value or ""
    field = "name" if hasattr(value, "name") else "title"
    english = "" if in_bangla() else getattr(value, f"{field}_en", "")
    return str(english or getattr(value, field))


def _day_of(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def plural(sentence: str, count: int, **values: object) -> str:
    """A sentence with its `%(count)s`, in the singular or plural of the reader's language; numbers take its digits."""
    numbers = {name: digits(value) if isinstance(value, int) else value for name, value in values.items()}
    return form_of(sentence, sentence, count) % {"count": digits(count), **numbers}


def _at_each_render(written: Callable[..., str]) -> Callable[..., str]:
    """The same filter, computed for each page: of a constant Jinja would compute it once, in the language of that moment."""

    @pass_context
    def filtered(_context: Context, value: object) -> str:
        return written(value)

    return filtered


_FILES: dict[tuple[str, str], str] = {}
"""The address of each file of ours, by where the files are and its name: which it is does not change while the process runs."""


def _static(name: str) -> str:
    """The address of a file of ours."""
    asked = (settings.STATIC_URL, name)
    if (known := _FILES.get(asked)) is None:
        known = _FILES[asked] = static(name)
    return known


def _sends_mail() -> bool:
    """Whether the house has an address to send mail from."""
    return bool(settings.MAIL_FROM)


def _office_door() -> str:
    """What the provider is called by which an office's officers may sign in; empty where there is none."""
    return settings.OIDC_NAME if settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] else ""


def environment(**options: object) -> Environment:
    """Build the environment; a name that the view does not give is an error, never an empty text."""
    settled = {**options, "undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    made = PageEnvironment(**settled)  # type: ignore[arg-type]  # autoescape is on, one line above
    made.add_extension("jinja2.ext.i18n")
    made.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext)  # type: ignore[attr-defined]
    use_page_language(made)
    made.globals.update(static=_static, plural=plural, sends_mail=_sends_mail, office_door=_office_door)
    made.plain = frozenset({made.globals["_"], made.globals["url"], _static, plural})
    filters = (digits, grouped, iso, day, short_day, hour, named, in_words)
    made.filters.update({each.__name__: _at_each_render(each) for each in filters})
    return made
