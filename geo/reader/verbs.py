"""How the verb of a cue stands: passive, planned, tried, denied, of another time."""

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from geo.reader.cues import Cues


DEMAND_REACH: Final = 140
"""Characters back in which a condition or a demand governs a verb."""


class FoundCue(NamedTuple):
    """A cue in a sentence.

    Attributes
    ----------
    start, end
        Characters of the cue.
    passive
        Whether who does it comes after the verb, if at all.
    """

    start: int
    end: int
    claim: str
    form: str
    passive: bool


def is_passive(masked: str, start: int, end: int, cues: "Cues") -> bool:
    """Return whether a cue stands in the passive: "was taken"."""
    if cues["grammar.active_form"].search(masked[start:end].split(" ", maxsplit=1)[0]):
        return False
    return bool(cues["grammar.passive"].search(masked[:start]) or cues["grammar.by"].match(masked, end))


def demanded(masked: str, start: int, cues: "Cues") -> bool:
    """Return whether a condition or a demand governs what begins here."""
    before = masked[max(0, start - DEMAND_REACH) : start]
    if cues["grammar.imperative"].search(masked[:start]) and cues["grammar.base_form"].match(masked, start):
        return True
    return bool(re.search(cues.words("moods.demand"), before, re.IGNORECASE))


def unreal(masked: str, cue: FoundCue, cues: "Cues") -> bool:
    """Return whether the verb is only planned, possible or hoped for."""
    if cues["grammar.unsure"].search(masked[: cue.start]):
        return True
    if (cue.claim, cue.form) == ("fighting", "noun") and cues["grammar.is_over"].match(masked, cue.end):
        return True
    if "noun" in cue.form and cues["grammar.would_after"].match(masked, cue.end, cue.end + 60):
        return True
    clause = cues["grammar.clause_of_mood"].split(masked[max(0, cue.start - 110) : cue.start])[-1]
    first = masked[cue.start : cue.end].partition(" ")[0]
    return bool(re.search(cues.words("moods.never"), clause + first, re.IGNORECASE))


def tried(masked: str, cue: FoundCue, cues: "Cues") -> bool:
    """Return whether it was only tried: an attempt to capture is an attack."""
    return bool(re.search(cues.words("moods.tries"), masked[: cue.start], re.IGNORECASE))


def negated(masked: str, cue: FoundCue, cues: "Cues") -> bool:
    """Return whether the clause of the cue says that it is not so."""
    clause = cues["grammar.clause_of_negation"].split(masked[max(0, cue.start - 45) : cue.start])[-1]
    if cue.form in {"state", "verb_in"}:
        clause += masked[cue.start : cue.end]
    return bool(re.search(cues.words("moods.negation"), clause, re.IGNORECASE))


def is_past(text: str, cues: "Cues", year: int) -> bool:
    """Return whether the sentence tells of another time: an earlier war, another century."""
    text = cues["grammar.since_year"].sub("", text)
    years = [int(found) for found in re.findall(r"\b(?:19|20)\d\d\b", text)]
    if cues["grammar.told_as_now"].search(text):
        years = []
    if years and all(abs(one - year) > 0 for one in years):
        return True
    return bool(re.search(cues.words("moods.past"), text, re.IGNORECASE))
