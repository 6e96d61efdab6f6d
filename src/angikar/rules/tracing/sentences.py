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
FILE_NOT_CARRIED = Sentence(
    "file-not-carried",
    "ফাইলের ভেতরের বিষয়বস্তু এ ব্যবস্থার একটি সংযুক্তির দিকে দেখায়; তা নেওয়া হয়নি। সংযুক্তি থাকলে ফাইলটি আলাদা করে দিন।",
    "What the file carries points to an enclosure stored here; that was not taken. Attach the enclosure itself where there is one.",
)
