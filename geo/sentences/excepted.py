"""What a wide statement is about, and what one about everything except some areas leaves out."""

from typing import TYPE_CHECKING, NamedTuple

from geo.reading import Conflict, Scope
from geo.sentences.statements import rows_of

if TYPE_CHECKING:
    from geo.sentences.statements import Statement


class Exceptions(NamedTuple):
    """The group that a statement is about, and its areas that the statement leaves out, in its order."""

    whole: str
    others: tuple[str, ...]


def exceptions(conflict: Conflict, statement: "Statement") -> Exceptions | None:
    """Return what a statement of scope `all_but` excepts; None: another scope, or the rows do not tell.

    Its rows share `statement_id` and name every area that it reaches; the smallest group that holds
    them all is the whole.
    """
    if statement.scope != Scope.ALL_BUT:
        return None
    rows = rows_of(conflict, statement)
    reached = {statement.area_id, *(row.area_id for row in rows if row.scope == Scope.ALL_BUT)}
    wholes = [group for group in conflict.groups.values() if reached < set(group.areas)]
    if not wholes:
        return None
    whole = min(wholes, key=lambda group: len(group.areas))
    return Exceptions(whole.id, tuple(area for area in whole.areas if area not in reached))


def spoken_of(conflict: Conflict, statement: "Statement") -> str:
    """Return the area or group that a wide statement's words are about, by its id.

    Of `all_of` the group of its row; of `only_outside` the place that another row of the statement
    names, for the row's own area is the one that it leaves out. "" for other scopes, or if no row tells.
    """
    if statement.scope == Scope.ALL_OF:
        return statement.area_id
    if statement.scope != Scope.ONLY_OUTSIDE:
        return ""
    rows = rows_of(conflict, statement)
    return next((row.area_id for row in rows if row.scope != Scope.ONLY_OUTSIDE), "")
