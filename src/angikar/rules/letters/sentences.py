"""The sentences of doubts about the head, the marks and the lists of a letter."""

from angikar.rules.sentence import Sentence

MARK_SPELLING = Sentence(
    "spelling/priority",
    "“{printed}” ছাপা, “{meant}” ধরা হয়েছে।",
    "“{printed}” is printed; it is taken for “{meant}”.",
)
BANGLA_DATE_IMPOSSIBLE = Sentence(
    "bangla-date-impossible",
    "এমন বাংলা তারিখ নেই: “{printed}”।",
    "There is no such Bangla date: “{printed}”.",
)
NOT_A_BANGLA_MONTH = Sentence(
    "not-a-bangla-month",
    "“{month}” বাংলা মাস নয়: “{printed}”।",
    "“{month}” is not a month of the Bangla year: “{printed}”.",
)
LETTERHEAD_DIFFERS = Sentence(
    "letterhead-differs",
    "একই কাগজে দুই রকম ছাপা: {first} ও {other}।",
    "The same paper prints two values: {first} and {other}.",
)
MEMO_OFFICE_OTHER = Sentence(
    "memo-office-differs/other",
    "স্মারক নম্বর “{number:n}” এই অফিসের নয়: এটি “{other}”-এর সংকেত।",
    "The memo number “{number:n}” is not of this office: these are the figures of “{other}”.",
)
MEMO_OFFICE_DIFFERS = Sentence(
    "memo-office-differs",
    "স্মারক নম্বর “{number:n}” এই অফিসের নয়: “{office}”-এর স্মারক শুরু হয় {prefix:n} দিয়ে।",
    "The memo number “{number:n}” is not of this office: those of “{office}” begin with {prefix:n}.",
)
OFFICE_OTHER = Sentence(
    "office-differs/other",
    "কাগজটি “{named}”-এর, কিন্তু নেওয়া হয়েছে “{own}”-এর নামে; এ দপ্তরের কাগজ না হলে ঠিক দপ্তরে নিন।",
    "The paper is of “{named}”, but it was taken in for “{own}”; take it in for the right office where it is not of this one.",
)
OFFICE_DIFFERS = Sentence(
    "office-differs",
    "কাগজে দপ্তরের নাম “{named}”, কিন্তু নেওয়া হয়েছে “{own}”-এর নামে; মিলিয়ে নিন।",
    "The paper names the office “{named}”, but it was taken in for “{own}”; compare them.",
)
MEMO_UNKNOWN_PATTERN = Sentence(
    "memo-unknown-pattern",
    "স্মারক নম্বর “{number:n}” ১৮, ১৯ বা ২২ অঙ্কের কোনো নিয়মে পড়ে না।",
    "The memo number “{number:n}” follows none of the 18, 19 and 22 digit schemes.",
)
MEMO_AFTER_DATE = Sentence(
    "memo-after-date",
    "নথির বছর পত্রের তারিখের পরে।",
    "The file's year is later than the letter's date.",
)
BANGLA_DATE_NO_DAY = Sentence(
    "bangla-date-impossible/value",
    "এমন বাংলা তারিখ নেই: {value:n}।",
    "There is no such Bangla date: {value:n}.",
)
BANGLA_DATE_OLD_RULE = Sentence(
    "bangla-date-old-rule",
    "বাংলা তারিখটি পুরোনো পঞ্জিকার ({old}); এখনকার নিয়মে {right}।",
    "The Bangla date follows the calendar's old rule; by the rule in force {day:d} is {right}.",
)
LIST_ITEM_EMPTY = Sentence(
    "list-item-empty",
    "{number} নম্বর ক্রমিক ফাঁকা।",
    "Item {number} of the list is empty.",
)
LIST_NUMBER = Sentence(
    "list-number",
    "ক্রমিক {expected} হওয়ার কথা, ছাপা {printed}।",
    "Item {expected} of the list is printed as {printed}.",
)
