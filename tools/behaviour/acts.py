"""Does a few things of an office through the forms of the screens, so that screens which need them can be seen too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from tools.behaviour.contents import record_of, write
from tools.behaviour.crawl import Walker, leads
from tools.behaviour.visitor import File


class Act(NamedTuple):
    """Who fills in which form: a page of that pattern, the ending of the address it is sent to, what is typed in it."""

    who: str
    page: str
    ending: str
    typed: Mapping[str, str] = {}
    file: str = ""
    """The name of a file that goes with it."""
    also: str = ""
    """A screen of the paper that comes of it, to which nothing leads yet."""


DAY = "21.11.2026"
ACTS = (
    Act(
        "planning",
        "duties-n",
        "/report/",
        {"value": "5", "words": "চলতি ত্রৈমাসিকের কাজ হয়েছে।", "do": "submit"},
        "proof.txt",
    ),
    Act("dg", "grid-n-n", "/file/", {"words": "বাকি কাজ চলছে।"}),
    Act("performance", "grid-n-n", "/verify/", {"do": "take_up"}),
    Act("performance", "grid-n-n", "/verify/", {"do": "accept_rest"}),
    Act("dg", "papers-n", "/supersede/"),
    Act("dg", "letters-new", "/letters/new/", {"form": "letter", "subject": "ঘাটের আসবাব"}),
    Act("elections", "papers-n", "/supersede/", also="/circulars/{}/"),
    Act("elections", "circulars-n-summary", "/summary/", {"directive": "3"}),
    Act("elections", "circulars-n-summary-directive=", "/make/"),
    Act(
        "elections",
        "papers-n-receipts",
        "/change/",
        {"do": "address", "name": "অতিথি সংস্থা", "reach": "guest@example.org"},
    ),
    Act(
        "deo",
        "circulars-n-incidents-tell",
        "/tell/",
        {
            "f-day": "2026-11-20",
            "f-clock": "09:00",
            "f-place": "৩ নং ওয়ার্ড",
            "f-against": "একজন প্রার্থী",
            "f-what": "গভীর রাতে মাইক",
            "f-source": "লিখিত অভিযোগ",
        },
        "picture.txt",
    ),
    Act("deo", "incidents-n", "/step/", {"do": "done", "words": "মাইক থামানো হয়েছে।"}),
    Act("ict", "agenda-n", "/change/", {"do": "move", "date": DAY, "words": "কক্ষ খালি আছে।"}),
    Act("ict", "sittings-n", "/change/", {"do": "begin"}),
    Act("ict", "sittings-n", "/write/", {"title": "নৌকায় সেবার খরচ"}),
    Act("ict", "ideas", "/ideas/", {"title": "চরের পাঠাগার", "text": "নৌকায় বই"}),
    Act("uno3", "duties-n", "/acknowledge/"),
    Act("planning", "notices", "/subscribe/"),
    Act("admin", "posts-n", "/note/", {"words": "দুটি কাজ বাকি আছে।"}),
    Act("ict", "intake", "/intake/", {}, "minutes.txt"),
    Act("elections", "intake", "/intake/", {}, "circular.pdf"),
    Act("dg", "intake-n", r"/doubts/[\w-]+/", {"choice": "take"}),
    Act("elections", "intake-n", "/doubts/"),
    Act("dg", "papers-n", "/arrange/", {"how": "add", "text": "ঘাটে দশটি বেঞ্চ বসাতে হবে।"}),
    Act("dg", "papers-n", "/pass/", {"words": "দেখে দিন।"}),
    Act("dg", "papers-n", "/move/", {"to": "review"}),
    Act("dg", "results-n", "/make/", {"what": "evaluation"}),
    Act("secretary", "standings", "/keep/"),
    Act("performance", "duties-n", "/verdict/", {"do": "accept", "words": "ঠিক আছে।"}),
    Act("performance", "duties-n", "/excuse/", {"words": "এ বছর প্রযোজ্য নয়।"}),
    Act("elections", "circulars-n-missing", "/escalate/"),
    Act("ict", "decisions-n", "/change/", {"do": "state", "state": "running", "words": "কাজ চলছে।"}),
    Act("ict", "ideas-n", "/change/", {"to": "review", "words": "খরচের হিসাব দিন।"}),
    Act("dc", "bodies-n-meetings", "/change/", {"subject": "চরের নৌঘাট", "text": "বর্ষার আগে দেখা দরকার।", "do": "propose"}),
)
AGAIN = ("/", "/notices/", "/papers/", "/intake/")
"""What everybody looks at once more when all is done."""


def do_all(walkers: Mapping[str, Walker], files: Mapping[str, bytes], folder: Path) -> None:
    """Do every act, record what is answered and the new screens it leads to, and let everybody look once more."""
    for number, act in enumerate(ACTS, 1):
        name = f"{number:02}-{act.who}-{act.page}.txt"
        file = File(act.file, files.get(act.file, act.file.encode())) if act.file else None
        write(folder / name, _done(walkers[act.who], act, file))
    for walker in walkers.values():
        walker.walk(AGAIN)


def _done(walker: Walker, act: Act, file: File | None) -> str:
    """Fill in the form where it is found; what was answered, as it is kept."""
    found = walker.form(act.page, act.ending, act.typed)
    if found is None:
        return f"No screen {act.page} has a form with {', '.join(act.typed)} that is sent to {act.ending}\n"
    page, form = found
    fields = {**form.fields, **act.typed}
    if form.method == "get":
        asked = f"{form.action.partition('?')[0]}?{urlencode(fields)}"
        walker.walk([asked])
        return f"GET {asked}\n"
    answer = walker.visitor.post(form.action, fields, file, form.file_field)
    led = [link.address for link in leads(form.action, answer)]
    more = [act.also.format(number) for address in led[:1] for number in re.findall(r"\d+", address)[:1] if act.also]
    walker.walk(dict.fromkeys([page, *led, *more]))
    return record_of(f"POST {form.action}", answer)
