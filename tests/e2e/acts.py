"""Person: an officer at a browser, and what officers do there; each method is one act of an office."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Locator, Page, Response, expect

PASS_PHRASE = "a pass phrase"
_HARMLESS = (
    "Failed to load resource",
    "Response Status Error Code",
    "The Cross-Origin-Opener-Policy header has been ignored",  # in a house without HTTPS
    "Clear-Site-Data header on .* Not supported for insecure origins",
)
REASON = "মূল কাগজে এভাবেই স্বাক্ষরিত হয়েছে।"


class Person:
    """An officer at a desk. `complaints` gathers what the browser or the server found wrong meanwhile; an answer whose
    status is in `expected` is not one.
    """

    def __init__(self, who: str, page: Page) -> None:
        self.who = who
        self.page = page
        self.complaints: list[str] = []
        self.expected: set[int] = set()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{self.who}: {error}"))
        page.on("response", self._see)

    def goto(self, path: str) -> None:
        """Open a page of the house."""
        self.page.goto(path)

    def press(self, label: str, within: Locator | None = None) -> None:
        """Press the button, or follow the link, of that label, wherever it is found."""
        place = within or self.page.locator("main")
        button, link = (place.get_by_role(role, name=label, exact=True) for role in ("button", "link"))
        button.or_(link).first.click()

    def shown(self, sentence: str) -> None:
        """The page says so at its top."""
        expect(self.page.locator(".said").filter(has_text=sentence).first).to_be_visible()

    # The door

    def sign_in(self) -> None:
        """Come in through the door."""
        self.goto("/account/login/")
        self.sign_in_here()

    def sign_in_here(self) -> None:
        """Come in through the door to which a press has led, or is leading; afterwards one is back where one was."""
        self.page.wait_for_url("**/account/login/**")
        self.page.get_by_label("নাম (ইউজারনেম)").fill(self.who)
        self.page.get_by_label("পাসওয়ার্ড").fill(PASS_PHRASE)
        self.page.get_by_role("button", name="লগ ইন করুন").click()
        self.page.wait_for_url(lambda url: "/account/login/" not in url)

    # A paper comes in

    def take_in(self, file: Path) -> int:
        """Upload a file, land at its review, and return the number of the paper."""
        self.goto("/intake/")
        self.page.locator("#files").set_input_files(file)
        self.press("পড়ুন")
        self.page.wait_for_url(re.compile(r"/intake/\d+/$|/jobs/$"))
        if self.page.url.endswith("/jobs/"):  # it was read beside the pages
            self.page.get_by_role("link", name=file.name).first.click(timeout=60_000)
            self.page.wait_for_url(re.compile(r"/intake/\d+/$"))
        return int(self.page.url.rstrip("/").rpartition("/")[2])

    def notes(self, severity: str = "") -> Locator:
        """The open doubts, of one severity or of all."""
        return self.page.locator(f"article.note{f'.{severity}' if severity else ''}[id^=doubt-]")

    def take_suggestion(self, note: Locator) -> str:
        """Take what a doubt suggests, and return the words of the button."""
        button = note.locator("button[value=take]")
        said = button.inner_text()
        self._settle(note, lambda: button.click())
        return said

    def keep(self, note: Locator, reason: str = "") -> None:
        """Keep what is printed; an error is kept with a reason."""
        if reason:
            note.locator("summary").click()
            note.get_by_label("কেন এভাবেই থাকবে").fill(reason)
        self._settle(note, lambda: note.locator("button[value=keep]").click())

    def write_instead(self, note: Locator, value: str) -> None:
        """Write another value than the one printed."""
        note.locator("summary").click()
        note.locator("[name=value]").fill(value)
        self._settle(note, lambda: note.locator("button[value=value]").click())

    def accept(self) -> None:
        """Take over what was understood as a draft."""
        self.press("খসড়া হিসেবে নিন")
        self.page.wait_for_url(re.compile(r"/papers/\d+/"))
        self.shown("নথিটি এখন খসড়া।")

    # The paper goes its way

    def move_on(self, label: str) -> None:
        """Press one of the buttons that move the paper along the stair."""
        self.press(label)
        self.shown("নথিটি এখন “")

    def issue(self, paper: int) -> None:
        """Look at what will be owed by whom, leave the rest to the focal post, and issue it today, however old it is."""
        self.goto(f"/papers/{paper}/")
        self.press("জারি করার আগে দেখুন")
        self.page.wait_for_url(re.compile(r"/issue/"))
        today = self.page.get_by_role("link", name="না, আজকের তারিখে জারি হবে")
        if today.count():
            today.click()
            self.page.wait_for_url(re.compile(r"as=today"))
        rest = self.page.locator("input[name=focal]")
        if rest.count():
            rest.check()
        unsigned = self.page.locator("#unsigned")
        if unsigned.count():
            unsigned.fill("কাগজে স্বাক্ষরিত; মূল কপি দপ্তরে আছে।")
        self.press("জারি করুন")
        self.shown("নথিটি জারি হয়েছে।")

    # Reports answer the duties

    def answer(self, duty: int, value: str = "", words: str = "", choice: str = "", proof: Path | None = None) -> None:
        """Report a duty: the figure or the choice, words, and a file that proves it."""
        self.goto(f"/duties/{duty}/")
        if value:
            self.page.get_by_label(re.compile("এই সময়ের অর্জন")).fill(value)
        if choice:
            self.page.get_by_label(choice, exact=True).check()
        self.page.locator("[name=words]").first.fill(words)
        if proof:
            self.page.locator("#files").set_input_files(proof)
        self.press("প্রতিবেদন দিয়ে পরেরটিতে যান")
        self.shown("প্রতিবেদন দেওয়া হয়েছে।")

    def unfold(self, duty: int) -> None:
        """Open what holds a duty on the page of the day, where several stand together."""
        folds = self.page.locator("details", has=self.page.locator(f"a[href='/duties/{duty}/']"))
        for fold in folds.all():
            if fold.get_attribute("open") is None:
                fold.locator("summary").click()

    def acknowledge(self, duty: int) -> None:
        """Say that the paper has come."""
        self.goto(f"/duties/{duty}/")
        self.press("পেয়েছি")
        self.shown("প্রাপ্তি স্বীকার করা হয়েছে।")

    def accept_report(self, duty: int, value: str = "", words: str = "") -> None:
        """Accept what was reported, as it is or at another value."""
        self.goto(f"/duties/{duty}/")
        if value:
            self.page.get_by_label("গৃহীত মান").fill(value)
        self.page.get_by_label("মন্তব্য বা ফেরতের কারণ").fill(words)
        self.press("গ্রহণ করুন")
        self.shown("গৃহীত হয়েছে।")

    def send_back(self, duty: int, sentence: str) -> None:
        """Send a report back with a sentence."""
        self.goto(f"/duties/{duty}/")
        self.page.get_by_label("মন্তব্য বা ফেরতের কারণ").fill(sentence)
        self.press("ফেরত পাঠান")
        self.shown("ফেরত পাঠানো হয়েছে।")

    def _settle(self, note: Locator, act: object) -> None:
        """Do it, and wait until the doubt is gone and the next ones can be pressed."""
        key = note.get_attribute("id") or ""
        assert callable(act)
        act()
        expect(self.page.locator(f"article#{key}")).to_have_count(0)

    def _hear(self, message: ConsoleMessage) -> None:
        """A refused style or script, or an error of our own; what the server answered is looked at in `_see`."""
        if message.type == "error" and not re.match("|".join(_HARMLESS), message.text):
            self.complaints.append(f"{self.who}: {message.text}")

    def _see(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.complaints.append(f"{self.who}: {response.status} {response.request.method} {response.url}")
