"""Why a job has no result."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

JOB_ENDED_ALREADY = Sentence("job-ended-already", "কাজটি এর মধ্যে শেষ হয়ে গেছে।", "The job has ended meanwhile.")
JOB_FAILED = Sentence(
    "job-failed",
    "কাজটি ব্যবস্থার ত্রুটিতে থেমে গেছে; আবার দিন, আবারও থামলে ব্যবস্থাপককে জানান।",
    "A fault of the system ended the job; begin it again, and if it ends again, let the administrator know.",
)
JOB_CRASHED = Sentence(
    "job-crashed",
    "কাজটি {tries} বার মাঝপথে থেমে গেছে; ফাইলটি ভাগ করে বা ছোট করে আবার দিন।",
    "The job was cut off {tries} times; split the file or make it smaller and begin again.",
)
JOB_NOT_YOURS = Sentence(
    "job-not-yours",
    "কাজটি শেষ হওয়ার আগেই আপনার পদ বা অধিকার বদলেছে, তাই কিছু রাখা হয়নি।",
    "Your post or right changed before the job ended, so that nothing was stored.",
)
