"""Words that somebody tells: where they stand, and where the name and the verb of saying."""

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from geo.reader.cues import Cues

SAYS, DENIES, ASKS = "says", "denies", "asks"

ENOUGH: Final = 12
"""Characters before a speaker's name that can be a statement."""


class Frame(NamedTuple):
    """Words told by somebody.

    Attributes
    ----------
    start, end
        Characters of the sentence that hold the words told.
    speaker
        Characters that name the speaker; empty = to be taken from the frame or the sentence before.
    verb
        Characters of the verb of saying.
    kind
        `SAYS`, `DENIES`, or `ASKS`: a demand, which counts for what it presupposes.
    inverted
        Whether the words told come before the speaker.
    """

    start: int
    end: int
    speaker: tuple[int, int]
    verb: tuple[int, int]
    kind: str
    inverted: bool


def end_of_told(masked: str, start: int, cues: "Cues") -> int:
    """Return where words told end: at the closing quotation mark, or where the teller goes on."""
    if opened := cues["grammar.opens_quote"].match(masked, start):
        close = re.compile(r"[”\"»]").search(masked, opened.end())
        return close.end() if close else len(masked)
    turn = cues["grammar.turn"].search(masked, start)
    return turn.start() if turn else len(masked)
