"""What the doctor says where something is not well: what is wrong, and what to do."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

_RESTORE = "শেষ ভালো কপি থেকে ফেরান: angikar restore আর্কাইভ --try দিয়ে আগে পরীক্ষা করুন।"
_RESTORE_EN = "Restore the last good backup; try it first by angikar restore ARCHIVE --try."
_ASK = "কে কখন তথ্যভান্ডারে ঢুকেছে, তা খুঁজে দেখুন, আর কোনো কপির সঙ্গে মিলিয়ে নিন।"
_ASK_EN = "Find out who was in the database, and compare it with a backup."

FONTS_MISSING = Sentence(
    "fonts-missing", "ছাপার হরফ নেই; প্যাকেজটি আবার ইনস্টল করুন।", "The print fonts are missing; install the package again."
)
SCRIPTS_MISSING = Sentence(
    "scripts-missing",
    "স্ক্রিনের স্ক্রিপ্ট নেই; প্যাকেজটি আবার ইনস্টল করুন।",
    "The scripts of the screens are missing; install the package again.",
)
PYTHON_OLD = Sentence(
    "python-old", "Python {version} পুরোনো; ৩.১১ বা নতুন লাগবে।", "Python {version} is too old; 3.11 or newer is needed."
)
MIGRATIONS_BEHIND = Sentence(
    "migrations-behind",
    "তথ্যভান্ডারে {count}টি পরিবর্তন বাকি; angikar upgrade চালান।",
    "The database is {count:migration/migrations} behind; run angikar upgrade.",
)
DATABASE_DAMAGED = Sentence(
    "database-damaged",
    "তথ্যভান্ডারের ফাইল নষ্ট হয়েছে: {reason} আর কিছু লিখবেন না। " + _RESTORE,
    "The database is damaged: {reason} Write nothing more. " + _RESTORE_EN,
)
ROWS_UNREADABLE = Sentence(
    "rows-unreadable",
    "কোনো সারিতে এমন কিছু আছে যা সেখানে থাকার কথা নয়, তাই এই পরীক্ষা শেষ হয়নি: {reason}। আর কিছু লিখবেন না। " + _RESTORE,
    "A row holds what does not belong there, so this look was not finished: {reason}. Write nothing more. "
    + _RESTORE_EN,
)
ROWS_LEAD_NOWHERE = Sentence(
    "rows-lead-nowhere",
    "{count}টি সারি এমন কিছুর কথা বলে, যা আর নেই: {names}। " + _RESTORE,
    "{count:row names/rows name} something that is there no more: {names}. " + _RESTORE_EN,
)
GUARDS_MISSING = Sentence(
    "guards-missing",
    "তথ্যভান্ডারের {count}টি পাহারা নেই বা বদলানো: {names}। angikar upgrade এগুলো আবার বসায়। " + _ASK,
    "{count:guard of the database is/guards of the database are} missing or altered: {names}. angikar upgrade installs them again. "
    + _ASK_EN,
)
HISTORY_BROKEN = Sentence("history-broken", "{found} " + _ASK, "{found} " + _ASK_EN)
NO_CHECKPOINT = Sentence(
    "no-checkpoint",
    "ইতিহাসে চেকপয়েন্ট লেখা যায়নি: {reason} ডিস্কে জায়গা আছে কি না, আর ফোল্ডারে লেখা যায় কি না দেখুন।",
    "No checkpoint of the history could be written: {reason} See whether there is room on the disk, and whether its folder can be written.",
)
LINES_OPEN = Sentence(
    "lines-open",
    "{count}টি সংযোগ এনক্রিপশন বা সনদ যাচাই ছাড়া অন্য যন্ত্রে যায়: {names}। docs/serving.md-এর Lines অংশ দেখুন।",
    "{count:line leads/lines lead} to another machine without encryption or a look at its certificate: {names}. See Lines in docs/serving.md.",
)
ROWS_DIFFER = Sentence(
    "rows-differ",
    "{count}টি মান ইতিহাস যা বলে তা নয়: {names}। " + _ASK,
    "{count:value is/values are} not what the history says: {names}. " + _ASK_EN,
)
COUNTS_DIFFER = Sentence(
    "counts-differ",
    "{count}টি পরিপত্রে কোন পদের কত প্রতিবেদন এসেছে তার রাখা গণনা দায়িত্বগুলোর সঙ্গে মেলে না: {names}। `angikar tally` আবার গুনে ঠিক করে।",
    "What is kept of how many reports which post has given to {count:circular/circulars} does not agree with their duties: {names}. `angikar tally` counts again and mends it.",
)
INDEX_DIFFERS = Sentence(
    "index-differs",
    "খোঁজার সূচি যা আছে তার সঙ্গে মেলে না ({kinds})। `angikar index` আবার বানায়।",
    "What the search looks through does not agree with what there is ({kinds}). `angikar index` builds it again.",
)
INDEX_OF_OTHER_RULES = Sentence(
    "index-of-other-rules",
    "খোঁজার সূচি বানান ও উচ্চারণের আগের নিয়মে বানানো; কিছু লেখা খুঁজে পাওয়া যাবে না। `angikar index` আবার বানায়।",
    "What the search looks through was made by earlier rules of spelling and sound; some of it is not found. `angikar index` builds it again.",
)
QUARTERS_DIFFER = Sentence(
    "quarters-differ",
    "{count}টি পরিকল্পনায় নম্বরের পাশে রাখা ত্রৈমাসিক প্রতিবেদনের অবস্থা প্রতিবেদনের গণনার সঙ্গে মেলে না: {names}। `angikar tally` আবার গুনে ঠিক করে।",
    "What is kept beside the score of {count:plan/plans} of how far the quarters are reported does not agree with the counts of the reports: {names}. `angikar tally` counts again and mends it.",
)
PAPERS_ALTERED = Sentence(
    "papers-altered",
    "জারি হওয়া {count}টি কাগজের কথা জারির পরে বদলানো হয়েছে: {names}। " + _ASK,
    "The words of {count:issued paper/issued papers} were altered after they were issued: {names}. " + _ASK_EN,
)
FILES_WRONG = Sentence(
    "files-wrong",
    "{count}টি ফাইল নেই বা বদলে গেছে: {names}। কোনো কপির files ফোল্ডার থেকে এগুলো ফেরান।",
    "{count:file is/files are} missing or altered: {names}. Bring them back from the folder files of a backup.",
)
FILES_ORPHANED = Sentence(
    "files-orphaned",
    "{count}টি ফাইল কোনো সারির নয়: {names}। অসম্পূর্ণ আপলোড হলে মুছে ফেলা যায়।",
    "{count:file belongs/files belong} to no row: {names}. They may be left over from an upload that broke off, and can be removed.",
)
MODES_LOOSE = Sentence(
    "modes-loose",
    "{count}টি ফাইল বা ফোল্ডার এই কম্পিউটারের অন্যরাও পড়তে পারে: {names}। angikar upgrade তা ঠিক করে।",
    "Others on this machine can read {count:file or folder/files or folders}: {names}. angikar upgrade puts that right.",
)
ANCHORS_WRONG = Sentence(
    "anchors-wrong",
    "ইতিহাস {count}টি নোঙরের সঙ্গে মেলে না: {names}। নোঙরের পরে ইতিহাস বদলানো বা কাটা হয়েছে। " + _ASK,
    "The history does not agree with {count:anchor/anchors}: {names}. It was altered or cut since. " + _ASK_EN,
)
ANCHORS_FOREIGN = Sentence(
    "anchors-foreign",
    "{count}টি নোঙর এই ব্যবস্থার স্বাক্ষরে নেই: {names}। var/anchors ও var/keys কোনো কপির সঙ্গে মিলিয়ে নিন।",
    "{count:anchor is/anchors are} not signed by this house: {names}. Compare var/anchors and var/keys with a backup.",
)
ANCHORS_NONE = Sentence(
    "anchors-none",
    "ইতিহাসের কোনো নোঙর নেই; angikar tend চলছে কি না দেখুন, নইলে নোঙরগুলো মুছে ফেলা হয়েছে।",
    "The history has no anchor; see whether angikar tend runs, or else they were removed.",
)
ANCHORS_OLD = Sentence(
    "anchors-old",
    "ইতিহাসের শেষ নোঙর {day:d} তারিখের; angikar tend চলছে কি না দেখুন, নইলে নোঙরগুলো মুছে ফেলা হয়েছে।",
    "The last anchor of the history is of {day:d}; see whether angikar tend runs, or else anchors were removed.",
)
CLOCK_BEHIND = Sentence(
    "clock-behind",
    "এই কম্পিউটারের ঘড়ি পিছিয়ে আছে: ইতিহাসের শেষ ঘটনা {last}-এর। ঘড়ি ঠিক করুন (timedatectl set-ntp true); না করলে তারিখ ও সময়সীমা ভুল হবে।",
    "The clock of this machine is behind: the last entry of the history is of {last}. Set it right (timedatectl set-ntp true); days "
    "and terms are wrong until then.",
)
CLOCK_WENT_BACK = Sentence(
    "clock-went-back",
    "ঘড়ি একসময় পিছিয়ে দেওয়া হয়েছিল; তখনকার ঘটনার সময় ঠিক নয়, ক্রম ঠিক আছে: {names}",
    "The clock was set back once; the moments of the entries around it are not right, their order is: {names}",
)
NUMBERS_DAMAGED = Sentence(
    "kept-numbers-damaged",
    "এসব পরিকল্পনার সংরক্ষিত হিসাব পড়া যায় না (কাগজের নম্বর {papers}): “angikar tally” চালান, প্রতিবেদন থেকে আবার গোনা হবে।",
    "The kept numbers of these plans cannot be read (papers {papers}): run “angikar tally”, which counts them again from the reports.",
)
