"""Chromium without a network: one page at a time, timed by `probe.js` inside it."""

import base64
import contextlib
import json
import os
import re
import shutil
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, Route, sync_playwright
from playwright.sync_api import TimeoutError as LateError
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
SLIDER = ".st-key-day input[type=range]"
STATE = "[data-testid=stApp]"
PATIENCE_MS = 60_000
STEP_MS = 30_000


class Spread(NamedTuple):
    """Median, quartiles and count of a measured series."""

    median: float
    low: float
    high: float
    count: int


def spread(values: list[float]) -> Spread:
    """Spread of a series; of a single value, that value."""
    if len(values) < 2:
        return Spread(values[0], values[0], values[0], 1)
    low, median, high = statistics.quantiles(values, n=4, method="inclusive")
    return Spread(round(median, 2), round(low, 2), round(high, 2), len(values))


class Target(NamedTuple):
    """What to watch on a page: the signs of a repaint, the shapes that show it, what follows."""

    signs: tuple[str, ...]
    areas: str = ""
    panel: str = ""
    slider: str = SLIDER


SCRIPT = re.compile(r"/media/[0-9a-f]+[.](js|mjs|es)$|/paint[.]js")
"""Where our script is served from: all of its files in one, in older checkouts each for itself."""

START = "gp.start = async (target, config) => {"


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the machine's Chromium, or Playwright's own when there is none, with every other host cut off."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextlib.contextmanager
def visit(
    browser: Browser,
    *,
    answer: tuple[str, str] | None = None,
    blind: bool = False,
    renderer: str | None = None,
) -> Iterator[Page]:
    """Yield a fresh page with nothing cached.

    `answer` is (address pattern, body) for a host that it cannot reach; `blind` removes the observer
    from our script, and `renderer` sets how it draws.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(PROBE)
    page = context.new_page()
    if answer:
        page.route(answer[0], lambda route: route.fulfill(body=answer[1], content_type="application/json"))
    changed: list[str] = []
    if blind or renderer:
        page.route(
            SCRIPT, lambda route: changed.extend(changed_script(route, blind=blind, renderer=renderer))
        )
    yield page
    context.close()
    if (blind or renderer) and not changed:
        raise LookupError("the page asked for no script of ours: nothing was changed in it")


def changed_script(route: Route, *, blind: bool, renderer: str | None) -> list[str]:
    """Answer with our script as if its settings were others; return its address, none for another script."""
    settings = [f"renderer: {json.dumps(renderer)}"] * bool(renderer) + ["watch: false"] * blind
    reply = route.fetch()
    text = reply.text()
    given = f"{START} Object.assign(config, {{{', '.join(settings)}}});"
    route.fulfill(response=reply, body=text.replace(START, given))
    return [route.request.url] * (START in text)


def arrive(page: Page, url: str, target: Target, patience_ms: int = PATIENCE_MS) -> float:
    """Milliseconds from the start of the navigation to the first painted map."""
    page.add_init_script(f"if (window.top === window) __bench.arrive({json.dumps(wanted(target, None))});")
    page.goto(url, wait_until="commit")
    return round(float(page.evaluate(waiting(patience_ms))), 1)


def waiting(limit_ms: int = PATIENCE_MS) -> str:
    """Return the expression that waits for the repaint, or times out."""
    late = f"setTimeout(() => no(Error('no repaint: ' + [...__bench.waiting])), {limit_ms})"
    return f"() => Promise.race([__bench.done, new Promise((_, no) => {late})])"


def settle(page: Page, quiet_ms: int = 250) -> None:
    """Wait until the server's run has ended and stayed ended."""
    if page.locator(STATE).count():
        page.wait_for_function(f"document.querySelector('{STATE}').dataset.testScriptState === 'notRunning'")
    page.wait_for_timeout(quiet_ms)


def shown_day(page: Page, slider: str) -> str:
    """Day under the thumb, ISO: in its text, or where that is in words, in its microseconds since 1970."""
    thumb = page.locator(slider).first
    text = thumb.get_attribute("aria-valuetext") or ""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    value = thumb.evaluate("slider => Number(slider.value ?? slider.getAttribute('aria-valuenow'))")
    return datetime.fromtimestamp(value / 1e6, UTC).date().isoformat()


def step(
    page: Page, target: Target, *, key: str = "ArrowRight", expected: str | None = None
) -> tuple[float, float]:
    """Milliseconds from an arrow key on the slider to the repainted map, and to the settled page."""
    page.locator(target.slider).first.focus()
    page.evaluate("(wanted) => __bench.arm(wanted)", wanted(target, expected))
    page.keyboard.press(key)
    return finish(page)


def press(page: Page, target: Target, button: str, expected: str | None) -> tuple[float, float]:
    """Milliseconds from a click on a button of the page to the repainted map, and to the settled page."""
    page.evaluate("(wanted) => __bench.arm(wanted)", wanted(target, expected) | {"trigger": "click"})
    page.locator(button).first.click()
    return finish(page)


def wanted(target: Target, expected: str | None) -> dict[str, Any]:
    """The argument of `__bench.arm`."""
    return {"signs": list(target.signs), "areas": target.areas, "badge": expected, "panel": target.panel}


def finish(page: Page) -> tuple[float, float]:
    """Both times of the current step, once it has settled."""
    painted = float(page.evaluate(waiting(STEP_MS)))
    with contextlib.suppress(LateError):  # a run may be so short that the page never says it ran
        page.wait_for_function("__bench.idleAt > 0 || __bench.textAwaited", timeout=2000)
    settle(page)
    ended = page.evaluate("() => Math.max(__bench.panelAt, __bench.idleAt) - __bench.t0")
    ended = max(painted, float(ended))
    return round(painted, 2), round(ended, 2)


class Wire(NamedTuple):
    """Bytes received for one step: all messages, and the largest message of a component or chart."""

    total: int
    drawn: int


def wire(page: Page, act: Any) -> Wire:
    """Bytes of the WebSocket frames received while `act` runs."""
    frames: list[bytes] = []
    session = page.context.new_cdp_session(page)
    session.on("Network.webSocketFrameReceived", lambda event: frames.append(payload(event)))
    session.send("Network.enable")
    act()
    time.sleep(0.2)
    page.wait_for_timeout(100)
    session.detach()
    return Wire(sum(map(len, frames)), max((drawing(frame) for frame in frames), default=0))


def payload(event: dict[str, Any]) -> bytes:
    """Bytes of a frame; binary ones come as base64."""
    response = event["response"]
    data: str = response["payloadData"]
    return base64.b64decode(data) if response["opcode"] == 2 else data.encode()


def drawing(frame: bytes) -> int:
    """Length of a frame that carries a component or a chart, else 0."""
    message = ForwardMsg.FromString(frame)
    if not message.HasField("delta") or not message.delta.HasField("new_element"):
        return 0
    kind = message.delta.new_element.WhichOneof("type")
    return len(frame) if kind in {"component_instance", "deck_gl_json_chart", "plotly_chart"} else 0
