"""Code practice pages at the desk, by keys, and count them: ``python tools/desk_replay.py PAGES [FOLDER]``.

A page is a line of a JSONL file: id, outlet, day, and sentences with the rows that a person coded
(`docs/reader.md`). Each is dropped into a copy of the folder, and what the desk proposes is brought to these
rows: Enter accepts a right one; a wrong field is its letter, the fewest letters that bring the right choice
to the top, and Enter; `x` refuses what no row is left for; a missing row is made from its sentence with `n`.
Selecting the words of a missing row, with the mouse, is not counted as a key, nor is the form of the article.
Needs Chromium and the extra `test`; the folder itself is left alone.
"""

import json
import shutil
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any, NamedTuple

from playwright.sync_api import Page
from screenshots import ROOT, chromium, serving

FIELDS = ("area_id", "claim", "polarity", "party", "claimant_side", "scope")
FORTNIGHT = timedelta(days=14)
LETTERS = {"area_id": "p", "claim": "c", "polarity": "a", "party": "h", "claimant_side": "e", "scope": "s"}
STATE = """() => ({...document.querySelector('.geo-desk').parentElement.geoDesk.told})"""
HEARD = "n => Number(document.querySelector('.geo-desk')?.dataset.n) > n"
SELECT = """([from, to]) => {
  const span = [...document.querySelectorAll('.desk-text [data-s]')];
  const at = (place) => span.findLast((one) => Number(one.dataset.s) <= place);
  const range = new Range(), first = at(from), last = at(to - 1);
  range.setStart(first.firstChild, from - first.dataset.s);
  range.setEnd(last.firstChild, Math.min(to - last.dataset.s, last.firstChild.length));
  getSelection().removeAllRanges(); getSelection().addRange(range); }"""


SECONDS: list[float] = []
"""From each key that Python hears until the card, with what accepting would do, is there again."""


class Counted(NamedTuple):
    """What a page took: rows that stand in the end, keys, and how the rows came about."""

    rows: int
    keys: int
    accepted: int
    corrected: int
    added: int
    refused: int


class Replay:
    """One article at the desk, worked by keys."""

    def __init__(self, page: Page, near: date) -> None:
        self.page, self.near, self.keys = page, near, 0

    @property
    def told(self) -> dict[str, Any]:
        """What Python told the page last."""
        found: dict[str, Any] = self.page.evaluate(STATE)
        return found

    def press(self, key: str) -> None:
        """Press a key that Python hears, and wait for its answer."""
        before, start = int(self.page.locator(".geo-desk").get_attribute("data-n") or 0), monotonic()
        self.page.keyboard.press(key)
        self.keys += 1
        self.page.wait_for_function(HEARD, arg=before)
        self.page.locator(".geo-desk:not([aria-busy])").wait_for()
        SECONDS.append(monotonic() - start)

    def choose(self, letter: str, field: str, value: str) -> None:
        """Choose from a closed list with the fewest letters; `letter` = "" when it is open already."""
        if letter:
            self.page.keyboard.press(letter)
        typed = self.page.evaluate(FEWEST, [self.told["choices"][field], value])
        self.page.keyboard.type(typed)
        self.keys += len(letter) + len(typed)
        self.press("Enter")

    def days(self, row: dict[str, str]) -> None:
        """Type the days as shortly as the field takes them."""
        first, last = (short(row.get(name) or "", self.near) for name in ("date_from", "date_to"))
        typed = last if first == last else f"{first}..{last}"
        self.page.keyboard.press("d")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(typed)
        self.keys += 1 + (len(typed) or 1)
        self.press("Enter")

    def correct(self, row: dict[str, str]) -> int:
        """Bring the card to a row, and return how many fields differed."""
        changed = 0
        for field in FIELDS:
            if self.value(field) != (row.get(field) or ""):
                self.choose(LETTERS[field], field, row.get(field) or "")
                changed += 1
        if self.value("days") != wanted_days(row):
            self.days(row)
            changed += 1
        return changed

    def value(self, field: str) -> str:
        """Return the value of a field of the card."""
        return str(next(one["value"] for one in self.told["card"]["fields"] if one["name"] == field))


FEWEST = """([choices, value]) => {
  const label = (choices.find(([one]) => one === value) || ['', ''])[1];
  const texts = [label, value].flatMap((one) => [one, ...one.split(/[^\\p{L}\\p{N}]+/u)]).filter(Boolean);
  const begun = texts.flatMap((text) => [...text].map((_, n) => text.slice(0, n + 1)));
  const tries = begun.sort((a, b) => a.length - b.length);
  return tries.find((typed) => geoDesk.narrowed(choices, typed)[0]?.[0] === value) ?? label; }"""


