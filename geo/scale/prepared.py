"""What is costly to make of a conflict's areas, made once: the checked areas, what is sent of them."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd

from geo.paint.drawn import Drawn, drawn
from geo.panel import searched_json
from geo.reading import DISTRICTS, Problem, Rule, rule, save_file, save_files, saved
from geo.words import languages, load_words

if TYPE_CHECKING:
    from geo.reading import Areas, Conflict

FOLDER: Final = "_areas"
SHAPES: Final = "_shapes"
"""Inside an engine's output; readers of Parquet folders skip names that begin so."""

AREAS: Final = "areas.parquet"
PROBLEMS: Final = "problems.json"
GEOMETRY: Final = "geometry.json"
SEARCH: Final = "search.{}.json"


def write_prepared(conflict: "Conflict", out: Path) -> None:
    """Write a conflict's areas as they were checked, what was set aside of them, their shapes and names."""
    folder = out / FOLDER
    folder.mkdir(exist_ok=True)
    aside = [_told(problem) for problem in conflict.rejected if problem.file == DISTRICTS]
    with saved(folder / AREAS) as made:
        conflict.areas.to_parquet(made)
    save_file(folder / PROBLEMS, json.dumps(aside, ensure_ascii=False).encode())
    shutil.rmtree(out / SHAPES, ignore_errors=True)
    (out / SHAPES).mkdir()
    save_files(out / SHAPES, dict(_sent(conflict)))


def _sent(conflict: "Conflict") -> Iterator[tuple[str, bytes]]:
    """Yield what a page is sent where there are no reports: shapes, and places' names in each language."""
    shapes = drawn(conflict)
    yield GEOMETRY, shapes.geometry
    for number, sheet in enumerate(shapes.sheets):
        yield f"{number:05}.json", sheet
    for language in languages():
        yield SEARCH.format(language), searched_json(conflict.in_language(language), load_words(language))


def read_prepared(out: Path) -> "Areas":
    """Return areas and problems as `geo.reading.districts.read_areas` does, of files that are whole."""
    told = json.loads((out / FOLDER / PROBLEMS).read_bytes())
    return gpd.read_parquet(out / FOLDER / AREAS), [_problem(one) for one in told]


def read_shapes(out: Path) -> Drawn:
    """Return the geometry JSON and its sheets."""
    folder = out / SHAPES
    sheets = sorted(folder.glob("[0-9]*.json"))
    return Drawn((folder / GEOMETRY).read_bytes(), tuple(sheet.read_bytes() for sheet in sheets))


def read_searched(out: Path, language: str) -> bytes:
    """Return what can be searched in a language, as JSON."""
    return (out / SHAPES / SEARCH.format(language)).read_bytes()


def _told(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON has it: a rule by its key and values, so that it has every language."""
    said = problem.rule
    return problem._asdict() | {"rule": [said.key, said.values] if isinstance(said, Rule) else [said, None]}


def _problem(told: dict[str, Any]) -> Problem:
    said, values = told["rule"]
    return Problem(**told | {"rule": said if values is None else rule(said, **values)})
