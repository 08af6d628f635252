"""What opens a page for a test: in a tab that an earlier one has left, or turned in place."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pytest
from page_parts import Parts
from playwright.sync_api import Page
from shared import one_file
from tabs import Tabs

FAILED = pytest.StashKey[bool]()
"""Whether a test has failed: nobody else gets its tabs."""

Heard = Mapping[str, Callable]
NOTHING: Heard = MappingProxyType({})


@pytest.fixture
def requests() -> list[str]:
    """Return the list of all addresses that the test's pages asked for."""
    return []


@pytest.fixture(scope="session")
def tabs(browser) -> Iterator[Tabs]:
    """Return the tabs of this worker."""
    all_of_them = Tabs(browser)
    yield all_of_them
    all_of_them.close()


@pytest.fixture
def taken(request) -> Iterator[Callable[..., Page]]:
    """Return what makes a tab the test's, which may listen to it, until it is put back.

    It is closed instead if the test has failed.
    """
    tabs: list[tuple[Page, Callable[[Page], None], dict[str, Callable]]] = []

    def take(page: Page, put_back: Callable[[Page], None], **heard: Callable) -> Page:
        tabs.append((page, put_back, heard))
        for event, hear in heard.items():
            page.on(event, hear)
        return page

    yield take
    for page, put_back, heard in tabs:
        for event, hear in heard.items():
            page.remove_listener(event, hear)
        if request.node.stash[FAILED]:
            page.close()
        else:
            put_back(page)


@pytest.fixture
def open_tab(tabs: Tabs, taken: Callable[..., Page]) -> Callable[..., Page]:
    """Return what opens any address at a size in a context with such options.

    `heard` has the listeners by their events, which hear the page from its first request on.
    """

    def opened(
        address: str, *, width: int = 1400, height: int = 900, heard: Heard = NOTHING, **options
    ) -> Page:
        page: Page = taken(tabs.empty(**options), partial(tabs.put_back, **options), **heard)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address)
        return page

    return opened


@pytest.fixture
def open_page(open_tab: Callable[..., Page], server: str, requests: list[str]) -> Callable[..., Page]:
    """Return what opens the page at an address; other machines are cut off, and requests are kept."""
    heard = {"request": lambda request: requests.append(request.url)}
    return lambda query="", base="", **options: open_tab(f"{base or server}/{query}", heard=heard, **options)


@pytest.fixture
def open_file(open_tab: Callable[..., Page]) -> Callable[..., Page]:
    """Return what opens the one-file map of a folder, or another file, without a network."""

    def opened(address: str = "", *, path: Path | None = None, **options) -> Page:
        page = open_tab(f"{(path or one_file()).as_uri()}{address}", offline=True, **options)
        if path is None:
            page.locator("#control-date[data-date]").first.wait_for()
        return page

    return opened


@pytest.fixture
def turned(tabs: Tabs, taken: Callable[..., Page], server: str) -> Callable[..., Page]:
    """Return what turns a page of usual size that is open to an address of its map.

    For tests that leave nothing behind which no address tells, and do not begin where an opened page has the
    focus.
    """
    return lambda query, base=server: taken(tabs.shown(base, query), partial(tabs.keep, base))


@pytest.fixture
def visit(open_page, turned, walk_server: str) -> Callable[..., Parts]:
    """Return what shows the walk's map at an address: turned to it, or opened `anew`, as it is at a size."""

    def shown(query: str = "", *, anew: bool = False, **options) -> Parts:
        show = open_page if anew or options else turned
        return Parts(show(query, base=walk_server, **options))

    return shown


@pytest.fixture(params=["page", "file"])
def opened(request, open_file, open_page, turned) -> Callable[..., Page]:
    """Return what shows the page, or the one-file map without a network, with some choices."""

    def opens(choices: str = "", **options) -> Page:
        if request.param == "page":
            page: Page = open_page(f"?{choices}", **options) if options else turned(f"?{choices}")
            Parts(page)
        else:
            page = open_file(f"#{choices}", **options)
        page.locator("#geo-find").wait_for(state="attached")  # on a phone it is folded away
        return page

    return opens
