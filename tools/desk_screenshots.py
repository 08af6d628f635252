"""Take the pictures of docs/desk.md: ``python tools/desk_screenshots.py ARTICLES [FOLDER]``.

ARTICLES is the folder of the five articles' texts. A copy of `data` without the rows of one article is coded
a little by keys; the picture shows the statement that would make Rokha disputed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page
from screenshots import ROOT, Shot, chromium, serving

ARTICLE = "anadolu"
DESK = f"/?article={ARTICLE}"
SHOTS = (
    Shot("desk-1400-light", DESK, 1400, "light"),
    Shot("desk-1400-dark", DESK, 1400, "dark"),
    Shot("desk-390-light", DESK, 390, "light"),
    Shot("desk-dari-1400-light", f"{DESK}&lang=fa", 1400, "light"),
)
SHOWN = "took control of"
"""Words of the statement that is shown."""


def folder_without(articles: Path, where: Path) -> Path:
    """Return a copy of `data` with the articles, and without the rows of one."""
    copy = Path(shutil.copytree(ROOT / "data", where / "conflict"))
    shutil.copytree(articles, copy / "articles")
    file = copy / "control_reports.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith(f"{ARTICLE}-")), "utf-8")
    return copy


def decide(page: Page) -> None:
    """Accept two statements and refuse one, a sentence to look at."""
    for key in ("Enter", "Enter", "x"):
        before = int(page.locator(".geo-desk").get_attribute("data-n") or 0)
        page.keyboard.press(key)
        heard = "n => Number(document.querySelector('.geo-desk').dataset.n) > n"
        page.wait_for_function(heard, arg=before)
        page.locator(".geo-desk:not([aria-busy])").wait_for()


def main(articles: Path, folder: Path) -> None:
    """Start the desk, decide a little, take every picture."""
    with tempfile.TemporaryDirectory() as where:
        copy = folder_without(articles, Path(where))
        with serving("--conflict", str(copy), "--desk", "--coder", "B") as base, chromium() as browser:
            for number, shot in enumerate(SHOTS):
                page = browser.new_page(
                    viewport={"width": shot.width, "height": 900 if shot.width > 400 else 1500},  # noqa: PLR2004
                    color_scheme=shot.scheme,
                )
                page.set_default_timeout(90_000)
                page.goto(base + shot.address)
                page.locator(".geo-desk").wait_for()
                if not number:
                    decide(page)
                page.locator(".desk-mark", has_text=SHOWN).first.click()
                page.locator(".desk-quote", has_text=SHOWN).wait_for()
                page.wait_for_timeout(1500)
                page.screenshot(path=folder / f"{shot.name}.png")
                page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "docs" / "screenshots")  # noqa: PLR2004
