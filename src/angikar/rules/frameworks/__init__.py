"""The frameworks the house knows: one TOML per kind of plan and year, read once and checked for sources."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import ValidationError

from angikar.rules.frameworks.framework import Framework

FRAMEWORKS: tuple[str, ...] = tuple(
    sorted(entry.name.removesuffix(".toml") for entry in files(__package__).iterdir() if entry.name.endswith(".toml"))
)


class UnknownFramework(LookupError):
    """A framework that is not here; `message` says so in Bangla, `message_en` in English."""

    def __init__(self, name: str) -> None:
        known = ", ".join(FRAMEWORKS)
        self.message = f"“{name}” নামে কোনো কাঠামো নেই; আছে: {known}।"
        self.message_en = f"There is no framework “{name}”; known are {known}."
        super().__init__(self.message_en)


class BadFramework(ValueError):
    """A framework's file that cannot stand; `message` says so in Bangla, `message_en` in English, the reason in both."""

    def __init__(self, name: str, reason: str) -> None:
        self.message = f"কাঠামো “{name}” নেওয়া যায় না: {reason}"
        self.message_en = f"The framework “{name}” cannot be taken: {reason}"
        super().__init__(self.message_en)


@cache
def framework(name: str) -> Framework:
    """The framework of a name (`agreement-2022-23`); `UnknownFramework` says which there are, `BadFramework` what is amiss."""
    if name not in FRAMEWORKS:
        raise UnknownFramework(name)
    return of_text(name, files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def of_text(name: str, text: str) -> Framework:
    """The framework that a TOML text describes, checked; `BadFramework` says the first thing wrong with it."""
    try:
        return Framework.model_validate({"name": name, **tomllib.loads(text)})
    except tomllib.TOMLDecodeError as wrong:
        raise BadFramework(name, str(wrong)) from wrong
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise BadFramework(name, f"{where}: {first['msg']}" if where else str(first["ctx"]["error"])) from wrong


def of_kind(kind: str, subject: str = "") -> tuple[Framework, ...]:
    """Every established framework of a kind of plan, oldest first; `subject` names which reform plan."""
    known = (framework(name) for name in FRAMEWORKS)
    fitting = (each for each in known if each.established and (each.kind, each.subject) == (kind, subject))
    return tuple(sorted(fitting, key=lambda each: (each.fiscal_years[-1], each.form == "")))


def for_paper(kind: str, fiscal_year: str | None, subject: str = "", form: str = "") -> Framework | None:
    """The framework in force for a kind of plan in a fiscal year (`2022-23`), a correction before what it replaces;
    `form` asks for that of field offices.
    """
    fitting = [each for each in of_kind(kind, subject) if fiscal_year in each.fiscal_years and each.form == form]
    replaced = {each.replaces for each in fitting}
    return next((each for each in fitting if each.name not in replaced), None)
