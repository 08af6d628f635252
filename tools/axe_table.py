"""Write the table of docs/accessibility.md: axe-core on every view, in all colours, wide and narrow.

``python tools/axe_table.py`` starts the dashboard on a free port of this machine and makes the one-file
map, opens each in Chromium, and replaces what is between the two markers. It exits with an error if
a finding is serious or critical. Needs Chromium and the extra `test`.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tools")]

from axe import SCHEMES, VIEWS, Checked, checked  # noqa: E402 (in the tests' folder)
from screenshots import chromium, serving  # noqa: E402

DOCUMENT = ROOT / "docs" / "accessibility.md"
MARKERS = ("<!-- axe table -->", "<!-- end of axe table -->")
COLUMNS = [(scheme, width) for scheme in SCHEMES for width in (1400, 390)]
MAP = "#control-date[data-date]"


def cell(told: Checked) -> str:
    """Return the content of a cell: serious and critical findings, and the milder ones."""
    milder = [one.rule for one in told.findings if one not in told.serious]
    named = ", ".join(f"{one.impact}: {one.rule}" for one in told.serious) or "0"
    return f"{named} ({', '.join(milder)})" if milder else named


def settled(page: Page, address: str) -> Page:
    """Return the page once its view, and the map in its frame, are drawn."""
    page.goto(address)
    page.locator("h1").wait_for()
    if address.startswith("file:"):
        page.locator(MAP).wait_for()
    elif "view=" not in address:
        page.frame_locator("iframe[title*='st_folium']").locator(MAP).wait_for()
    return page


def row(browser: Browser, address: str) -> Iterator[Checked]:
    """Yield what axe-core finds at an address in every scheme and width."""
    for scheme, width in COLUMNS:
        page = browser.new_page(viewport={"width": width, "height": 900}, **SCHEMES[scheme])
        page.set_default_timeout(60_000)
        yield checked(settled(page, address))
        page.close()


def addresses(base: str, folder: Path) -> dict[str, str]:
    """Return the address of each view of the dashboard, and of the one-file map in both languages."""
    found = {name: f"{base}/{query}" for name, query in VIEWS.items()}
    for name, language in (("one-file map", "en"), ("one-file map in Dari", "fa")):
        file = folder / f"{language}-map.html"
        command = [sys.executable, "-m", "geo", "export", str(file), "--language", language]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 (our own)
        found[name] = f"{file.as_uri()}#area=rokha"
    return found


def table(found: dict[str, list[Checked]]) -> str:
    """Return the table in Markdown: a row per view, a column per colour scheme and width."""
    head = " | ".join(f"{scheme}, {width} px" for scheme, width in COLUMNS)
    lines = [f"| view | {head} | rules passed |", f"|---|{'---|' * (len(COLUMNS) + 1)}"]
    for name, told in found.items():
        passed = min(one.passes for one in told)
        lines.append(f"| {name} | {' | '.join(map(cell, told))} | {passed} or more |")
    return "\n".join(lines)


def written(text: str, made: str) -> str:
    """Return the document with the table between its markers."""
    before, _, rest = text.partition(MARKERS[0])
    return f"{before}{MARKERS[0]}\n{made}\n{MARKERS[1]}{rest.partition(MARKERS[1])[2]}"


def measure() -> dict[str, list[Checked]]:
    """Return what axe-core finds, by view."""
    with serving() as base, chromium() as browser, tempfile.TemporaryDirectory() as folder:
        all_views = addresses(base, Path(folder))
        return {name: list(row(browser, address)) for name, address in all_views.items()}


def main() -> int:
    """Write the table; return 1 if a finding is serious or critical."""
    found = measure()
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8"), table(found)), encoding="utf-8")
    print(table(found))
    return int(any(one.serious for told in found.values() for one in told))


if __name__ == "__main__":
    sys.exit(main())
