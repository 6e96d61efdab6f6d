"""The sentences of doubts about what a source prints and its content does not hold, and the other way round."""

from angikar.rules.sentence import Sentence

WORD_MISREAD = Sentence(
    "word-misread",
    "“{printed}” শব্দটি সম্ভবত “{meant}”।",
    "“{printed}” is likely “{meant}”.",
)
SOURCE_LEFT_OUT = Sentence(
    "source-left-out",
    "“{text}”: এখানকার “{words:n}” বিষয়বস্তুতে আসেনি।",
    "“{text}”: of this, “{words:n}” is not in what was understood.",
)
SOURCE_PRINTS_MORE_OFTEN = Sentence(
    "source-left-out/stretch",
    "“{text}”: এই লেখাটি উৎসে যতবার ছাপা, বিষয়বস্তুতে ততবার নেই।",
    "“{text}”: the source prints this more often than it is in what was understood.",
)
VALUE_NOT_PRINTED = Sentence(
    "value-not-printed",
    "“{value}”: এর “{words:n}” উৎসে নেই।",
    "“{value}”: the source does not print “{words:n}” there.",
)
BIJOY_CONVERTED = Sentence(
    "bijoy-converted",
    "কাগজটি বিজয় (Bijoy) অক্ষরে লেখা ছিল ({signs}); সবটুকু ইউনিকোডে রূপান্তর করে পড়া হয়েছে। যুক্তবর্ণ ও ইংরেজি শব্দগুলো মিলিয়ে নিন।",
    "The paper was typed in Bijoy ({signs}); all of it was converted to Unicode and read. Compare conjuncts and English words.",
)
BIJOY_IN_PART = Sentence(
    "bijoy-converted/part",
    "কাগজটির একাংশ বিজয় (Bijoy) অক্ষরে লেখা ছিল ({signs}); সেটুকু ইউনিকোডে রূপান্তর করা হয়েছে, অন্য লেখা যেমন ছিল তেমন আছে। মিলিয়ে নিন।",
    "Part of the paper was typed in Bijoy ({signs}); that was converted to Unicode, all else was left as it was. Compare it.",
)
PAGE_ROTATED = Sentence(
    "page-rotated",
    "পাতাটি কাত বা উল্টো ছিল; {degrees}° ডানে ঘুরিয়ে সোজা করে পড়া হয়েছে।",
    "The page lay on its side or stood on its head; it was turned by {degrees}° to the right and read upright.",
)
FILE_NOT_CARRIED = Sentence(
    "file-not-carried",
    "ফাইলের ভেতরের বিষয়বস্তু এ ব্যবস্থার একটি সংযুক্তির দিকে দেখায়; তা নেওয়া হয়নি। সংযুক্তি থাকলে ফাইলটি আলাদা করে দিন।",
    "What the file carries points to an enclosure stored here; that was not taken. Attach the enclosure itself where there is one.",
)
CARRIED_UNSIGNED = Sentence(
    "carried-unsigned",
    "ফাইলটির ভেতরে কাগজের বিষয়বস্তু আছে, কিন্তু কারও সিল নেই; পাতায় যা ছাপা তা-ই পড়া হয়েছে, আর যেখানে ভেতরের তথ্য অন্য বলে সেখানে সন্দেহ তোলা হয়েছে।",
    "The file carries the content of a paper, but nobody's seal; the pages were read, and a doubt stands where what it carries says otherwise.",
)
CARRIED_BY_UNKNOWN = Sentence(
    "carried-unsigned/unknown",
    "ফাইলের ভেতরের বিষয়বস্তুতে যে সিল আছে তা এ ব্যবস্থার জানা নয় ({key}…); পাতায় যা ছাপা তা-ই পড়া হয়েছে। প্রেরককে জানা থাকলে প্রশাসক তাঁর চাবি যোগ করতে পারেন।",
    "The seal on the content inside the file is by a key not known here ({key}…); the pages were read. Where the sender is known, the administrator can add the key.",
)
CARRIED_CHANGED = Sentence(
    "carried-changed",
    "ফাইলের ভেতরের বিষয়বস্তু সিল দেওয়ার পর বদলানো হয়েছে; তা বিশ্বাস করা হয়নি, পাতা পড়া হয়েছে। প্রেরকের কাছে জেনে নিন।",
    "The content inside the file was changed after it was sealed; it was not believed, the pages were read. Ask the sender.",
)
PAGES_CHANGED = Sentence(
    "carried-pages-differ",
    "ফাইলের ভেতরের বিষয়বস্তুতে সিল ঠিক আছে, কিন্তু পাতায় অন্য কিছু ছাপা; পাতা বা ভেতরের তথ্য বদলানো হয়ে থাকতে পারে। পাতা পড়া হয়েছে; মূল কাগজের সঙ্গে মিলিয়ে নিন।",
    "The seal on the content inside the file is right, but the pages print something else; either may have been exchanged. The pages were read; compare the original.",
)
CARRIED_TRUSTED = Sentence(
    "carried-trusted",
    "বিষয়বস্তুটি “{who}” সিল দিয়ে পাঠিয়েছে, আর পাতায় তা-ই ছাপা; তাই যেমন আছে নেওয়া হয়েছে।",
    "“{who}” sealed the content, and the pages print it; it was taken as it is.",
)
CARRIED_SEVERAL = Sentence(
    "carried-several",
    "ফাইলের ভেতরে কাগজের বিষয়বস্তু {count:n} বার আছে; কোনোটিই বিশ্বাস করা হয়নি, পাতা পড়া হয়েছে।",
    "The file carries the content of a paper {count:time/times}; none was believed, the pages were read.",
)
CARRIED_UNREADABLE = Sentence(
    "carried-unreadable",
    "ফাইলের ভেতরে “data.json” নামে কিছু আছে যা কোনো কাগজের বিষয়বস্তু নয়; পাতা পড়া হয়েছে।",
    "The file carries something named “data.json” that is no content of a paper; the pages were read.",
)
CARRIED_OTHER_KIND = Sentence(
    "carried-other-kind",
    "পাতায় ছাপা কাগজটি {printed}, ভেতরের বিষয়বস্তু {carried}; পাতা পড়া হয়েছে।",
    "The pages print a paper of the kind {printed}, the file carries one of the kind {carried}; the pages were read.",
)
CARRIED_DIFFERS = Sentence(
    "carried-differs",
    "পাতায় ছাপা “{printed:n}”, ফাইলের ভেতরের তথ্য বলে “{carried:n}”।",
    "The page prints “{printed:n}”, what the file carries says “{carried:n}”.",
)
CARRIED_NOT_PRINTED = Sentence(
    "carried-differs/not-printed",
    "ফাইলের ভেতরের তথ্যে আছে “{carried:n}”, পাতায় তা ছাপা নেই।",
    "The file carries “{carried:n}”, which the page does not print.",
)
PRINTED_NOT_CARRIED = Sentence(
    "carried-differs/not-carried",
    "পাতায় ছাপা “{printed:n}”, ফাইলের ভেতরের তথ্যে তা নেই।",
    "The page prints “{printed:n}”, which the file does not carry.",
)
JSON_TRUSTED = Sentence(
    "carried-trusted/json",
    "বিষয়বস্তুটি “{who}” সিল দিয়ে পাঠিয়েছে; যেমন আছে নেওয়া হয়েছে।",
    "“{who}” sealed the content; it was taken as it is.",
)
TYPED_JSON = Sentence(
    "json-unsigned",
    "এটি JSON, কোনো পাতা নেই আর কারও সিল নেই: যে পাঠিয়েছেন তিনি যা লিখেছেন তা-ই। মূল কাগজের সঙ্গে মিলিয়ে নিন।",
    "This is JSON, without pages and without a seal: it says what its sender typed. Compare it with the paper itself.",
)
JSON_CHANGED = Sentence(
    "json-changed",
    "এই JSON সিল দেওয়ার পর বদলানো হয়েছে; প্রেরকের কাছে জেনে নিন।",
    "This JSON was changed after it was sealed; ask the sender.",
)
HIDDEN_LEFT_OUT = Sentence(
    "hidden-text",
    "ফাইলে আছে “{text}”, কিন্তু তা লুকানো, পাতায় দেখা যায় না; তাই নেওয়া হয়নি। দরকারি হলে দৃশ্যমান করে আবার দিন।",
    "The file holds “{text}”, but hides it: the page does not show it, so it was not read. Show it and give the file again where it is meant.",
)
HIDDEN_PALE = Sentence(
    "hidden-text/pale",
    "ফাইলে “{text}” কাগজের রঙেই লেখা, পাতায় দেখা যায় না; তাই নেওয়া হয়নি। দরকারি হলে রং বদলে আবার দিন।",
    "The file holds “{text}” in the colour of the paper, where nobody sees it, so it was not read. Change the colour and give the file again where it is meant.",
)
HIDDEN_TINY = Sentence(
    "hidden-text/tiny",
    "ফাইলে “{text}” এত ছোট অক্ষরে লেখা যে পড়া যায় না; তাই নেওয়া হয়নি। দরকারি হলে বড় করে আবার দিন।",
    "The file holds “{text}” in letters too small to be seen, so it was not read. Enlarge them and give the file again where it is meant.",
)
HIDDEN_READ = Sentence(
    "hidden-text/read",
    "“{text}” ফাইল থেকে পড়া হয়েছে, কিন্তু পাতায় তা আঁকা নেই (অদৃশ্য, কাগজের রঙের, ঢাকা বা পাতার বাইরে); পাতা দেখে মিলিয়ে নিন।",
    "“{text}” was read from the file, but the page does not draw it (invisible, pale, covered or beyond its edge); compare the page.",
)
OCR_LAYER = Sentence(
    "ocr-layer",
    "পাতাটি একটি ছবি; লেখা নেওয়া হয়েছে ছবির আড়ালে রাখা OCR-এর পাঠ থেকে, যা ভুল হতে পারে। সংখ্যাগুলো ছবির সঙ্গে মিলিয়ে নিন: {text}",
    "The page is a picture; its text was taken from the OCR that lies hidden with it and may be wrong. Compare the figures with the picture: {text}",
)
HIDDEN_UNKNOWN = Sentence(
    "hidden-unknown",
    "{text} ফাইলে কোন সারি, কলাম বা ঘর লুকানো আছে তা জানা যায় না; সব পড়া হয়েছে। মূল ফাইল খুলে মিলিয়ে নিন, অথবা .xlsx হিসেবে সংরক্ষণ করে দিন।",
    "A file of the kind {text} does not say which rows, columns or cells it hides; all were read. Compare the file as it opens, or save it as .xlsx.",
)
HIDDEN_UNSTYLED = Sentence(
    "hidden-unstyled",
    "পাতাটির সাজসজ্জা অন্য ফাইলে রাখা ({text}), যা এর সঙ্গে আসেনি; তাতে কোন লেখা লুকানো তা জানা যায় না, সব পড়া হয়েছে। ব্রাউজারে পাতাটি খুলে মিলিয়ে নিন, অথবা PDF হিসেবে দিন।",
    "The style sheets of the page lie in other files ({text}), which did not come with it; what they hide is not known, all was read. Compare the page in a browser, or give it as a PDF.",
)
CHANGE_DELETED = Sentence(
    "tracked-change",
    "“{text}” মুছে ফেলার প্রস্তাব আছে, কেউ তা গ্রহণ বা বাতিল করেননি; মোছা ধরে পড়া হয়েছে।",
    "“{text}” is struck by a tracked change that nobody accepted or rejected; it was read as deleted.",
)
CHANGE_INSERTED = Sentence(
    "tracked-change/inserted",
    "“{text}” যোগ করার প্রস্তাব আছে, কেউ তা গ্রহণ বা বাতিল করেননি; যোগ করা ধরে পড়া হয়েছে।",
    "“{text}” is added by a tracked change that nobody accepted or rejected; it was read as part of the paper.",
)
COMMENT_UNREAD = Sentence(
    "comment-unread",
    "ফাইলে মন্তব্য আছে: “{text}”; তা কাগজের অংশ হিসেবে পড়া হয়নি।",
    "The file has a comment: “{text}”; it was not read as part of the paper.",
)
