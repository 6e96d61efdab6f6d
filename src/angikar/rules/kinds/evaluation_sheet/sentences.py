"""The sentences of doubts about an evaluation sheet: its marks, its table and its cells."""

from angikar.rules.sentence import Sentence

MARKS_SUM = Sentence(
    "marks-sum",
    "নম্বরের যোগফল {total:n}, কিন্তু লেখা আছে {printed:n}।",
    "The marks add up to {total:n}, but {printed:n} is written.",
)
MARKS_ABOVE_WEIGHT = Sentence(
    "marks-above-weight",
    "সূচক [{code:n}]-এর মান {weight:n}, কিন্তু নম্বর {mark:n}।",
    "Indicator [{code:n}] weighs {weight:n}, but {mark:n} marks are written.",
)
AREAS_MISSING = Sentence(
    "areas-missing/sheet",
    "সূচকের ছক পাওয়া যায়নি।",
    "The indicator table was not found.",
)
CELL_UNREADABLE = Sentence(
    "cell-unreadable/sheet",
    "“{text}” কোন অঙ্ক তা পড়া যায়নি।",
    "“{text}” could not be read as a figure.",
)
