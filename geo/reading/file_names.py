"""The names of the files in a conflict's folder."""

from typing import Final

from geo.words import languages

REQUIRED: Final = ("conflict.toml", "districts.geojson", "control_reports.csv", "sources.csv")
STORIES: Final = ("story.md", *(f"story.{language}.md" for language in languages()))
OPTIONAL: Final = (
    "places.csv",
    "names.csv",
    "translations.csv",
    "river.geojson",
    "outline.geojson",
    "relief.tif",
    "relief.png",
    *STORIES,
)

FILES: Final = REQUIRED + OPTIONAL
IN_PLACE: Final = {"control_reports.csv": "control_reports.parquet"}
"""File -> the one that may be there in its place, in a folder but not in an upload."""

FOLDER_FILES: Final = (*FILES, *IN_PLACE.values())
