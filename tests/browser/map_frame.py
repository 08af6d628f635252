"""The map's frame in Chromium without Streamlit: every address is answered from here."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from walks import PANJSHIR, Walk

from geo.paint import ASSETS, LEAFLET, STYLES, bundle, compact_json
from geo.paint.drawn import drawn
from geo.paint.folium_map import script_config
from geo.paint.states import states
from geo.reading.conflict import Conflict, load_conflict
from geo.timeline import timeline_of
from geo.words import load_words

HOST = "http://map.test"
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".html": "text/html"}


@pytest.fixture(scope="session")
def map_files(walk: Walk) -> dict[str, bytes]:
    """File name -> bytes of what the frame fetches: script, style, geometry, states of every narrator."""
    return files_of(load_conflict(walk.folder), walk.narrator_names())


def files_of(conflict: Conflict, narrators: Sequence[str] = ("everyone",)) -> dict[str, bytes]:
    """Return what the frame of a conflict fetches."""
    words = load_words("en")
    files = {name: (ASSETS / name).read_bytes() for name in STYLES} | {"paint.js": bundle()}
    files |= {name: (LEAFLET / name).read_bytes() for name in ("leaflet.js", "leaflet.css")}
    files["geometry.json"], sheets = drawn(conflict)
    files |= {f"sheet{number}.json": sheet for number, sheet in enumerate(sheets)}
    files["sheets.json"] = compact_json([f"sheet{number}.json" for number in range(len(sheets))])
    for narrator in narrators:
        told = states(timeline_of(conflict, narrator), conflict, words, narrator=narrator)
        files[f"{narrator}.json"] = compact_json(told)
    return files


def frame_html(message: Mapping[str, Any], options: Mapping[str, Any]) -> str:
    """Return a page that holds nothing but the map's frame; choices and days painted are kept in lists."""
    config = script_config("geometry.json", load_words("en"), styles=["leaflet.css", *STYLES], **options)
    scripts = "".join(f"<script src='{name}'></script>" for name in ("leaflet.js", "paint.js"))
    return f"""<!doctype html><html lang="en"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <body style="margin:8px"><div id="here"></div>{scripts}
      <script>window.choices = []; window.painted = [];
        const config = {{...{json.dumps(config)}, onChoice: (choice) => choices.push(choice),
          onDay: (day) => painted.push(day)}};
        geoPaint.start(document.getElementById("here"), config);
        geoPaint.show({json.dumps(dict(message))});</script>"""


def message(day: object = PANJSHIR.day, narrator: str = "everyone", **more: Any) -> dict[str, Any]:
    """Return a step's message."""
    usual = {"day": str(day), "states": narrator, "url": f"{narrator}.json", "area": None, "compare": None}
    return usual | more


@pytest.fixture
def open_map(
    tabs: Any, taken: Callable[..., Any], walk: Walk, map_files: dict[str, bytes]
) -> Iterator[Callable[..., Any]]:
    """Return a function that opens the frame at a size, and fails the test on any script error.

    Its pages have no network: every other address is refused and noted in `page.foreign`.
    """
    opened: list[Any] = []

    def open_one(
        said: Mapping[str, Any] | None = None,
        *,
        width: int = 950,
        height: int = 1100,
        around: str | None = None,
        fetched: Mapping[str, bytes] | None = None,
        **options: Any,
    ) -> Any:
        theme = options.pop("theme", "light")
        context = {"color_scheme": theme} if theme != "light" else {}
        errors: list[str] = []
        heard = {"pageerror": lambda error: errors.append(str(error))}
        page = taken(tabs.empty(**context), partial(tabs.put_back, **context), **heard)
        page.set_viewport_size({"width": width, "height": height})
        page.errors, page.foreign = errors, []
        files = dict(fetched or map_files) | {
            "map.html": frame_html(said or message(walk.day), options).encode()
        }
        if around is not None:
            files["page.html"] = around.encode()
        page.route("**/*", lambda route: answer(route, files, page.foreign))
        page.goto(f"{HOST}/{'page.html' if around is not None else 'map.html'}")
        frame = page.frame_locator("iframe") if around is not None else page
        frame.locator("#control-date[data-date]").wait_for()
        opened.append(page)
        return page

    yield open_one
    for page in opened:
        page.unroute_all()
    assert [page.errors for page in opened if page.errors] == []


def answer(route: Any, files: Mapping[str, bytes], foreign: list[str]) -> None:
    """Answer a request from the files; refuse every other."""
    address = route.request.url.split("?")[0]
    name = address.removeprefix(f"{HOST}/")
    if address.startswith(HOST) and name in files:
        route.fulfill(body=files[name], content_type=TYPES[Path(name).suffix])
        return
    if not name.endswith("favicon.ico"):
        foreign.append(address)
    route.abort()
