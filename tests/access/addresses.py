"""Every address of the desk: what it leads to in the scene, and who it opens to by GET and by POST. `docs/access.md` is made of it."""

from __future__ import annotations

from tests.access.audiences import (
    ACCOUNTS,
    ADMIN,
    CARD,
    DRAFTERS,
    DRAFTERS_AND_ABOVE,
    EVERYBODY,
    FORMING,
    HEAD,
    KEEPERS,
    KEEPING,
    LEADERS,
    LEADERS_AND_ABOVE,
    LISTERS,
    NO_ONE,
    NOT_THE_HEAD,
    OFFICE,
    OVER,
    OWNER,
    POSTS,
    READERS,
    READERS_AND_ADMIN,
    REGISTER,
    SECONDS,
    SERVING,
    SIGNED_IN,
    Address,
)

_ACCOUNT = {
    "today": Address(read=SIGNED_IN),
    "account": Address(read=ACCOUNTS),
    "email": Address(read=ACCOUNTS, shown=302),
    "renew_codes": Address(read=ACCOUNTS, write=ACCOUNTS, shown=302),
    "tokens": Address(read=ACCOUNTS, write=ACCOUNTS, shown=302),
    "revoke_token": Address("token", write=OWNER),
    "end_session": Address("session", write=OWNER),
    "notices": Address(read=SIGNED_IN),
    "jobs": Address(read=SIGNED_IN),
    "job": Address("job", read=OWNER),
    "job_file": Address("printed_job", read=OWNER),
    "cancel_job": Address("job", write=OWNER),
    "subscribe": Address(write=SIGNED_IN),
    "system": Address(read=ADMIN),
    "send_again": Address(write=ADMIN),
    "feed": Address("feed", read=EVERYBODY, public=True),
    "language": Address(write=EVERYBODY, sent={"language": "en"}, public=True),
    "stay": Address(read=ACCOUNTS, shown=204),
    "sign_out": Address(write=EVERYBODY, public=True),
    "guide": Address(read=EVERYBODY, public=True),
    "keys": Address(read=EVERYBODY, public=True),
    "guide_page": Address("guide", read=EVERYBODY, public=True),
    "begin": Address(read=NO_ONE, write=NO_ONE, public=True),
    "first_steps": Address(read=KEEPERS, write=KEEPERS, done=200, sent={"do": "head_is_focal"}),
    "first_password": Address(read=EVERYBODY, write=EVERYBODY, done=422, public=True),
}

_DUTIES = {
    "duty": Address("reported", read=READERS),
    "mark": Address("open", read=DRAFTERS),
    "report": Address("open", write=DRAFTERS, sent={"value": "৫"}),
    "acknowledge": Address("receipt", write=DRAFTERS),
    "accept_several": Address("", write=OVER, sent={"report": "{report}"}),
    "acknowledge_several": Address("", write=DRAFTERS, sent={"duty": "{receipt}"}),
    "verdict": Address("reported", write=OVER, sent={"report": "{report}", "accepted": "5"}),
    "excuse": Address("open", write=OVER, sent={"words": "নেই"}),
    "proof": Address("reported proof", read=READERS),
    "counted": Address("open", read=DRAFTERS, write=DRAFTERS, done=200),
    "dated": Address("open", read=DRAFTERS),
    "cell": Address(
        "open", read=DRAFTERS, write=DRAFTERS, done=200, sent={"value-{open}": "৫", "version-{open}": "{open_version}"}
    ),
}

