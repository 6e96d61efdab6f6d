"""The sentences of the command line: why a command cannot do what it was asked."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

NO_SUCH_FILE = Sentence("no-such-file", "“{file}” নামে কোনো ফাইল নেই।", "There is no file “{file}”.")
IS_A_FOLDER = Sentence("is-a-folder", "“{file}” একটি ফোল্ডার, ফাইল নয়।", "“{file}” is a folder, not a file.")
FILE_NOT_OPENED = Sentence(
    "file-not-opened", "“{file}” ফাইলটি খোলা যায়নি।", "The file “{file}” could not be opened: {reason}."
)
FILE_NOT_WRITTEN = Sentence("file-not-written", "“{file}” লেখা যায়নি।", "“{file}” could not be written: {reason}.")
MARKED_COPY_NEEDS_FILE = Sentence(
    "marked-copy-needs-file",
    "চিহ্নিত কপির জন্য ফাইলের নাম দিন।",
    "A marked copy needs a file, not standard input.",
)
MARKED_COPY_SUFFIX = Sentence(
    "marked-copy-suffix",
    "এই কাগজের চিহ্নিত কপি {suffix} ফাইল; নামটি {suffix} দিয়ে শেষ হতে হবে।",
    "The marked copy of this paper is a {suffix} file; its name must end in {suffix}.",
)
OUTPUT_SUFFIX = Sentence(
    "output-suffix",
    "ফাইলের নাম .pdf, .docx বা .xlsx দিয়ে শেষ হতে হবে।",
    "The output must end in .pdf, .docx or .xlsx.",
)
NO_RESULT_PUBLISHED = Sentence(
    "no-result-published",
    "{year} অর্থবছরের কোনো পরিকল্পনার ফলাফল প্রকাশ করা হয়নি; ফাইলগুলোতে কোনো সারি নেই।",
    "No result of a plan of {year_en} has been published; the files have no rows.",
)
NO_PLAN_SEEN = Sentence(
    "no-plan-seen",
    "“{username}” দেখতে পারেন এমন কোনো পরিকল্পনা {year} অর্থবছরে জারি নেই; ফাইলগুলোতে কোনো সারি নেই।",
    "No plan of {year_en} that “{username}” may see is in force; the files have no rows.",
)
ENCODING_UNKNOWN = Sentence("encoding-unknown", "লেখাটি কোনো জানা সংকেতে নেই।", "The text is in no encoding known here.")

WHICH_PAPER = Sentence(
    "which-paper",
    "এই ফাইলে {count}টি কাগজ; “--paper 1”, “--paper 2” … দিয়ে বলুন কোনটি, “--paper 0” দিলে পুরো ফাইলটি একটি কাগজ।",
    "Papers in this file: {count}. Say which by --paper 1, 2 …; with --paper 0 the whole file is one paper.",
)
NO_SUCH_PAPER = Sentence("no-such-paper", "এই ফাইলে {number} নম্বর কাগজ নেই।", "The file has no paper number {number}.")
NOT_A_PLAN = Sentence("not-a-plan", "“{file}” কোনো পরিকল্পনা নয়।", "“{file}” is not a plan.")
NOT_A_CIRCULAR = Sentence("not-a-circular", "“{file}” কোনো পরিপত্র নয়।", "“{file}” is not a circular.")
EMPTY_SCHEDULE = Sentence(
    "empty-schedule",
    "এই পরিপত্র থেকে কোনো দিনে কিছু করণীয় হয় না।",
    "Nothing falls due on any day by this circular.",
)
WITHOUT_A_DAY = Sentence(
    "without-a-day",
    "{code:n} অবিলম্বে করণীয়, কোনো দিন নেই: {text}",
    "{code} is due at once, whenever it happens, and has no day: {text}",
)
PLAN_WITHOUT_FRAMEWORK = Sentence(
    "plan-without-framework", "এই পরিকল্পনার কাঠামো জানা নেই।", "No framework is known for this plan."
)
KEY_WRONG = Sentence(
    "key-wrong",
    "একটি নাম (অক্ষর, অঙ্ক, বিন্দু, হাইফেন) ও একটি Ed25519 চাবি দিন; চাবিটি ওই দপ্তরের `angikar keys` ছাপে।",
    "Give a name (letters, digits, dots, hyphens) and an Ed25519 key; that office's `angikar keys` prints it.",
)
KEY_UNKNOWN = Sentence("key-unknown", "“{name}” নামে কোনো চাবি নেই।", "There is no key “{name}”.")
TWO_FRAMEWORKS_NEEDED = Sentence("two-frameworks-needed", "দুটি কাঠামোর নাম দিন।", "Name two frameworks.")
NOT_AN_ISO_DAY = Sentence(
    "not-an-iso-day",
    "“{text}” কোনো তারিখ নয়; লিখুন ২০২২-১০-১৭ এর মতো।",
    "“{text}” is not a date; write it like 2022-10-17.",
)
BANGLA_DATE_TOO_EARLY = Sentence(
    "bangla-date-too-early",
    "১৪ এপ্রিল ১৯৮৭-এর আগের দিনের বঙ্গাব্দ নির্ণয় করা যায় না: তখন অন্য নিয়ম ছিল।",
    "Bangla dates before 14 April 1987 cannot be given: other rules applied.",
)
NO_SUCH_DAY = Sentence("no-such-day", "“{text}” কোনো পঞ্জিকায় নেই।", "“{text}” is no day of either calendar known here.")
DATE_UNREADABLE = Sentence(
    "typed-date-unreadable",
    "“{text}” তারিখ হিসেবে পড়া গেল না; ২০২২-১০-১৩ বা ২৮ আশ্বিন ১৪২৯ এভাবে লিখুন।",
    "“{text}” cannot be read as a date; write it as 2022-10-13 or “২৮ আশ্বিন ১৪২৯”.",
)

NOT_A_FISCAL_YEAR = Sentence(
    "not-a-fiscal-year",
    "“{text}” কোনো অর্থবছর নয়; লিখুন ২০২২-২৩ এর মতো।",
    "“{text}” is not a fiscal year; write it like 2022-23.",
)
NO_SUCH_KIND = Sentence(
    "no-such-kind", "“{kind}” নামে কোনো ধরন নেই; আছে: {known}।", "There is no kind “{kind}”; known are {known}."
)
NO_SUCH_LEVEL = Sentence(
    "no-such-level", "“{level}” নামে কোনো স্তর নেই; আছে: {known}।", "There is no level “{level}”; known are {known}."
)
OPTIONS_MISSING = Sentence(
    "options-missing",
    "প্রশ্নের উত্তর নেওয়ার মতো টার্মিনাল নেই; এগুলো দিন: {options}।",
    "There is no terminal to ask on; give these: {options}.",
)
SIGN_BY_WHAT = Sentence(
    "sign-by-what",
    "কী দিয়ে স্বাক্ষর হবে বলুন, সনদের ফাইল অথবা টোকেনের লাইব্রেরি: {options}।",
    "Say what signs, the file of a certificate or the library of a token: {options}.",
)
PDF_SIGNED = Sentence("pdf-signed", "{name} স্বাক্ষর করেছেন: {file}", "Signed by {name}: {file}")
NO_SUCH_OFFICE = Sentence("no-such-office", "“{text}” নামে কোনো দপ্তর নেই।", "There is no office “{text}”.")
OFFICE_UNCLEAR = Sentence(
    "office-unclear",
    "“{text}” বলতে কোন দপ্তর, তা স্পষ্ট নয়: {names}{more:n}",
    "“{text}” may be several offices: {names}{more}",
)

NO_DATA_YET = Sentence(
    "no-data-yet",
    "“{folder}” ফোল্ডারে এখনও কোনো তথ্য নেই; angikar serve দিয়ে শুরু করুন।",
    "There is no data in “{folder}” yet; begin with angikar serve.",
)
RESTORE_UNFINISHED = Sentence(
    "restore-unfinished",
    "“{folder}” ফোল্ডারে তথ্য ফেরানো মাঝপথে থেমে গিয়েছিল; একই আর্কাইভ দিয়ে angikar restore আবার চালান।",
    "Restoring into “{folder}” was cut off; run angikar restore again with the same archive.",
)
RESTORE_RUNS = Sentence(
    "restore-runs",
    "“{folder}” ফোল্ডারে এই মুহূর্তে তথ্য ফেরানো চলছে; শেষ হতে দিন।",
    "A restore into “{folder}” runs at this moment; let it come to its end.",
)
TABLES_BEHIND = Sentence(
    "tables-behind",
    "তথ্যভান্ডার এই সংস্করণের চেয়ে পুরোনো; angikar upgrade চালান।",
    "The database is older than this version; run angikar upgrade.",
)
SETTING_WRONG = Sentence("setting-wrong", "একটি সেটিং ঠিক নেই: {reason}", "A setting is wrong: {reason}")
DATABASE_SILENT = Sentence("database-silent", "তথ্যভান্ডার সাড়া দেয়নি: {reason}", "The database does not answer: {reason}")

TENDING_ALREADY = Sentence(
    "tending-already",
    "অন্য একটি প্রক্রিয়া এখন এই কাজই করছে; এবার কিছু করা হলো না।",
    "Another process is doing this work now; this one did none.",
)
PORT_TAKEN = Sentence(
    "port-taken",
    "{host} এর {port} নম্বর পোর্টে সেবা দেওয়া যাচ্ছে না: অন্য কিছু চলছে বা ঠিকানাটি এই কম্পিউটারের নয়; --port দিয়ে অন্য নম্বর দিন।",
    "Port {port} of {host} cannot be served: something else runs there, or it is no address of this machine; give another by --port.",
)
CERT_AND_KEY = Sentence("cert-and-key", "--cert ও --key দুটিই একসঙ্গে দিন।", "Give --cert and --key together.")
OPEN_FROM_OTHERS = Sentence(
    "open-from-others",
    "একই নেটওয়ার্কের অন্য কম্পিউটার থেকে উপরের ঠিকানা খুলুন; না খুললে এই কম্পিউটারের ফায়ারওয়াল দেখুন।",
    "Open the address above from other machines of the same network; if it does not open, look at this machine's firewall.",
)
PLAIN_ON_NETWORK = Sentence(
    "plain-on-network",
    "সতর্কতা: এই ঠিকানায় পাসওয়ার্ড খোলা অবস্থায় যায়; অফিসের নিজস্ব নেটওয়ার্কের বাইরে HTTPS ব্যবহার করুন (docs/serving.md)।",
    "Note: passwords go in the clear on this address; use HTTPS outside the office's own network (docs/serving.md).",
)
NO_NETWORK = Sentence(
    "no-network",
    "এই কম্পিউটার এখন কোনো নেটওয়ার্কে নেই; নেটওয়ার্কে যুক্ত হলে আবার চালান।",
    "This machine is in no network now; start again once it is.",
)

NO_SUCH_OFFICER = Sentence("no-such-officer", "“{username}” নামে কোনো কর্মকর্তা নেই।", "There is no officer “{username}”.")
NAME_A_LIST = Sentence(
    "name-a-list", "তালিকার ফাইলের নাম দিন (.xlsx বা .csv)।", "Name the file of the list (.xlsx or .csv)."
)
NAME_ONE_LIST = Sentence(
    "name-one-list", "যে ফাইলে লেখা হবে, তার একটি নাম দিন।", "Name the one file that is to be written."
)
LIST_SUFFIX = Sentence(
    "list-suffix", "ফাইলের নাম .xlsx বা .csv দিয়ে শেষ হতে হবে।", "The name of the file must end in .xlsx or .csv."
)
LIST_NOT_TAKEN = Sentence(
    "list-not-taken",
    "{count}টি সারি নেওয়া যায়নি, তাই কিছুই লেখা হয়নি। ঠিক করে আবার দিন, অথবা --without-refused যোগ করুন।",
    "{count:line is/lines are} refused, so nothing was written. Put them right, or add --without-refused.",
)
LIST_TAKEN = Sentence(
    "list-taken", "নিবন্ধে লেখা হয়েছে; তালিকা নম্বর {number}।", "The register has been written; it is list number {number}."
)
PLACES_UNKNOWN = Sentence(
    "places-unknown",
    "কোন জায়গা, বোঝা গেল না: {texts}। নাম বা কোড দিন; এক নামে একাধিক হলে সঙ্গে বিভাগ, জেলা বা উপজেলা লিখুন।",
    "It is not clear which places are meant: {texts}. Give names or codes; where several share a name add the level, as in “রাজশাহী জেলা”.",
)

ARCHIVE_EXISTS = Sentence("archive-exists", "“{file}” আগে থেকেই আছে।", "“{file}” exists already.")
PROGRAM_MISSING = Sentence(
    "program-missing",
    "“{program}” এই কম্পিউটারে নেই; postgresql-client ইনস্টল করুন।",
    "There is no “{program}” on this machine; install postgresql-client.",
)
PROGRAM_FAILED = Sentence("program-failed", "“{program}” পারেনি: {reason}", "“{program}” failed: {reason}")
OTHER_DATABASE = Sentence(
    "other-database",
    "আর্কাইভটি অন্য ধরনের তথ্যভান্ডারের; PostgreSQL-এর আর্কাইভ হলে DATABASE_URL দিন, SQLite-এর হলে দেবেন না।",
    "The archive is of the other kind of database: set DATABASE_URL for one of PostgreSQL, and leave it out for one of SQLite.",
)
DATABASE_NOT_EMPTY = Sentence(
    "database-not-empty",
    "DATABASE_URL-এর তথ্যভান্ডার খালি নয়; খালি একটিতে ফেরান।",
    "The database of DATABASE_URL is not empty; restore into an empty one.",
)
BACKUP_INCOMPLETE = Sentence(
    "backup-incomplete",
    "কপিতে {count}টি ফাইল নেই বা বদলে গেছে: {names}। আগের কোনো কপি থেকে সেগুলো var/files-এ ফেরান, তারপর আবার কপি নিন; "
    "কোন কোন ফাইল, তা angikar doctor বলে।",
    "{count:file is/files are} missing in the backup or altered: {names}. Bring them back into var/files from an earlier backup and "
    "back up again; angikar doctor says which.",
)
NOT_A_RECIPIENT = Sentence(
    "not-a-recipient",
    "“{key}” কোনো age চাবির প্রকাশ্য অংশ নয়।",
    "“{key}” is not the public half of an age key (age1…).",
)
KEY_NEEDED = Sentence(
    "key-needed",
    "আর্কাইভটি তালাবদ্ধ; --identity দিয়ে চাবির ফাইল (AGE-SECRET-KEY-…) দিন।",
    "The archive is encrypted; give the file of its key (AGE-SECRET-KEY-…) by --identity.",
)
NOT_DECRYPTED = Sentence(
    "not-decrypted",
    "“{file}” এই চাবি দিয়ে খোলা যায় না, অথবা ফাইলটি নষ্ট।",
    "“{file}” cannot be opened with this key, or it is damaged.",
)
PASSPHRASE_NEEDED = Sentence(
    "passphrase-needed",
    "পাসফ্রেজ লাগবে: টার্মিনালে চালিয়ে লিখুন, অথবা --passphrase-fd দিয়ে এমন ফাইল-ডেসক্রিপ্টর দিন যা থেকে তা পড়া যায়।",
    "A passphrase is needed: run it in a terminal and type it, or give by --passphrase-fd a file descriptor from which it can be read.",
)
PASSPHRASES_DIFFER = Sentence(
    "passphrases-differ", "দুবার একই পাসফ্রেজ লেখা হয়নি।", "The passphrase was not the same both times."
)
PASSPHRASE_SHORT = Sentence(
    "passphrase-short",
    "পাসফ্রেজ অন্তত {least} অক্ষরের দিন; কয়েকটি অসংলগ্ন শব্দ ভালো।",
    "Give a passphrase of {least:sign/signs} at least; some words that do not belong together are good.",
)
PASSPHRASE_WRONG = Sentence("passphrase-wrong", "এই পাসফ্রেজে খোলে না।", "It does not open with this passphrase.")
KEY_MADE = Sentence(
    "key-made",
    "চাবি “{file}”-এ রাখা হলো; এটি সার্ভারের বাইরে দুই জায়গায় রাখুন, নইলে কপি কেউ খুলতে পারবে না। প্রকাশ্য অংশ: {public}",
    "The key is in “{file}”; keep it in two places outside the server, or nobody opens the backups. Its public half: {public}",
)
NOT_TRIED_IN_DATABASE = Sentence(
    "not-tried-in-database",
    "আর্কাইভের ফাইলগুলো অক্ষত; তথ্যভান্ডার পরীক্ষা করা যায়নি: {reason} DATABASE_URL-এ এমন একজন দিন, যিনি নতুন তথ্যভান্ডার তৈরি করতে পারেন।",
    "The files of the archive are whole; its database could not be tried: {reason} Name somebody in DATABASE_URL who may create databases.",
)
ARCHIVE_WHOLE = Sentence(
    "archive-whole",
    "আর্কাইভটি অক্ষত; এখান থেকে সব ফেরানো যায়।",
    "The archive is whole; all can be restored from it.",
)
MIGRATIONS_MISSING = Sentence(
    "migrations-missing", "তথ্যভান্ডারে {count}টি পরিবর্তন আসবে:", "The database gets {count:change/changes}:"
)
BACKED_UP_FIRST = Sentence("backed-up-first", "আগে সব তথ্যের কপি রাখা হলো: {file}", "All data was backed up first: {file}")
UPGRADE_CUT_OFF = Sentence(
    "upgrade-cut-off",
    "আগের হালনাগাদ মাঝপথে থেমে গিয়েছিল, এখন বাকিটুকু হচ্ছে। তার আগের সব তথ্যের কপি: {file}",
    "An earlier upgrade was cut off and is now finished. All data from before it: {file}",
)
GUARDS_BACK = Sentence(
    "guards-back",
    "তথ্যভান্ডারের {count}টি পাহারা ছিল না; আবার বসানো হলো। angikar doctor দিয়ে মিলিয়ে দেখুন, কিছু বদলানো হয়েছে কি না।",
    "{count:guard/guards} of the database, missing before, in place again. See by angikar doctor whether anything was altered.",
)
MODES_MENDED = Sentence(
    "modes-mended",
    "{count}টি ফাইল ও ফোল্ডার এই কম্পিউটারের অন্যরাও পড়তে পারত; এখন পারে না।",
    "Others on this machine could read files and folders ({count} in all); now they cannot.",
)
UP_TO_DATE = Sentence("up-to-date", "তথ্যভান্ডার হালনাগাদ আছে।", "The database is up to date.")
TABLES_NEWER = Sentence(
    "tables-newer",
    "তথ্যভান্ডারটি এই সংস্করণের চেয়ে নতুন ({names}); নতুন সংস্করণ দিয়ে চালান।",
    "The database is newer than this version ({names}); run it with the newer version.",
)
FOLDER_HAS_DATABASE = Sentence(
    "folder-has-database",
    "“{folder}” ফোল্ডারে একটি তথ্যভান্ডার আছে; খালি ফোল্ডারে ফেরান।",
    "There is a database in “{folder}”; restore into an empty folder.",
)
ARCHIVE_DAMAGED = Sentence("archive-damaged", "আর্কাইভের “{file}” নষ্ট।", "“{file}” in the archive is damaged.")
ARCHIVE_NOT_OPENED = Sentence(
    "archive-not-opened",
    "“{file}” খোলা যায়নি।",
    "“{file}” could not be opened as an archive of the system.",
)
NOT_AN_ARCHIVE = Sentence("not-an-archive", "এটি এই ঘরের আর্কাইভ নয়।", "This is no archive of the system.")
INDEXED = Sentence(
    "indexed",
    "খোঁজার সূচিতে {count}টি সারি লেখা হয়েছে; যা আর নেই তার {gone}টি সরানো হয়েছে।",
    "{count:row/rows} of the search index stored; {gone} of what is no more taken away.",
)
