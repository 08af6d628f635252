"""A folder to code in: the invented conflict of the examples, without its rows, and presses of a person."""

import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from shared import shared

from geo.desk import Draft, Press, accept, completed, folder_state, refuse
from geo.desk.coders import drafts_shown
from geo.desk.press import ASSISTED
from geo.reading import REPORT_COLUMNS

MARCHES = Path(__file__).parents[1] / "examples" / "marches"
ARTICLE = "gazette1"
TEXT = "The Guard took Rokha on Sunday.\nThe Guard took Rokha, and Dara fell, they said.\n\nDara is\ncalm."
"""An article for rows that no folder has."""

_TICKS = count(int(time.monotonic()) * 100)
"""Later than those of a process that wrote a shared folder."""


def row(report_id: str = "", **cells: str) -> dict[str, str]:
    """Return a row of an article called `cnn`."""
    usual = {"source_id": "cnn", "area_id": "rokha", "claim": "captured", "polarity": "asserts"}
    usual |= {"party": "guard", "quote": "The Guard took Rokha, and Dara fell", "report_id": report_id}
    return dict.fromkeys(REPORT_COLUMNS, "") | usual | cells


def press(mode: str = ASSISTED) -> Press:
    """Return a new press, a second after the one before."""
    return Press("Enter", datetime(2031, 6, 1, tzinfo=UTC) + timedelta(seconds=next(_TICKS)), mode)


def empty_folder(place: Path) -> Path:
    """Return a copy of the example without a report."""
    folder = place / "marches"
    shutil.copytree(MARCHES, folder)
    (folder / "control_reports.csv").unlink()
    return folder


def coded_folder(place: Path, name: str, code: Callable[[Path], object]) -> Path:
    """Return a copy of a folder that is coded once in a run, under a name that belongs to `code` alone."""

    def write(made: Path) -> Path:
        folder = empty_folder(made)
        code(folder)
        return folder

    folder = place / "marches"
    shutil.copytree(shared().folder_of(name, write), folder)
    return folder


def drafts(folder: Path, coder: str, article: str = ARTICLE) -> list[Draft]:
    """Return what is put to a coder of an article, rows alone."""
    shown = drafts_shown(folder_state(folder), article, coder, unassisted=False)
    return [draft for draft in shown if draft.tier == "row"]


def take(folder: Path, coder: str, numbers: Iterable[int], **changes: str) -> None:
    """Accept drafts by their number, with changed cells."""
    listed = drafts(folder, coder)
    for number in numbers:
        accept(folder, coder, press(), listed[number], {**listed[number].row, **changes})


def refuse_rest(folder: Path, coder: str, article: str = ARTICLE) -> None:
    """Refuse all that a coder has not decided on."""
    for draft in drafts_shown(folder_state(folder), article, coder, unassisted=False):
        if not draft.decision:
            refuse(folder, coder, press(), draft)


def select(folder: Path, coder: str, words: str, article: str = ARTICLE, **cells: str) -> dict[str, str]:
    """Accept a row made from words of the article, by a coder who is shown no candidates."""
    now = folder_state(folder)
    start = now.text(article).index(words)
    row = completed(now, coder, article, cells, (start, start + len(words)))
    accept(folder, coder, press("unassisted"), None, row)
    return row


def settled_ids(folder: Path) -> Sequence[str]:
    """Return the ids in `control_reports.csv`."""
    return [row["report_id"] for row in folder_state(folder).settled]
