"""Sentences for a map's `limits`: what an import could not put on it, so that every reader of it knows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from geo.importers.ids import short
from geo.words import one_line

if TYPE_CHECKING:
    from geo.reading import Problem

REASONS: Final = {
    "not_on_map": "place not found",
    "no_province": "place not found",
    "other_province": "place not found",
    "homonym": "place with the name of several areas",
    "too_vague": "no place within the country",
    "elsewhere": "coordinates in another area than the one named",
    "no_event_day": "no day that can be read",
    "ends_before": "last day before the first",
    "twice": "twice in the table",
}
"""Rule -> why a row has no place on the map."""

ANY_OTHER: Final = "not complete"

MOST_VALUES: Final = 5
"""Values that a map leaves out, named one by one; the others are counted."""


def lost_limits(lost: Iterable["Problem"], total: int, unit: str = "rows") -> list[str]:
    """Return the sentence that says how many rows (or cells) of a table are lost, and why; [] = none is."""
    reasons = Counter(REASONS.get(str(getattr(one.rule, "key", "")), ANY_OTHER) for one in lost)
    count = sum(reasons.values())
    if not count:
        return []
    told = [f"{why} ({n:,})" if len(reasons) > 1 else why for why, n in reasons.most_common()]
    verb = "is" if count == 1 else "are"
    return [f"{count:,} of the table’s {total:,} {unit} {verb} not on this map: {', '.join(told)}."]


def white_limit(outlet: str, left_out: Sequence[str], *, lost: bool) -> str:
    """Return the sentence that says what a white area means.

    Parameters
    ----------
    left_out
        Values that are somebody, for all we know, whom the map does not show.
    lost
        Whether rows of the table are not on the map.
    """
    named = [short(one_line(value)) for value in left_out[:MOST_VALUES]]
    more = len(left_out) - len(named)
    named += [f"{more:,} more"] if more else []
    white = f"White means that the table of {outlet} names nobody there on that day"
    white += f", or somebody whom this map leaves out ({', '.join(named)})" if named else ""
    white += ", or that its row about the area is not on this map" if lost else ""
    return f"{white}; not that nobody holds it." if named or lost else f"{white}, not that nobody holds it."
