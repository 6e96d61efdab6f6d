"""A rule of the schedule in a Bangla and in an English sentence; `parsing` reads the Bangla one back."""

from __future__ import annotations

from datetime import date

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.schedule.rule import Rule, parted

MOMENTS = {"anchor": "নির্ধারিত দিন", "formation": "গঠনের দিন", "issue": "জারির দিন"}
ENGLISH_MOMENTS = {"anchor": "the anchor day", "formation": "the day of formation", "issue": "the day of issue"}
WEEKDAYS = ("সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার")
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def describe(rule: Rule) -> str:
    """The rule as a Bangla sentence.

    >>> describe(Rule(rule="daily", from_="anchor-3", until="anchor"))
    'নির্ধারিত দিনের ৩ দিন পূর্ব হতে নির্ধারিত দিন পর্যন্ত প্রতিদিন'
    >>> describe(Rule(rule="hourly", on="anchor", minutes=120, at="08:00", to="16:00"))
    'নির্ধারিত দিনে ০৮:০০টা হতে ১৬:০০টা পর্যন্ত প্রতি ২ ঘণ্টা অন্তর'
    """
    words = {
        "every": f"{rule.days} দিন অন্তর অন্তর",
        "daily": "প্রতিদিন",
        "once": _moment(rule.on or "issue", at=True),
        "immediate": "তাৎক্ষণিকভাবে",
        "weekly": f"প্রতি {WEEKDAYS[(rule.weekday or 1) - 1]}",
        "monthly": f"প্রতি মাসের {rule.day} তারিখের মধ্যে",
        "quarterly": f"প্রতি ত্রৈমাসিক শেষ হওয়ার {rule.days} দিনের মধ্যে" if rule.days else "প্রতি ত্রৈমাসিকের শেষ দিনে",
        "hourly": f"{_moment(rule.on or 'issue', at=True)} {rule.at}টা হতে {rule.to}টা পর্যন্ত প্রতি {_span(rule.minutes or 0)} অন্তর",
    }
    since = f"{_moment(rule.from_)} হতে " if rule.from_ else ""
    until = f"{_moment(rule.until)} পর্যন্ত " if rule.until else ""
    clock = f" {rule.at}টার মধ্যে" if rule.at and rule.rule != "hourly" else ""
    return f"{since}{until}{to_bangla(words[rule.rule] + clock)}"


def describe_en(rule: Rule) -> str:
    """The rule as an English sentence.

    >>> describe_en(Rule(rule="every", days=7, from_="formation", until="anchor-4"))
    'every 7 days from the day of formation until 4 days before the anchor day'
    """
    words = {
        "every": f"every {rule.days} days",
        "daily": "daily",
        "once": _english_moment(rule.on or "issue", at=True),
        "immediate": "at once",
        "weekly": f"every {ENGLISH_WEEKDAYS[(rule.weekday or 1) - 1]}",
        "monthly": f"by day {rule.day} of each month",
        "quarterly": f"within {rule.days} days of each quarter's end" if rule.days else "on each quarter's last day",
        "hourly": f"every {_english_span(rule.minutes or 0)} from {rule.at} to {rule.to} {_english_moment(rule.on or 'issue', at=True)}",
    }
    since = f" from {_english_moment(rule.from_)}" if rule.from_ else ""
    until = f" until {_english_moment(rule.until)}" if rule.until else ""
    clock = f" by {rule.at}" if rule.at and rule.rule != "hourly" else ""
    return f"{words[rule.rule]}{clock}{since}{until}"


def _span(minutes: int) -> str:
    return f"{minutes // 60} ঘণ্টা" if minutes % 60 == 0 else f"{minutes} মিনিট"


def _english_span(minutes: int) -> str:
    return f"{minutes // 60} hours" if minutes % 60 == 0 else f"{minutes} minutes"


def _moment(moment: str, *, at: bool = False) -> str:
    name, shift = parted(moment)
    if name is None:
        return write_date(date.fromisoformat(moment)) + (" তারিখে" if at else "")
    side = f"ের {to_bangla(str(abs(shift)))} দিন {'পর' if shift > 0 else 'পূর্ব'}" if shift else ""
    return f"{MOMENTS[name]}{side}{'ে' if at else ''}"


def _english_moment(moment: str, *, at: bool = False) -> str:
    name, shift = parted(moment)
    on = "on " if at and not shift else ""
    if name is None:
        day = date.fromisoformat(moment)
        return f"{on}{day.day} {day:%B %Y}"
    side = f"{abs(shift)} day{'s' if abs(shift) > 1 else ''} {'after' if shift > 0 else 'before'} " if shift else ""
    return f"{on}{side}{ENGLISH_MOMENTS[name]}"
