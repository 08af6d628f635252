"""Dragging: dates painted per second, the script's time per day, the length of whole frames."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Frame, Page

from benchmarks.browser import SLIDER, arrive, settle, shown_day, spread, visit
from benchmarks.servers import Server
from benchmarks.steps import Way, foreign
from benchmarks.worlds import DAYS

RENDERERS = ("svg", "canvas")
SCRIPT = """(days) => {
  const { frame } = window.geoPaint;
  const { renderer } = frame.views[0];
  const times = [];
  for (const day of days) {
    const start = performance.now();
    frame.paint(day);
    if (renderer._redrawRequest) {
      L.Util.cancelAnimFrame(renderer._redrawRequest);
      renderer._redraw();
    }
    times.push(performance.now() - start);
  }
  return times;
}"""
FRAMES = """async ([days, way]) => {
  const input = document.querySelector("input[type=range]");
  const paint = {
    ours: (day) => window.geoPaint.frame.paint(day),
    slider: (day) => { input.value = day; input.dispatchEvent(new Event("input")); },
  }[way];
  const script = [];
  const starts = [];
  for (const day of days) {
    starts.push(await new Promise(requestAnimationFrame));
    const start = performance.now();
    paint(day);
    script.push(performance.now() - start);
  }
  starts.push(await new Promise(requestAnimationFrame));
  return { script, frames: starts.slice(1).map((at, i) => at - starts[i]) };
}"""
DRAGGED = """() => {
  const { frames, dates } = window.__bench;
  window.__bench.recording = false;
  const lengths = frames.slice(1).map((at, i) => at - frames[i]);
  const within = (at) => frames.findIndex((start, i) => start <= at && at < (frames[i + 1] ?? 0));
  const painting = new Set(dates.map(([at]) => within(at)));
  return {
    painted: dates.length,
    seconds: (dates.at(-1)[0] - dates[0][0]) / 1000,
    frames: [...painting].filter((i) => i >= 0 && i < lengths.length).map((i) => lengths[i]),
    last: dates.at(-1)[1],
  };
}"""


def map_frame(page: Page) -> Frame:
    """The frame in which the script paints."""
    for frame in page.frames:
        if frame.evaluate("() => Boolean(window.geoPaint && window.geoPaint.frame)"):
            return frame
    raise LookupError("no frame with a map")


def measure(browser: Browser, server: Server, way: Way, renderer: str, days: int) -> dict[str, Any]:
    """Drag our page's thumb, and paint days in a loop, with one renderer; milliseconds."""
    with visit(browser, renderer=renderer) as page:
        arrive(page, server.url + way.query, way.target)
        settle(page, 1000)
        frame = map_frame(page)
        order = there_and_back(days)
        script = spread(frame.evaluate(SCRIPT, order))
        frames = frame.evaluate(FRAMES, [order, "ours"])["frames"]
        return {"script": script, "frame": spread(frames), "longest": max(frames), **drag(page, days)}


def drag(page: Page, moves: int) -> dict[str, Any]:
    """Drag the thumb over all days with the mouse, stop, and return whether that day is painted."""
    settle(page, 800)
    track = page.locator(".st-key-day [data-testid=stSlider] [role=group]").bounding_box()
    thumb = page.locator(SLIDER).first.locator("xpath=../..").bounding_box()
    if track is None or thumb is None:
        raise LookupError("no slider")
    height = thumb["y"] + thumb["height"] / 2
    page.mouse.move(thumb["x"] + thumb["width"] / 2, height)
    page.mouse.down()
    page.evaluate("() => window.__bench.record()")
    for end in [track["x"] + track["width"], track["x"]][: 1 + (moves >= 2 * (DAYS - 1))]:
        page.mouse.move(end, height, steps=DAYS - 1)  # a day each, as fast as the browser takes them
    page.wait_for_timeout(400)
    resting = shown_day(page, SLIDER)
    found = page.evaluate(DRAGGED)
    page.mouse.up()
    settle(page)
    lengths = found["frames"] or [0.0]
    return {
        "dates_a_second": round(found["painted"] / max(found["seconds"], 1e-3), 1),
        "dragged_frame": spread(lengths),
        "dragged_longest": max(lengths),
        "rests_right": found["last"] == resting,
    }


def time_slider(browser: Browser, page_file: Path, days: int) -> dict[str, Any]:
    """The same loop over days on folium's `TimeSliderChoropleth`, opened as a file."""
    with visit(browser) as page:
        page.goto(page_file.as_uri())
        page.wait_for_selector("path.leaflet-interactive", state="attached")
        page.wait_for_timeout(800)
        found = page.evaluate(FRAMES, [there_and_back(days), "slider"])
    frames = found["frames"]
    return {"script": spread(found["script"]), "frame": spread(frames), "longest": max(frames)}


def needs_network(browser: Browser, page_file: Path) -> dict[str, Any]:
    """Whether the static page with its usual addresses draws a map, and which hosts it asks for."""
    asked: set[str] = set()
    with visit(browser) as page:
        page.on("request", lambda request: asked.add(request.url))
        page.goto(page_file.as_uri())
        page.wait_for_timeout(2000)
        drawn = page.locator("path.leaflet-interactive").count() > 0
    return {"drawn": drawn, "hosts": len(foreign(asked))}


def there_and_back(count: int) -> list[int]:
    """Days from the first to the last and back, `count` in all."""
    round_trip = [*range(1, DAYS), *range(DAYS - 2, 0, -1)]
    return [round_trip[i % len(round_trip)] for i in range(count)]