_PLANS = {
    "grid": Address("agreement", read=READERS, write=READERS, sent={"quarter": "1"}),
    "filing": Address("agreement filed", read=READERS),
    "file": Address("agreement quarter", write=HEAD, explained=NOT_THE_HEAD, sent={"words": "সব হয়নি।"}),
    "reopen": Address("agreement filed", write=LEADERS, done=422, sent={"do": "ask", "words": "দরকার"}),
    "verify": Address("agreement filed", write=OVER, sent={"do": "take_up"}),
    "year": Address("agreement", read=READERS, write=OVER, sent={"do": "feedback", "words": "ভালো"}),
    "change_rows": Address(
        "draft", write=DRAFTERS, sent={"path": "areas", "arrange": "add", "version": "{draft_version}"}
    ),
    "change_block": Address(
        "draft",
        write=DRAFTERS,
        done=200,
        sent={"do": "add", "path": "areas.0", "version": "{draft_version}"},
    ),
    "assign": Address(
        "template", read=DRAFTERS, write=DRAFTERS, sent={"level": "upazila", "version": "{template_version}"}
    ),
    "drafts_below": Address(read=SIGNED_IN, write=OVER, sent={"draft": "{successor}", "words": "আবার দেখুন"}),
    "template_offer": Address("draft", read=DRAFTERS, write=DRAFTERS, sent={"version": "{draft_version}"}),
    "begin_plan": Address(read=SIGNED_IN, write=SERVING, sent={"plan": "charter", "year": "2031-32"}),
    "results": Address("agreement", read=READERS),
    "years": Address("agreement", read=READERS),
    "make": Address("agreement", write=DRAFTERS_AND_ABOVE, sent={"what": "evaluation"}),
    "outgoing": Address("agreement what form", read=READERS),
    "links": Address("agreement", read=READERS, write=DRAFTERS, sent={"line": "governance:1.1.1"}),
    "counterpart": Address("draft", write=DRAFTERS, sent={"office": "", "version": "{draft_version}"}),
    "standings": Address(read=SIGNED_IN),
    "standings_workbook": Address(read=SIGNED_IN),
    "keep_ranks": Address(write=OVER, sent={"under": "{ministry}", "reach": "direct"}),
    "standing": Address("department", read=READERS),
}

_OFFICES = {
    "offices": Address(read=SIGNED_IN),
    "office": Address("department", read=REGISTER),
    "change_office": Address("department", write=KEEPING, sent={"do": "edit", "level": "department"}),
    "add_office": Address(write=ADMIN, sent={"name": "দপ্তর"}),
    "officers": Address(
        read=KEEPERS, write=KEEPING, done=200, sent={"office": "{department}", "name": "জনাব নতুন", "username": "moyna"}
    ),
    "officer": Address("clerk", read=CARD, write=CARD, sent={"do": "ways"}),
    "change_post": Address("focal", write=KEEPING, sent={"do": "edit", "title": "উপপরিচালক"}),
    "give": Address(
        "post",
        write=HEAD,
        sent={"do": "delegate", "officer": "clerk", "since": "১.৮.২০২২", "until": "১.৮.২০৩২", "reports": "1"},
    ),
    "lists": Address(read=KEEPERS, write=KEEPERS, done=422),
    "approvals": Address(read=SIGNED_IN),
    "answer_approval": Address("approval", write=SECONDS, sent={"do": "confirm"}),
    "list": Address("list", read=LISTERS, write=LISTERS),
    "list_counter": Address("list", read=LISTERS),
    "register_file": Address("register printed", read=KEEPERS),
    "places": Address(read=KEEPERS, write=KEEPERS, done=422),
    "office_branch": Address("department", read=READERS_AND_ADMIN, shown=302),
    "bodies": Address(
        read=SIGNED_IN,
        write=KEEPING,
        sent={"office": "{department}", "name": "দল", "chair": "মহাপরিচালক", "day": "১.৮.২০২২"},
    ),
    "body": Address("body", read=REGISTER),
    "change_body": Address("body", write=KEEPING, sent={"do": "dissolve", "day": "১.৮.২০২২"}),
    "post": Address("post", read=REGISTER),
    "note": Address("post", write=HEAD, sent={"words": "বাকি আছে"}),
    "hand_over": Address("focal", write=KEEPING, sent={"do": "release", "day": "১.৮.২০৩২"}),
}

