"""The sentences of what the machine cannot do for a while, and of what two did at the same moment."""

from __future__ import annotations

from angikar.history.faults import Fault
from angikar.rules.sentence import Sentence

FAULTS: dict[Fault, Sentence] = {
    "full": Sentence(
        "disk-full",
        "সার্ভারে জায়গা ফুরিয়ে গেছে, তাই এখন কিছু জমা নেওয়া যাচ্ছে না; পড়া যাচ্ছে। যা লিখেছেন তা আপনার ব্রাউজারে রাখা আছে। "
        "সার্ভারের রক্ষক জায়গা খালি করলেই আবার জমা দেওয়া যাবে।",
        "The server's disk is full, so nothing can be handed in now; reading works. What you typed is kept in your browser. "
        "As soon as whoever keeps the server makes room, it can be sent again.",
    ),
    "unwritable": Sentence(
        "data-unwritable",
        "সার্ভারের তথ্যভান্ডারে এখন লেখা যাচ্ছে না; পড়া যাচ্ছে। যা লিখেছেন তা আপনার ব্রাউজারে রাখা আছে; সার্ভারের রক্ষককে জানান, "
        "ঠিক হলেই আবার জমা দেওয়া যাবে।",
        "The server's data cannot be written now; reading works. What you typed is kept in your browser; tell whoever keeps the "
        "server, and send it again once it is put right.",
    ),
    "away": Sentence(
        "database-away",
        "তথ্যভান্ডারের সঙ্গে সংযোগ নেই। যা লিখেছেন তা আপনার ব্রাউজারে রাখা আছে; একটু পরে আবার চেষ্টা করুন।",
        "There is no connection to the database. What you typed is kept in your browser; try again in a moment.",
    ),
    "busy": Sentence(
        "database-busy",
        "এই মুহূর্তে অনেকে একসঙ্গে জমা দিচ্ছেন। যা লিখেছেন তা আপনার ব্রাউজারে রাখা আছে; আবার পাঠান।",
        "Many are handing in at this moment. What you typed is kept in your browser; send it again.",
    ),
}
FAULT_OVER = Sentence(
    "fault-over",
    "আগে জানানো বাধাটি কেটে গেছে; আবার সব জমা নেওয়া হচ্ছে। সার্ভার নতুন করে চালু করতে হবে না।",
    "The fault that was reported is over; everything is taken in again. The server need not be restarted.",
)
FIGURE_TOO_LONG = Sentence(
    "form-figure-too-long",
    "লেখার কোথাও একটানা অনেক বেশি অঙ্ক আছে, কোনো সংখ্যা এত বড় হয় না; সেটি ঠিক করে আবার পাঠান। যা লিখেছেন তা ব্রাউজারে রাখা আছে।",
    "Somewhere in the text far too many digits stand in a row; correct that and send it again. The browser keeps what you typed.",
)
DONE_MEANWHILE = Sentence(
    "done-meanwhile",
    "ঠিক এই মুহূর্তে অন্য কেউ একই কাজ করেছেন, তাই এটি জমা হয়নি। পাতাটি নতুন করে খুলে দেখে নিন।",
    "Somebody else did the same at this very moment, so this was not handed in. Open the page again and have a look.",
)
