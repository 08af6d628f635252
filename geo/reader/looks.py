"""Which sentences a person should look at, though no rule makes a row of them."""

from typing import TYPE_CHECKING, Final

from geo.reader.candidates import LOOK, Candidate
from geo.reader.clusters import clusters
from geo.reader.frame import DENIES
from geo.reader.reasons import Reason
from geo.reader.rows import placed
from geo.reader.verbs import unreal

if TYPE_CHECKING:
    from geo.reader.passage import Passage

ENOUGH: Final = 2
"""Signs of the war that a sentence needs where its place stands in a sentence before it."""


def worth_a_look(passage: "Passage") -> bool:
    """Return whether a sentence names a place, or goes on about one, and speaks of the war.

    In a language that gives no rows a claim suffices: its places are seldom written as the folder has them.
    """
    claims = _claims(passage)
    if not passage.cues.rows:
        return claims
    told = _signs(passage, claims=claims)
    if passage.named.of_kind("place"):
        return any(told)
    if clusters(passage.ground):
        return any(told[1:])
    masked, cues = passage.named.masked, passage.cues
    if cues["look.losses"].search(masked):
        return False
    if not passage.memory.places:
        return all(told[:3])
    who, _, _, denied = told
    return (who or denied) and sum(told) >= ENOUGH and not cues["grammar.elsewhere_fought"].search(masked)


def look(passage: "Passage") -> Candidate:
    """Return the sentence as one to look at."""
    return placed(passage, 0, len(passage.named.text), tier=LOOK, reasons={"tier": Reason("look")})


def _claims(passage: "Passage") -> bool:
    return any(not unreal(passage.named.masked, cue, passage.cues) for cue in passage.found)


def _signs(passage: "Passage", *, claims: bool) -> tuple[bool, bool, bool, bool]:
    """Return the signs of the war: who fights it, a claim, its words, a denial."""
    words = any(passage.cues[key].search(passage.named.masked) for key in ("look.war", "look.where"))
    who = bool(passage.named.of_kind("actor", "person"))
    return who, claims, words, any(one.kind == DENIES for one in passage.frames)