_PAPERS = {
    "intake": Address(read=SIGNED_IN, write=SERVING),
    "read_again": Address("pictured", write=DRAFTERS, sent={"kind": "circular", "version": "{pictured_version}"}),
    "review": Address("taken", read=OFFICE, write=DRAFTERS, sent={"version": "{taken_version}"}),
    "picture": Address("pictured page", read=OFFICE),
    "papers": Address(read=SIGNED_IN),
    "search": Address(read=SIGNED_IN),
    "save_search": Address(write=SIGNED_IN, sent={"name": "নামে রাখা", "q": "নক্ষত্র"}),
    "saved_search": Address("saved", write=OWNER, sent={"name": "নতুন নাম"}),
    "paper": Address("agreement", read=READERS),
    "cell_of_paper": Address(
        "draft", read=DRAFTERS, write=DRAFTERS, sent={"path": "office", "version": "{draft_version}"}
    ),
    "readdress": Address("circular", write=LEADERS),
    "settle": Address("taken doubt", write=DRAFTERS, sent={"choice": "keep", "version": "{taken_version}"}),
    "settle_together": Address(
        "taken cause", read=DRAFTERS, write=DRAFTERS, done=422, sent={"version": "{taken_version}"}
    ),
    "keep_all": Address("taken", write=DRAFTERS, sent={"version": "{taken_version}"}),
    "move": Address("draft", write=DRAFTERS, sent={"to": "review", "version": "{draft_version}"}),
    "supersede": Address("agreement", write=DRAFTERS),
    "discard": Address("draft", write=DRAFTERS, sent={"version": "{draft_version}"}),
    "difference": Address(
        "successor", read=READERS, write=DRAFTERS, sent={"row": "", "reason": "নেই", "version": "{successor_version}"}
    ),
    "comment": Address("successor", write=OVER, sent={"words": "লক্ষ্য বাড়ান", "version": "{successor_version}"}),
    "change_comment": Address("successor comment", write=DRAFTERS_AND_ABOVE, sent={"do": "answer", "words": "ঠিক আছে"}),
    "ask_body": Address("successor", write=DRAFTERS_AND_ABOVE, sent={"body": "{body}"}),
    "agree": Address("successor", write=OVER, sent={"version": "{successor_version}"}),
    "receipts": Address("circular", read=READERS),
    "change_receipts": Address(
        "circular", write=DRAFTERS, sent={"do": "address", "name": "অতিথি", "reach": "guest@example.org"}
    ),
    "print_receipts": Address("circular printed", read=READERS),
    "outsider": Address("outsider", write=DRAFTERS, sent={"do": "revoke"}),
    "issue": Address("draft", read=HEAD, write=HEAD, sent={"version": "{draft_version}"}),
    "signing": Address("agreement", read=READERS, write=DRAFTERS, sent={"do": "scan", "version": "1"}),
    "signed_file": Address("agreement signature", read=READERS),
    "file_to_sign": Address("agreement", read=READERS),
    "days": Address("draft", write=DRAFTERS, sent={"version": "{draft_version}"}),
    "print": Address("agreement form", read=READERS),
    "source": Address("agreement", read=READERS),
}

_LETTERS = {
    "arrange": Address(
        "letter", write=HEAD, sent={"path": "body", "how": "add", "text": "কথা", "version": "{letter_version}"}
    ),
    "meaning": Address("taken", write=DRAFTERS, done=200, sent={"path": "paragraphs", "text": "প্রতি সোমবার"}),
    "pass_on": Address("letter", write=HEAD, sent={"to": "{focal}", "version": "{letter_version}"}),
    "keep_in": Address(
        "letter", write=HEAD, sent={"number": "১", "subject": "নথি নম্বর", "version": "{letter_version}"}
    ),
    "mean": Address("letter", write=HEAD, sent={"text": "সবাই", "how": "outside"}),
    "mean_all": Address("letter", write=HEAD, sent={"text-0": "সবাই", "post-0": "outside"}),
    "enclosure": Address("letter page", read=OFFICE),
    "write_letter": Address(read=SIGNED_IN, write=SERVING, sent={"form": "letter", "subject": "বিষয়"}),
    "dispatch": Address(read=POSTS, write=POSTS, sent={"office": "{department}", "number": "১", "subject": "নথি নম্বর"}),
    "dispatch_print": Address(read=SERVING),
}

