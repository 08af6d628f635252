"""Words that somebody tells: where they stand, and where the name and the verb of saying."""

import re
from typing import Final, NamedTuple

SAYS, DENIES, ASKS = "says", "denies", "asks"

TURN: Final = re.compile(
    r",?\s+(?:but|while|whereas|although|though|yet)\s+"
    r"(?!(?:was|were|is|are|had|has|have|that|not|did|could|also|who|which|forced|then)\b)|;"
    r"|,\s+(?:as|amid|after)\s+(?:heavy |fierce |the )?(?:fighting|clashes|battles|conflict)\b"
    r"|,?\s+(?:even )?(?:as|though) the\b(?=[^,]*\bcontinue)",
    re.IGNORECASE,
)
"""What ends words that are told without quotation marks: a new speaker or the teller goes on."""

ENOUGH: Final = 12
"""Characters before a speaker's name that can be a statement."""
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


def end_of_told(masked: str, start: int) -> int:
    """Return where words told end: at the closing quotation mark, or where the teller goes on."""
    opened = re.match(r"\s*(?:that)?\s*[,:]?\s*([“\"«])", masked[start:])
    if opened:
        close = re.search(r"[”\"»]", masked[start + opened.end() :])
        return start + opened.end() + close.end() if close else len(masked)
    turn = TURN.search(masked, start)
    return turn.start() if turn else len(masked)
