"""Two codings of an article made one: what both agree on, and what a third person settles."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.desk.checked import problems
from geo.desk.coders import coders_of, may_compare, rows_of, texts_of
from geo.desk.coefficients import VARIABLES
from geo.desk.completion import with_free_ids
from geo.desk.door import Change, Plan, write
from geo.desk.log import Action, Line, line, standing
from geo.desk.matching import matched, spans_of
from geo.desk.rows import one_line
from geo.reading import REPORT_COLUMNS, REPORTS, DataError, rule

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.press import Press
    from geo.desk.rows import Row

COMPARED: Final = (*VARIABLES, "hedge")
"""Fields in which two rows of one statement may differ; the words quoted may be cut otherwise."""


class Case(NamedTuple):
    """What two coders made of one statement.

    Attributes
    ----------
    coders, rows
        One or two: a statement may be found by one coder only.
    between
        The coders who were compared.
    differs
        Fields of `COMPARED` in which the two rows differ.
    """

    coders: tuple[str, ...]
    rows: tuple["Row", ...]
    between: tuple[str, ...]
    differs: tuple[str, ...] = ()

    @property
    def source_id(self) -> str:
        """The article."""
        return self.rows[0]["source_id"]

    @property
    def key(self) -> str:
        """What the log calls it: `Line.candidate`."""
        both = zip(self.coders, self.rows, strict=True)
        return " ".join(f"{coder}:{row['report_id']}" for coder, row in both)

    @property
    def agreed(self) -> bool:
        """Return whether both coders found it and coded it alike."""
        return len(self.rows) > 1 and not self.differs


class Choice(NamedTuple):
    """What a person decides on a case: the row that stands, None = none does; `note` is added to its own."""

    case: Case
    row: "Row | None"
    note: str = ""


def cases(state: "FolderState", source_id: str, coders: Sequence[str]) -> list[Case]:
    """Return what one or two coders found in an article and nobody has settled yet, in its order."""
    text = texts_of(state).get(source_id, "")
    settled = {one.candidate for one in standing(state.log) if one.action == Action.SETTLE}
    found = [one for one in _cases(state, source_id, coders, text) if one.key not in settled]
    return sorted(found, key=lambda one: min(spans_of(one.rows[0], text), default=(len(text), 0)))


def _cases(state: "FolderState", source_id: str, coders: Sequence[str], text: str) -> list[Case]:
    codings = [rows_of(state, coder, source_id) for coder in coders]
    if len(codings) == 1:
        there = {row["report_id"] for row in state.settled}
        one = (coders[0],)
        return [Case(one, (row,), one) for row in codings[0] if row["report_id"] not in there]
    rows = matched(codings[0], codings[1], {source_id: text})
    both = first, second = coders[0], coders[1]
    return [
        *(Case(both, tuple(pair), both, differing(*pair)) for pair in rows.pairs),
        *(Case((first,), (row,), both) for row in rows.only_first),
        *(Case((second,), (row,), both) for row in rows.only_second),
    ]


def differing(first: "Row", second: "Row") -> tuple[str, ...]:
    """Return the fields of `COMPARED` in which two rows of one statement differ."""
    return tuple(name for name in COMPARED if first[name] != second[name])


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
