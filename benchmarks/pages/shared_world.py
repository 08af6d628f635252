"""What every rival page is given: areas, days, and the colour of each area on each day.

A rival starts with everything computed and cached, so that only its way of drawing is measured.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st


class World(NamedTuple):
    """Areas as GeoJSON, the first day, and one list of colours (in the areas' order) per day."""

    geojson: dict[str, Any]
    first: dt.date
    colours: list[list[str]]

    @property
    def last(self) -> dt.date:
        """Last day of the slider."""
        return self.first + dt.timedelta(days=len(self.colours) - 1)

    def on(self, day: dt.date) -> list[str]:
        """Colours of all areas on a day."""
        return self.colours[(day - self.first).days]

    @property
    def bounds(self) -> list[float]:
        """West, south, east and north of all areas."""
        points = [p for f in self.geojson["features"] for p in f["geometry"]["coordinates"][0]]
        lons, lats = zip(*points, strict=True)
        return [min(lons), min(lats), max(lons), max(lats)]


def read_world(path: Path) -> World:
    """World of the JSON file that `benchmarks.worlds` wrote."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    palette = raw["palette"]
    colours = [[palette[i] for i in day] for day in raw["days"]]
    return World(raw["geojson"], dt.date.fromisoformat(raw["first"]), colours)


@st.cache_resource
def world() -> World:
    """World of the file named on the command line, read once per server."""
    return read_world(Path(sys.argv[1]))


def day_slider(first: dt.date, last: dt.date) -> dt.date:
    """Day under the thumb of the same date slider on every page."""
    return st.slider("Day", min_value=first, max_value=last, value=first, key="day")
