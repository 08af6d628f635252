"""Two codings of an article made one: what both agree on, and what a third person settles."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.desk.checked import problems
from geo.desk.coded_statements import COMPARED, Case, cases
from geo.desk.coders import coders_of, may_compare
from geo.desk.completion import with_free_ids
from geo.desk.door import Change, Plan, write
from geo.desk.log import Action, Line, line
from geo.desk.rows import one_line
from geo.reading import REPORT_COLUMNS, REPORTS, DataError, rule

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.press import Press
    from geo.desk.rows import Row


class Choice(NamedTuple):
    """What a person decides on a case: the row that stands, None = none does; `note` is added to its own."""

    case: Case
    row: "Row | None"
    note: str = ""


def may_settle(state: "FolderState", coder: str, case: Case) -> bool:
    """Return whether a person may settle a case.

    What two coders agree on, everybody who may see both codings; a difference, a third person; the rows of
    an article's only coder, that coder.
    """
    coders = coders_of(state, case.source_id)
    third = coder not in coders or coders == (coder,)
    return may_compare(state, coder, case.source_id) and (case.agreed or third)


def settle(folder: Path, coder: str, press: "Press", choices: Sequence[Choice]) -> tuple[Line, ...]:
    """Put the rows that stand into `control_reports.csv`, with the note; the coders' files stay as they are.

    Raises
    ------
    DataError
        If a case is no longer as it was seen, is not the person's to settle, or a row breaks a rule; or as
        `geo.desk.door.write` does.
    """

    def plan(state: "FolderState") -> Plan:
        for choice in choices:
            _refuse_changed(state, coder, choice.case)
        kept = [choice for choice in choices if choice.row is not None]
        rows = with_free_ids(state, coder, state.settled, [_with_note(choice) for choice in kept])
        if broken := [problem for row in rows for problem in problems(state, row)]:
            raise DataError(broken)
        lines = [_line(coder, press, choice, row) for choice, row in zip(kept, rows, strict=True)]
        lines += [_line(coder, press, choice, None) for choice in choices if choice.row is None]
        added = (Change(REPORTS, REPORT_COLUMNS, "report_id", add=tuple(rows)),) if rows else ()
        return Plan(tuple(lines), added)

    return write(folder, coder, press, plan)


def _refuse_changed(state: "FolderState", coder: str, case: Case) -> None:
    if case not in cases(state, case.source_id, case.between):
        raise DataError.at(REPORTS, rule("case_changed", case=case.key))
    if not may_settle(state, coder, case):
        raise DataError.at(REPORTS, rule("settled_by_third", case=case.key))


def _with_note(choice: Choice) -> "Row":
    row = choice.row or {}
    return {**row, "note": "; ".join(filter(None, (row["note"], one_line(choice.note))))}


def _line(coder: str, press: "Press", choice: Choice, row: "Row | None") -> Line:
    """Return the line of the log; `changed` = fields of the row that are neither coder's."""
    told = row or {"note": one_line(choice.note)}
    own = ([one[name] for one in choice.case.rows] for name in COMPARED)
    changed = [name for name, cells in zip(COMPARED, own, strict=True) if row and row[name] not in cells]
    return line(
        Action.SETTLE,
        coder,
        press.at,
        told,
        source_id=choice.case.source_id,
        candidate=choice.case.key,
        report_id=row["report_id"] if row else "",
        changed=" ".join(changed),
    )
