"""The command `angikar date`: the same day in the other calendar."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from angikar.rules.bangla.calendar import FIRST_DAY, BanglaDate, CalendarRule, to_bangla_date, to_gregorian
from angikar.rules.bangla.dates import looks_like_date, parse_bangla_date, parse_date, write_bangla_date, write_date

_OLDER = "নতুন নিয়মে এমন দিন নেই; ২০১৯-এর আগের পুরোনো নিয়মে এটি উপরের দিন।"
_OLDER_EN = "The rule in force has no such day; by the older rule, from before 2019, it is the day above."


def main(call: Namespace) -> int:
    """`angikar date WORDS…`: the words are one date, quoted or not."""
    return run(" ".join(call.date))


def run(argument: str) -> int:
    """Print the other calendar's date for one date of either, in Bangla words and in figures; 2 when it is none.

    >>> run("2022-10-13"), run("২৮ আশ্বিন ১৪২৯")
    ২৮ আশ্বিন ১৪২৯  1429-06-28
    ১৩ অক্টোবর ২০২২  2022-10-13
    (0, 0)
    """
    day = parse_date(argument)
    bangla_day = None if day else parse_bangla_date(argument)
    if bangla_day:
        _print_gregorian(bangla_day)
    elif day and day >= FIRST_DAY:
        other = to_bangla_date(day)
        print(f"{write_bangla_date(other)}  {other}")
    else:
        return _refuse(argument, day)
    return 0


def _print_gregorian(bangla_day: BanglaDate) -> None:
    try:
        day, notes = to_gregorian(bangla_day), []
    except ValueError:  # no day of the rule in force: a day of the older one
        day, notes = to_gregorian(bangla_day, CalendarRule.OLD), [_OLDER, _OLDER_EN]
    print(f"{write_date(day)}  {day.isoformat()}", *notes, sep="\n")


def _refuse(argument: str, day: date | None) -> int:
    """Say why no date can be given: too early, no such day, or no date at all. A call that is answered never loads the sentences."""
    from angikar.cli import sentences
    from angikar.cli.refusal import CannotDo, two_sentences

    @two_sentences
    def refused() -> int:
        if day:
            raise CannotDo(sentences.BANGLA_DATE_TOO_EARLY)
        raise CannotDo(sentences.NO_SUCH_DAY if looks_like_date(argument) else sentences.DATE_UNREADABLE, text=argument)

    return refused()
