"""Words that fit what a conflict rests on: where nothing is quoted, nothing is said of quotes or articles."""

from geo.reading import Conflict, Evidence


def only_tables(conflict: Conflict) -> bool:
    """Return whether every report rests on a table's cell, so that nobody is quoted."""
    return conflict.evidence == {Evidence.TABLE}


def fitting(conflict: Conflict, key: str) -> str:
    """Return the key of the words to say: ``{key}_table`` where only tables speak, else the key itself."""
    return f"{key}_table" if only_tables(conflict) else key
