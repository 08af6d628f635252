"""Whether a claim is about the day itself: codebook §2, 6 and §5, 5."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.verbs import FoundCue

ENDS: Final = frozenset({"captured", "left", "repelled"})
"""Claims of what is over once it is told."""


def is_present(masked: str, cue: "FoundCue", cues: "Cues", *, told: bool) -> bool:
    """Return whether the cue speaks of the day itself; a perfect or a past does not.

    `told`: in told words a past may be a present moved back, "said that it was under their control".
    """
    verb = masked[cue.start : cue.end]
    before = cues["grammar.clause_of_tense"].split(masked[max(0, cue.start - 50) : cue.start])[-1]
    if cue.form == "noun":
        return _goes_on(masked, cue, before, cues, told=told)
    if cues["grammar.perfect"].search(before) or cues["grammar.perfect_verb"].match(verb):
        return False
    if cues["grammar.now"].search(before + verb):
        return not cue.passive or cue.claim in {"holds", "present"}
    if cues["grammar.was"].search(before + " " + verb):
        holds = cue.claim == "holds"
        return told and (
            cue.form in {"state", "attribute", "stands"} or holds or _was_going_on(cue, verb, cues)
        )
    if told and cue.claim == "holds" and cues["grammar.held_then"].match(verb):
        return True
    return _lasts(cue, verb, cues)


def _was_going_on(cue: "FoundCue", verb: str, cues: "Cues") -> bool:
    """Return whether a past is one of something that goes on: "was shelling", not "was pulling out"."""
    return bool(cues["grammar.going_on_was"].search(verb)) and cue.claim not in ENDS


def _lasts(cue: "FoundCue", verb: str, cues: "Cues") -> bool:
    """Return whether a verb without a helping verb is a present, or lasts."""
    if cue.form in {"demand", "stands", "state", "attribute"} and cue.claim not in ENDS:
        return True
    if cue.claim == "holds":
        return cue.passive or bool(cues["grammar.lasts_holding"].match(verb))
    going = cues["grammar.going"].search(verb) and cue.claim not in ENDS
    return bool(going or cues["grammar.lasts_other"].match(verb))


def _goes_on(masked: str, cue: "FoundCue", before: str, cues: "Cues", *, told: bool) -> bool:
    """Return whether a noun's verb is a present: "fighting is under way", "there are clashes"."""
    after = cues["grammar.clause_of_noun"].split(masked[cue.end :])[0]
    if cues["grammar.perfect"].search(before) or cues["grammar.had_after"].search(after):
        return False
    if cues["grammar.noun_goes_on"].search(before + masked[cue.start : cue.end] + after):
        return True
    if cues["grammar.amid"].search(before) or cues["grammar.noun_went_on"].search(after):
        return True
    return bool((told and cues["grammar.there_was"].search(before)) or cues["grammar.busy"].search(before))
