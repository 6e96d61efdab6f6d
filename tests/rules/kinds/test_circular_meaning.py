"""What the sentences of a circular mean, typed or read from a file: the same schedules, posts and bodies; a person's own word stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand
from angikar.rules.kinds.circular import CIRCULAR, Circular
from angikar.rules.kinds.circular.arrange import arrange
from angikar.rules.kinds.circular.asks import asks
from angikar.rules.kinds.circular.meaning import follow, meant
from angikar.rules.kinds.circular.parts import parts_of
from angikar.rules.schedule.rule import Rule
from tests.rules.kinds.circulars import SAMPLE, whole

WEEKLY = Rule.model_validate({"rule": "every", "days": 7, "from": "issue"})


FRAME = Circular(subject="প্রস্তুতি", addressees=("পুলিশ সুপার, নদীকূল",))


def _typed(*paragraphs: str, frame: Circular = FRAME) -> Circular:
    """A circular of which each paragraph was added on the sheet; `-` before one puts it under the paragraph above."""
    content = frame
    for text in paragraphs:
        path, how = ("paragraphs", "add")
        if text.startswith("-"):
            path, how = f"paragraphs.{len(content.paragraphs) - 1}", "under"
        content = follow(content, arrange(content, path, how, text.lstrip("- ")))  # type: ignore[arg-type]
    return content


def _reworded(content: Circular, place: int, text: str) -> Circular:
    directives = list(content.directives)
    directives[place] = directives[place].model_copy(update={"text": text})
    return follow(content, content.model_copy(update={"directives": tuple(directives)}))


def test_the_content_of_a_file_means_what_was_read_from_the_file() -> None:
    content = whole(SAMPLE).content
    said = meant(content)
    assert tuple(each.directive for each in said.asked) == content.directives
    assert said.acknowledgement == content.acknowledgement
    assert [each.name for each in said.bodies] == [each.name for each in content.bodies]


def test_the_real_circular_means_the_same_typed(seeds: Path) -> None:
    content = understand(read_text((seeds / "circular-ec-2022.txt").read_text("utf-8"))).content
    said = meant(content)
    assert tuple(each.directive.schedule for each in said.asked) == tuple(each.schedule for each in content.directives)
    assert tuple(each.directive.addressees for each in said.asked) == tuple(
        each.addressees for each in content.directives
    )
    assert [each.name for each in said.bodies] == [each.name for each in content.bodies]


def test_the_real_circular_asks_the_same_when_it_is_typed_paragraph_by_paragraph(seeds: Path) -> None:
    real = understand(read_text((seeds / "circular-ec-2022.txt").read_text("utf-8"))).content
    paragraphs = []
    for part in parts_of(real):
        heading = f"{part.frame.title}:" if part.frame.title else ""
        own = [each.text for each in part.own]
        paragraphs.append(" ".join(filter(None, (heading, *own, part.frame.text))))
        paragraphs += [f"- {each.text}" for each in part.items]
    frame = Circular(subject=real.subject, letter=real.letter, addressees=real.addressees, copies=real.copies)
    typed = _typed(*paragraphs, frame=frame)
    timed = [(each.schedule, each.addressees) for each in typed.directives if each.schedule]
    assert timed == [(each.schedule, each.addressees) for each in real.directives if each.schedule] != []
    assert [(each.name, each.led_by, each.level) for each in typed.bodies] == [
        (each.name, each.led_by, each.level) for each in real.bodies
    ]
    day = date(2022, 10, 13)
    assert len(asks(typed, None, day)) == len(asks(real, None, day))


def test_a_typed_circular_asks_what_one_read_from_a_file_asks() -> None:
    typed = _typed(
        "পরিদর্শন দল গঠন: রিটার্নিং অফিসারের নেতৃত্বে তিন বিভাগের কর্মকর্তাদের সমন্বয়ে উপজেলা পর্যায়ে পরিদর্শন দল গঠন করতে হবে।",
        "পরিদর্শন দলের কার্যাবলি:",
        "- ভোটকেন্দ্রের প্রস্তুতি দেখা;",
        "- ০৫ (পাঁচ) দিন অন্তর অন্তর এবং নির্বাচনের ২ (দুই) দিন পূর্ব হতে ভোটগ্রহণের দিন পর্যন্ত প্রতিদিন প্রতিবেদন প্রেরণ;",
        "- কোনো অনিয়ম হলে তাৎক্ষণিকভাবে অধিদপ্তরকে অবহিত করা।",
        "কর্মপরিকল্পনা: পুলিশ সুপার নির্বাচনের ১০ (দশ) দিন পূর্বে কর্মপরিকল্পনার একটি কপি প্রেরণ করবেন।",
        "প্রাপ্তি স্বীকার: এই পরিপত্রের প্রাপ্তি স্বীকারের জন্য অনুরোধ করা হলো।",
        frame=FRAME.model_copy(update={"addressees": ("রিটার্নিং অফিসার, ..... (সংশ্লিষ্ট)", "পুলিশ সুপার, নদীকূল")}),
    )
    read = whole(SAMPLE).content
    timed = [(each.schedule, each.addressees) for each in typed.directives if each.schedule]
    assert timed == [(each.schedule, each.addressees) for each in read.directives if each.schedule]
    assert typed.acknowledgement
    assert [(each.name, each.led_by) for each in typed.bodies] == [(each.name, each.led_by) for each in read.bodies]
    day = date(2023, 3, 1)
    assert len(asks(typed, None, day)) == len(asks(read, None, day)) > 0


def test_a_sentence_that_is_changed_changes_its_schedule() -> None:
    content = _typed("৭ দিন অন্তর প্রতিবেদন দিতে হবে।")
    assert content.directives[0].schedule == (WEEKLY,)
    assert _reworded(content, 0, "প্রতিবেদন দিতে হবে।").directives[0].schedule == ()
    later = _reworded(content, 0, "পুলিশ সুপার ৫ দিন অন্তর প্রতিবেদন দেবেন।").directives[0]
    assert (later.schedule[0].days, later.addressees) == (5, ("পুলিশ সুপার",))


def test_a_schedule_that_a_person_wrote_stays() -> None:
    content = _typed("প্রতিবেদন দিতে হবে।", "৭ দিন অন্তর প্রতিবেদন দিতে হবে।")
    own = content.directives[0].model_copy(update={"schedule": (WEEKLY,)})
    written = follow(content, content.model_copy(update={"directives": (own, content.directives[1])}))
    assert written.directives[0].schedule == (WEEKLY,)
    assert _reworded(written, 0, "৫ দিন অন্তর প্রতিবেদন দিতে হবে।").directives[0].schedule == (WEEKLY,)
    moved = follow(written, arrange(written, "directives.0", "down"))
    assert [each.schedule for each in moved.directives] == [(WEEKLY,), (WEEKLY,)]
    bare = content.directives[1].model_copy(update={"schedule": ()})
    taken = follow(written, written.model_copy(update={"directives": (own, bare)}))
    assert taken.directives[1].schedule == ()
    assert [each.code for each in CIRCULAR.check(taken, None) if each.path == "directives.1.schedule"] == [
        "schedule-left-out"
    ]


def test_a_body_that_a_person_changed_or_removed_stays_so() -> None:
    content = _typed("পরিদর্শন দল গঠন: রিটার্নিং অফিসারের নেতৃত্বে পরিদর্শন দল গঠন করতে হবে।")
    assert [each.name for each in content.bodies] == ["পরিদর্শন দল"]
    removed = follow(content, content.model_copy(update={"bodies": ()}))
    assert _reworded(removed, 0, f"{removed.directives[0].text} দ্রুত।").bodies == ()
    led = content.bodies[0].model_copy(update={"led_by": "পুলিশ সুপার"})
    changed = follow(content, content.model_copy(update={"bodies": (led,)}))
    assert _reworded(changed, 0, f"{changed.directives[0].text} দ্রুত।").bodies == (led,)


def test_a_circular_without_time_and_receipt_asks_nothing_and_says_so() -> None:
    silent = _typed("সকলকে সতর্ক থাকতে হবে।")
    assert "nothing-asked" in [each.code for each in CIRCULAR.check(silent, None)]
    timed = _typed("সকলকে সতর্ক থাকতে হবে।", "৭ দিন অন্তর প্রতিবেদন দিতে হবে।")
    assert "nothing-asked" not in [each.code for each in CIRCULAR.check(timed, None)]


def test_working_days_are_counted_without_weekends_and_doubted() -> None:
    content = _typed("পুলিশ সুপার পত্র প্রাপ্তির ৭ (সাত) কার্যদিবসের মধ্যে তালিকা পাঠাবেন।")
    assert [rule.on for rule in content.directives[0].schedule] == ["issue+11"]
    doubt = next(each for each in CIRCULAR.check(content, None) if each.code == "schedule-vague")
    assert "৭ কার্যদিবস" in doubt.message
