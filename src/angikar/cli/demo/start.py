"""What the demo says once it is loaded: three sign-ins as a story, the others in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

SignIn = tuple[str, str, str]

PHRASE = "kajalpur-demo"
"""With this every officer of the demo signs in."""

STORY = {
    "planning": (
        "ফোকাল কর্মকর্তা: চুক্তির ছক পূরণ করুন, কার প্রতিবেদন বাকি দেখুন",
        "the focal officer: fill in the grid of the plan, see whose report is missing",
    ),
    "uno3": (
        "উপজেলা: আজ ও এ সপ্তাহে যা দিতে হবে, পরিপত্রের দৈনিক প্রতিবেদন, সভার সিদ্ধান্ত",
        "an upazila: what is due today and this week, a circular's reports, decisions of a meeting",
    ),
    "performance": (
        "মন্ত্রণালয়: দাবি যাচাই করুন, গ্রহণ করুন বা ফেরত দিন, কে কোথায় দাঁড়িয়ে দেখুন",
        "the ministry: look claims over, accept or send back, see how offices stand",
    ),
}
"""Three people who see the demo best, and what to do as each of them."""


def start_here(signins: Sequence[SignIn], *, everybody: bool = False) -> Iterator[str]:
    """The lines to print; `everybody` lists each sign-in in full."""
    listed = {username: who for username, _, who in signins}
    if not listed:
        return
    yield f"এখান থেকে শুরু করুন, পাসওয়ার্ড {PHRASE} / start here, pass phrase {PHRASE}:"
    for username, words in STORY.items():
        yield f"  {username:12} {PHRASE:16} {listed[username]}"
        yield from (f"{'':16}{line}" for line in words)
    others = [username for username in listed if username not in STORY]
    if everybody:
        yield "অন্যরা / others:"
        yield from (f"  {username:12} {PHRASE:16} {listed[username]}" for username in others)
    else:
        yield f"একই পাসওয়ার্ডে অন্যরা (angikar demo --all) / others with the same pass phrase: {', '.join(others)}"
