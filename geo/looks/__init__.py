"""Control -> what the map shows of it: colour, hatch, marks, words; nothing here adds to the rule."""

from geo.looks.look import PALER, Look, Looks, looks, mixed, unreported
from geo.looks.shown import (
    BLANK,
    CONTRADICTED,
    DENIED,
    MARKS,
    OWN,
    SEEN,
    SHOWN,
    State,
    mark_key,
    seen_changes,
    shown_marks,
    strength,
    texture,
    told_changes,
    told_status,
)

__all__ = [
    "BLANK",
    "CONTRADICTED",
    "DENIED",
    "MARKS",
    "OWN",
    "PALER",
    "SEEN",
    "SHOWN",
    "Look",
    "Looks",
    "State",
    "looks",
    "mark_key",
    "mixed",
    "seen_changes",
    "shown_marks",
    "strength",
    "texture",
    "told_changes",
    "told_status",
    "unreported",
]
