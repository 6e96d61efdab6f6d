"""The set form in which a breach of the code is reported at once: when, where, against which party, what was done, from which source."""

from __future__ import annotations

from angikar.rules.forms.form import Field, Form

FORM = Form(
    again=False,
    fields=(
        Field(name="day", label="কোন দিন", kind="date"),
        Field(name="clock", label="কখন", kind="time"),
        Field(name="place", label="কোথায়", kind="place", hint="কেন্দ্র, ওয়ার্ড, ইউনিয়ন; চাইলে ফোনের অবস্থান দিন"),
        Field(name="against", label="কার বিরুদ্ধে", kind="text", hint="প্রার্থী, এজেন্ট বা সমর্থকের নাম"),
        Field(name="what", label="কী ঘটেছে", kind="text"),
        Field(name="done", label="কী ব্যবস্থা নেওয়া হয়েছে", kind="text", required=False),
        Field(
            name="source",
            label="সূত্র",
            kind="choice",
            choices=("নিজের পরিদর্শন", "লিখিত অভিযোগ", "মৌখিক অভিযোগ", "সংবাদমাধ্যম", "আইনশৃঙ্খলা বাহিনী", "অন্যান্য"),
        ),
        Field(name="files", label="ছবি বা কাগজ", kind="files", required=False),
    ),
)
"""After the daily report that the commission asked for in 2023: time of observation, against which party, what action, source of
complaint.
"""
