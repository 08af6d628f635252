"""The dashboard as two processes behind nginx, as docs/hosting.md has it: in Chromium, and by its answers."""

import base64
import hashlib
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest
import streamlit
from dropping import OPENED_MS, drop, zipped
from page_parts import Parts
from playwright.sync_api import BrowserContext, Page, expect
from shared import shared
from still import still
from walks import PANJSHIR

from geo.page import layout
from geo.words import languages, load_words
from tools.hosting import SITE, free_ports, nginx

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(nginx() is None, reason="nginx is not installed")


@pytest.fixture(scope="module")
def hosted() -> tuple[str, list[str]]:
    """Return the address of nginx before two processes of the dashboard, and the ports of the processes."""
    address, *ports = shared().server("hosted", start_hosting).split()
    return address, ports


def start_hosting() -> tuple[str, int]:
    """Start nginx and what stands behind it; return its address and their ports, and the process to end."""
    (port,) = free_ports(1)
    command = [sys.executable, "tools/hosting.py", "--processes", "2", "--port", str(port)]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    return running.stdout.readline().strip().replace(" -> ", " "), running.pid


def answer(address: str, **options) -> tuple[int, Message]:
    """Return status and headers of an answer."""
    try:
        request = urllib.request.Request(address, **options)  # noqa: S310 (our own server)
        with urllib.request.urlopen(request, timeout=10) as got:  # noqa: S310
            return got.status, got.headers
    except urllib.error.HTTPError as error:
        return error.code, error.headers


@pytest.mark.parametrize("path", ["", "favicon.png", "_stcore/health", "_stcore/metrics", "component/no"])
def test_every_answer_has_the_headers_that_keep_it_in_its_place(hosted, path: str) -> None:
    _, headers = answer(f"{hosted[0]}/{path}")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert ("'unsafe-inline'" in policy.split("style-src")[0]) == path.startswith("component")
    assert ("'unsafe-eval'" in policy) == path.startswith("component")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("health", 200),
        ("host-config", 200),
        ("metrics", 404),
        ("metrics/", 404),
        ("script-health-check", 404),
        ("agent/openapi.json", 404),
        ("agent/mcp", 404),
    ],
)
def test_only_what_the_page_needs_of_streamlits_own_is_open(hosted, path: str, status: int) -> None:
    assert answer(f"{hosted[0]}/_stcore/{path}")[0] == status


def test_too_much_is_refused_before_it_reaches_the_dashboard(hosted) -> None:
    assert answer(f"{hosted[0]}/", data=b"x" * 70_000)[0] == 413


@pytest.fixture
def reader(browser, hosted) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """Return what opens the hosted page for a reader of its own, with the list of what the console says."""
    contexts: list[BrowserContext] = []

    def opened(query: str = "", width: int = 1400) -> tuple[Page, list[str]]:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}))
        page, said = contexts[-1].new_page(), []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{hosted[0]}/{query}")
        return page, said

    yield opened
    for one in contexts:
        one.close()


@pytest.mark.parametrize("width", [1400, 390])
def test_the_page_works_and_its_policy_forbids_nothing_that_it_does(reader, width: int) -> None:
    page, said = reader("?date=2021-09-04", width)
    parts = Parts(page)
    page.locator(".st-key-day_next button").click()
    parts.expect_in_address("date=2021-09-05")
    parts.slider.press("ArrowLeft")
    parts.expect_in_address("date=2021-09-04")
    parts.click_area("Rokha")
    parts.expect_in_address("area=rokha")
    still(page)
    parts.page.get_by_role("button", name=re.compile("play", re.IGNORECASE)).first.click()
    parts.expect_in_address("date=2021-09-06")
    page.get_by_role("radio", name="Take away").click()
    expect(page.locator(".st-key-exports button").first).to_be_visible()
    with page.expect_download() as download:
        page.locator(".st-key-exports button").nth(1).click()
    assert download.value.suggested_filename.endswith("map.png")
    page.get_by_role("radio", name="Map", exact=True).click()
    expect(parts.badge).to_be_visible()
    still(page)
    page.get_by_role("radio", name="دری").click()
    expect(page.locator("html[dir=rtl][lang=fa]")).to_be_attached()
    still(page)
    expect(parts.badge).to_be_visible()
    assert said == []


def test_a_reader_stays_with_one_process_through_uploads_and_reloads(reader) -> None:
    for _ in range(2):  # each makes some twenty requests, which by chance do not all come to one process
        page, said = reader("?view=data")
        drop(page, "folder.zip", zipped(PANJSHIR.folder))
        expect(page.get_by_role("button", name="Back to the folder")).to_be_visible(timeout=OPENED_MS)
        page.get_by_role("radio", name="Map", exact=True).click()
        expect(Parts(page).badge).to_be_visible()
        assert said == []


def test_readers_are_spread_over_all_processes(hosted) -> None:
    def connected(port: str) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/metrics", timeout=10) as got:
            return int(re.search(rb'session_events_total.type="connect". (\d+)', got.read())[1])

    headers = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    for number in range(20):
        key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Cookie": f"reader={number}"}
        assert answer(f"{hosted[0]}/_stcore/stream", headers=headers | key)[0] == 101
    assert all(connected(port) > 0 for port in hosted[1])


def test_a_page_of_another_site_cannot_open_a_session(hosted) -> None:
    headers = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    headers |= {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    stream = f"{hosted[0]}/_stcore/stream"
    assert answer(stream, headers=headers | {"Origin": hosted[0]})[0] == 101
    assert answer(stream, headers=headers | {"Origin": "http://elsewhere.example"})[0] == 403
    assert answer(stream, headers=headers | {"Host": "elsewhere.example"})[0] == 403


def test_the_hashes_of_the_policy_are_those_of_the_scripts_in_the_page() -> None:
    index = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    ours = dict.fromkeys(
        script for language in languages() for script in layout.scripts(load_words(language))
    )
    scripts = [*re.findall("<script>(.*?)</script>", index, re.DOTALL), *ours]
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall("'sha256-([^']+)'", SITE.read_text(encoding="utf-8")) == hashes
