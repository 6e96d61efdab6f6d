"""Why a paper cannot be signed, or be issued as it is signed."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

TAKES_NO_SIGNATURE = Sentence(
    "paper-takes-no-signature",
    "এই অবস্থায় কাগজে স্বাক্ষর করা যায় না; চিঠি জারির পর স্বাক্ষরিত হয়, তখন এর নম্বর ও তারিখ থাকে।",
    "A paper in this state takes no signature; a letter is signed after it is issued, when it has its number and date.",
)
SIGNED_ALREADY = Sentence("signed-already", "এই পক্ষের স্বাক্ষর এর মধ্যে হয়ে গেছে।", "This party has signed already.")
ERRORS_BEFORE_SIGNING = Sentence(
    "errors-before-signing",
    "স্বাক্ষরের আগে {count:n}টি ভুল ঠিক করুন, অথবা কারণ লিখে রেখে দিন।",
    "Before signing settle what is wrong, or keep it with a reason; errors left: {count:n}.",
)
ONE_FOR_BOTH = Sentence(
    "one-signs-for-both",
    "আপনি এই কাগজে এক পক্ষের হয়ে স্বাক্ষর করেছেন; অপর পক্ষের স্বাক্ষর আর একজনকে করতে হয়।",
    "You have signed this paper for one party; for the other somebody else has to sign.",
)
NOT_THE_FILE = Sentence(
    "signed-another-file",
    "এটি এখান থেকে নেওয়া ফাইলের স্বাক্ষরিত রূপ নয়, অথবা ফাইল নেওয়ার পর খসড়া বদলেছে। ফাইলটি আবার নিন, তাতে স্বাক্ষর করে দিন।",
    "This is not the file that was taken from here with a signature, or the draft has changed since. Take the file again, sign it and give it back.",
)
NOT_ONE_MORE = Sentence(
    "not-one-signature-more",
    "ফাইলে আপনার পক্ষের একটি অটুট স্বাক্ষর পাওয়া যায়নি। “angikar sign” দিয়ে ফাইলটিতে একবার স্বাক্ষর করে আবার দিন।",
    "The file does not bear one sound signature more, in the field of your party. Sign it once by “angikar sign” and give it again.",
)
SCAN_OF_ANOTHER = Sentence(
    "scan-of-another-paper",
    "স্ক্যানে এই কাগজের শতকরা {share:n} ভাগ শব্দ পাওয়া গেছে; এটি অন্য কাগজের স্ক্যান মনে হয়। এই কাগজেরই ঝাপসা স্ক্যান হলে ঘরে টিক দিয়ে আবার দিন।",
    "The scan holds {share:n} per cent of the words of this paper; it seems to be of another. If it is a poor scan of this very paper, tick the box and give it again.",
)
SCAN_KEPT = Sentence(
    "scan-kept",
    "“{title}” নথির সঙ্গে মিলিয়ে রাখা হয়েছে।",
    "“{title}” was compared with the paper and is kept beside it.",
)
SCAN_NOT_KEPT = Sentence("scan-not-kept", "“{title}” রাখা যায়নি: {why}", "“{title}” could not be kept: {why}")
SIGN_BY_SIGNING = Sentence(
    "sign-by-signing",
    "দুই পক্ষের কাগজ হাতে “স্বাক্ষরিত” করা যায় না; “স্বাক্ষর” পাতায় স্বাক্ষর করুন, অথবা স্বাক্ষরিত কাগজের স্ক্যান দিন।",
    "A paper of two parties is not marked as signed by hand; sign it on its page of signatures, or give the scan of the signed paper.",
)
UNSIGNED_NEEDS_REASON = Sentence(
    "unsigned-needs-reason",
    "দুই পক্ষের স্বাক্ষর ছাড়া চুক্তি জারি হয় না; স্বাক্ষর ছাড়া কেন জারি হচ্ছে, লিখুন।",
    "An agreement is issued with the signatures of both parties; write why it is issued without them.",
)
