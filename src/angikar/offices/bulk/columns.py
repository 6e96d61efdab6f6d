"""The four lists of the register and their columns: what a column is called in both languages, and what may stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from angikar.offices.models import Charge, FaceLanguage, OfficeKind
from angikar.rules.bangla.text import key

Kind = Literal["text", "code", "digits", "day", "number", "flag", "choice", "email", "mobile", "note"]
SheetName = Literal["offices", "posts", "officers", "charges"]


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column: the name of its field, its headings, what it holds; `must` that it may not be empty, `default` what a new row has
    where the column is missing or empty. `choices` are pairs of what is stored and its label. A `note` is written for the eye and
    not read.
    """

    field: str
    bangla: str
    english: str
    kind: Kind = "text"
    must: bool = False
    default: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    longest: int = 300
    hint: str = ""

    @property
    def faces(self) -> tuple[str, ...]:
        """How the heading may be written, in the form in which texts are compared."""
        return key(self.bangla), key(self.english), key(self.field)


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """A list: its name, its titles and its columns."""

    name: SheetName
    bangla: str
    english: str
    columns: tuple[RegisterColumn, ...]

    def column(self, heading: str) -> RegisterColumn | None:
        """The column that a heading means."""
        face = key(heading)
        return next((column for column in self.columns if face in column.faces), None)


_OFFICE = RegisterColumn(
    "office",
    "দপ্তর",
    "Office",
    must=True,
    hint="দপ্তরের সংকেত বা পুরো নাম। এক নামে একাধিক দপ্তর থাকলে সংকেত লিখুন।",
)
_OFFICE_NAME = RegisterColumn("office_name", "দপ্তরের নাম", "Name of the office", "note")
_YES = "হ্যাঁ বা না"
_DAY = "যেমন ২০২৬-০৭-০১ বা ১ জুলাই ২০২৬"

OFFICES = RegisterSheet(
    "offices",
    "দপ্তর",
    "Offices",
    (
        RegisterColumn(
            "code",
            "সংকেত",
            "Code",
            "code",
            longest=20,
            hint="দপ্তরের নিজের সংকেত, কখনো বদলায় না। নতুন দপ্তরে খালি রাখা যায়, বা নিজেদের একটি সংকেত দেওয়া যায়।",
        ),
        RegisterColumn("name", "নাম", "Name", must=True, hint="নথিতে যেভাবে লেখা হয়"),
        RegisterColumn("name_en", "ইংরেজি নাম", "English name"),
        RegisterColumn(
            "kind",
            "স্তর",
            "Level",
            "choice",
            default=OfficeKind.OTHER,
            choices=tuple((str(value), str(label)) for value, label in OfficeKind.choices),
        ),
        RegisterColumn(
            "parent",
            "ঊর্ধ্বতন দপ্তর",
            "Office above",
            hint="ঊর্ধ্বতন দপ্তরের সংকেত বা পুরো নাম; সবার উপরের দপ্তরে খালি",
        ),
        RegisterColumn("parent_name", "ঊর্ধ্বতন দপ্তরের নাম", "Name of the office above", "note"),
        RegisterColumn(
            "memo_prefix", "স্মারক কোড", "Memo code", "digits", longest=30, hint="স্মারক নম্বর যা দিয়ে শুরু, যেমন ০৫.৪৭.৪৯০০"
        ),
        RegisterColumn("geo_code", "ভূ-কোড", "Geo code", "digits", longest=20, hint="বিবিএসের কোড, যেমন ৫৫৪৯০৬"),
        RegisterColumn("since", "চালু", "Since", "day", hint=_DAY),
        RegisterColumn("until", "বন্ধ", "Until", "day", hint=f"এই দিন থেকে বন্ধ; {_DAY}"),
    ),
)
POSTS = RegisterSheet(
    "posts",
    "পদ",
    "Posts",
    (
        _OFFICE,
        _OFFICE_NAME,
        RegisterColumn("title", "পদবি", "Title", must=True),
        RegisterColumn("title_en", "ইংরেজি পদবি", "English title"),
        RegisterColumn("is_head", "দপ্তরপ্রধান", "Head", "flag", default="0", hint=_YES),
        RegisterColumn("is_focal", "ফোকাল পয়েন্ট", "Focal point", "flag", default="0", hint=_YES),
        RegisterColumn("keeps_register", "নিবন্ধ রাখে", "Keeps the register", "flag", default="0", hint=_YES),
        RegisterColumn("may_report", "প্রতিবেদন দেয়", "Reports", "flag", default="1", hint=_YES),
        RegisterColumn("second_factor", "দ্বিতীয় ধাপ লাগে", "Second factor", "flag", default="0", hint=_YES),
        RegisterColumn("rank", "ক্রম", "Order", "number", hint="ছোট সংখ্যা আগে; দপ্তরপ্রধান ১০, অন্যরা ১০০"),
        RegisterColumn("until", "বিলুপ্ত", "Until", "day", hint=f"এই দিন থেকে পদটি নেই; {_DAY}"),
    ),
)
OFFICERS = RegisterSheet(
    "officers",
    "কর্মকর্তা",
    "Officers",
    (
        RegisterColumn(
            "username", "ব্যবহারকারী নাম", "User name", "code", must=True, longest=150, hint="যে নামে লগ ইন করেন"
        ),
        RegisterColumn("name", "নাম", "Name", must=True, longest=200),
        RegisterColumn("name_en", "ইংরেজি নাম", "English name", longest=200),
        RegisterColumn("employee_id", "কর্মচারী আইডি", "Employee id", "digits", longest=30),
        RegisterColumn("email", "ই-মেইল", "E-mail", "email", longest=254),
        RegisterColumn("mobile", "মোবাইল", "Mobile", "mobile", longest=20, hint="১১ অঙ্ক, যেমন ০১৭০০০০০০০০"),
        RegisterColumn(
            "language",
            "ভাষা",
            "Language",
            "choice",
            default=FaceLanguage.BANGLA,
            choices=tuple((str(value), str(label)) for value, label in FaceLanguage.choices),
        ),
        RegisterColumn("is_active", "সক্রিয়", "Active", "flag", default="1", hint=f"{_YES}; না হলে লগ ইন বন্ধ"),
    ),
)
CHARGES = RegisterSheet(
    "charges",
    "দায়িত্ব",
    "Charges",
    (
        _OFFICE,
        _OFFICE_NAME,
        RegisterColumn("title", "পদবি", "Title", must=True),
        RegisterColumn("username", "ব্যবহারকারী নাম", "User name", "code", must=True, longest=150),
        RegisterColumn("officer_name", "কর্মকর্তার নাম", "Name of the officer", "note"),
        RegisterColumn(
            "charge",
            "দায়িত্বের ধরন",
            "Charge",
            "choice",
            default=Charge.REGULAR,
            choices=tuple((str(value), str(label)) for value, label in Charge.choices),
        ),
        RegisterColumn("since", "কবে থেকে", "Since", "day", must=True, hint=_DAY),
        RegisterColumn("until", "কবে পর্যন্ত", "Until", "day", hint=f"এই দিন থেকে আর নেই; {_DAY}"),
    ),
)
SHEETS = (OFFICES, POSTS, OFFICERS, CHARGES)
"""In the order in which they are compared and written: each refers only to those before it."""
