"""What areas are called and what they lie in, as the script reads it: once per conflict."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from geo.sentences import homonyms, parent_of
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict
    from geo.reading.parties import Named


def rows(conflict: "Conflict") -> Iterable[dict[str, Any]]:
    """Yield of each area, in map order, `id`, `name`, `names` by language, and `parent`."""
    plain = conflict.areas.drop(columns=["geometry", "name_variants"], errors="ignore")
    for row in plain.reset_index(names="id").to_dict("records"):
        yield {"id": row["id"], **named(row), "parent": row["parent"]}


def columns(
    conflict: "Conflict", labels: npt.NDArray[np.float64], sheet: npt.NDArray[np.int64]
) -> dict[str, Any]:
    """Return the same of many areas as a list per column, with `label` (two numbers each) and `sheet`."""
    told = list(rows(conflict))
    languages = sorted({language for row in told for language in row["names"]})
    return {
        "id": [row["id"] for row in told],
        "name": [row["name"] for row in told],
        "names": {language: [row["names"].get(language, "") for row in told] for language in languages},
        "label": labels.astype(np.int64).ravel().tolist(),
        "sheet": sheet.tolist(),
    }


def families(conflict: "Conflict") -> dict[str, Any]:
    """Return what areas lie in, each with its areas' places in the list, and which areas share a name."""
    found: dict[str, tuple[Named, list[int]]] = {}
    for place, area in enumerate(map(str, conflict.areas.index)):
        if parent := parent_of(conflict, area):
            found.setdefault(parent.id, (parent, []))[1].append(place)
    alike = homonyms(conflict)
    return {
        "parents": [_parent(parent) | {"areas": places} for parent, places in found.values()],
        "alike": [place for place, area in enumerate(conflict.areas.index) if area in alike],
    }


def named(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return `name` and `names` by language, hidden characters written out: labels are data."""
    other = {
        str(key)[5:]: visible(text) for key, text in row.items() if str(key).startswith("name_") and text
    }
    return {"name": visible(row["name"]), "names": other}


def _parent(parent: "Named") -> dict[str, Any]:
    names = {language: visible(text) for language, text in parent.names.items()}
    return {"id": parent.id, "name": visible(parent.name), "names": names}
