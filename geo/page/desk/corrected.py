"""A draft's row as the person has it so far, and what of it could be learned."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.desk import ACCEPTED, completed, knowledge
from geo.page.desk import days
from geo.reader import phrase
from geo.reading import NameKind, Scope

if TYPE_CHECKING:
    from geo.desk import Draft, FolderState
    from geo.page.desk.session import Desk

DAYS: Final = "days"
"""The field in which both days are typed."""

STATEMENT: Final = frozenset({"area_id", "claim", "polarity", "party", "claimant", "sentence"})
SPEAKER: Final = frozenset({"claimant", "claimant_side"})
"""Fields that the ids of a row were made for."""

BASIS: Final = "as the coder reads it"
"""Of days that a person has set; English, as the rest of the row's data."""


class Lesson(NamedTuple):
    """A spelling that the folder could learn, and whose it is."""

    spelling: str
    kind: NameKind
    refers_to: str


def row_of(desk: "Desk", state: "FolderState", draft: "Draft") -> Mapping[str, str]:
    """Return the whole row of a draft, with what the person changed of it."""
    changed = desk.changed.get(draft.id, {})
    if draft.decision == ACCEPTED or not changed:
        return draft.row
    given = {**draft.row, **_fields(state, draft, changed)}
    differing = {name for name, cell in given.items() if cell != draft.row[name]}
    if differing & STATEMENT:
        given |= {"report_id": "", "statement_id": ""}
    if differing & SPEAKER:
        given |= {name: "" for name in ("voice_id", "origin_id") if name not in changed}
    return completed(state, desk.coder, draft.row["source_id"], given)


def _fields(state: "FolderState", draft: "Draft", changed: Mapping[str, str]) -> dict[str, str]:
    """Return the columns that follow from what was changed: days typed in one field, a scope that fits."""
    found = {name: cell for name, cell in changed.items() if name != DAYS}
    if DAYS in changed:
        found |= {"date_from": "", "date_to": changed[DAYS], "date_basis": BASIS}
        with suppress(ValueError):
            first, last = days.read(changed[DAYS], state.day(draft.row["source_id"]))
            found |= {"date_from": first, "date_to": last}
    if "area_id" in changed and "scope" not in changed:
        found["scope"] = fitting_scope(state, changed["area_id"], draft.row["scope"])
    if "claimant" in changed and "claimant_side" not in changed:
        found["claimant_side"] = _side_of(state, changed["claimant"]) or draft.row["claimant_side"]
    return found


def _side_of(state: "FolderState", speaker: str) -> str:
    """Return the side for which a person or an actor of the folder speaks; "" = nobody knows."""
    known, name = knowledge(state.files), phrase(speaker)
    return known.people.get(name) or known.sides.get(known.actors.get(name, ""), "")


def fitting_scope(state: "FolderState", area_id: str, scope: str) -> str:
    """Return the scope that a statement about a place has, where its old one cannot be meant."""
    group = area_id in state.conflict.groups
    if group:
        return scope if scope in {Scope.ALL_OF, Scope.PART_OF} else str(Scope.PART_OF)
    return scope if scope and scope not in {Scope.ALL_OF, Scope.PART_OF} else str(Scope.NAMED)


def lesson(desk: "Desk", state: "FolderState", draft: "Draft") -> Lesson | None:
    """Return what a correction could teach the folder; None = nothing that it does not know."""
    if draft.decision:
        return None
    row, changed, known = row_of(desk, state, draft), desk.changed.get(draft.id, {}), knowledge(state.files)
    place, speaker, side = row["place_as_written"], row["claimant"], row["claimant_side"]
    if "area_id" in changed and place and phrase(place) not in known.places:
        return _unless_learned(desk, Lesson(place, NameKind.AREA, row["area_id"]))
    new = speaker and phrase(speaker) not in known.people and side in state.conflict.sides
    if changed.keys() & SPEAKER and new:
        return _unless_learned(desk, Lesson(speaker, NameKind.PERSON, side))
    return None


def _unless_learned(desk: "Desk", found: Lesson) -> Lesson | None:
    return None if found.spelling in desk.learned else found