def short(day: str, near: date) -> str:
    """Return a day as it is typed near another: its number, or else in full."""
    if not day or abs(date.fromisoformat(day) - near) > FORTNIGHT:
        return day
    return str(int(day[8:]))


def wanted_days(row: dict[str, str]) -> str:
    """Return a row's days as the card has them."""
    first, last = row.get("date_from") or "", row.get("date_to") or ""
    return last if first == last else f"{first}..{last}"


def is_of(told: dict[str, Any], row: dict[str, str]) -> bool:
    """Return whether a row is one of the question on the card, as it stands."""
    names = dict(told["choices"]["area_id"])
    there = names.get(row["area_id"]) in told["card"]["places"]
    return there and fit(told["card"], row) >= len(FIELDS) - 1


def fit(card: dict[str, Any], row: dict[str, str]) -> int:
    """Return how many fields of a card are those of a row."""
    there = {one["name"]: one["value"] for one in card["fields"]}
    return sum(there[name] == (row.get(name) or "") for name in FIELDS)


def replay(page: Page, base: str, one: dict[str, Any]) -> Counted:
    """Code one practice page, and count."""
    text, spans = "", []
    for sentence in one["sentences"]:
        spans.append((len(text), len(text) + len(sentence["text"])))
        text += sentence["text"] + "\n"
    opened(page, base, one, text)
    work = Replay(page, date.fromisoformat(one["day"]))
    open_rows = [(number, dict(row)) for number, told in enumerate(one["sentences"]) for row in told["rows"]]
    rows, tally = len(open_rows), {"accepted": 0, "corrected": 0, "added": 0, "refused": 0}
    while any(item["state"] in {"proposed", "look"} for item in work.told["items"]):
        card = work.told["card"]
        place = text.find(card["text"])
        number = next((n for n, (start, end) in enumerate(spans) if start <= place < end), -1)
        if together := [pair for pair in open_rows if pair[0] == number and is_of(work.told, pair[1])]:
            if len(together) == len(card["places"]):
                open_rows = [pair for pair in open_rows if pair not in together]
                tally["accepted"] += len(together)
                work.press("Enter")
            else:
                work.press("b")
            continue
        near = [pair for pair in open_rows if pair[0] == number and not card["look"] and not card["places"]]
        best = max(near, key=lambda pair: fit(card, pair[1]), default=None)
        if best is None or fit(card, best[1]) < 3:  # noqa: PLR2004 (fewer than half of its fields)
            work.press("x")
            tally["refused"] += 1
            continue
        open_rows.remove(best)
        tally["corrected" if work.correct(best[1]) else "accepted"] += 1
        work.press("Enter")
    for number, row in open_rows:
        page.evaluate(SELECT, list(spans[number]))
        work.press("n")
        while work.told["card"]["open"]:
            field = work.told["card"]["open"]
            work.choose("", field, row.get(field) or "")
        work.correct(row)
        work.press("Enter")
        tally["added"] += 1
    return Counted(rows, work.keys, **tally)


def opened(page: Page, base: str, one: dict[str, Any], text: str) -> None:
    """Drop an article and fill in its form."""
    page.goto(base)
    file = {"name": f"{one['id']}.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files([file])
    page.get_by_text(file["name"]).wait_for()
    page.get_by_label("Outlet").fill(one["outlet"])
    page.get_by_label("Published on").fill(one["day"])
    page.get_by_label("Published on").press("Tab")
    page.get_by_role("button", name="Register").click()
    page.locator(".geo-desk").wait_for()


def main(pages: Path, folder: Path) -> None:
    """Replay every page, and print a line for each and the sum."""
    with tempfile.TemporaryDirectory() as where:
        copy = Path(shutil.copytree(folder, Path(where) / "conflict"))
        for name in ("control_reports.csv", "sources.csv"):
            (copy / name).write_text((copy / name).read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
        found = []
        with serving("--conflict", str(copy), "--desk", "--coder", "replay") as base, chromium() as browser:
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            for line in pages.read_text("utf-8").splitlines():
                one = json.loads(line)
                found.append(replay(page, base, one))
                print(one["id"], found[-1], flush=True)
    total = Counted(*(sum(column) for column in zip(*found, strict=True)))
    print("all", total, f"{total.keys / max(1, total.rows):.2f} keys a row")
    print(f"from key to card: median {median(SECONDS) * 1000:.0f} ms, of {len(SECONDS)} keys")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "data")  # noqa: PLR2004
