"""What a person decides: to accept a row, to refuse one, to be done, to have a name learned."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from geo.desk.checked import problems
from geo.desk.coders import finished, seen_by, unsettled
from geo.desk.completion import IDS, as_accepted
from geo.desk.door import Change, Plan, write
from geo.desk.folder import CODING, FolderState
from geo.desk.log import Action, Line, line, standing
from geo.reading import REPORT_COLUMNS, REPORTS, DataError

if TYPE_CHECKING:
    from geo.desk.drafts import Draft
    from geo.desk.press import Press
    from geo.desk.rows import Row


def accept(folder: Path, coder: str, press: "Press", draft: "Draft | None", row: "Row") -> tuple[Line, ...]:
    """Accept a row, as a person left it; of a draft that is accepted already nothing is written.

    Parameters
    ----------
    draft
        What it was proposed as; None = it was made from a selection.

    Raises
    ------
    DataError
        If the row breaks a rule, with every one; or as `geo.desk.door.write` does.
    """
    return accept_all(folder, coder, press, [(draft, row)])


def accept_all(
    folder: Path, coder: str, press: "Press", pairs: Sequence[tuple["Draft | None", "Row"]]
) -> tuple[Line, ...]:
    """Accept several rows that are one question, all of them or none."""

    def plan(everything: FolderState) -> Plan:
        state = seen_by(everything, coder)
        decided = _decided(state, coder)
        fresh = [(draft, row) for draft, row in pairs if draft is None or draft.id not in decided]
        rows = as_accepted(state, coder, [row for _, row in fresh])
        if broken := [problem for row in rows for problem in problems(state, row)]:
            raise DataError(broken)
        drafts = [draft for draft, _ in fresh]
        lines = [_accepted(coder, press, *pair) for pair in zip(drafts, rows, strict=True)]
        files = [f"{CODING}/{coder}.csv", *([REPORTS] if state.alone(coder) else [])]
        added = (reports_changed(name, add=tuple(rows)) for name in files)
        return Plan(tuple(lines), (*_withdrawn(everything, coder, rows), *added))

    return write(folder, coder, press, plan)


def refuse(folder: Path, coder: str, press: "Press", *drafts: "Draft") -> tuple[Line, ...]:
    """Refuse drafts that are one question; those that are decided already stay as they are."""

    def plan(state: FolderState) -> Plan:
        decided = _decided(state, coder)
        lines = (
            line(
                Action.REFUSE,
                coder,
                press.at,
                draft.row,
                source_id=draft.row["source_id"],
                candidate=draft.id,
            )
            for draft in drafts
            if draft.id not in decided
        )
        return Plan(tuple(lines), _withdrawn(state, coder, [draft.row for draft in drafts]))

    return write(folder, coder, press, plan)


def finish(folder: Path, coder: str, press: "Press", source_id: str) -> tuple[Line, ...]:
    """Say that an article is done: for a coder without candidates nothing else can tell."""

    def plan(state: FolderState) -> Plan:
        if finished(state, coder, source_id):
            return Plan()
        done = line(Action.FINISH, coder, press.at, {}, source_id=source_id)
        return Plan((done,), _withdrawn(state, coder, [{"source_id": source_id}]))

    return write(folder, coder, press, plan)


def _decided(state: FolderState, coder: str) -> set[str]:
    """Return the drafts on which a coder's decision stands."""
    ids = {row["report_id"] for row in state.own(coder)}
    return {
        one.candidate
        for one in standing(state.log)
        if one.coder == coder and (one.action == Action.REFUSE or one.report_id in ids)
    }


def _accepted(coder: str, press: "Press", draft: "Draft | None", row: "Row") -> Line:
    proposed = draft.row if draft else {}
    changed = [name for name in REPORT_COLUMNS if name not in IDS and row[name] != proposed.get(name, "")]
    return line(
        Action.ACCEPT,
        coder,
        press.at,
        row,
        source_id=row["source_id"],
        candidate=draft.id if draft else "",
        report_id=row["report_id"],
        changed=" ".join(changed) if draft else "",
    )


def _withdrawn(state: FolderState, coder: str, rows: Iterable["Row"]) -> tuple[Change, ...]:
    """Return what takes rows of others out of the settled ones: a second coder has begun their article."""
    articles = {row["source_id"] for row in rows}
    ids = unsettled(state, coder, *articles) if articles else ()
    return (reports_changed(REPORTS, remove=ids),) if ids else ()


def reports_changed(file: str, *, add: tuple["Row", ...] = (), remove: tuple[str, ...] = ()) -> Change:
    """Return the change of a table of reports: rows it gains, and those it loses by their ids."""
    return Change(file, REPORT_COLUMNS, "report_id", add=add, remove=remove)
