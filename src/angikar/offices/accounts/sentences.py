"""The sentences of refusals about accounts: names to sign in with, passwords, addresses, links."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

NAME_MISSING = Sentence("officer-name-missing", "কর্মকর্তার নাম লিখুন।", "Write the name of the officer.")
USERNAME_UNFIT = Sentence(
    "username-unfit",
    "লগ ইনের নাম ৩ থেকে ৬০ অক্ষরের হবে; শুধু অক্ষর, অঙ্ক এবং . - _ @ চলবে, ফাঁকা জায়গা চলবে না।",
    "A user name has 3 to 60 letters, figures or . - _ @ and no space.",
)
EMAIL_UNFIT = Sentence("email-unfit", "“{text}” ই-মেইল ঠিকানা নয়।", "“{text}” is not an e-mail address.")
MOBILE_UNFIT = Sentence(
    "mobile-unfit",
    "“{text}” মোবাইল নম্বর নয়; ০১৭১১১১১১১১ এভাবে ১১ অঙ্কে লিখুন।",
    "“{text}” is not a mobile number; write it with 11 figures like 01711111111.",
)
SOMEBODY_ELSE = ("অন্য একজন", "somebody else")
"""Who has it, where two wrote it at the same moment."""
EMPLOYEE_ID_TAKEN = Sentence(
    "employee-id-taken",
    "পরিচিতি নম্বর {number} {name}-এর নামে আছে।",
    "The employee id {number} belongs to {name} already.",
)
PASSWORDS_DIFFER = Sentence("passwords-differ", "দুই ঘরে একই পাসওয়ার্ড লিখুন।", "Write the same password in both fields.")
PASSWORD_SHORT = Sentence(
    "password-short", "পাসওয়ার্ড অন্তত {least} অক্ষরের হতে হবে।", "A password has at least {least:letter/letters}."
)
PASSWORD_COMMON = Sentence(
    "password-common",
    "এই পাসওয়ার্ড সবাই জানে; দুই-তিনটি শব্দ মিলিয়ে অন্য একটি লিখুন।",
    "Everybody knows this password; write another one of two or three words.",
)
PASSWORD_LIKE_NAME = Sentence(
    "password-like-name",
    "পাসওয়ার্ডটি নামের মতো; অন্য একটি লিখুন।",
    "The password is too much like the name; write another one.",
)
CODE_SPENT = Sentence(
    "code-spent",
    "কোডটি ঠিক নয়, ব্যবহার হয়ে গেছে বা মেয়াদ শেষ। যিনি দপ্তরের নিবন্ধ রাখেন, তাঁর কাছে নতুন কোড নিন।",
    "The code is wrong, used or too old. Ask who keeps the register of the office for a new one.",
)
ACCOUNT_CLOSED = Sentence(
    "account-closed", "{name}-এর হিসাব বন্ধ আছে; আগে চালু করুন।", "The account of {name} is closed; open it first."
)
OWN_CODE = Sentence(
    "own-code",
    "নিজের পাসওয়ার্ড নিজের হিসাবের পাতায় বদলান; কোড অন্য কেউ দেন।",
    "Change your own password on the page of your account; a code is given by somebody else.",
)
PASSWORD_TO_CHANGE = Sentence(
    "password-to-change",
    "ই-মেইল বা মোবাইল বদলাতে এখনকার পাসওয়ার্ডটি লিখুন।",
    "Write your present password to change your e-mail address or mobile number.",
)
REACH_IS_HIS = Sentence(
    "reach-is-his",
    "ই-মেইল ঠিকানা তিনি নিজেই বদলাতে পারেন; দায়িত্বপূর্ণ পদের হিসাবে অন্য কেউ নয়।",
    "The e-mail address of an account of power is changed by its owner alone.",
)
STILL_SERVES = Sentence(
    "still-serves",
    "{name} এখনো পদে আছেন; যোগাযোগের তথ্য পদ ছাড়ার পরে মোছা যায়।",
    "{name} still holds a post; how he is reached is erased once he has left it.",
)
OWN_ACCOUNT = Sentence("own-account", "নিজের হিসাব নিজে বন্ধ করা যায় না।", "One cannot close one's own account.")
LAST_ADMINISTRATOR = Sentence(
    "last-administrator",
    "নিবন্ধের একজন প্রশাসক থাকতেই হবে; আগে অন্য কাউকে দায়িত্ব দিন।",
    "One administrator of the register must remain; name another one first.",
)
CODES_WITHOUT_STEP = Sentence(
    "codes-without-step",
    "আগে ফোনের অ্যাপ যোগ করুন; জমা রাখার কোড তার পরে তৈরি হয়।",
    "Add the app of your phone first; the codes to put by are made after that.",
)
