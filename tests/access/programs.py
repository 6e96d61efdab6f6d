"""Every operation of the API: what it leads to in the scene, and for who a token opens it by GET and by POST. `docs/access.md` is made of it."""

from __future__ import annotations

from tests.access.audiences import DRAFTERS, HEAD, OVER, OWNER, READERS, SERVING, SIGNED_IN, Address

PROGRAMS = {
    "api:me": Address(read=SIGNED_IN),
    "api:offices": Address(read=SIGNED_IN),
    "api:office": Address("department", read=SERVING),
    "api:papers": Address(read=SIGNED_IN),
    "api:paper": Address("agreement", read=READERS),
    "api:receipts": Address("circular", read=READERS),
    "api:compliance": Address("circular", read=READERS),
    "api:duties": Address(read=SIGNED_IN),
    "api:duty": Address("reported", read=READERS),
    "api:reports": Address(read=SIGNED_IN),
    "api:standings": Address(read=SIGNED_IN, sent={"year": "2022-23"}),
    "api:meetings": Address(read=SIGNED_IN),
    "api:meeting": Address("running", read=READERS),
    "api:decisions": Address(read=SIGNED_IN),
    "api:decision": Address("decision", read=READERS),
    "api:save_draft": Address("open", write=DRAFTERS, sent={"value": "৫"}, done=200),
    "api:submit_report": Address("open", write=DRAFTERS, sent={"value": "৫"}, done=200),
    "api:acknowledge_paper": Address("receipt", write=DRAFTERS, done=200),
    "api:accept_report": Address("report", write=OVER, sent={"words": "দেখা হয়েছে"}, done=200),
    "api:send_report_back": Address("report", write=OVER, sent={"words": "প্রমাণক নেই"}, done=200),
    "api:send_values": Address("agreement", write=READERS, sent={"rows": "[]"}, done=200),
    "api:send_values_file": Address("agreement", write=SIGNED_IN, done=422, hidden=422),
    "api:read_file": Address(write=SIGNED_IN, done=422),
    "api:take_in": Address(write=SIGNED_IN, done=422),
    "api:job": Address("job", read=OWNER),
    "api:amend_paper": Address("draft", write=DRAFTERS, sent={"path": "office", "value": "নক্ষত্র অধিদপ্তর"}, done=200),
    "api:settle_doubt": Address("taken doubt", write=DRAFTERS, sent={"choice": "keep", "words": "ঠিক আছে"}, done=200),
    "api:accept_reading": Address("taken", write=DRAFTERS, done=200),
    "api:move_paper": Address("draft", write=DRAFTERS, sent={"to": "review"}, done=200),
    "api:issue_paper": Address("draft", write=HEAD, done=422),
}
"""A token stands for its officer; visitors, closed accounts and who lacks a second step that is demanded of them have none that is valid (401)."""

SEEN = {
    "api:save_draft": "open_version",
    "api:amend_paper": "draft_version",
    "api:settle_doubt": "taken_version",
    "api:accept_reading": "taken_version",
    "api:move_paper": "draft_version",
    "api:issue_paper": "draft_version",
}
"""Which version of the scene `If-Match` names."""
