"""Arguments and options that the imports share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

AreasOption: TypeAlias = Annotated[
    Path,
    typer.Option(help="the map: GeoJSON, TopoJSON, GeoPackage, zipped Shapefile, GeoParquet, or a folder"),
]

IdOption: TypeAlias = Annotated[
    str | None, typer.Option("--id", help="property with the areas' ids; area_id, or made of the names")
]

NameOption: TypeAlias = Annotated[
    str | None, typer.Option("--name", help="property with the areas' names; name unless given")
]

ParentOption: TypeAlias = Annotated[
    str | None, typer.Option("--parent", help="property with the unit above, such as the province")
]

RepairOption: TypeAlias = Annotated[
    bool, typer.Option("--repair", help="mend the outlines that cross themselves")
]

OutOption: TypeAlias = Annotated[Path, typer.Option(help="a folder that does not exist yet")]
NamesOption: TypeAlias = Annotated[
    Path | None, typer.Option(help="a names.csv: spellings of places; that of the folder of --areas, if any")
]

ActorsOption: TypeAlias = Annotated[
    str | None, typer.Option(help="how many actors have a colour, or which, separated by ;")
]
