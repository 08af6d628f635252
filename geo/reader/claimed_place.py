"""Which of a clause's clusters of places a claim is about."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.reader.clusters import Cluster
    from geo.reader.stand_ins import Ground
    from geo.reader.verbs import FoundCue


FARTHEST: Final = 160
"""Characters between a verb and its place."""

NEXT: Final = 12
"""Characters between "out of" and the place that somebody is driven out of."""


def claimed(cue: "FoundCue", listed: list["Cluster"], ground: "Ground") -> "Cluster | None":
    """Return the cluster that a cue is about."""
    inside = [one for one in listed if cue.start <= one.start and one.end <= cue.end]
    after = [one for one in listed if one.start >= cue.end - 1 and one.start - cue.end < FARTHEST]
    before = [one for one in listed if one.end <= cue.start + 1]
    if inside:
        return inside[0]
    if cue.claim == "captured" and cue.form == "noun":
        unknown = after and ground.cues["grammar.unknown_place"].match(
            ground.named.masked, cue.end, after[0].start
        )
        return after[0] if after and not unknown else None
    if after and _takes_goods(cue, after[0].start, ground):
        return _nearest(before, ground) if _stands_before(cue) else None
    unknown = ground.cues["grammar.unknown_before"].search(ground.named.masked[: cue.start])
    if cue.form == "fall" and unknown:
        return None
    if _stands_before(cue) and not _driven_from(cue, after):
        return _nearest(before, ground) or (after[0] if after else None)
    return _of_active(cue, before, after, ground)


def _driven_from(cue: "FoundCue", after: list["Cluster"]) -> bool:
    """Return whether the place follows at once: "driving the Reds out of X"."""
    return cue.form == "clear" and bool(after) and after[0].start - cue.end < NEXT


def _stands_before(cue: "FoundCue") -> bool:
    """Return whether a place stands before its verb: "X fell", "X was taken", "X is under …"."""
    return cue.form in {"fall", "state", "clear", "lost", "under", "failed"} or cue.passive


def _of_active(
    cue: "FoundCue", before: list["Cluster"], after: list["Cluster"], ground: "Ground"
) -> "Cluster | None":
    """Return the place behind an active verb or a noun, else before it where that can be."""
    masked = ground.named.masked
    turns = [one.end() for one in ground.cues["grammar.contrast"].finditer(masked, 0, cue.start)]
    before = [one for one in before if not turns or one.start >= turns[-1]]
    takes = cue.form == "verb" and (cue.claim == "captured" or _is_going(cue, ground))
    goes = cue.claim == "advancing" and ground.cues["grammar.goes_to"].search(masked[: cue.end])
    if goes and not after:
        return None
    if after:
        return None if takes and _takes_another(masked[cue.end : after[0].start], ground) else after[0]
    if takes and not ground.cues["grammar.relative"].search(masked, max(0, cue.start - 60), cue.start):
        return None
    if ground.cues["grammar.unknown_place"].match(masked, cue.end) or not has_a_verb(cue, ground):
        return None
    return _nearest(before, ground)


def _is_going(cue: "FoundCue", ground: "Ground") -> bool:
    """Return whether a hold is only how something is done: "by controlling a road"."""
    word = ground.named.masked[cue.start : cue.end]
    return cue.claim == "holds" and bool(ground.cues["grammar.going"].search(word))


def _takes_another(between: str, ground: "Ground") -> bool:
    """Return whether what is taken is a place that the folder does not know, and no list goes on from it."""
    cues = ground.cues
    if not cues["grammar.takes_unknown"].match(between) or cues["grammar.of_it"].search(between):
        return False
    return not cues["grammar.takes_list"].fullmatch(between)


def has_a_verb(cue: "FoundCue", ground: "Ground") -> bool:
    """Return whether a noun is not only mentioned: "killed in the clashes" says nothing of where."""
    if cue.form != "noun":
        return True
    before, after = ground.named.masked[: cue.start], ground.named.masked[cue.end : cue.end + 60]
    return bool(ground.cues["grammar.happens"].match(after) or ground.cues["grammar.seen"].search(before))


def _nearest(before: list["Cluster"], ground: "Ground") -> "Cluster | None":
    """Return the last cluster that is not only where an earlier one lies."""
    excepts = ground.cues["grammar.excepts"]
    kept = [one for one in before if not excepts.search(ground.named.text[: one.start])]
    before = kept or before
    for place in range(len(before) - 1, -1, -1):
        groups = [one.ids[0] for one in before[place].mentions]
        earlier = {i for other in before[:place] for one in other.mentions for i in one.ids}
        if not any(earlier & {*ground.knowledge.under.get(group, ())} for group in groups):
            return before[place]
    return before[-1] if before else None


def _takes_goods(cue: "FoundCue", until: int, ground: "Ground") -> bool:
    """Return whether what is taken is no ground: tanks, prisoners, an oath."""
    if cue.claim != "captured" or cue.form != "verb":
        return False
    between = ground.named.masked[cue.end : until]
    if ground.cues["grammar.land"].search(ground.named.masked[cue.start : cue.end] + between):
        return False
    return bool(ground.cues["grammar.goods"].search(between))
