"""What is said of signatures: why something cannot sign, and what a signature was found worth."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

CERTIFICATE_UNREADABLE = Sentence(
    "certificate-unreadable",
    "ফাইলটি সনদ (“.p12” বা “.pfx”) নয়, অথবা পাসওয়ার্ডটি এই সনদের নয়।",
    "The file is no certificate in PKCS#12 (.p12 or .pfx), or the pass phrase is not the one of this certificate.",
)
CERTIFICATE_WITHOUT_KEY = Sentence(
    "certificate-without-key",
    "সনদের ফাইলে স্বাক্ষরের গোপন চাবি নেই; চাবিসহ ফাইলটি দিন।",
    "The file of the certificate holds no private key; give the file that has it.",
)
CERTIFICATE_HEAVY = Sentence(
    "certificate-too-heavy",
    "সনদের ফাইলটি খুব বড়, বা খুলতে অস্বাভাবিক সময় লাগবে।",
    "The file of the certificate is too large, or would take unusually long to open.",
)
CERTIFICATE_NOT_VALID = Sentence(
    "certificate-not-valid-today",
    "সনদটির মেয়াদ {since:d} থেকে {until:d}; আজ এটি দিয়ে স্বাক্ষর করা যায় না।",
    "The certificate is valid from {since:d} to {until:d}; it cannot sign today.",
)
CERTIFICATE_NOT_FOR_SIGNING = Sentence(
    "certificate-not-for-signing",
    "সনদটি স্বাক্ষরের জন্য নয়; স্বাক্ষরের সনদ দিন।",
    "The certificate is not made for signing; give one that is.",
)
CERTIFICATE_TAKEN_BACK = Sentence(
    "certificate-taken-back",
    "সনদটি বাতিল করা হয়েছে; এটি দিয়ে আর স্বাক্ষর করা যায় না।",
    "The certificate was revoked; it signs no more.",
)
TAKES_NO_SIGNATURE = Sentence(
    "pdf-takes-no-signature",
    "এই PDF-এ স্বাক্ষর বসানো যায় না।",
    "This PDF takes no signature.",
)
NO_PDF_TO_SIGN = Sentence(
    "no-pdf-to-sign",
    "ফাইলটি PDF নয়; স্বাক্ষর PDF-এ বসে, আগে কাগজটি PDF হিসেবে ছাপুন।",
    "The file is no PDF; signatures are put in a PDF, so print the paper as one first.",
)
TOKEN_NOT_INSTALLED = Sentence(
    "token-not-installed",
    "টোকেনে স্বাক্ষরের অংশটি এই যন্ত্রে নেই; “angikar[token]” বসান।",
    "What speaks to tokens (PKCS#11) is not installed on this machine; install “angikar[token]”.",
)
TOKEN_NOT_OPENED = Sentence(
    "token-not-opened",
    "টোকেনটি খোলা যায়নি: {reason}। টোকেন লাগানো আছে কি না, আর এর লাইব্রেরির নাম ঠিক কি না, দেখুন।",
    "The token could not be opened: {reason}. See whether it is plugged in and whether the library is the one of its maker.",
)
TOKEN_PIN_WRONG = Sentence(
    "token-pin-wrong",
    "পিনটি এই টোকেনের নয়, অথবা বারবার ভুল পিনে টোকেনটি আটকে গেছে।",
    "The PIN is not the one of this token, or the token is locked by wrong ones.",
)
TOKEN_WHICH_CERTIFICATE = Sentence(
    "token-which-certificate",
    "টোকেনে স্বাক্ষরের একটিমাত্র সনদ পাওয়া গেল না; সনদের নাম দিন, আছে: {names}।",
    "The token does not hold just one certificate that signs; name it, there are: {names}.",
)
NO_TIMESTAMP = Sentence(
    "timestamp-server-silent",
    "সময়মুদ্রার সার্ভার উত্তর দেয়নি; স্বাক্ষর হয়নি। একটু পরে আবার চেষ্টা করুন।",
    "The timestamp server did not answer; nothing was signed. Try again in a while.",
)

SIGNED_BY = Sentence("signature-by", "{name} স্বাক্ষর করেছেন, {at}।", "Signed by {name}, {at}.")
SIGNER_UNREADABLE = Sentence(
    "signature-unreadable", "একটি স্বাক্ষর আছে, কিন্তু তা আর পড়া যায় না।", "There is a signature that can no longer be read."
)
NO_SIGNATURE = Sentence("file-bears-no-signature", "এই PDF-এ কোনো স্বাক্ষর নেই।", "This PDF bears no signature.")
WORTH_SOUND = Sentence("signature-sound", "এরপর নথির কিছুই বদলায়নি।", "Nothing in the paper has changed since.")
WORTH_CHANGED = Sentence(
    "signature-changed",
    "এই স্বাক্ষরের পরে নথিতে কিছু যোগ হয়েছে বা বদলেছে।",
    "Something was added to the paper or changed in it after this signature.",
)
WORTH_BROKEN = Sentence(
    "signature-broken",
    "নথিটি আর তা নয় যা স্বাক্ষরিত হয়েছিল; এই স্বাক্ষর অচল।",
    "The paper is no longer what was signed; this signature is void.",
)
ISSUER_TRUSTED = Sentence(
    "signature-issuer-trusted",
    "সনদ দিয়েছে “{issuer}”; এখানে তা বিশ্বস্ত।",
    "The certificate is from “{issuer}”, which is trusted here.",
)
ISSUER_UNKNOWN = Sentence(
    "signature-issuer-unknown",
    "সনদ দিয়েছে “{issuer}”; এখানে তা বিশ্বস্ত তালিকায় নেই, তাই নামটি কার, তা প্রমাণিত নয়।",
    "The certificate is from “{issuer}”, which is not on the list of those trusted here, so whose name it is is not proved.",
)
CERTIFICATE_REVOKED = Sentence("signature-certificate-revoked", "সনদটি বাতিল করা হয়েছে।", "The certificate was revoked.")
REVOCATION_UNKNOWN = Sentence(
    "signature-revocation-unknown",
    "সনদটি বাতিল হয়েছে কি না, এখানে জানা নেই।",
    "Whether the certificate was revoked is not known here.",
)
TIME_STAMPED = Sentence(
    "signature-time-stamped", "সময়টি সময়মুদ্রার সার্ভারের দেওয়া।", "The time is that of a timestamp server."
)
TIME_CLAIMED = Sentence(
    "signature-time-claimed", "সময়টি স্বাক্ষরকারীর নিজের যন্ত্রের।", "The time is that of the signer's own machine."
)
PROVED_LATER = Sentence(
    "signature-proved-later",
    "সনদের মেয়াদ শেষ হলেও স্বাক্ষরটি প্রমাণ করা যাবে: বাতিল-যাচাইয়ের উত্তর ও সময়মুদ্রা ফাইলেই আছে।",
    "It can be proved when the certificate has run out: the answers about revocation and a timestamp over all of it are in the file.",
)
