"""Searches that are kept: under a name, on one's first page, twelve at most, and one's own alone."""

from __future__ import annotations

from angikar.history.models import Entry
from angikar.search.actions import MOST
from angikar.search.models import SavedSearch
from tests.desk.conftest import Sign
from tests.desk.samples import circular, text
from tests.world import World

KEPT = {"name": "উল্কার পরিপত্র", "q": "উল্কাবৃষ্টি", "kind": "paper", "year": "2022-23"}


def test_a_search_is_kept_renamed_and_removed(sign: Sign, world: World) -> None:
    circular(world)
    client = sign("clerk")
    assert "উল্কার পরিপত্র" in text(client, client.post("/search/saved/", KEPT)["Location"])
    (kept,) = SavedSearch.objects.all()
    first = text(client, "/")
    address = first.split("উল্কার পরিপত্র</a>")[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    assert "<mark>উল্কাবৃষ্টির</mark>" in text(client, address)
    assert 'value="paper" selected' in text(client, address)
    there = f"/search/saved/{kept.pk}/"
    client.post(there, {"name": "উল্কা"})
    assert ("উল্কা</a>" in text(client, "/"), "উল্কার পরিপত্র" in text(client, "/")) == (True, False)
    client.post(there, {"do": "remove"})
    assert "উল্কা</a>" not in text(client, "/")
    assert client.post(there, {"do": "remove"}).status_code == 404
    verbs = Entry.objects.filter(kind="search.savedsearch").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["search.save", "search.rename", "search.remove"]


def test_another_s_search_is_neither_shown_nor_changed(sign: Sign, world: World) -> None:
    sign("clerk").post("/search/saved/", KEPT)
    (kept,) = SavedSearch.objects.all()
    for who in ("director", "stranger"):
        client = sign(who)
        assert "উল্কার পরিপত্র" not in text(client, "/") + text(client, "/search/")
        for sent in ({"name": "আমার"}, {"do": "remove"}):
            assert client.post(f"/search/saved/{kept.pk}/", sent).status_code == 404
    assert SavedSearch.objects.get().name == "উল্কার পরিপত্র"


def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(sign: Sign, world: World) -> None:
    client = sign("clerk")
    for sent, said in (
        ({**KEPT, "name": " "}, "কী নামে রাখা হবে"),
        ({**KEPT, "q": ""}, "খালি খোঁজা রাখা যায় না"),
        (KEPT, ""),
        (KEPT, "নামে আপনার একটি খোঁজা আছে"),
    ):
        answer = client.post("/search/saved/", sent)
        assert answer.status_code == (422 if said else 302)
        assert said in answer.content.decode()
    assert f'value="{KEPT["name"]}"' in answer.content.decode()
    for number in range(MOST - 1):
        client.post("/search/saved/", {**KEPT, "name": f"খোঁজা {number}"})
    assert SavedSearch.objects.count() == MOST
    assert "১২টি খোঁজা রাখা আছে" in client.post("/search/saved/", {**KEPT, "name": "আরও"}).content.decode()
    other = SavedSearch.objects.filter(name="খোঁজা 0").get()
    answer = client.post(f"/search/saved/{other.pk}/", {"name": KEPT["name"]})
    assert (answer.status_code, answer.content.decode().count(f'value="{KEPT["name"]}"')) == (422, 2)
