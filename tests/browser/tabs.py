"""Tabs that outlive a test: to load the page takes seven times as long as to turn its view."""

from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from page_parts import Parts
from playwright.sync_api import Browser, BrowserContext, Page, expect

PATIENCE_MS: Final = 20_000
COLD_MS: Final = 60_000
"""A server that was just started composes its first view, which on a busy machine takes longer."""

EMPTY: Final = "about:blank"
USUAL: Final = {"width": 1400, "height": 900}
KEPT: Final = 2
"""How many pages a worker keeps to turn their view: they take memory."""

TOLD: Final = ("date", "narrator", "known", "compare", "view")
"""What the page says in its address, whatever it was asked for, once it has run."""

TURN: Final = """address => {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
RESTS: Final = ".stApp[data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
HAS_RUN: Final = """told => told.every((name) => new URLSearchParams(location.search).has(name))
  && document.querySelector("RESTS")""".replace("RESTS", RESTS)
AS_OPENED: Final = """async () => {
  const all = () => [...document.querySelectorAll("iframe")].map((one) => one.contentWindow);
  const maps = () => all().flatMap((one) => one.geoPaint?.frame ?? []);
  const rests = () => document.querySelector("RESTS") && maps().every(({ moves }) => !moves.pending);
  const until = performance.now() + 5000;
  while (!rests() && performance.now() < until) await new Promise(requestAnimationFrame);
  const odd = `html[data-geo-full], .geo-story, .geo-panel details[open]:not(.chain), [data-testid=stDialog],
    .stPopover [aria-expanded=true], :popover-open, .geo-search .by:not([hidden]), .st-key-mine`;
  const typed = document.querySelector(".geo-search input")?.value;
  const home = maps().every(({ play, views }) => !play?.playing
    && views.every(({ map, homeZoom }) => map.getZoom() === homeZoom));
  const windows = [window, ...all()];
  const changed = innerWidth !== 1400 || innerHeight !== 900 || windows.some((one) => one.stillHere);
  if (!rests() || changed || typed || !home || document.querySelector(odd)) return false;
  for (const one of windows) one.document.activeElement?.blur();
  document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
  return true;
}""".replace("RESTS", RESTS)
"""Whether all about the page but its address is as if it was just opened; focus and scrolling are put so."""


class Tabs:
    """The tabs of a browser, which go from test to test.

    Those with the same options share a context, and with it a cache.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}
        self._empty: dict[str, list[Page]] = {}
        self._shown: dict[str, Page] = {}

    def context(self, **options: Any) -> BrowserContext:
        """Return the context with such options."""
        key = _key(options)
        if key not in self._contexts:
            self._contexts[key] = self._browser.new_context(**options)
        return self._contexts[key]

    def empty(self, **options: Any) -> Page:
        """Return a tab with nothing in it."""
        left = self._empty.get(_key(options))
        return left.pop() if left else self._new(options)

    def put_back(self, page: Page, **options: Any) -> None:
        """Empty a tab for the next who asks; whatever the test has added to it is gone by then."""
        page.mouse.move(-1, -1)
        page.goto(EMPTY)
        self._empty.setdefault(_key(options), []).append(page)

    def shown(self, base: str, query: str) -> Page:
        """Return the page at an address of its map, at rest: one that is shown already turns to it."""
        page = self._shown.pop(base, None)
        if page and page.evaluate(AS_OPENED):
            page.evaluate(TURN, f"/{query}")
        else:
            page = page or self._new({})
            page.set_viewport_size(USUAL)
            page.goto(f"{base}/{query}")
        page.wait_for_function(HAS_RUN, arg=TOLD, timeout=COLD_MS)
        (day,) = parse_qs(urlsplit(page.url).query)["date"]
        expect(Parts(page).badge).to_have_attribute("data-date", day)
        return page

    def keep(self, base: str, page: Page) -> None:
        """Leave the page as it is for the next who wants to see it."""
        page.mouse.move(-1, -1)
        self._shown[base] = page
        if len(self._shown) > KEPT:
            self._shown.pop(next(iter(self._shown))).close()

    def close(self) -> None:
        """Close all."""
        for context in self._contexts.values():
            context.close()

    def _new(self, options: dict[str, Any]) -> Page:
        page = self.context(**options).new_page()
        page.set_default_timeout(PATIENCE_MS)
        return page


def _key(options: dict[str, Any]) -> str:
    return repr(sorted(options.items()))
