"""Control -> what the map shows of it: colour, hatch, marks, words; nothing here adds to the rule."""

from geo.looks.look import PALER, Look, Looks, looks, mixed, unreported
from geo.looks.shown import (
    BLANK,
    CONTRADICTED,
    DENIED,
    MARKS,
    SEEN,
    SHOWN,
    State,
    mark_key,
    pale,
    seen_changes,
    shown_marks,
    strength,
    told_changes,
    told_status,
)

__all__ = [
    "BLANK",
    "CONTRADICTED",
    "DENIED",
    "MARKS",
    "PALER",
    "SEEN",
    "SHOWN",
    "Look",
    "Looks",
    "State",
    "looks",
    "mark_key",
    "mixed",
    "pale",
    "seen_changes",
    "shown_marks",
    "strength",
    "told_changes",
    "told_status",
    "unreported",
]
