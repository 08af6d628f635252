"""Several coders of one article: who they are, who has finished, and what each may see of the others."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geo.desk import log
from geo.desk.drafts import ACCEPTED, Draft, proposed
from geo.desk.folder import CODING, FolderState, state_of
from geo.desk.log import CODES, Action, standing
from geo.desk.press import UNASSISTED
from geo.desk.rows import with_rows, without_rows
from geo.reading import REPORT_COLUMNS, REPORTS

if TYPE_CHECKING:
    from geo.desk.log import Line
    from geo.desk.rows import Row

SEVERAL: Final = 2


def coders_of(state: FolderState, source_id: str) -> tuple[str, ...]:
    """Return everybody who has a row of an article, or a decision on it that stands, sorted."""
    with_rows = (name for name in state.coded if rows_of(state, name, source_id))
    return tuple(sorted({*with_rows, *(one.coder for one in _coding(state, source_id))}))


def finished(state: FolderState, coder: str, source_id: str) -> bool:
    """Return whether a coder has said so of an article, or has decided on all that was proposed."""
    own = [one for one in _coding(state, source_id) if one.coder == coder]
    if any(one.action == Action.FINISH for one in own):
        return True
    if UNASSISTED in helped(state, coder, source_id) or source_id not in state.articles:
        return False
    return all(draft.decision for draft in proposed(state, source_id, coder))


def may_compare(state: FolderState, coder: str, source_id: str) -> bool:
    """Return whether a coder may see the codings of an article side by side.

    Its coders may once all of them have finished; somebody who does not code it may as soon as two do.
    """
    coders = coders_of(state, source_id)
    if coder not in coders:
        return len(coders) >= SEVERAL
    return all(finished(state, one, source_id) for one in coders)


def helped(state: FolderState, coder: str, source_id: str) -> tuple[str, ...]:
    """Return how a coder worked on an article: `ASSISTED`, `UNASSISTED`, both, or () = nothing is known."""
    found = {one.mode for one in _coding(state, source_id) if one.coder == coder and one.mode}
    return tuple(sorted(found))


def unsettled(state: FolderState, coder: str, *source_ids: str) -> tuple[str, ...]:
    """Return the rows of `control_reports.csv`, by id, that only other coders stand for so far.

    They accepted them while they were alone; nobody has settled them since.

    Parameters
    ----------
    source_ids
        The articles; () = all.
    """
    settled = {one.report_id for one in standing(state.log) if one.action == Action.SETTLE}
    others = {
        row["report_id"]
        for name, rows in state.coded.items()
        if name != coder
        for row in rows
        if not source_ids or row["source_id"] in source_ids
    }
    return tuple(row["report_id"] for row in state.settled if row["report_id"] in others - settled)


@lru_cache(maxsize=8)
def seen_by(state: FolderState, coder: str) -> FolderState:
    """Return a folder as a coder may see it at work: without the rows of the others until they are settled.

    The others' files are there and empty, so that it still shows that the coder is not alone.
    """
    hidden = {f"{CODING}/{name}.csv" for name, rows in state.coded.items() if name != coder and rows}
    header = (",".join(REPORT_COLUMNS) + "\n").encode()
    files = {**state.files, **dict.fromkeys(hidden, header)}
    if ids := unsettled(state, coder):
        files[REPORTS] = without_rows(REPORTS, files[REPORTS], "report_id", ids, REPORT_COLUMNS)
    lines = [one if one.coder == coder else _emptied(one) for one in state.log]
    if not hidden and lines == [*state.log]:
        return state
    files[log.FILE] = with_rows(log.FILE, b"", [one._asdict() for one in lines], log.COLUMNS)
    return state_of(state.folder, files)


def drafts_shown(state: FolderState, source_id: str, coder: str, *, unassisted: bool) -> list[Draft]:
    """Return what is put to a coder: all drafts, or without help only the rows that the coder has made."""
    drafts = proposed(seen_by(state, coder), source_id, coder)
    if not unassisted:
        return drafts
    return [replace(one, reasons={}, question="") for one in drafts if one.decision == ACCEPTED]


def texts_of(state: FolderState) -> Mapping[str, str]:
    """Return the text of each article that is in the folder."""
    return {source_id: state.text(source_id) for source_id in state.articles}


def rows_of(state: FolderState, coder: str, source_id: str) -> tuple["Row", ...]:
    """Return a coder's rows of an article, as `coding/` has them."""
    return tuple(row for row in state.coded.get(coder, ()) if row["source_id"] == source_id)


def _coding(state: FolderState, source_id: str) -> list["Line"]:
    return [one for one in standing(state.log) if one.action in CODES and one.source_id == source_id]


def _emptied(line: "Line") -> "Line":
    """Return another coder's line of the log with nothing in it but that there was one."""
    return line._replace(candidate="", report_id="", changed="", row="")
