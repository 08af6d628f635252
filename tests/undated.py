"""The project's own conflict with its days of publication taken out, as in a table that gives none."""

import csv
import shutil
from pathlib import Path

from panjshir import DATA

NO_DAY = {"published_from": "", "published_to": "", "published_basis": "not known"}


def undated_folder(where: Path) -> Path:
    """Write the folder and return it."""
    folder = Path(shutil.copytree(DATA, where / "undated"))
    path = folder / "sources.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row | NO_DAY for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return folder
