"""How a claim reaches a group: all of it, or somewhere in it. Codebook §2, 5: never promoted."""

from typing import TYPE_CHECKING, Final

from geo.reader.reasons import Reason

if TYPE_CHECKING:
    from geo.reader.clusters import Cluster
    from geo.reader.masked import Mention
    from geo.reader.stand_ins import Ground
    from geo.reader.verbs import FoundCue

WHOLE_CLAIMS: Final = frozenset({"captured", "holds", "left"})
"""Of a group without more words, these speak of all of it; the others of somewhere in it."""


def group_scope(cue: "FoundCue", one: "Mention", chosen: "Cluster", ground: "Ground") -> tuple[str, Reason]:
    """Return how a claim reaches a group, and the words that say so: codebook §2, 5 never promotes it."""
    if cue.form in {"demand", "stands"}:
        return "part_of", Reason("part")
    text, cues = ground.named.masked, ground.cues
    start = max(cue.start, chosen.start - 70) if cue.start < one.start else max(0, one.start - 45)
    words = text[start : one.end]
    if cue.passive and cue.start < one.start:
        words = cues["grammar.clause_of_scope"].split(text[: cue.start])[-1] + text[cue.start : one.end]
    if cue.start >= one.start:
        words = cues["grammar.clause_of_scope"].split(words)[-1] + " " + text[one.end : cue.end]
    part, whole = cues["grammar.part"].search(words), cues["grammar.whole"].search(words)
    limited = cues["grammar.limited"].match(text, one.end)
    if firm := limited or (part if part and cues["grammar.firm_part"].match(part[0]) else None):
        return "part_of", Reason("part_said", firm[0].strip())
    if whole and (cue.claim in WHOLE_CLAIMS or cues["grammar.firm_whole"].match(whole[0])):
        return "all_of", Reason("whole_said", whole[0])
    if part:
        return "part_of", Reason("part_said", part[0].strip())
    if cue.claim in WHOLE_CLAIMS and cue.form != "clear":
        return "all_of", Reason("whole")
    return "part_of", Reason("part")
