"""The sentences about the kind of a paper: why it is taken for one, and when a person must decide."""

from __future__ import annotations

from angikar.rules.sentence import Both, Sentence

KIND_UNCERTAIN = Sentence(
    "kind-uncertain",
    "কাগজটি “{kind}” হিসেবে পড়া হয়েছে ({reasons}), কিন্তু “{other}”-ও হতে পারে ({others}); ধরনটি ঠিক করুন।",
    "The paper was read as “{kind}” ({reasons}), but it may be “{other}” ({others}); decide its kind.",
)
TABLE_IN_LETTER = Sentence(
    "table-in-letter",
    "কাগজটিতে সূচক ও লক্ষ্যমাত্রার ছক আছে, কিন্তু ছকের সারিগুলো পড়া হয়নি; কাগজটি সম্ভবত “{kind}”।",
    "The paper holds a table of indicators and targets whose rows were not read; it is likely “{kind}”.",
)
TABLE_NOT_KEPT = Sentence(
    "table-in-letter/pasted",
    "কাগজটিতে কর্মপরিকল্পনার ছকের শিরোনাম আছে, কিন্তু ছকটি সারি ও ঘরে নেই, প্রতি লাইনে একটি ঘর; Word, Excel বা HTML ফাইল দিন।",
    "The paper has the headings of a plan, but its table was not kept: each cell is a line; give the Word, Excel or HTML file.",
)
TABLE_SET_AGAIN = Sentence(
    "table-set-again",
    "ছকটি প্রতি লাইনে একটি ঘর হিসেবে ছিল; শিরোনাম ধরে {rows} সারি ও {columns} কলামে সাজানো হয়েছে।",
    "The table had each cell on a line of its own; its titles set it in {columns:column/columns} again, rows: {rows}.",
)
FIGURES_UNREAD = Sentence(
    "figures-unread",
    "কাগজের {all}টি সংখ্যা ও তারিখের মধ্যে {known}টি বোঝা গেছে; বাকিগুলো কোনো ঘরে আসেনি।",
    "Of {all} figures and days of the paper {known} were understood; the others are in no field.",
)
SEVERAL_PAPERS = Sentence(
    "several-papers",
    "এই ফাইলে {count}টি কাগজ; এটি {number} নম্বরটি, অন্যগুলো আলাদা পড়া হয়েছে। আসলে একটিই কাগজ হলে একত্রে পড়ুন।",
    "Papers in this file: {count}. This is number {number}, the others were read by themselves. Read them together where they are one.",
)
A_PLAN: Both = ("কর্মপরিকল্পনা", "a work-plan")

TABLE_OF_INDICATORS: Both = ("সূচকের ছক", "a table of indicators")
TABLE_OF_DECISIONS: Both = ("সিদ্ধান্ত ও বাস্তবায়নকারীর ছক", "a table of decisions and implementers")
TITLE_OF_MINUTES: Both = ("শিরোনামে কার্যবিবরণী", "a title of minutes")
TITLE_OF_CIRCULAR: Both = ("শিরোনামে পরিপত্র", "a title of a circular")
TITLE_OF_AGREEMENT: Both = ("শিরোনামে কর্মসম্পাদন চুক্তি", "a title of an agreement")
PARTIES_SIGN: Both = ("দুই পক্ষের স্বাক্ষর", "two parties that sign")
TITLE_OF_INTEGRITY: Both = ("শিরোনামে শুদ্ধাচার", "a title about integrity")
TITLE_OF_REFORM: Both = ("শিরোনামে সংস্কারের বিষয়", "a title about a reform")
TITLE_OF_PLAN: Both = ("শিরোনামে কর্মপরিকল্পনা", "a title of a plan")
TITLE_OF_REPORT: Both = ("শিরোনামে প্রতিবেদন, অগ্রগতি বা অর্জন", "a title of a report")
TITLE_NAMES_PERIOD: Both = ("শিরোনামে প্রতিবেদনের সময়কাল", "a title that names a period")
LEVELS: Both = ("অসাধারণ থেকে চলতি মানের ঘর", "columns of levels")
TARGETS_BY_QUARTER: Both = ("কোয়ার্টারভিত্তিক লক্ষ্যমাত্রা", "targets by quarter")
ACHIEVEMENTS: Both = ("অর্জনের ঘর", "columns of achievements")
MANY_ACHIEVEMENTS: Both = ("বেশির ভাগ সারিতে অর্জন", "achievements in most rows")
PERIODS: Both = ("মাসের ব্যাপ্তি ধরে অর্জন", "achievements of a span of months")
MARKS: Both = ("প্রাপ্ত নম্বরের ঘর", "columns of marks earned")
BY_HAND: Both = ("হাতে বাছাই", "chosen by hand")
OWN_FORM: Both = ("নিজের কাঠামো", "a form of its own")
