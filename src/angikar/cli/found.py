"""`angikar found`: the first office of an empty house and its head, by questions or, for scripts, by options."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.clock import today
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.setup import enter

LEVELS = ("ministry", "department", "commission", "division", "region", "district", "upazila", "other")
_QUESTIONS = (
    ("office", "দপ্তরের নাম / name of the office"),
    ("level", "স্তর / level"),
    ("memo", "স্মারক কোড, যেমন ০৫.৪৭.৪৯০০; জানা না থাকলে খালি / memo code, may be empty"),
    ("post", "দপ্তরপ্রধানের পদ / the head's post"),
    ("name", "দপ্তরপ্রধানের নাম / the head's name"),
    ("username", "লগ ইনের নাম / user name"),
)
_MAY_BE_EMPTY = "memo"


@two_sentences
def found(call: Namespace) -> int:
    """`angikar found [--office …]`: ask for what the options leave out, and found the office."""
    enter()
    from django.core.management import call_command

    from angikar.history.refusal import Refused
    from angikar.offices import sentences as refusals
    from angikar.offices.founding import Beginning, begin_house, is_empty

    call_command("migrate", interactive=False, verbosity=0)
    if not is_empty():
        raise Refused(refusals.HOUSE_FOUNDED)
    answers = _answers(call)
    password, again = _password(call)
    office, head = begin_house(
        Beginning(
            office=answers["office"],
            level=_level(answers["level"]),
            memo_prefix=answers["memo"],
            post=answers["post"],
            name=answers["name"],
            username=answers["username"],
            password=password,
            again=again,
        ),
        day=today(),
    )
    print(f"“{office.name}” হয়েছে। এখন `angikar serve` চালিয়ে “{head.username}” নামে লগ ইন করুন।")
    print(f"“{office.name}” is founded. Now run `angikar serve` and sign in as “{head.username}”.")
    return 0


def invitation(address: str) -> str:
    """What `angikar serve` says of an empty house: that it has no office, and the address and code to begin with; empty where
    there is an office.
    """
    from angikar.desk.begin.entry_code import new_code
    from angikar.offices.founding import is_empty

    if not is_empty():
        return ""
    code = new_code()
    return (
        f"এখনো কোনো দপ্তর নেই; শুরু করুন / no office yet, begin here: {address.rstrip('/')}/begin/?code={code}\n"
        f"শুরুর কোড / entry code: {code}\n"
    )


def _answers(call: Namespace) -> dict[str, str]:
    """What was given as options, and for the rest what is answered on a terminal. Raises `CannotDo` where nobody can be asked."""
    given = {name: getattr(call, name) for name, _question in _QUESTIONS}
    missing = [name for name, value in given.items() if value is None and name != _MAY_BE_EMPTY]
    if missing and not sys.stdin.isatty():
        raise CannotDo(sentences.OPTIONS_MISSING, options=", ".join(f"--{name}" for name in missing))
    return {name: given[name] or (_ask(name, question) if missing else "") for name, question in _QUESTIONS}


def _ask(name: str, question: str) -> str:
    if name == "level":
        from angikar.offices.models import OfficeKind

        for number, level in enumerate(LEVELS, 1):
            print(f"  {number} {OfficeKind(level).label}")
    while True:
        answer = input(f"{question}: ").strip()
        if answer or name == _MAY_BE_EMPTY:
            return answer


def _level(answer: str) -> str:
    """A level by its name or by its number in the list. Raises `CannotDo`."""
    from angikar.rules.bangla.digits import to_latin

    plain = to_latin(answer).strip().lower()
    by_number = {str(number): level for number, level in enumerate(LEVELS, 1)}
    level = by_number.get(plain, plain)
    if level not in LEVELS:
        raise CannotDo(sentences.NO_SUCH_LEVEL, level=answer, known=", ".join(LEVELS))
    return level


def _password(call: Namespace) -> tuple[str, str]:
    """The password and its repetition: from the file, else asked twice without showing it. Raises `CannotDo`."""
    if call.password_file:
        try:
            text = Path(call.password_file).read_text(encoding="utf-8").strip()
        except OSError as wrong:
            reason = wrong.strerror or str(wrong)
            raise CannotDo(sentences.FILE_NOT_OPENED, file=call.password_file, reason=reason) from None
        return text, text
    if not sys.stdin.isatty():
        raise CannotDo(sentences.OPTIONS_MISSING, options="--password-file")
    return getpass.getpass("পাসওয়ার্ড / password: "), getpass.getpass("আবার পাসওয়ার্ড / again: ")
