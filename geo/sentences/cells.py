"""A table's cell in words: what the table has, and where; never in quotation marks, for nobody said it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.sentences.statements import Statement
    from geo.words import Words

LONGEST_VALUE: Final = 60
"""Characters of a value that its row's number may follow; a longer one is a text, and stands last."""


def written(statement: "Statement") -> str:
    """Return column and value of a statement's cell: ``control = 1``."""
    column, _, value = statement.cell.partition("=")
    return f"{column} = {value}" if len(value) <= LONGEST_VALUE else value


def cell_in_words(statement: "Statement", words: "Words") -> str:
    """Return the cell with its row: ``in the table: control = 1, row 4,211``."""
    long = len(statement.cell.partition("=")[2]) > LONGEST_VALUE
    if not statement.cell_row:
        return words.say("panel.cell", cell=written(statement))
    row = words.grouped(int(statement.cell_row))
    return words.say("panel.cell_text" if long else "panel.cell_in_row", cell=written(statement), row=row)


def repeated(statement: "Statement", words: "Words") -> str:
    """Return on how many days a table says the same, "" = on one, or this is no position of a table."""
    if statement.cell_days < 2 or statement.date_from is None or statement.date_to is None:  # noqa: PLR2004
        return ""
    days = words.days(statement.date_from, statement.date_to)
    return words.say("panel.cell_days", count=statement.cell_days, days=days)
