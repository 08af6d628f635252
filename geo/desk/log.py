"""`coding_log.csv`: one line for each decision of a person; lines are added and never changed."""

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

import geo
from geo.reading import read_table

FILE: Final = "coding_log.csv"


class Action(StrEnum):
    """What a person did."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    UNDO = "undo"
    SETTLE = "settle"
    LEARN = "learn"
    REGISTER = "register"
    FINISH = "finish"


CODES: Final = (Action.ACCEPT, Action.REFUSE, Action.FINISH)
"""What somebody does who codes an article."""


class Line(NamedTuple):
    """One line of the log; every field is text, "" = nothing.

    Attributes
    ----------
    id
        Unique in the file.
    time
        UTC, ISO 8601; the lines of one press share it.
    version
        Of the project.
    candidate
        `Draft.id`; "" for a row made from a selection.
    changed
        Names of the fields that the person changed, separated by spaces.
    row
        JSON of the row, name or source that was accepted, refused, learned or registered.
    undoes
        `id` of the line that is taken back.
    mode
        `Press.mode`: whether candidates were shown to who accepted or refused.
    """

    id: str
    time: str
    coder: str
    version: str
    action: str
    source_id: str = ""
    candidate: str = ""
    report_id: str = ""
    changed: str = ""
    row: str = ""
    undoes: str = ""
    mode: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """The row that the line tells of; {} = none."""
        found: dict[str, str] = json.loads(self.row) if self.row else {}
        return found


COLUMNS: Final = Line._fields


def line(action: Action, coder: str, at: datetime, row: Mapping[str, str], **fields: str) -> Line:
    """Return a new line of the log; empty cells of the row are left out."""
    text = json.dumps({name: cell for name, cell in row.items() if cell}, ensure_ascii=False)
    return Line(
        id=secrets.token_hex(6),
        time=at.astimezone(UTC).isoformat(timespec="microseconds"),
        coder=coder,
        version=geo.__version__,
        action=action,
        row=text if row else "",
        **fields,
    )


@lru_cache(maxsize=8)
def lines_in(data: bytes) -> tuple[Line, ...]:
    """Return the lines of a log in their order, read once per content.

    Raises
    ------
    DataError
        If the file is not a readable table.
    """
    cells = read_table(FILE, data, COLUMNS, optional=COLUMNS[5:]).cells
    return tuple(Line(*cells) for cells in cells.itertuples(index=False, name=None))


def standing(lines: Iterable[Line]) -> list[Line]:
    """Return the lines that were not taken back, without those that take back."""
    listed = list(lines)
    taken_back = {one.undoes for one in listed if one.action == Action.UNDO}
    return [one for one in listed if one.action != Action.UNDO and one.id not in taken_back]
