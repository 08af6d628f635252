"""What a wide statement is about, and what one about everything except some areas leaves out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from geo.reading import Conflict, Scope

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
    reached = _reached(conflict).get(statement.statement_id, frozenset({statement.area_id}))
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
    rows = conflict.reports
    same = rows["statement_id"].eq(statement.statement_id) & rows["scope"].ne(Scope.ONLY_OUTSIDE)
    return next(map(str, rows["area_id"][same]), "")


def _reached(conflict: Conflict) -> Mapping[str, frozenset[str]]:
    """Return the areas that each statement of scope `all_but` reaches, read once per conflict."""
    if conflict not in _REACHED:
        rows = conflict.reports[conflict.reports["scope"] == Scope.ALL_BUT]
        areas = rows.groupby("statement_id", observed=True)["area_id"].agg(frozenset)
        _REACHED[conflict] = {str(statement): found for statement, found in areas.items()}
    return _REACHED[conflict]


_REACHED: Final[WeakKeyDictionary[Conflict, Mapping[str, frozenset[str]]]] = WeakKeyDictionary()
