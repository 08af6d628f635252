"""What is costly to make of a conflict's areas, made once: the checked areas, their shapes to be sent."""

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd

from geo.paint.drawn import Drawn, drawn
from geo.reading import DISTRICTS, Problem, Rule, rule, save_file, save_files, saved

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.reading.findings import Areas

FOLDER: Final = "_areas"
SHAPES: Final = "_shapes"
"""Inside an engine's output; readers of Parquet folders skip names that begin so."""

AREAS: Final = "areas.parquet"
PROBLEMS: Final = "problems.json"
GEOMETRY: Final = "geometry.json"


def write_prepared(conflict: "Conflict", out: Path) -> None:
    """Write a conflict's areas as they were checked, what was set aside of them, and their shapes."""
    folder = out / FOLDER
    folder.mkdir(exist_ok=True)
    aside = [_told(problem) for problem in conflict.rejected if problem.file == DISTRICTS]
    with saved(folder / AREAS) as made:
        conflict.areas.to_parquet(made)
    save_file(folder / PROBLEMS, json.dumps(aside, ensure_ascii=False).encode())
    _write_shapes(drawn(conflict), out / SHAPES)


def read_prepared(out: Path) -> "Areas":
    """Return areas and problems as `geo.reading.districts.read_areas` does, of files that are whole."""
    told = json.loads((out / FOLDER / PROBLEMS).read_bytes())
    return gpd.read_parquet(out / FOLDER / AREAS), [_problem(one) for one in told]


def _write_shapes(shapes: Drawn, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    sheets = {f"{number:05}.json": sheet for number, sheet in enumerate(shapes.sheets)}
    save_files(folder, {GEOMETRY: shapes.geometry, **sheets})


def read_shapes(out: Path) -> Drawn:
    """Return the geometry JSON and its sheets."""
    folder = out / SHAPES
    sheets = sorted(folder.glob("[0-9]*.json"))
    return Drawn((folder / GEOMETRY).read_bytes(), tuple(sheet.read_bytes() for sheet in sheets))


def _told(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON has it: a rule by its key and values, so that it has every language."""
    said = problem.rule
    return problem._asdict() | {"rule": [said.key, said.values] if isinstance(said, Rule) else [said, None]}


def _problem(told: dict[str, Any]) -> Problem:
    said, values = told["rule"]
    return Problem(**told | {"rule": said if values is None else rule(said, **values)})
