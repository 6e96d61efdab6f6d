"""The sentences of notices: what a post or an outsider reads, and why the office above could not be notified."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

SEVERAL_DUTIES = Sentence("several-duties", "{count}টি করণীয়", "{count:duty/duties}")
DUTY_DUE = Sentence("duty-due", "{what}: শেষ দিন {due:d} ({paper})", "{what}: to be done by {due:d} ({paper})")
DUTY_OVERDUE = Sentence("duty-overdue", "{what}: সময় শেষ হয়েছে {due:d} ({paper})", "{what}: due {due:d} ({paper})")
ABOUT_POST = Sentence("about-post", "{post}: {notice}", "{post}: {notice}")


BREACH_REPORTED = Sentence(
    "breach-reported",
    "আচরণবিধি লঙ্ঘন, {office}: {against}: {what}",
    "Breach of the code, {office}: {against}: {what}",
)
REPORT_HOURS_LATE = Sentence(
    "report-hours-late",
    "{post}: {hours} ঘণ্টা দেরি: {duty} ({paper})",
    "{post}: {hours:hour/hours} late: {duty} ({paper})",
)
REPORTS_MISSING = Sentence(
    "reports-missing",
    "{post}: {count}টি প্রতিবেদন আসেনি, প্রথমটির শেষ দিন ছিল {since:d} ({paper})",
    "{post}: {count:report is/reports are} missing, the first was due on {since:d} ({paper})",
)
NO_HEAD_ABOVE = Sentence(
    "no-head-above",
    "ঊর্ধ্বতন দপ্তরের প্রধান নিবন্ধনে নেই; কাউকে জানানো যায়নি।",
    "No office above has a head in the register; no one could be notified.",
)

HOLDER_LEFT = Sentence(
    "holder-left",
    "{post} পদে আপনি {day:d} থেকে আর নেই; লিখেছেন {by}। ভুল হলে ঊর্ধ্বতন দপ্তরকে এখনই জানান।",
    "From {day:d} you no longer hold the post {post}; {by} entered that. If it is wrong, tell the office above at once.",
)
HOLDER_CHANGED = Sentence(
    "holder-changed",
    "{post}: {day:d} থেকে {left} → {came}; লিখেছেন {by}।",
    "{post}: from {day:d} {left} → {came}; entered by {by}.",
)
HOLDER_CAME = Sentence(
    "holder-came",
    "{day:d} থেকে আপনি {post}; লিখেছেন {by}।",
    "From {day:d} you hold the post {post}; entered by {by}.",
)
OFFICE_LOST = Sentence(
    "office-lost",
    "{office} {day:d} থেকে আর নেই ({what}); আপনার পদ {post} শেষ হলো। লিখেছেন {by}। ভুল হলে ঊর্ধ্বতন দপ্তরকে এখনই জানান।",
    "From {day:d} {office} is no more ({what}), and your post {post} ended with it; {by} entered that. If it is wrong, tell the office above at once.",
)
OFFICE_CHANGED = Sentence(
    "office-changed",
    "{office}: {day:d} থেকে {what}; লিখেছেন {by}।",
    "{office}: {what} from {day:d}; entered by {by}.",
)
APPROVAL_ASKED = Sentence(
    "approval-asked",
    "নিশ্চিতকরণ দরকার: {what}, {person}; অনুরোধ করেছেন {by}। না জেনে নিশ্চিত করবেন না।",
    "To be confirmed: {what}, {person}; asked by {by}. Confirm only what you know to be right.",
)
APPROVAL_ANSWERED = Sentence(
    "approval-result",
    "{what}, {person}: {state}, {by}। {words}",
    "{what}, {person}: {state}, {by}. {words}",
)
ACCOUNT_CHANGED = Sentence(
    "account-changed",
    "{name}-এর হিসাব: {what}; করেছেন {by}। আপনার অজান্তে হলে নিবন্ধরক্ষক ও ঊর্ধ্বতন দপ্তরকে এখনই জানান।",
    "The account of {name}: {what}, by {by}. If that was not meant to be, tell the keeper of the register and the office above at once.",
)
PAPER_ARRIVED = Sentence("paper-arrived", "নতুন কাগজ এসেছে: {paper}", "A paper has come: {paper}")
PAPER_TO_ACKNOWLEDGE = Sentence(
    "paper-to-acknowledge",
    "নতুন কাগজ এসেছে: {paper}। প্রাপ্তি স্বীকার করুন।",
    "A paper has come: {paper}. Please acknowledge its receipt.",
)
RECEIPT_OUTSTANDING = Sentence(
    "receipt-outstanding", "প্রাপ্তি স্বীকার বাকি: {paper}", "The receipt has not been acknowledged: {paper}"
)
OFFICES_WITHOUT_RECEIPT = Sentence(
    "offices-without-receipt",
    "{count}টি দপ্তর এক সপ্তাহেও প্রাপ্তি স্বীকার করেনি: {paper}",
    "{count:office has/offices have} not acknowledged the receipt within a week: {paper}",
)
OUTSIDER_WITHOUT_RECEIPT = Sentence(
    "outsider-without-receipt",
    "{name} এক সপ্তাহেও প্রাপ্তি স্বীকার করেননি: {paper}",
    "{name} has not acknowledged the receipt within a week: {paper}",
)

MEETING_CALLED = Sentence("meeting-called", "সভা: {body}, {details}", "Meeting: {body}, {details}")
MEETING_CHANGED = Sentence(
    "meeting-changed", "সভার সময় বদলেছে: {body}, {details}", "The meeting was changed: {body}, {details}"
)
MEETING_CANCELLED = Sentence(
    "meeting-cancelled", "সভা বাতিল: {body}, {details}", "The meeting is called off: {body}, {details}"
)

COMMENT_ASKED = Sentence(
    "comment-asked",
    "{office} মতামত চেয়েছে: {paper}। {words}",
    "{office} asks for your comment: {paper}. {words}",
)
CONSENT_AWAITED = Sentence(
    "consent-awaited",
    "{office}-এর সংশোধনী সম্মতির অপেক্ষায়: {paper}।",
    "{office} awaits your consent to an amendment: {paper}.",
)
PLAN_ASSIGNED = Sentence(
    "plan-assigned-to-you",
    "{office} আপনার দপ্তরের জন্য খসড়া পাঠিয়েছে: {paper}। নিজের সারি যোগ করে মতামতের জন্য পাঠান।",
    "{office} has sent your office a draft: {paper}. Add your own rows and send it for comment.",
)
PLAN_OFFERED = Sentence(
    "plan-offered-to-you",
    "{office} নমুনা বদলেছে: {paper}। খসড়ার পাশে বদলগুলো দেখে নিন।",
    "{office} has changed the template of {paper}. See what changed beside your draft, and take it over.",
)
COMMENT_GIVEN = Sentence(
    "comment-given",
    "{office} মতামতসহ ফেরত দিয়েছে: {paper}। {words}",
    "{office} sent it back with a comment: {paper}. {words}",
)
COMMENT_MADE = Sentence(
    "comment-made",
    "{office}, {place}: {words} ({paper})",
    "{office}, {place}: {words} ({paper})",
)
SUGGESTION_ACCEPTED = Sentence(
    "suggestion-accepted",
    "{office} প্রস্তাব গ্রহণ করেছে, {place}: {paper}।",
    "{office} accepted the suggestion, {place}: {paper}.",
)
COMMENT_SETTLED = Sentence(
    "comment-settled", "মতামত মীমাংসা হয়েছে, {place}: {paper}।", "A comment was settled, {place}: {paper}."
)
SIGNATURE_ASKED = Sentence(
    "signature-asked",
    "{name} স্বাক্ষর করেছেন, এখন আপনার স্বাক্ষর বাকি: {paper}।",
    "{name} has signed, your signature is awaited: {paper}.",
)
SIGNED_BY_ALL = Sentence("signed-by-all", "সব পক্ষ স্বাক্ষর করেছে: {paper}।", "All parties have signed: {paper}.")

ANCHOR_DAY_MOVED = Sentence(
    "anchor-day-moved",
    "{paper}: নির্ধারিত দিন {was:d} থেকে {day:d} তারিখে সরানো হয়েছে; আপনার করণীয়ের দিন বদলেছে। {words}",
    "{paper}: the anchor day was moved from {was:d} to {day:d}; the days of your duties changed. {words}",
)
ANCHOR_DAY_SET = Sentence(
    "anchor-day-set",
    "{paper}: নির্ধারিত দিন {day:d} তারিখে সরানো হয়েছে; আপনার করণীয়ের দিন বদলেছে। {words}",
    "{paper}: the anchor day was moved to {day:d}; the days of your duties changed. {words}",
)

REPORT_SENT_BACK = Sentence(
    "report-sent-back",
    "প্রতিবেদন ফেরত এসেছে: {duty} ({paper})। কারণ: {words}",
    "A report was sent back: {duty} ({paper}). Reason: {words}",
)
RETURN_ANSWERED = Sentence(
    "return-answered",
    "ফেরত দেওয়া প্রতিবেদনের জবাব এসেছে, {office}: {duty} ({paper})",
    "What was sent back was answered, {office}: {duty} ({paper})",
)
QUARTER_FILED = Sentence(
    "quarter-filed",
    "{office} {quarter} নম্বর ত্রৈমাসিক দাখিল করেছে; যাচাই করুন ({paper})",
    "{office} filed quarter {quarter}; please verify it ({paper})",
)
QUARTER_FILED_AGAIN = Sentence(
    "quarter-filed-again",
    "{office} ফেরত দেওয়া {quarter} নম্বর ত্রৈমাসিক সংশোধন করে আবার দাখিল করেছে ({paper})",
    "{office} mended quarter {quarter} and filed it again ({paper})",
)
QUARTER_SENT_BACK = Sentence(
    "quarter-sent-back",
    "{quarter} নম্বর ত্রৈমাসিকের {count}টি সারি সংশোধনের জন্য ফেরত এসেছে ({paper})। {words}",
    "Sent back of quarter {quarter}: {count:row/rows}, to be mended ({paper}). {words}",
)
QUARTER_CLOSED = Sentence(
    "quarter-closed",
    "{quarter} নম্বর ত্রৈমাসিক গৃহীত হয়ে বন্ধ হয়েছে ({paper})। {words}",
    "Quarter {quarter} was accepted and is closed ({paper}). {words}",
)
QUARTER_CLOSED_UNFILED = Sentence(
    "quarter-closed-unfiled",
    "{quarter} নম্বর ত্রৈমাসিক দাখিল ছাড়াই বন্ধ করা হয়েছে ({paper})। কারণ: {words}",
    "Quarter {quarter} was closed without being filed ({paper}). Reason: {words}",
)
REOPENING_ASKED = Sentence(
    "reopening-wanted",
    "{office} বন্ধ {quarter} নম্বর ত্রৈমাসিক খুলে দিতে বলেছে ({paper})। কারণ: {words}",
    "{office} asks to open the closed quarter {quarter} ({paper}). Reason: {words}",
)
REOPENING_GRANTED = Sentence(
    "reopening-granted",
    "{quarter} নম্বর ত্রৈমাসিক {until:d} পর্যন্ত খুলে দেওয়া হয়েছে ({paper})",
    "Quarter {quarter} was opened until {until:d} ({paper})",
)
REOPENING_DECLINED = Sentence(
    "reopening-declined",
    "{quarter} নম্বর ত্রৈমাসিক খোলা হয়নি ({paper})। কারণ: {words}",
    "Quarter {quarter} was not opened ({paper}). Reason: {words}",
)

YEAR_FIXED = Sentence(
    "year-fixed",
    "বছরের মূল্যায়ন চূড়ান্ত হয়েছে, গৃহীত নম্বর {marks:n} ({paper})",
    "The year was evaluated, {marks} marks accepted ({paper})",
)
YEAR_PUBLISHED = Sentence(
    "year-published", "বছরের মূল্যায়ন প্রকাশ করা হয়েছে ({paper})", "The evaluation of the year was published ({paper})"
)
YEAR_TAKEN_BACK = Sentence(
    "year-taken-back",
    "বছরের মূল্যায়ন ফেরত নেওয়া হয়েছে ({paper})। কারণ: {words}",
    "The evaluation of the year was taken back ({paper}). Reason: {words}",
)

DIGEST = Sentence("digest", "অঙ্গীকার: {counts}", "Angikar: {counts}")
DIGEST_MORE = Sentence("digest-more", "আরও {count}টি বিজ্ঞপ্তি পাতায় আছে।", "{count} more are on the page of notices.")
COUNT_ALARM = Sentence("count-alarm", "জরুরি {count}টি", "alarms {count}")
COUNT_LATE = Sentence("count-late", "দেরি {count}টি", "late {count}")
COUNT_REMINDER = Sentence("count-reminder", "সামনে শেষ দিন {count}টি", "due soon {count}")
COUNT_ESCALATION = Sentence("count-escalation", "অধীন দপ্তরের বাকি {count}টি", "outstanding below {count}")
COUNT_INVITATION = Sentence("count-invitation", "সভা {count}টি", "meetings {count}")
COUNT_URGENT = Sentence("count-urgent", "জরুরি কাগজ {count}টি", "urgent papers {count}")
COUNT_WORD = Sentence("count-word", "বিজ্ঞপ্তি {count}টি", "notices {count}")
ANCHOR_SUBJECT = Sentence("anchor-subject", "অঙ্গীকার: {day:d} তারিখের নোঙর", "Angikar: anchor of {day:d}")
ANCHOR_LETTER = Sentence(
    "anchor-letter",
    "{house} এর ইতিহাস এখন যেখানে শেষ, তার স্বাক্ষরিত চিহ্ন নিচে। চিঠিটি রেখে দিন: পরে কেউ ইতিহাস কাটলে বা বদলালে এটির সঙ্গে আর মিলবে না।",
    "Below is the signed mark of where the history of {house} ends now. Keep this letter: a history that is cut or altered later agrees with it no more.",
)
LEAVE = Sentence(
    "leave-mail",
    "এ ধরনের ই-মেইল আর না চাইলে এখানে বন্ধ করুন (পাতায় বিজ্ঞপ্তি থাকবে): {link}",
    "To end e-mail of this kind, open this (the page still shows the notices): {link}",
)
