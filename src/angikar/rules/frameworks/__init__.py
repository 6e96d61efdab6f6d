"""The frameworks that are known: one TOML per kind of plan and year, read once and checked for sources."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import ValidationError

from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Form
from angikar.rules.sentence import Explained, Sentence

FRAMEWORKS: tuple[str, ...] = tuple(
    sorted(entry.name.removesuffix(".toml") for entry in files(__package__).iterdir() if entry.name.endswith(".toml"))
)


class UnknownFramework(Explained, LookupError):
    """A framework that is not here; its sentence names those that are."""


class BadFramework(Explained, ValueError):
    """A file of a framework that is wrong, and why."""


FRAMEWORK_UNKNOWN = Sentence(
    "framework-unknown",
    "“{name}” নামে কোনো কাঠামো নেই; আছে: {known}।",
    "There is no framework “{name}”; known are {known}.",
)
FRAMEWORK_WRONG = Sentence(
    "framework-wrong",
    "কাঠামো “{name}” নেওয়া যায় না: {reason}",
    "The framework “{name}” cannot be taken: {reason}",
)


@cache
def framework(name: str) -> Framework:
    """The framework of a name (`agreement-2022-23`); `UnknownFramework` says which there are, `BadFramework` what is amiss."""
    if name not in FRAMEWORKS:
        raise UnknownFramework(FRAMEWORK_UNKNOWN, name=name, known=", ".join(FRAMEWORKS))
    return of_text(name, files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def of_text(name: str, text: str) -> Framework:
    """The framework that a TOML text describes, checked; `BadFramework` says the first thing wrong with it."""
    try:
        return Framework.model_validate({"name": name, **tomllib.loads(text)})
    except tomllib.TOMLDecodeError as wrong:
        raise BadFramework(FRAMEWORK_WRONG, name=name, reason=str(wrong)) from wrong
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        reason = f"{where}: {first['msg']}" if where else str(first["ctx"]["error"])
        raise BadFramework(FRAMEWORK_WRONG, name=name, reason=reason) from wrong


def of_kind(kind: str, subject: str = "") -> tuple[Framework, ...]:
    """Every established official framework of a kind of plan, oldest first; `subject` names which reform plan."""
    known = (framework(name) for name in FRAMEWORKS)
    official = (each for each in known if each.established and each.form != "own")
    fitting = (each for each in official if (each.kind, each.subject) == (kind, subject))
    return tuple(sorted(fitting, key=lambda each: (each.fiscal_years[-1], each.form == "")))


def for_paper(kind: str, fiscal_year: str | None, subject: str = "", form: str = "") -> Framework | None:
    """The framework in force for a kind of plan in a fiscal year (`2022-23`), a correction before what it replaces;
    `form` asks for that of field offices.
    """
    fitting = [each for each in of_kind(kind, subject) if fiscal_year in each.fiscal_years and each.form == form]
    replaced = {each.replaces for each in fitting}
    return next((each for each in fitting if each.name not in replaced), None)


def own_form(kind: str, subject: str = "") -> Framework:
    """The form that an office sets for itself where no official one is known; `LookupError` for what is no kind of plan."""
    known = (framework(name) for name in FRAMEWORKS)
    found = next((each for each in known if (each.kind, each.subject, each.form) == (kind, subject, "own")), None)
    if found is None:
        raise LookupError(f"{kind} {subject} has no form of the office's own")
    return found


def form_of(kind: str, fiscal_year: str | None, subject: str = "", form: Form = "") -> Framework | None:
    """The framework of a form for a year: official, of field offices, or the office's own, which is of any year."""
    return own_form(kind, subject) if form == "own" else for_paper(kind, fiscal_year, subject, form)
