"""Made-up conflicts of many areas with names as long as real ones, some of them shared; made once a run."""

import json
import random
from functools import cache
from pathlib import Path

from shared import shared

from benchmarks.terrain import write_folder
from benchmarks.war import war
from geo.reading.conflict import Conflict, load_conflict

SIZES = (10, 62, 330, 400)
BEGIN = ("Ban", "Dar", "Kho", "Sha", "Gul", "Mir", "Pur", "Zar", "Nah", "Tal", "Char", "Qal", "Bal", "Ghor")
END = ("abad", "band", "kot", "dara", "qala", "gah", "tan", "rin", "zai")
SHARED = "Kohistan"


@cache
def wide_folder(areas: int) -> Path:
    """Return the folder of a war over so many areas, 40 days long."""
    return shared().folder_of(f"wide-{areas}", lambda folder: write(areas, folder))


def write(areas: int, folder: Path) -> Path:
    """Write that war into a folder."""
    write_folder(war(areas, areas * 6, days=40), folder, 40)
    settings = folder / "conflict.toml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    settings.write_text("\n".join(line for line in lines if not line.startswith("focus")), encoding="utf-8")
    outlines = folder / "districts.geojson"
    table = json.loads(outlines.read_text(encoding="utf-8"))
    for number, feature in enumerate(table["features"]):
        feature["properties"]["name"] = name(number, areas)
    outlines.write_text(json.dumps(table), encoding="utf-8")
    return folder


@cache
def wide(areas: int) -> Conflict:
    """Return the same war, read."""
    return load_conflict(wide_folder(areas))


def name(number: int, areas: int) -> str:
    """Return an area's name: of two or three parts, every twentieth the same."""
    if areas > len(BEGIN) and number % 20 == 3:
        return SHARED
    dice = random.Random(number)  # noqa: S311
    long = dice.choice(BEGIN) + dice.choice(BEGIN).lower() + dice.choice(END)
    return f"{dice.choice(BEGIN)}-e {long}" if number % 9 == 0 else long
