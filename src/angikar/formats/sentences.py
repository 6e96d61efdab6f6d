"""Why a file cannot be read or shown, in the order in which a file is opened."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

FILE_TOO_LARGE = Sentence(
    "file-too-large",
    "ফাইলটি {most} মেগাবাইটের চেয়ে বড়; ভাগ করে বা ছোট করে আবার দিন।",
    "The file is larger than {most} MB; split it or make it smaller and give it again.",
)
FILE_EMPTY = Sentence("file-empty", "ফাইলটি খালি।", "The file is empty.")
FILE_LOCKED = Sentence(
    "file-locked",
    "ফাইলটি পাসওয়ার্ড দিয়ে বন্ধ করা; পাসওয়ার্ড ছাড়া কপি দিন।",
    "The file is locked by a password; give a copy without one.",
)
OLD_OFFICE_FILE = Sentence(
    "old-office-file",
    "এটি পুরোনো অফিস ফাইল, কিন্তু Word বা Excel নয়; .docx, .xlsx বা PDF হিসেবে সংরক্ষণ করে আবার দিন।",
    "This is an old office file but neither Word nor Excel; save it as .docx, .xlsx or PDF and give it again.",
)
ARCHIVE_WITHOUT_DOCUMENT = Sentence(
    "archive-without-document",
    "এটি একটি সংকুচিত (ZIP) ফাইল, কিন্তু অফিসের কোনো নথি নয়; ভেতরের ফাইলগুলো আলাদা করে দিন।",
    "This is a ZIP archive but no office document; give the files inside it one by one.",
)
BUNDLE_EMPTY = Sentence(
    "bundle-empty",
    "ইমেইল বা ZIP ফাইলটিতে পড়ার মতো কোনো ফাইল নেই।",
    "The e-mail or ZIP holds no file to read.",
)
BUNDLE_TOO_MANY = Sentence(
    "bundle-too-many",
    "ইমেইল বা ZIP ফাইলটিতে {count}টি ফাইল; একবারে সর্বোচ্চ {most}টি নেওয়া যায়। কয়েক ভাগে দিন।",
    "The e-mail or ZIP holds {count:file/files}; at most {most} are taken at once. Give them in several.",
)
BUNDLE_OF_SEVERAL = Sentence(
    "bundle-of-several",
    "এতে {count}টি ফাইল আছে: {names}। একটি একটি করে দিন।",
    "It holds {count:file/files}: {names}. Give them one by one.",
)
BUNDLE_INSIDE = Sentence(
    "bundle-inside",
    "এটি নিজেই একটি ইমেইল বা ZIP ফাইল; খুলে ভেতরের ফাইলগুলো দিন।",
    "It is itself an e-mail or a ZIP; open it and give the files inside.",
)
FILE_GROWS_TOO_LARGE = Sentence(
    "file-grows-too-large",
    "ফাইলটি খুললে অস্বাভাবিক বড় হয়; নিরাপত্তার জন্য খোলা হয়নি।",
    "The file would grow abnormally large when unpacked; it was not opened, for safety.",
)
FILE_DAMAGED = Sentence(
    "file-damaged",
    "ফাইলটি নষ্ট বা অসম্পূর্ণ; মূল ফাইলটি আবার পাঠাতে বলুন।",
    "The file is damaged or cut short; ask for the original again.",
)
FILE_NOT_TEXT = Sentence(
    "file-not-text",
    "ফাইলটি টেক্সট নয়, অথবা এর অক্ষর-সংকেত চেনা যায়নি; UTF-8 হিসেবে সংরক্ষণ করে আবার দিন।",
    "The file is not text, or its encoding is unknown; save it as UTF-8 and give it again.",
)
FILE_TOO_HEAVY = Sentence(
    "file-too-heavy",
    "ফাইলটি পড়তে অস্বাভাবিক বেশি সময় বা মেমরি লাগে, অথবা এটি নষ্ট; ছোট করে বা নতুন করে সংরক্ষণ করে আবার দিন।",
    "The file needs abnormally much time or memory, or is damaged; make it smaller or save it again and give it again.",
)
PAPER_TOO_LONG = Sentence(
    "paper-too-long",
    "কাগজটিতে {characters} অক্ষর বা {cells} ঘরের বেশি আছে, কোনো একটি কাগজ এত বড় হয় না; ভাগ করে আলাদা ফাইলে দিন।",
    "The paper has more than {characters:character/characters} or {cells:cell/cells}, more than any one paper; split it into several files.",
)
FIGURE_TOO_LONG = Sentence(
    "figure-too-long",
    "ফাইলটিতে একটানা {digits}টির বেশি অঙ্ক আছে, কোনো কাগজে এমন সংখ্যা থাকে না; ফাইলটি সম্ভবত নষ্ট, আবার বানিয়ে দিন।",
    "The file has more than {digits:digit/digits} in a row, as no paper has; it is likely damaged, make it again.",
)
DOCUMENT_WITHOUT_TEXT = Sentence("document-without-text", "নথিটিতে কোনো লেখা নেই।", "The document holds no text.")
LIBREOFFICE_MISSING = Sentence(
    "libreoffice-missing",
    "পুরোনো Word (.doc), RTF বা ODT ফাইল পড়তে LibreOffice লাগে, যা এই যন্ত্রে নেই: {install}; "
    "অথবা .docx হিসেবে সংরক্ষণ করে দিন।",
    "Old Word (.doc), RTF and ODT files need LibreOffice, which this machine lacks: {install}; or save the file as .docx.",
)
SHEET_TOO_LARGE = Sentence(
    "sheet-too-large",
    "“{sheet}” শিটটি কোনো কাগজের পক্ষে অনেক বড়; প্রয়োজনীয় অংশ আলাদা ফাইলে দিন।",
    "The sheet “{sheet}” is far too large for a paper; give the part that matters in a file of its own.",
)
NOT_A_LIST = Sentence(
    "not-a-list",
    "তালিকা হিসেবে শুধু Excel (.xlsx) বা CSV ফাইল নেওয়া যায়।",
    "Only an Excel workbook (.xlsx) or a CSV file can be taken as a list.",
)
LIST_TOO_LARGE = Sentence(
    "list-too-large",
    "তালিকাটিতে {rows} সারি বা {columns} কলামের বেশি আছে; ভাগ করে দিন।",
    "The list has more than {rows:row/rows} or {columns:column/columns}; split it.",
)
PDF_TOO_LONG = Sentence(
    "pdf-too-long",
    "PDF-টিতে {most} পৃষ্ঠার বেশি আছে; ভাগ করে দিন।",
    "The PDF has more than {most} pages; split it.",
)
PDF_LOCKED = Sentence(
    "pdf-locked",
    "PDF-টি পাসওয়ার্ড দিয়ে বন্ধ করা; পাসওয়ার্ড ছাড়া কপি দিন।",
    "The PDF is locked by a password; give a copy without one.",
)
PICTURE_TOO_LARGE = Sentence(
    "picture-too-large",
    "ছবিটি অস্বাভাবিক বড়; ৩০০ dpi-তে স্ক্যান করে আবার দিন।",
    "The picture is abnormally large; scan it at 300 dpi and give it again.",
)
SCAN_TOO_LONG = Sentence(
    "scan-too-long",
    "স্ক্যানে {most} পৃষ্ঠার বেশি আছে; ভাগ করে দিন।",
    "The scan has more than {most} pages; split it.",
)
TESSERACT_MISSING = Sentence(
    "tesseract-missing",
    "এটি স্ক্যান করা ছবি; ছবি থেকে লেখা পেতে Tesseract লাগে, যা এই যন্ত্রে নেই: {install}",
    "This is a scanned picture; text from pictures needs Tesseract, which this machine lacks: {install}",
)
SCAN_PACKAGES_MISSING = Sentence(
    "scan-packages-missing",
    "এটি স্ক্যান করা ছবি; ছবি পড়ার প্যাকেজ এখানে নেই: {install}",
    "This is a scanned picture; the packages that read pictures are not here: {install}",
)
PICTURE_UNREADABLE = Sentence(
    "picture-unreadable",
    "ছবিটি থেকে লেখা পড়া যায়নি; আরও পরিষ্কার করে স্ক্যান করে আবার দিন।",
    "The text of the picture could not be read; scan it more clearly and give it again.",
)
SCAN_WITHOUT_TEXT = Sentence("scan-without-text", "পাতায় কোনো লেখা পাওয়া যায়নি।", "No text was found on the pages.")
TOO_MANY_PAGES_TO_SHOW = Sentence(
    "too-many-pages-to-show",
    "{most} পৃষ্ঠার বেশি একসঙ্গে দেখানো যায় না।",
    "More than {most} pages cannot be shown at once.",
)
PAGE_MISSING = Sentence("page-missing", "ফাইলে এমন কোনো পৃষ্ঠা নেই।", "The file has no such page.")
NOTES_NEED_XLSX = Sentence(
    "notes-need-xlsx",
    "পুরোনো .xls ফাইলে টীকা লেখা যায় না; .xlsx হিসেবে সংরক্ষণ করে দিন।",
    "An old .xls file can carry no notes; save it as .xlsx.",
)
CHARACTER_UNPRINTABLE = Sentence(
    "character-unprintable",
    "{character} অক্ষরটি দাপ্তরিক হরফে নেই; অক্ষরটি বদলে আবার মুদ্রণ করুন।",
    "The typeface of official papers has no character {character}; replace it and print again.",
)
NO_PDF = Sentence(
    "file-is-no-pdf",
    "ফাইলটি PDF নয়; স্বাক্ষর যাচাইয়ের জন্য স্বাক্ষরিত PDF দিন।",
    "The file is no PDF; give the signed PDF to verify its signatures.",
)
