"""The sentences of the doubts about figures that are unlike the others of their row."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

PERCENT = Sentence(
    "percent-above-hundred/plan",
    "সূচক [{code:n}]-এর একক শতকরা, কিন্তু মান {figure:n}, যা একশর বেশি।",
    "Indicator [{code:n}] is measured in per cent, but {figure:n} is more than a hundred.",
)
LEVEL_STEP = Sentence(
    "level-unlike/step",
    "সূচক [{code:n}]: নির্ণায়ক {levels}-এর অন্যগুলো সমান ধাপে চলে, {figure:n} চলে না; সমান ধাপে হতো {expected:n}।",
    "Indicator [{code:n}]: of the criteria {levels} all go in equal steps but {figure:n}; the step would lead to {expected:n}.",
)
LEVEL_ROUND = Sentence(
    "level-unlike/round",
    "সূচক [{code:n}]: নির্ণায়ক {levels}-এর অন্যগুলো {grain:n}-এর গুণিতক, {figure:n} নয়।",
    "Indicator [{code:n}]: of the criteria {levels} all are multiples of {grain:n} but {figure:n}.",
)
LEVEL_FAR = Sentence(
    "level-unlike/far",
    "সূচক [{code:n}]: নির্ণায়ক {levels}-এর মধ্যে {figure:n} অন্যগুলো থেকে অনেক দূরে।",
    "Indicator [{code:n}]: of the criteria {levels}, {figure:n} is far from the others.",
)
LEVEL_SHARE = Sentence(
    "level-unlike/share",
    "সূচক [{code:n}]-এর একমাত্র লক্ষ্যমাত্রা শতকরা {figure:n}; একা যে হার ধরা হয় তা সাধারণত পাঁচের গুণিতক।",
    "The only target of indicator [{code:n}] is {figure:n} per cent; a rate that stands alone is usually a multiple of five.",
)
YEAR_STEP = Sentence(
    "year-unlike/step",
    "সূচক [{code:n}]: বছরের মান {years} অন্যগুলো সমান হারে বাড়ে বা কমে, {figure:n} নয়; সমান হারে হতো {expected:n}।",
    "Indicator [{code:n}]: of the figures by year {years} all change alike but {figure:n}; {expected:n} would follow.",
)
YEAR_ROUND = Sentence(
    "year-unlike/round",
    "সূচক [{code:n}]: পরিকল্পনার অন্য মানগুলো {grain:n}-এর গুণিতক, {figure:n} নয়।",
    "Indicator [{code:n}]: the other figures planned are multiples of {grain:n}, {figure:n} is none.",
)
YEAR_FAR = Sentence(
    "year-unlike/far",
    "সূচক [{code:n}]: বছরের মান {years}-এর মধ্যে {figure:n} অন্যগুলো থেকে অনেক দূরে।",
    "Indicator [{code:n}]: of the figures by year {years}, {figure:n} is far from the others.",
)
YEAR_WAY = Sentence(
    "year-unlike/way",
    "সূচক [{code:n}]: বছরের মান {years}-এর অন্যগুলো একই দিকে চলে, {figure:n} নয়।",
    "Indicator [{code:n}]: of the figures by year {years} all go one way but {figure:n}.",
)
YEAR_DAY = Sentence(
    "year-unlike/day",
    "সূচক [{code:n}]: {year:n} সালের ঘরে তারিখ {figure:d}, যা সেই অর্থবছরের নয়।",
    "Indicator [{code:n}]: the column of {year:n} has {figure:d}, which is not in that fiscal year.",
)
GROWTH_REVERSED = Sentence(
    "growth-reversed",
    "সূচক [{code:n}]: বেশি হলে ভালো, কিন্তু বছরের মান {years}-এ {figure:n}-এর পর {after:n}।",
    "Indicator [{code:n}]: more is better, but of the figures by year ({years}) {after:n} is less than the {figure:n} before it.",
)
FALL_REVERSED = Sentence(
    "growth-reversed/fall",
    "সূচক [{code:n}]: কম হলে ভালো, কিন্তু বছরের মান {years}-এ {figure:n}-এর পর {after:n}।",
    "Indicator [{code:n}]: less is better, but of the figures by year ({years}) {after:n} is more than the {figure:n} before it.",
)
OUTCOME_DIFFERS = Sentence(
    "year-unlike/outcome",
    "চূড়ান্ত ফলাফলের ছকে {year:n} সালের মান {figure:n}, একই নামের সূচক [{code:n}]-এ {other:n}।",
    "The table of outcomes gives {figure:n} for {year:n}, indicator [{code:n}] of the same name {other:n}.",
)
QUARTER_UNLIKE = Sentence(
    "quarter-unlike",
    "সূচক [{code:n}]: তিন কোয়ার্টারে {others:n}, এক কোয়ার্টারে {figure:n}।",
    "Indicator [{code:n}]: three quarters have {others:n}, one has {figure:n}.",
)
ACTUAL_FAR = Sentence(
    "quarter-unlike/actual",
    "সূচক [{code:n}]: {quarter} নং কোয়ার্টারের অর্জন {figure:n}, লক্ষ্যমাত্রা {target:n} থেকে অনেক দূরে।",
    "Indicator [{code:n}]: the achievement of quarter {quarter}, {figure:n}, is far from its target, {target:n}.",
)
ACTUAL_BESIDE_MET = Sentence(
    "quarter-unlike/met",
    "সূচক [{code:n}]: {quarter} নং কোয়ার্টারের অর্জন {figure:n}, লক্ষ্যমাত্রা {target:n}; অন্য কোয়ার্টারে ঠিক লক্ষ্যমাত্রা অর্জিত।",
    "Indicator [{code:n}]: the achievement of quarter {quarter} is {figure:n}, its target {target:n}; the other quarters met theirs exactly.",
)
DAY_UNLIKE = Sentence(
    "day-unlike",
    "সূচক [{code:n}]: অন্য নির্ণায়কের তারিখ মাসের শেষ বা মাঝের দিন, {day:d} নয়।",
    "Indicator [{code:n}]: the other days of its criteria end a month or halve it, {day:d} does not.",
)
DAY_STEP = Sentence(
    "day-unlike/step",
    "সূচক [{code:n}]: নির্ণায়কের তারিখ {days}-এর অন্যগুলো সমান ব্যবধানে, {day:d} নয়।",
    "Indicator [{code:n}]: of the days {days} all follow in equal steps but {day:d}.",
)
DAY_NEAR = Sentence(
    "day-unlike/near",
    "সূচক [{code:n}]-এর তারিখ {day:d}; পরিকল্পনার অন্য সারিতে আছে {likely:d}, তফাত এক অঙ্কের।",
    "Indicator [{code:n}] names {day:d}; other rows of the plan name {likely:d}, one digit away.",
)
QUARTER_EMPTY = Sentence(
    "quarter-unlike/nothing",
    "সূচক [{code:n}]: {quarter} নং কোয়ার্টারে অর্জন শূন্য, অন্য কোয়ার্টারে লক্ষ্যমাত্রার কাছাকাছি।",
    "Indicator [{code:n}]: nothing was achieved in quarter {quarter}, in the others nearly the target.",
)
WEIGHT_ZERO = Sentence(
    "weight-unlike/zero",
    "সূচক [{code:n}]-এর মান শূন্য; তাতে কোনো নম্বর হয় না।",
    "Indicator [{code:n}] weighs nothing, so it can earn no mark.",
)
WEIGHT_FAR = Sentence(
    "weight-unlike/far",
    "সূচক [{code:n}]-এর মান {weight:n}; অন্য সূচকের মান সর্বোচ্চ {largest:n}।",
    "Indicator [{code:n}] weighs {weight:n}; no other weighs more than {largest:n}.",
)
DAY_FROM_STEPS = Sentence(
    "day-unlike/near-step",
    "সূচক [{code:n}]: নির্ণায়কের তারিখ {days}-এর অন্যগুলো প্রায় সমান ব্যবধানে, {day:d} নয়।",
    "Indicator [{code:n}]: of the days {days} all follow in nearly equal steps but {day:d}.",
)
DAY_OF_PLAN = Sentence(
    "day-unlike/plan",
    "সূচক [{code:n}]-এর তারিখ {day:d}; পরিকল্পনার অন্য সব তারিখ মাসের শেষ বা মাঝের দিন।",
    "Indicator [{code:n}] names {day:d}; every other day of the plan ends or halves its month.",
)
AREA_BY_FORM = Sentence(
    "area-weight-form",
    "[{area:n}] ক্ষেত্রের সূচকগুলোর মানের যোগফল {total:n}; ফরমে ক্ষেত্রের মান {official:n}।",
    "The indicators of area [{area:n}] add up to {total:n}; the form gives the area {official:n}.",
)
MARK_CHANGED = Sentence(
    "last-year-unlike/mark",
    "সূচক [{code:n}]-এর মান {figure:n}, গত বছরের পরিকল্পনায় {other:n}; অন্য কোনো সূচকের মান বদলায়নি।",
    "Indicator [{code:n}] weighs {figure:n}, in last year's plan {other:n}; no other row weighs more or less than then.",
)
AREA_CHANGED = Sentence(
    "last-year-unlike/area",
    "[{area:n}] ক্ষেত্রের মান {figure:n}, গত বছরের পরিকল্পনায় {other:n}; অন্য কোনো ক্ষেত্রের মান বদলায়নি।",
    "Area [{area:n}] weighs {figure:n}, in last year's plan {other:n}; no other area weighs more or less than then.",
)
DAY_CHANGED = Sentence(
    "last-year-unlike/day",
    "সূচক [{code:n}]-এর তারিখ {figure:d}; গত বছরের তারিখ ধরলে হতো {other:d}, তফাত এক অঙ্কের।",
    "Indicator [{code:n}] names {figure:d}; by the day of last year it would be {other:d}, one digit away.",
)
TARGET_CHANGED = Sentence(
    "last-year-unlike/target",
    "সূচক [{code:n}]-এর লক্ষ্যমাত্রা {figure:n}; গত বছরের পরিকল্পনায় {other:n}, অনেক তফাত।",
    "The target of indicator [{code:n}] is {figure:n}; last year's plan has {other:n}, which is far from it.",
)
ACHIEVED_DIFFERS = Sentence(
    "last-year-unlike/achieved",
    "সূচক [{code:n}]: {year:n} সালের অর্জন এখানে {figure:n}, গত বছরের পরিকল্পনায় {other:n}।",
    "Indicator [{code:n}]: the achievement of {year:n} is {figure:n} here and {other:n} in last year's plan.",
)
SISTER_MARK = Sentence(
    "sister-unlike/mark",
    "সূচক [{code:n}]-এর মান {figure:n}; একই স্তরের অন্য {count} দপ্তরের জারি করা পরিকল্পনায় {other:n}।",
    "Indicator [{code:n}] weighs {figure:n}; in the issued plans of {count:office/offices} beside this one it weighs {other:n}.",
)
SISTER_DAY = Sentence(
    "sister-unlike/day",
    "সূচক [{code:n}]-এর তারিখ {figure:d}; একই স্তরের অন্য {count} দপ্তরের জারি করা পরিকল্পনায় {other:d}, তফাত এক অঙ্কের।",
    "Indicator [{code:n}] names {figure:d}; the issued plans of {count:office/offices} beside this one name {other:d}, one digit away.",
)
