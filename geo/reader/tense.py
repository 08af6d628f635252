"""Whether a claim is about the day itself: codebook §2, 6 and §5, 5."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.reader.found import FoundCue

ENDS: Final = frozenset({"captured", "left", "repelled"})
"""Claims of what is over once it is told."""

PERFECT: Final = re.compile(r"\b(?:has|have|had|having)\b|[’']ve\b", re.IGNORECASE)


def is_present(masked: str, cue: "FoundCue", *, told: bool) -> bool:
    """Return whether the cue speaks of the day itself; a perfect or a past does not.

    `told`: in told words a past may be a present moved back, "said that it was under their control".
    """
    verb = masked[cue.start : cue.end]
    before = re.split(
        r"[;:“”\"]|,|\bthat\b|\bwhich\b|\bwhere\b|\bwho\b|\bafter\b",
        masked[max(0, cue.start - 50) : cue.start],
    )[-1]
    if cue.form == "noun":
        return _goes_on(masked, cue, before, told=told)
    if PERFECT.search(before) or re.match(r"(?i)(?:has|have|had)\b(?! (?:\w+ )?control)", verb):
        return False
    if re.search(r"(?i)\b(?:is|are|am|remains?|continues?|now|currently|still|[’']re)\b", before + verb):
        return not cue.passive or cue.claim in {"holds", "present"}
    if re.search(r"(?i)\b(?:was|were)\b", before + " " + verb):
        return told and (cue.form == "state" or verb.lower().endswith("ing") or "present" in verb)
    return _lasts(cue, verb)


def _lasts(cue: "FoundCue", verb: str) -> bool:
    """Return whether a verb without a helping verb is a present, or lasts."""
    if cue.form in {"demand", "stands", "state"}:
        return True
    if cue.claim == "holds":
        return cue.passive or bool(re.match(r"(?i)(?:controls?|holds?|rules?|has|have|in|holding)\b", verb))
    going = verb.lower().endswith("ing") and cue.claim not in ENDS
    return going or bool(re.match(r"(?i)(?:hosts?|advances|enters|reaches)\b", verb))


def _goes_on(masked: str, cue: "FoundCue", before: str, *, told: bool) -> bool:
    """Return whether a noun's verb is a present: "fighting is under way", "there are clashes"."""
    after = re.split(r"[;“”\"]|,|\bthat\b|\bwhich\b|\bafter\b", masked[cue.end :])[0]
    if PERFECT.search(before) or re.search(r"(?i)\b(?:has|have|had)\b", after):
        return False
    if re.search(
        r"(?i)\b(?:is|are|continues?|rages?|goes on|go on|ongoing)\b",
        before + masked[cue.start : cue.end] + after,
    ):
        return True
    if re.search(r"(?i)\bamid\s+(?:\w+\s+)?$", before):
        return True
    moved = re.search(
        r"(?i)\b(?:was|were)\s+(?:still |now )?"
        r"(?:going on|under way|underway|ongoing|continuing|raging|taking place)",
        after,
    )
    there = re.search(r"(?i)\bthere (?:was|were)\s+(?:no\s+)?$", before)
    return bool(moved or (there and told) or re.search(r"(?i)\b(?:busy|are|continue to be|now)\b", before))