_CIRCULARS = {
    "circular": Address("circular", read=READERS),
    "incidents": Address("circular", read=READERS),
    "tell": Address("circular", read=LEADERS, write=LEADERS, done=422),
    "spending": Address("circular", read=READERS),
    "incident": Address("incident", read=READERS),
    "incident_step": Address("incident", write=LEADERS_AND_ABOVE, sent={"do": "done", "words": "থামানো হয়েছে"}),
    "incident_file": Address("incident handed", read=READERS),
    "form": Address(
        "taken directive", read=DRAFTERS, write=DRAFTERS, sent={"do": "form", "version": "{taken_version}"}
    ),
    "calendar": Address("circular", read=READERS, write=LEADERS, done=422, sent={"day": "কোনো দিন"}),
    "formations": Address(
        "circular",
        read=READERS,
        write=FORMING,
        sent={
            "do": "form",
            "office": "{department}",
            "name": "ভোটকেন্দ্র পরিদর্শন দল",
            "chair": "মহাপরিচালক",
            "day": "১.৮.২০২২",
        },
    ),
    "schedule": Address(
        "taken place", read=DRAFTERS, write=DRAFTERS, sent={"said": "সঙ্গে সঙ্গে", "version": "{taken_version}"}
    ),
    "compliance": Address("circular", read=READERS),
    "answers": Address("circular", read=READERS, sent={"directive": "receipt"}),
    "compliance_file": Address("circular pdf", read=READERS),
    "missing": Address("circular", read=READERS),
    "escalate": Address("circular", write=DRAFTERS),
    "excuse_missing": Address("circular", write=DRAFTERS, sent={"duty": "{receipt}", "words": "নেই"}),
    "summary": Address("circular", read=READERS, sent={"directive": "2(খ)"}),
    "summary_file": Address("circular pdf", read=READERS, sent={"directive": "2(খ)"}),
    "make_summary": Address("circular", write=DRAFTERS, sent={"directive": "2(খ)"}),
}

_MEETINGS = {
    "meeting": Address("minutes", read=READERS),
    "sitting": Address("running", read=READERS),
    "sitting_rows": Address("running", read=READERS),
    "change_sitting": Address("running", write=LEADERS, sent={"do": "sign", "name": "জনাব অতিথি"}),
    "write": Address("running", write=LEADERS, sent={"row": "new", "title": "দূরবীন"}),
    "minutes": Address("closed", read=LEADERS),
    "change_minutes": Address("closed", write=LEADERS, sent={"do": "circulate"}),
    "decisions": Address(read=SIGNED_IN),
    "action_taken": Address("printed", read=SIGNED_IN),
    "monthly": Address(read=SIGNED_IN),
    "decision": Address("decision", read=READERS),
    "change_decision": Address("decision", write=LEADERS, sent={"do": "link", "earlier": "0"}),
    "meetings": Address(read=SIGNED_IN),
    "series": Address("body", read=READERS),
    "change_series": Address("body", write=LEADERS, sent={"do": "plan", "title": "জরুরি সভা", "date": "২০.৮.২০২২"}),
    "agenda": Address("called", read=READERS),
    "change_agenda": Address("called", write=LEADERS, sent={"do": "add", "title": "বাজেট"}),
    "convene": Address("called", read=LEADERS, write=LEADERS, sent={"memo": ""}),
    "appointment": Address("called", read=READERS),
    "ideas": Address(read=SIGNED_IN, write=HEAD, sent={"post": "{post}", "title": "ধারণা", "text": "কী ও কেন"}),
    "idea": Address("idea", read=READERS),
    "change_idea": Address("idea", write=OVER, sent={"to": "review", "words": "দেখি", "version": "1"}),
}

DESK = {
    "Account and day": _ACCOUNT,
    "Duties": _DUTIES,
    "Plans and standings": _PLANS,
    "Register of offices": _OFFICES,
    "Papers": _PAPERS,
    "Letters": _LETTERS,
    "Circulars": _CIRCULARS,
    "Meetings": _MEETINGS,
}
