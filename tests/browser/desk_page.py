"""The desk in a browser, by keys: a folder to code in, and what is on the card."""

import re
import shutil
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
DESK = ("--desk", "--coder", "A")
"""Options of a server with a desk."""

HEADER_ONLY = ("control_reports.csv", "sources.csv")


def folder_to_code(path: Path, source: Path = ROOT / "data") -> Path:
    """Return a copy of a conflict's folder without its reports, and without what rests on them."""
    shutil.copytree(source, path, ignore=shutil.ignore_patterns("story*.md"))
    for name in HEADER_ONLY:
        file = path / name
        file.write_text(file.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    settings = path / "conflict.toml"  # without the events
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"\[\[events\]\].*?(?=\n\[|\Z)", "", text, flags=re.DOTALL), encoding="utf-8")
    return path


class DeskPage:
    """A page with a desk, worked by keys; `keys` counts those pressed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = 0
        self.slowest = 0.0

    @property
    def number(self) -> int:
        """Number of the last message that Python acted on."""
        return int(self.page.locator(".geo-desk").get_attribute("data-n") or 0)

    def ready(self) -> None:
        """Wait until nothing is under way."""
        self.page.locator(".geo-desk:not([aria-busy])").wait_for()

    def press(self, *keys: str) -> None:
        """Press keys of which the last one is heard by Python, and wait for what follows."""
        before, start = self.number, time.monotonic()
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1
        self.page.wait_for_function(
            "n => Number(document.querySelector('.geo-desk')?.dataset.n) > n", arg=before
        )
        self.ready()
        self.slowest = max(self.slowest, time.monotonic() - start)

    def choose(self, letter: str, typed: str) -> None:
        """Open a field, type into it, take what fits."""
        self.page.keyboard.press(letter)
        box = self.page.locator(".desk-input")
        expect(box).to_be_focused()
        self.page.keyboard.type(typed)
        self.keys += 1 + len(typed)
        self.press("Enter")

    def field(self, name: str) -> str:
        """Return what the card shows of a field."""
        return self.page.locator(f".desk-row[data-field={name}] b").inner_text()

    @property
    def change(self) -> str:
        """What accepting would change, in words."""
        box = self.page.locator(".desk-change")
        return " ".join(box.locator("> p:not(.desk-hint)").all_inner_texts())

    @property
    def said(self) -> str:
        """What the page said last."""
        return self.page.locator(".desk-said").inner_text()

    @property
    def whole(self) -> bool:
        """Whether the card can be accepted."""
        return self.page.locator(".desk-button.main").is_enabled()

    @property
    def counts(self) -> dict[str, int]:
        """How many statements are in each state."""
        told = self.page.locator(".desk-counts").inner_text()
        return {word: int(number) for number, word in re.findall(r"(\d+) (accepted|refused|proposed)", told)}

    def current(self) -> Any:
        """Return the id of the item on the card."""
        return self.page.locator(".geo-desk").get_attribute("data-current")
