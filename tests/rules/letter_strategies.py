"""Hypothesis strategies for letters, minutes and circulars of invented offices.

What a reader derives from words (the day of a decision, the schedule of a directive) stands here beside the words it is derived
from, so that a paper drawn here says nothing its own text does not.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from angikar.rules.kinds.circular.content import Circular, CircularBody, CircularParagraph, Directive
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem, Present
from angikar.rules.kinds.plain_letter import TITLES as HEADINGS
from angikar.rules.kinds.plain_letter import PlainLetter
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.urgency import MARKS
from angikar.rules.letters.values import Copy, Enclosure, Letter
from angikar.rules.schedule.rule import Rule
from tests.rules.strategies import BANGLA, LETTERS, NAMES, OFFICES, POSTS, SENTENCES, TITLES, WORDS, signers

COPIES = st.builds(
    Copy,
    to=st.sampled_from(("মহাপরিচালক, নমুনা অধিদপ্তর", "জেলা প্রশাসক (সকল)")),
    note=st.none() | st.just("ওয়েবসাইটে প্রকাশের অনুরোধসহ"),
)
ADDRESSED = st.lists(
    st.sampled_from(("পুলিশ সুপার, নদীকূল", "রিটার্নিং অফিসার, নদীকূল", "জেলা শিক্ষা অফিসার, নদীকূল")),
    min_size=1,
    max_size=3,
    unique=True,
).map(tuple)
ENCLOSURES = st.lists(
    st.builds(Enclosure, title=TITLES, pages=st.none() | st.sampled_from(("1", "12"))), max_size=2
).map(tuple)
_INSIDE = st.just({}) | st.just({"enclosure": "০২ পাতা"}) | ENCLOSURES.map(lambda listed: {"enclosures": listed})
PRIORITY = st.lists(st.sampled_from(MARKS), max_size=2, unique=True).map(tuple)


@st.composite
def plain_letters(draw: st.DrawFn) -> PlainLetter:
    masthead = ("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", draw(OFFICES))
    several = draw(st.booleans())
    labels = [
        f"{str(number).translate(BANGLA)}।" if several else "" for number in range(1, draw(st.integers(1, 3)) + 1)
    ]
    copies = tuple(draw(st.lists(COPIES, max_size=2)))
    return PlainLetter(
        office=masthead[1],
        masthead=masthead,
        letter=draw(LETTERS),
        subject=f"{draw(TITLES)} প্রসঙ্গে।",
        body=tuple(LetterPassage(label=label, text=draw(SENTENCES)) for label in labels),
        **draw(_INSIDE),
        title=draw(st.just("") | st.sampled_from(HEADINGS)),
        priority=draw(PRIORITY),
        signatories=draw(signers("body", "copies") if copies else signers("body")),
        addressees=draw(ADDRESSED),
        copies=copies,
    )


_DECISIONS: tuple[Callable[[str], MinutesDecision], ...] = (
    lambda words: MinutesDecision(text=f"{words} হালনাগাদ করতে হবে।"),
    lambda words: MinutesDecision(text=f"{words} এ মাসের মধ্যে শেষ করতে হবে।", due="2023-03-31"),
    lambda words: MinutesDecision(text=f"{words} ১৫-০৪-২০২৩ তারিখের মধ্যে পাঠাতে হবে।", due="2023-04-15"),
    lambda words: MinutesDecision(
        text=f"প্রতি মাসের ৫ তারিখের মধ্যে {words} পাঠাতে হবে।", recurrence=(Rule(rule="monthly", day=5),)
    ),
    lambda words: MinutesDecision(text=f"{words} পুনরায় যাচাই করতে হবে।", carried_over=True),
)
_IMPLEMENTERS = st.lists(
    st.sampled_from(("জেলা তথ্য অফিসার, নদীকূল", "উপজেলা নির্বাহী অফিসার (সকল)", "জেলা ইনোভেশন টিম")),
    min_size=1,
    max_size=2,
    unique=True,
).map(tuple)


@st.composite
def _item(draw: st.DrawFn, number: int) -> MinutesItem:
    decisions = [make(draw(TITLES)) for make in draw(st.lists(st.sampled_from(_DECISIONS), min_size=1, max_size=3))]
    own = len(decisions) > 1 and draw(st.booleans())
    whose = [draw(_IMPLEMENTERS) for _ in decisions] if own else [draw(_IMPLEMENTERS)] * len(decisions)
    together = tuple(dict.fromkeys(name for each in whose for name in each))
    placed = tuple(each.model_copy(update={"implementers": who}) for each, who in zip(decisions, whose, strict=True))
    return MinutesItem(
        number=str(number), title=draw(TITLES), discussion=draw(SENTENCES), decisions=placed, implementers=together
    )


@st.composite
def minutes(draw: st.DrawFn) -> Minutes:
    copies = tuple(draw(st.lists(COPIES, max_size=2)))
    return Minutes(
        title="মার্চ ২০২৩ মাসের জেলা সেবা কমিটির সভার কার্যবিবরণী",
        body="জেলা সেবা কমিটি",
        month="2023-03",
        date="2023-03-14",
        time=draw(st.sampled_from(("09:30", "11:00", "12:15", "15:30", "19:05"))),
        place=f"{draw(TITLES)} কক্ষ",
        chair=f"জনাব {draw(NAMES)}, জেলা প্রশাসক, নদীকূল",
        attendance=draw(st.none() | st.just("পরিশিষ্ট-ক")),
        opening=draw(
            st.just("") | st.just("সভায় উপস্থিত সবাইকে স্বাগত জানিয়ে সভার কাজ শুরু করা হয় এবং বিগত সভার কার্যবিবরণী পাঠ করে শোনানো হয়।")
        ),
        items=tuple(draw(_item(number)) for number in range(1, draw(st.integers(1, 4)) + 1)),
        closing="পরিশেষে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করা হয়।",
        letter=Letter(memo_number="05.41.9900.011.06.002.23-77", date="2023-03-20", bangla_date="1429-12-06"),
        present=tuple(
            Present(
                name=draw(NAMES),
                post=draw(POSTS),
                mobile=draw(st.none() | st.just("01700000000")),
                signed=draw(st.booleans()),
            )
            for _ in range(draw(st.integers(0, 3)))
        ),
        copies=copies,
        signatories=draw(signers("body")),
    )


_DIRECTIVES: tuple[Callable[[str], tuple[str, tuple[str, ...], tuple[Rule, ...]]], ...] = (
    lambda words: (f"{words} প্রস্তুত করতে হবে।", (), ()),
    lambda words: (
        f"পুলিশ সুপার নির্বাচনের ১০ (দশ) দিন পূর্বে {words} প্রেরণ করবেন।",
        ("পুলিশ সুপার",),
        (Rule(rule="once", on="anchor-10"),),
    ),
    lambda words: (f"তাৎক্ষণিকভাবে {words} অবহিত করতে হবে।", (), (Rule(rule="immediate"),)),
    lambda words: (
        f"০৫ (পাঁচ) দিন অন্তর অন্তর {words} প্রেরণ করতে হবে।",
        (),
        (Rule.model_validate({"rule": "every", "days": 5, "from": "issue"}),),
    ),
)
_LETTERED = ("ক", "খ", "গ")


def _closed(asked: list[Directive]) -> tuple[Directive, ...]:
    """What recurs by days ends on polling day where a directive of the same paper speaks of the poll; elsewhere it goes on."""
    if not any("নির্বাচন" in each.text for each in asked):
        return tuple(asked)
    return tuple(
        each.model_copy(
            update={
                "schedule": tuple(
                    rule.model_copy(update={"until": "anchor"}) if rule.rule == "every" else rule
                    for rule in each.schedule
                )
            }
        )
        for each in asked
    )


@st.composite
def circulars(draw: st.DrawFn) -> Circular:
    frames, asked = [], []
    count = draw(st.integers(1, 4))
    for number in range(1, count + 1):
        makers = draw(st.lists(st.sampled_from(_DIRECTIVES), min_size=1, max_size=3))
        listed = len(makers) > 1
        codes = tuple(f"{number}({letter})" for letter in _LETTERED[: len(makers)]) if listed else (str(number),)
        for code, make in zip(codes, makers, strict=True):
            text, who, rules = make(draw(TITLES))
            asked.append(Directive(code=code, text=text, addressees=who, schedule=rules))
        intro = "কার্যক্রম নিম্নরূপ:" if listed else ""
        frames.append(CircularParagraph(number=str(number), title=f"{draw(WORDS)} ব্যবস্থা", text=intro, codes=codes))
        if draw(st.booleans()):
            code = str(number) if listed else f"*{1 + sum(each.code.startswith('*') for each in asked)}"
            text, who, rules = draw(st.sampled_from(_DIRECTIVES))(draw(TITLES))
            asked.append(Directive(code=code, text=text, addressees=who, schedule=rules))
            frames.append(CircularParagraph(codes=(code,)))
    receipt = draw(st.booleans())
    if receipt:
        number = str(count + 1)
        asked.append(Directive(code=number, text="এই পরিপত্রের প্রাপ্তি স্বীকারের জন্য অনুরোধ করা হলো।"))
        frames.append(CircularParagraph(number=number, title="প্রাপ্তি স্বীকার", codes=(number,)))
    bodies, team = draw(st.just(((), ())) | st.just(((_TEAM,), (_FORMS_TEAM,))))
    if team:
        number = str(count + receipt + 1)
        asked.append(team[0].model_copy(update={"code": number}))
        frames.append(CircularParagraph(number=number, title="পরিদর্শন দল গঠন", codes=(number,)))
    copies = tuple(draw(st.lists(COPIES, max_size=2)))
    running = draw(st.integers(1, 30))
    return Circular(
        office="নদীকূল নির্বাচন অধিদপ্তর",
        letterhead=("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "নদীকূল নির্বাচন অধিদপ্তর"),
        title=f"পরিপত্র-{str(running).translate(BANGLA)}",
        number=str(running),
        subject=f"{draw(TITLES)} প্রসঙ্গে",
        priority=tuple(draw(st.lists(st.sampled_from(("অতীব জরুরি", "নির্বাচন অগ্রাধিকার")), max_size=2, unique=True))),
        letter=draw(LETTERS),
        preamble="উপর্যুক্ত বিষয়ে নিম্নরূপ নির্দেশনা দেওয়া হলো:",
        paragraphs=tuple(frames),
        bodies=bodies,
        directives=_closed(asked),
        enclosures=draw(ENCLOSURES),
        acknowledgement=receipt,
        addressees=("রিটার্নিং অফিসার, নদীকূল", "পুলিশ সুপার, নদীকূল"),
        copies=copies,
        signatories=draw(signers("body", "copies") if copies else signers("body")),
    )


_TEAM = CircularBody(name="পরিদর্শন দল", level="upazila", led_by="রিটার্নিং অফিসার")
_FORMS_TEAM = Directive(
    code="", text="রিটার্নিং অফিসারের নেতৃত্বে উপজেলা পর্যায়ে পরিদর্শন দল গঠন করতে হবে।", addressees=("রিটার্নিং অফিসার",)
)
