"""What changed in a template on its page: sent again, shown to the office beside its draft, and taken over there."""

from __future__ import annotations

from angikar.papers.models import Paper
from angikar.papers.plans.actions import begin
from angikar.papers.plans.forms import PLANS
from tests.desk.conftest import Sign
from tests.desk.samples import said, text
from tests.world import World

ROW = "areas.0.activities.0.indicators.0"


def test_a_changed_template_is_sent_again_and_taken_over(sign: Sign, world: World) -> None:
    focal, department = sign("focal"), world.offices["department"]
    template = begin(world.officers["focal"], department, PLANS["charter"], "2026-27", template=True)
    assign, block = f"/papers/{template.pk}/assign/", f"/papers/{template.pk}/block/"

    def write(path: str, words: str) -> None:
        sent = {"do": "paste", "path": path, "n": "0", "version": template.version, "text": words}
        assert focal.post(block, sent).status_code == 200
        template.refresh_from_db()

    def send() -> str:
        return said(focal, assign, {"level": "upazila", "version": template.version, f"by-{ROW}": "equal"})

    write(f"{ROW}.title", "প্রশিক্ষিত কর্মী\tজন\t১০\t\t\t১০০")
    assert "৩টি দপ্তর খসড়া পেয়েছে।" in send()
    write(f"{ROW}.weight", "১২")
    assert '<option value="equal" selected>' in text(focal, assign), "as it was shared before"
    assert "৩টি দপ্তরকে নমুনার বদল জানানো হয়েছে।" in send()
    draft, head = Paper.objects.get(office=world.offices["upazila1"]), sign("upazila1_head")
    page = f"/papers/{draft.pk}/offer/"
    assert f'href="{page}"' in text(head, f"/papers/{draft.pk}/")
    assert "১২" in text(head, page)
    assert sign("upazila2_head").get(page).status_code == 404
    assert "নমুনার বদল খসড়ায় বসেছে।" in said(head, page, {"version": draft.version})
    assert "নেওয়ার মতো কোনো বদল নেই" in text(head, page)
