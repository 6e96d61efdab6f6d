"""The sentences of doubts about running text: its words, figures, dates, brackets and quoted memo numbers."""

from angikar.rules.sentence import Sentence

BRACKET_UNBALANCED = Sentence(
    "bracket-unbalanced",
    "“{text}”: বন্ধনী জোড়া নয়।",
    "The brackets of “{text}” do not pair.",
)
JOINER_LOST = Sentence(
    "joiner-lost",
    "“{printed}”: শব্দের শুরুতে রেফ হয় না; “{meant}” হওয়ার কথা।",
    "“{printed}”: no word begins with reph; “{meant}” was meant.",
)
LATIN_DIGITS = Sentence(
    "latin-digits",
    "“{printed}”: বাংলা লেখার মধ্যে ইংরেজি অঙ্ক।",
    "“{printed}”: Latin digits within Bangla.",
)
MEMO_UNKNOWN_PATTERN = Sentence(
    "memo-unknown-pattern/quoted",
    "উদ্ধৃত স্মারক “{printed}” কোনো নিয়মে পড়ে না; সম্ভবত “{meant:n}”।",
    "The memo number quoted, “{printed}”, follows no scheme; likely “{meant:n}”.",
)
TEXT_MISREAD = Sentence("text-misread", "{words}।", "{words}.")
WORD_IS_LIKELY = Sentence(
    "text-misread/word",
    "“{printed}” সম্ভবত {meant}",
    "“{printed}” is likely {meant}",
)
FIGURE_WORD_DIFFERS = Sentence(
    "figure-word-differs",
    "অঙ্কে {figure:n}, কথায় “{word}”; “{right}” হওয়ার কথা।",
    "The figure says {number}, the word “{word}”; “{right}” was expected.",
)
WEEKDAY_DIFFERS = Sentence(
    "weekday-differs",
    "{day:d} তারিখ {printed} নয়, {right}।",
    "{day:d} is no {printed} but a {right}.",
)
BANGLA_DATE_DISAGREES = Sentence(
    "bangla-date-disagrees",
    "দুই তারিখ মেলে না: {day:d} বাংলায় {right}, {printed} নয়।",
    "The two dates disagree: {day:d} is {right} in Bangla, not {printed}.",
)
CITED_MEMO_LATER = Sentence(
    "cited-memo-later",
    "উদ্ধৃত স্মারক “{memo}” ({written:d}) এই পত্রের ({issued:d}) পরের।",
    "The memo quoted, “{memo}” ({written:d}), is later than this letter ({issued:d}).",
)
FISCAL_YEAR_IMPOSSIBLE = Sentence(
    "fiscal-year-impossible",
    "“{printed}”: অর্থবছর পরপর দুই বছরের হয়, যেমন {right:n}।",
    "“{printed}”: a fiscal year runs over two years that follow each other, such as {right:n}.",
)
WINDOW_REVERSED = Sentence(
    "window-reversed",
    "“{printed}”: শেষ দিন প্রথম দিনের আগে।",
    "“{printed}” ends before it begins.",
)
