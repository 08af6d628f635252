"""How a claim reaches a group: all of it, or somewhere in it. Codebook §2, 5: never promoted."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.reader.clusters import Cluster, Ground
    from geo.reader.found import FoundCue
    from geo.reader.mentions import Mention

WHOLE_CLAIMS: Final = frozenset({"captured", "holds", "left"})
"""Of a group without more words, these speak of all of it; the others of somewhere in it."""


def group_scope(cue: "FoundCue", one: "Mention", chosen: "Cluster", ground: "Ground") -> tuple[str, str]:
    """Return how a claim reaches a group, and the words that say so: codebook §2, 5 never promotes it."""
    if cue.form in {"demand", "stands"}:
        return "part_of", "where in it is not said"
    text = ground.named.masked
    start = max(cue.start, chosen.start - 70) if cue.start < one.start else max(0, one.start - 45)
    words = text[start : one.end]
    if cue.start >= one.start:
        words = (
            re.split(r"[,;“”\"]|\b(?:said|that|but|while|says)\b", words)[-1] + " " + text[one.end : cue.end]
        )
    part = re.search(rf"\b(?:{ground.cues.words('nouns.part')})\b", words, re.IGNORECASE)
    whole = re.search(rf"\b(?:{ground.cues.words('nouns.whole')})\b", words, re.IGNORECASE)
    if part and re.match(r"(?i)almost|near|most|part", part[0]):
        return "part_of", f"“{part[0].strip()}”"
    if whole and (cue.claim in WHOLE_CLAIMS or re.match(r"(?i)all|entire|whole|every", whole[0])):
        return "all_of", f"“{whole[0]}”"
    if part:
        return "part_of", f"“{part[0].strip()}”"
    if cue.claim in WHOLE_CLAIMS and cue.form != "clear":
        return "all_of", "no part of it is named"
    return "part_of", "where in it is not said"
