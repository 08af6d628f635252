"""A table's cell in words: what the table has, and where; never in quotation marks, for nobody said it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.sentences.statements import Statement
    from geo.words import Words

LONGEST_VALUE: Final = 60
"""Characters of a value that its row's number may follow; a longer one is a text, and stands last."""


def written(statement: "Statement") -> str:
    """Return column and value of a statement's cell: ``control = 1``."""
    return _column_and_value(statement.cell)


def cell_in_words(statement: "Statement", words: "Words") -> str:
    """Return the cell with its row: ``in the table: control = 1, row 4,211``.

    Of equal cells it is the first, with its day: what it says is true on every day of the interval.
    """
    long = len(statement.cell.partition("=")[2]) > LONGEST_VALUE
    if not statement.cell_row:
        return words.say("panel.cell", cell=written(statement))
    row = words.grouped(int(statement.cell_row))
    if _several(statement) and statement.date_from and not long:
        day = words.short_day(statement.date_from, year=spans_years(statement))
        return words.say("panel.cell_first", cell=written(statement), row=row, day=day)
    return words.say("panel.cell_text" if long else "panel.cell_in_row", cell=written(statement), row=row)


def repeated(statement: "Statement", words: "Words") -> str:
    """Return on how many days a table says the same, up to which; "" = on one, or it is no position."""
    if not _several(statement) or statement.date_to is None:
        return ""
    day = words.short_day(statement.date_to, year=spans_years(statement))
    if not statement.last_row or statement.last_row == statement.cell_row:
        return words.say("panel.cell_days", count=statement.cell_days, day=day)
    row = words.grouped(int(statement.last_row))
    return words.say("panel.cell_days_to_row", count=statement.cell_days, row=row, day=day)


def end_in_words(statement: "Statement", words: "Words") -> str:
    """Return the cell of nobody that ends an interval, with its row: ``control = 2, row 1,043``."""
    cell = _column_and_value(statement.end_cell)
    if not statement.end_row:
        return cell
    return words.say("explain.end_in_row", cell=cell, row=words.grouped(int(statement.end_row)))


def spans_years(statement: "Statement") -> bool:
    """Return whether the days on which a table says so lie in more than one year."""
    first, last = statement.date_from, statement.date_to
    return first is not None and last is not None and first.year != last.year


def _several(statement: "Statement") -> bool:
    return statement.cell_days > 1


def _column_and_value(cell: str) -> str:
    column, _, value = cell.partition("=")
    return f"{column} = {value}" if len(value) <= LONGEST_VALUE else value
