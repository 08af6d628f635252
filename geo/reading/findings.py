"""Readers called one after another; the problems of all of them are reported together."""

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

import geopandas as gpd

from geo.reading.errors import DataError, Problem, rule
from geo.reading.file_names import REQUIRED
from geo.reading.geojson import LOADED, Bounds

Part = TypeVar("Part")
Areas: TypeAlias = tuple[gpd.GeoDataFrame, list[Problem]]


class Findings:
    """Calls readers and collects the problems they find.

    Parameters
    ----------
    files
        File name to bytes.
    bounds
        How many areas there may be, and how large.
    areas
        What `geo.reading.districts.read_areas` made of the file before; None = it is read.
    """

    def __init__(
        self, files: Mapping[str, bytes], bounds: Bounds = LOADED, areas: Areas | None = None
    ) -> None:
        self.files, self.bounds, self.areas = files, bounds, areas
        self.broken: list[Problem] = []

    def read(self, name: str, reader: Callable[[bytes], Part], absent: Part | None = None) -> Part | None:
        """Return what the reader makes of the file, `absent` if it is not there; keep its problems."""
        if name not in self.files:
            if name in REQUIRED:
                self.broken.append(Problem(name, None, None, "", rule("file_missing")))
            return absent
        return self.call(lambda: reader(self.files[name]))

    def call(self, work: Callable[[], Part]) -> Part | None:
        """Return the function's result, or None if a file is broken; its problems are kept."""
        try:
            return work()
        except DataError as error:
            self.broken += error.problems
            return None
