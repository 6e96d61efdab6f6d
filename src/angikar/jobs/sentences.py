"""That a job has ended, and why it has no result."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

JOB_DONE = Sentence("job-done", "“{title}” শেষ হয়েছে; দেখে নিন।", "“{title}” is done; look at it.")
JOB_WITHOUT_RESULT = Sentence("job-without-result", "“{title}” করা যায়নি: {why}", "“{title}” could not be done: {why}")
JOB_ENDED_ALREADY = Sentence("job-ended-already", "কাজটি এর মধ্যে শেষ হয়ে গেছে।", "The job has ended meanwhile.")
JOB_BEING_WRITTEN = Sentence(
    "job-being-written",
    "কাজটির ফল এখন লেখা হচ্ছে, তাই আর থামানো যায় না।",
    "The result of the job is being written, so that it cannot be stopped any more.",
)
JOB_FAILED = Sentence(
    "job-failed",
    "কাজটি ব্যবস্থার ত্রুটিতে থেমে গেছে; আবার দিন, আবারও থামলে ব্যবস্থাপককে জানান।",
    "A fault of the system ended the job; begin it again, and if it ends again, let the administrator know.",
)
JOB_CRASHED = Sentence(
    "job-crashed",
    "কাজটি {tries} বার মাঝপথে থেমে গেছে; ফাইলটি ভাগ করে বা ছোট করে আবার দিন।",
    "The job was cut off {tries:time/times}; split the file or make it smaller and begin again.",
)
JOB_NOT_YOURS = Sentence(
    "job-not-yours",
    "কাজটি শেষ হওয়ার আগেই আপনার পদ বা অধিকার বদলেছে, তাই কিছু রাখা হয়নি।",
    "Your post or right changed before the job ended, so that nothing was stored.",
)
JOB_FILE_MISSING = Sentence(
    "job-file-missing",
    "জমা দেওয়া ফাইলটি আর পাওয়া যাচ্ছে না; আবার দিন।",
    "The file that was given is no longer there; give it again.",
)
LIST_COMPARED = Sentence(
    "list-compared",
    "“{title}” নিবন্ধের সঙ্গে মেলানো হয়েছে; কী বদলাবে দেখে নিন।",
    "“{title}” has been compared with the register; look at what it would change.",
)
LIST_NOT_COMPARED = Sentence(
    "list-not-compared", "“{title}” মেলানো যায়নি: {why}", "“{title}” could not be compared: {why}"
)
LIST_WRITTEN = Sentence("list-written", "“{title}” নিবন্ধে লেখা হয়েছে।", "“{title}” is in the register.")
LIST_NOT_WRITTEN = Sentence(
    "list-not-written",
    "“{title}” নিবন্ধে লেখা যায়নি, কিছুই বদলায়নি: {why}",
    "“{title}” could not be written into the register, and none of it was: {why}",
)
