"""Every sentence with which calling a meeting is refused, in Bangla and in English."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

SERIES_TITLE_USED = Sentence(
    "series-title-used", "এই নামে একটি নিয়মিত সভা আছে।", "The body has a series of that title already."
)
NO_SERIES_ON_DAY = Sentence("no-series-on-day", "এই তারিখে নিয়মিত সভাটি নেই।", "There is no such series on that day.")
SERIES_HAS_CALLED_MEETING = Sentence(
    "series-has-called-meeting", "নোটিশ জারি করা সভা আগে বাতিল করুন।", "Cancel the meeting that was called first."
)
TITLE_MISSING = Sentence("meeting-title-missing", "কোন সভা, তা লিখুন।", "Write which meeting it is.")
CANCELLATION_NEEDS_REASON = Sentence(
    "cancellation-needs-reason", "কেন বাতিল হচ্ছে, তা এক বাক্যে লিখুন।", "Write in one sentence why it is called off."
)
NO_BODY_ON_DAY = Sentence("no-body-on-day", "এই তারিখে কমিটি বা টিমটি নেই।", "There is no such body on that day.")
MEETING_CANCELLED = Sentence("meeting-was-cancelled", "সভাটি বাতিল হয়েছে।", "The meeting was called off.")
MEETING_NOT_MOVABLE = Sentence(
    "meeting-not-movable",
    "সভা শুরু হয়ে গেলে বা শেষ হলে আর সরানো বা বাতিল করা যায় না।",
    "A meeting that is being held or was held cannot be moved or called off.",
)
RHYTHM_MISSING = Sentence(
    "series-rhythm-missing",
    "কত দিন পরপর সভা, তা লিখুন, যেমন “প্রতি মাসের ১০ তারিখের মধ্যে”।",
    "Write how often the body meets, such as “প্রতি মাসের ১০ তারিখের মধ্যে”.",
)
SECOND_MEETING_OF_DAY = Sentence(
    "second-meeting-of-day", "{day:d} তারিখে এই কমিটি বা টিমের আরেকটি সভা আছে।", "The body has another meeting on {day:d}."
)
CHAIR_NOT_MEMBER = Sentence(
    "chair-not-member",
    "“{name}” {day:d} তারিখে এই কমিটি বা টিমের সদস্য নন; সভাপতি একজন সদস্যই হন।",
    "“{name}” is no member on {day:d}; a meeting is led by a member.",
)
OUTSIDE_PERIOD = Sentence(
    "meeting-outside-period",
    "সভাটি {first:d} হতে {last:d} তারিখের মধ্যে হওয়ার কথা; বাইরে করতে হলে কারণ লিখুন।",
    "The meeting belongs between {first:d} and {last:d}; write why it lies outside.",
)
CHANGE_NEEDS_REASON = Sentence(
    "called-meeting-change-needs-reason",
    "নোটিশ জারির পরে বদলাতে হলে কারণ লিখুন।",
    "The notice is out; write why the meeting is changed.",
)
NOTICE_INCOMPLETE = Sentence(
    "notice-incomplete", "নোটিশের আগে সভার তারিখ, সময় ও স্থান লিখুন।", "Write day, hour and place before the notice."
)
NOTICE_WITHOUT_AGENDA = Sentence(
    "notice-without-agenda",
    "আলোচ্যসূচি ছাড়া নোটিশ হয় না; আগে আলোচ্যসূচি তৈরি করুন।",
    "There is no notice without an agenda; make the agenda first.",
)
NOTICE_DRAFTED = Sentence(
    "notice-drafted-already",
    "নোটিশের খসড়া আগে থেকেই আছে; সেটি জারি করুন বা সেখানেই বদলান।",
    "There is a draft of the notice already; issue it or change it.",
)
