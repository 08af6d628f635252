"""What a person takes back: the last press, the decision on one statement, what they settled."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geo.desk.decisions import reports_changed
from geo.desk.door import Change, Plan, write
from geo.desk.folder import CODING, FolderState
from geo.desk.learned import SPELLINGS
from geo.desk.log import Action, Line, line, standing
from geo.reading import NAMES, REPORTS, DataError, rule

if TYPE_CHECKING:
    from geo.desk.press import Press

TAKEN_BACK: Final = (Action.ACCEPT, Action.REFUSE, Action.LEARN, Action.SETTLE, Action.FINISH)
"""What can be taken back; a registered article stays."""


def undo(folder: Path, coder: str, press: "Press", candidate: str = "") -> tuple[Line, ...]:
    """Take back a coder's last press that still stands, or the decision on one draft; [] = there is none.

    Raises
    ------
    DataError
        If a row was changed by hand since; or as `geo.desk.door.write` does.
    """

    def plan(state: FolderState) -> Plan:
        listed = [one for one in standing(state.log) if one.coder == coder and one.action in TAKEN_BACK]
        return _undone(
            state, press, [one for one in listed if candidate in _names(one)] if candidate else listed
        )

    return write(folder, coder, press, plan)


def unsettle(folder: Path, coder: str, press: "Press", source_id: str) -> tuple[Line, ...]:
    """Take back the last press by which somebody settled rows of an article; [] = there is none.

    Raises
    ------
    DataError
        If a row was changed by hand since; or as `geo.desk.door.write` does.
    """

    def plan(state: FolderState) -> Plan:
        return _undone(state, press, settled_by(state, coder, source_id))

    return write(folder, coder, press, plan)


def settled_by(state: FolderState, coder: str, source_id: str) -> list[Line]:
    """Return the lines by which somebody has settled an article and that stand, in their order."""
    return [one for one in _settling(state) if one.coder == coder and one.source_id == source_id]


def _undone(state: FolderState, press: "Press", listed: Sequence[Line]) -> Plan:
    """Return what takes back the last press of these lines: all that it wrote."""
    last = [one for one in listed if (one.time, one.action) == (listed[-1].time, listed[-1].action)]
    lines = (
        line(
            Action.UNDO,
            one.coder,
            press.at,
            one.cells,
            source_id=one.source_id,
            candidate=one.candidate,
            report_id=one.report_id,
            undoes=one.id,
        )
        for one in last
    )
    return Plan(tuple(lines), tuple(change for one in last for change in _back(state, one)))


def _back(state: FolderState, one: Line) -> list[Change]:
    """Return what takes a line back; raise if its row is not as it was any more."""
    if one.action == Action.LEARN:
        return [Change(NAMES, SPELLINGS, "spelling", remove=(one.cells["spelling"],))]
    if one.action in {Action.REFUSE, Action.FINISH}:
        return []
    settled = any(other.report_id == one.report_id for other in _settling(state))
    tables = {f"{CODING}/{one.coder}.csv": state.coded.get(one.coder, ()), REPORTS: state.settled}
    if one.action == Action.SETTLE or settled:
        del tables[REPORTS if one.action == Action.ACCEPT else f"{CODING}/{one.coder}.csv"]
    changes = []
    for file, rows in tables.items():
        there = [row for row in rows if row["report_id"] == one.report_id]
        if any({k: v for k, v in row.items() if v} != one.cells for row in there):
            raise DataError.at(file, rule("changed_by_hand", report=one.report_id))
        changes += [reports_changed(file, remove=(one.report_id,))] if there else []
    return changes


def _names(one: Line) -> tuple[str, ...]:
    """Return the ids of the drafts that a line may be of: as proposed, or made from a selection."""
    return one.candidate, f"{one.source_id}:{one.report_id}"


def _settling(state: FolderState) -> Iterable[Line]:
    return (one for one in standing(state.log) if one.action == Action.SETTLE)
