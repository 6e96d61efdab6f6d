"""What programs are answered where it goes wrong, in Bangla and English."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

WITHOUT_TOKEN = Sentence(
    "api-without-token",
    "টোকেন নেই, অথবা টোকেনটি ভুল, বাতিল বা মেয়াদোত্তীর্ণ; Authorization: Bearer … হিসেবে চালু একটি টোকেন পাঠান।",
    "There is no token, or it is wrong, revoked or over; send a valid one as Authorization: Bearer ….",
)
SCOPE_LACKING = Sentence(
    "api-scope-lacking",
    "এই টোকেন দিয়ে এটি করা যায় না; “{scope}” সহ টোকেন লাগে।",
    "This token was not made for this; it takes one with “{scope}”.",
)
TOO_OFTEN = Sentence(
    "api-too-often",
    "অনেক বেশি অনুরোধ এসেছে; {seconds} সেকেন্ড পরে আবার চেষ্টা করুন।",
    "Too many requests; try again in {seconds:second/seconds}.",
)
NOT_THERE = Sentence("api-not-there", "এমন কিছু পাওয়া গেল না।", "There is no such thing here.")
UNREADABLE = Sentence(
    "api-unreadable", "অনুরোধটি পড়া যায়নি; JSON ঠিক আছে কি না দেখুন।", "The request could not be read; look at its JSON."
)
UNFIT = Sentence(
    "api-unfit",
    "অনুরোধটি API-র বিবরণের সঙ্গে মেলে না; errors-এ দেখুন কোথায়।",
    "The request is not as the description of the API says; errors says where.",
)
KEY_USED = Sentence(
    "api-key-used",
    "এই Idempotency-Key অন্য একটি অনুরোধে ব্যবহার হয়েছে; নতুন একটি দিন।",
    "This Idempotency-Key was used for another request; take a new one.",
)
KEY_UNFIT = Sentence(
    "api-key-unfit",
    "Idempotency-Key সর্বোচ্চ ২০০টি ASCII চিহ্নের হবে, ফাঁকা জায়গা ছাড়া।",
    "An Idempotency-Key has 200 signs of ASCII at most, and no space.",
)
UNDER_WAY = Sentence(
    "api-under-way",
    "একই Idempotency-Key-র অনুরোধটি এখনো শেষ হয়নি; একটু পরে আবার পাঠান।",
    "The request with this Idempotency-Key is still under way; send it again in a moment.",
)
VERSION_NEEDED = Sentence(
    "api-version-needed",
    "কোন সংস্করণ দেখে লেখা হচ্ছে, তা If-Match হিসেবে পাঠান, যেমন If-Match: “3”।",
    'Send as If-Match which version was seen, such as If-Match: "3".',
)
PAGE_LOST = Sentence(
    "api-page-lost",
    "তালিকার এই জায়গাটি আর নেই; page ছাড়া প্রথম থেকে শুরু করুন।",
    "This place of the list is not known; begin at the first page, without page.",
)
FIGURE_ENDLESS = Sentence(
    "api-figure-endless", "অনুরোধে একটি অঙ্ক অসম্ভব লম্বা।", "A figure in the request is longer than any figure is."
)
TOO_LARGE = Sentence("api-too-large", "অনুরোধটি খুব বড়।", "The request is too large.")
LETTER_UNFIT = Sentence(
    "api-letter-unfit",
    "অনুরোধে এমন একটি চিহ্ন আছে যা রাখা যায় না (NUL)।",
    "The request holds a sign that cannot be stored (NUL).",
)
VALUES_WITHOUT_HEAD = Sentence(
    "api-values-without-head",
    "প্রথম সারিতে part, code, quarter ও value শিরোনাম থাকতে হবে।",
    "The first row must have the headings part, code, quarter and value.",
)
VALUES_TOO_MANY = Sentence(
    "api-values-too-many", "একবারে সর্বোচ্চ {most}টি মান পাঠান।", "Send {most:value/values} at once at most."
)
ROW_UNKNOWN = Sentence(
    "api-row-unknown",
    "{part} {code}, ত্রৈমাসিক {quarter}: এমন কোনো সারির প্রতিবেদন আপনার দেওয়ার নয়।",
    "{part} {code}, quarter {quarter}: there is no such row for you to report.",
)
ROW_TWICE = Sentence(
    "api-row-twice",
    "{part} {code}, ত্রৈমাসিক {quarter}: একই সারি দুবার আছে।",
    "{part} {code}, quarter {quarter}: the same row is there twice.",
)
