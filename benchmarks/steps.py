"""Steps of the slider: time to repaint, time until the page has settled, and bytes and memory used."""

import datetime as dt
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Error, Page

from benchmarks.browser import (
    SLIDER,
    Target,
    arrive,
    press,
    settle,
    shown_day,
    spread,
    step,
    visit,
    wire,
)
from benchmarks.servers import Server
from benchmarks.worlds import DAYS, FIRST

NEXT = ".st-key-day_next button"
USES_CANVAS = "() => Boolean(window.geoPaint && window.geoPaint.frame && window.geoPaint.frame.useCanvas)"
WARM_UP = 2
WIRED = 3
PANEL = "[data-testid=stMain]"

EMPTY = '{"type": "GeometryCollection", "geometries": []}'
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
OBJECTS = ", ".join(f'"{layer}": {EMPTY}' for layer in LAYERS)
EMPTY_WORLD = f'{{"type": "Topology", "arcs": [], "objects": {{{OBJECTS}}}}}'


class Way(NamedTuple):
    """One way to show a day: its page, its repaint, and what the browser changes when loading it."""

    name: str
    script: str
    target: Target
    query: str = ""
    answer: tuple[str, str] | None = None
    buttons: bool = False
    blind: bool = False


def ours(*, blind: bool = False) -> Way:
    """Our page; `blind` disables the slider observer, as another version of Streamlit might."""
    target = Target(("badge", "fill"), "path.leaflet-interactive", PANEL)
    query = f"?date={FIRST.isoformat()}&area=a0000"
    name = "this page, observer off" if blind else "this page"
    return Way(name, "dashboard.py", target, query, buttons=True, blind=blind)


IN_A_WAR = "this page, a made-up war"
WAR = Way(
    IN_A_WAR,
    "dashboard.py",
    Target(("badge",), "path.leaflet-interactive", PANEL),  # nothing changes on some of its days
    "?date=2020-06-01&area=a0001",
    buttons=True,
)

BARE = Way("bare slider and a line of text", "bare_slider.py", Target(("text",), panel=PANEL))
RIVALS = (
    Way(
        "st_folium, GeoJson rebuilt",
        "folium_rebuilt.py",
        Target(("fill",), "path.leaflet-interactive", PANEL),
    ),
    Way("st.pydeck_chart, GeoJsonLayer", "deck.py", Target(("gl",), panel=PANEL)),
    Way(
        "st.plotly_chart, choropleth",
        "plotly_map.py",
        Target(("fill",), ".choroplethlayer path", PANEL),
        answer=("**/world_110m.json", EMPTY_WORLD),
    ),
)


def measure(browser: Browser, server: Server, way: Way, count: int) -> dict[str, Any]:
    """All figures of one way at one size; times in milliseconds, memory in megabytes."""
    url = server.url + way.query
    with visit(browser, answer=way.answer, blind=way.blind) as page:
        arrive(page, url, way.target)
    with visit(browser, answer=way.answer, blind=way.blind) as page:
        first = arrive(page, url, way.target)
        settle(page, 800)
        repeat(page, way, WARM_UP)
        found = {"first_map": first, **series("step", repeat(page, way, count))}
        found["wire"] = [wire(page, lambda: repeat(page, way, 1)) for _ in range(WIRED)]
        found["canvas"] = any(frame.evaluate(USES_CANVAS) for frame in page.frames)
        if way.buttons:
            found |= series("button", repeat(page, way, count // 2, buttons=True))
    return {**found, "memory_mb": server.memory_mb()}


def series(name: str, pairs: list[tuple[float, float] | None]) -> dict[str, Any]:
    """Spreads of repaint and settled page, and how many steps were never painted."""
    painted, settled = zip(*filter(None, pairs), strict=True)
    lost = pairs.count(None)
    return {name: spread([*painted]), f"{name}_settled": spread([*settled]), f"{name}_lost": lost}


def repeat(page: Page, way: Way, count: int, *, buttons: bool = False) -> list[tuple[float, float] | None]:
    """Times of the given number of steps, one day forward each, going back to the first day at the end."""
    found: list[tuple[float, float] | None] = []
    for _ in range(count):
        day = dt.date.fromisoformat(shown_day(page, way.target.slider)) + dt.timedelta(days=1)
        if day > FIRST + dt.timedelta(days=DAYS - 2):
            page.locator(SLIDER).first.press("Home")
            settle(page, 1000)
            day = FIRST + dt.timedelta(days=1)
        iso = day.isoformat()
        try:
            took = press(page, way.target, NEXT, iso) if buttons else step(page, way.target, expected=iso)
        except Error:  # never painted: counted, and shown in the report
            settle(page, 2000)
            took = None
        found.append(took)
    return found


def needs_network(browser: Browser, server: Server, way: Way, patience_ms: int = 20_000) -> dict[str, Any]:
    """Whether the page draws its map with every other host cut off, and which hosts it asks for."""
    asked: set[str] = set()
    with visit(browser) as page:
        page.on("request", lambda request: asked.add(request.url))
        try:
            arrive(page, server.url + way.query, way.target, patience_ms)
            drawn = True
        except Exception:  # noqa: BLE001 (any failure means no map)
            drawn = False
        page.wait_for_timeout(500)
    return {"drawn": drawn, "hosts": len(foreign(asked))}


def foreign(addresses: set[str]) -> list[str]:
    """Hosts other than this machine among the addresses."""
    web = (address.split("/")[2] for address in addresses if address.startswith(("http:", "https:")))
    return sorted({host for host in web if not host.startswith("127.0.0.1")})
