"""How each stand-in becomes a conflict: one command each, no Python."""

from pathlib import Path
from typing import Final

BORDERS: Final = ("--id", "DIST_CODE", "--name", "DIST_NA_EN", "--parent", "PROV_NA_EN", "--repair")
TABLE: Final = (
    "--place",
    "distid",
    "--date",
    "date",
    "--holder",
    "control",
    "--map",
    "1=Insurgents,0=Government,2=",
)
UNITS: Final = ("--id", "ADM2_PCODE", "--name", "ADM2_EN", "--parent", "ADM1_EN")
OWN_WORDS: Final = ("--place", "place", "--date", "date", "--holder", "holder", "--outlet", "Own reading")
TOWNS: Final = (
    *("--place", "town_no", "--date", "date", "--holder", "controller", "--outlet", "Town Watch"),
    *("--map", "Government=Government,Opposition=Opposition,Northern Forces=Northern Forces,Contested="),
)

IMPORTS: Final[dict[str, tuple[str, str, str, tuple[str, ...]]]] = {
    "districts": (
        "table",
        "control_2021.csv",
        "districts_2021.gpkg",
        (*TABLE, *BORDERS, "--outlet", "District Watch"),
    ),
    "towns": ("table", "towns.parquet", "towns.geojson", (*TOWNS, "--id", "town_no", "--name", "asciiname")),
    "ged": ("ucdp", "ged_sample.csv", "districts_400.geojson", UNITS),
    "ged_near": ("ucdp", "ged_near.csv", "districts_272.geojson", UNITS),
    "acled": ("acled", "acled.csv", "districts_330.geojson", UNITS),
    "capitals": ("table", "capitals.csv", "capitals.geojson", OWN_WORDS),
    "district_table": (
        "table",
        "control.csv",
        "borders.geojson",
        (*TABLE, *BORDERS, "--outlet", "District Watch"),
    ),
}
"""Name of a case -> format, table, borders, further options."""


def import_arguments(name: str, files: Path, out: Path) -> list[str]:
    """Return the arguments of `python -m geo` that import a case's files into a folder."""
    layout, table, borders, options = IMPORTS[name]
    return [
        "import",
        layout,
        str(files / table),
        "--areas",
        str(files / borders),
        *options,
        "--out",
        str(out),
    ]
