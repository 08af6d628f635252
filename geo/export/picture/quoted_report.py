"""The report of a view, as a picture shows it."""

from typing import TYPE_CHECKING, NamedTuple

from geo.sentences import Account, Statement

if TYPE_CHECKING:
    from geo.panel import Card
    from geo.reading import Conflict
    from geo.view import View


class Told(NamedTuple):
    """A report as it is drawn: of which view, and its card as the page composes it."""

    conflict: "Conflict"
    view: "View"
    statement: Statement
    card: "Card"

    @property
    def rtl(self) -> bool:
        """Whether the view's language runs from right to left."""
        return self.view.words.direction == "rtl"

    def say(self, key: str) -> str:
        """Return words of the program; those of a table's cell where nobody said anything."""
        return self.view.words.say(f"{key}_table" if self.statement.of_table else key)


def told_report(conflict: "Conflict", view: "View") -> Statement:
    """Return the report of a view.

    Raises
    ------
    ValueError
        If the view names none, or none that its narrator tells up to its day, as known.
    """
    if view.report is None:
        raise ValueError("a quote card shows one report: name it with --report")
    rows = conflict.reports.loc[conflict.reports["report_id"] == view.report, "area_id"]
    if rows.empty:
        raise ValueError(f"report {view.report!r} is none of this conflict's")
    said = Account(conflict, view.narrator, view.known).said(str(rows.iloc[0]), view.day)
    for one in said:
        if one.report_id == view.report:
            return one
    known = f", as known on {view.known}" if view.known else ""
    raise ValueError(f"report {view.report!r} is not told by {view.narrator!r} up to {view.day}{known}")
