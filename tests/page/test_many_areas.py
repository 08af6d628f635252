"""The sheets of many areas on their way out: named by the page in a small file, held by the one-file map."""

import json
import re
from collections.abc import Callable
from typing import Any

import crowds
import pytest

from geo.export.onefile import map_html
from geo.page import map as page_map
from geo.page.loading import GEOMETRIES
from geo.paint import sheets
from geo.reading.conflict import Conflict, conflict_of
from geo.view import usual
from geo.words import load_words

COUNT = 30


@pytest.fixture
def conflict() -> Conflict:
    """Return a conflict of thirty districts."""
    features = [crowds.district(number, COUNT) for number in range(COUNT)]
    return conflict_of(crowds.folder(features, [*crowds.held(COUNT)]))


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let thirty areas be many."""
    monkeypatch.setattr(sheets, "MANY_AREAS", COUNT - 1)
    monkeypatch.setattr(sheets, "MOST_VERTICES", 50)


@pytest.fixture
def drawn_config(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Conflict], tuple[dict[str, Any], dict[str, bytes]]]:
    """Return what gives the options of a conflict's map, and the files that are served beside it."""
    served: dict[str, bytes] = {}
    maps: list[Any] = []

    def one(data: bytes, name: str, kind: str = "") -> str:
        served[f"at/{name}"] = data
        return f"at/{name}"

    monkeypatch.setattr(page_map, "media_url", one)
    monkeypatch.setattr(
        page_map, "media_urls", lambda files, _: tuple(one(data, str(n)) for n, data in enumerate(files))
    )
    monkeypatch.setattr(page_map, "folders", lambda: ("leaflet", "assets"))
    monkeypatch.setattr(page_map, "chosen", lambda: None)
    monkeypatch.setattr(page_map, "message", lambda *_: {"day": "", "states": "", "url": ""})
    monkeypatch.setattr(page_map, "st_folium", lambda made, **_: maps.append(made))
    page_map._base_map.cache_clear()
    GEOMETRIES.clear()

    def draw(conflict: Conflict) -> tuple[dict[str, Any], dict[str, bytes]]:
        page_map.draw_map(conflict, load_words())
        start = next(child for child in maps[-1]._children.values() if child._name == "Start")
        return start.config, served

    return draw


@pytest.mark.usefixtures("few_are_many")
def test_the_page_names_the_sheets_in_one_small_file(conflict: Conflict, drawn_config: Any) -> None:
    config, served = drawn_config(conflict)
    listed = json.loads(served[config["sheets"]])
    told = json.loads(served[config["geometry"]])
    assert len(listed) == len(told["sheets"]) > 2
    assert sum(len(json.loads(served[address])["polygons"]) for address in listed) == COUNT
    assert all(str(address) not in json.dumps(config) for address in listed)


def test_a_page_of_few_areas_says_nothing_of_sheets(conflict: Conflict, drawn_config: Any) -> None:
    config, served = drawn_config(conflict)
    assert "sheets" not in config
    assert "at/sheets" not in served


@pytest.mark.usefixtures("few_are_many")
def test_the_one_file_map_holds_the_sheets(conflict: Conflict) -> None:
    page = map_html(conflict, usual(conflict)).decode()
    config = json.loads(re.search(r'id="data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])["config"]
    assert len(config["sheets"]) == len(config["geometry"]["sheets"]) > 2
    assert sum(len(sheet["polygons"]) for sheet in config["sheets"]) == COUNT
