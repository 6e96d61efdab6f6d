"""Assigning a template on its page: begun as one, shared out by the form, listed with the offices that have it."""

from __future__ import annotations

from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.desk.samples import said, text
from tests.world import World

ROW = "areas.0.activities.0.indicators.0"


def test_a_template_is_begun_written_and_given_to_the_offices_below(sign: Sign, world: World) -> None:
    focal = sign("focal")
    said(
        focal,
        "/plans/new/",
        {"plan": "charter", "year": "2026-27", "office": world.offices["department"].pk, "template": "1"},
    )
    template = Paper.objects.get(is_template=True)
    line = "প্রশিক্ষিত কর্মী\tজন\t১০\t\t\t১০০"
    pasted = {"do": "paste", "path": f"{ROW}.title", "n": "0", "version": template.version, "text": line}
    assert focal.post(f"/papers/{template.pk}/block/", pasted).status_code == 200
    page = text(focal, f"/papers/{template.pk}/")
    assert f'href="/papers/{template.pk}/assign/"' in page
    assert f"/papers/{template.pk}/issue/" not in text(sign("director"), f"/papers/{template.pk}/")
    assert "উপজেলা কার্যালয় (৩)" in text(focal, f"/papers/{template.pk}/assign/")
    template.refresh_from_db()
    wrong = {"level": "upazila", "version": template.version, f"by-{ROW}": "table", "table": "দপ্তর\t১.১.১\nনেই\t১"}
    refused = focal.post(f"/papers/{template.pk}/assign/", wrong)
    assert refused.status_code == 422
    assert "“নেই” নেই" in refused.content.decode()
    assert "দপ্তর\t১.১.১" in refused.content.decode(), "what was pasted stays"
    sent = {"level": "upazila", "version": template.version, f"by-{ROW}": "equal"}
    assert "যে দপ্তরগুলো খসড়া পেয়েছে (৩)" in said(focal, f"/papers/{template.pk}/assign/", sent)
    draft = Paper.objects.get(office=world.offices["upazila1"])
    assert "নক্ষত্র অধিদপ্তর এর নমুনা থেকে" in text(sign("upazila1_head"), f"/papers/{draft.pk}/")
    assert sign("north_head").get(f"/papers/{template.pk}/assign/").status_code == 404
