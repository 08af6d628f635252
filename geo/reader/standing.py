"""Who stands where, in a sentence that claims nothing else: "his men are drinking tea in X"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.reader.clusters import Cluster, clusters
from geo.reader.verbs import FoundCue

if TYPE_CHECKING:
    from geo.reader.passage import Passage


def standing(passage: "Passage") -> Iterator[FoundCue]:
    """Yield a cue of presence for each place in which an armed actor is said to do anything at all."""
    for cluster in clusters(passage.ground):
        found = _before_place(passage, cluster) or _behind_place(passage, cluster)
        if found:
            yield found


def _before_place(passage: "Passage", cluster: Cluster) -> FoundCue | None:
    """Return the cue of "X's men are drinking tea in P": the preposition before the place."""
    masked, cues = passage.named.masked, passage.cues
    at = cues["grammar.stands_in"].search(masked[: cluster.start])
    if not at:
        return None
    begins = [one.end() for one in cues["grammar.clause_of_standing"].finditer(masked, 0, at.start("in"))]
    begin = begins[-1] if begins else 0
    ends = [one.end for one in passage.named.of_kind("actor") if begin <= one.start and one.end <= at.start()]
    own = [one.end() for one in cues["grammar.own_stands"].finditer(masked, begin, at.start("in"))]
    if not ends and not own:
        return None
    who = max([*ends, *own])
    actor = [one for one in passage.named.of_kind("actor") if one.end == who]
    if actor and _governed(passage, actor[0].start):
        return None
    if cues["grammar.stands_not"].search(masked, who, at.start("in") + 1):
        return None
    return FoundCue(at.start("in"), at.end("in"), "present", "stands", passive=False)


def _behind_place(passage: "Passage", cluster: Cluster) -> FoundCue | None:
    """Return the cue of "in P, X's men direct the traffic": the verb behind the actor."""
    masked, cues = passage.named.masked, passage.cues
    opens = cues["grammar.opens_in"].search(masked[: cluster.start])
    found = cues["grammar.acts_there" if opens else "grammar.with_there"].match(masked, cluster.end)
    if not found or cues["grammar.stands_not"].search(masked, found.start("verb"), found.end() + 12):
        return None
    return FoundCue(found.start("verb"), found.end("verb"), "present", "stands", passive=False)


def _governed(passage: "Passage", start: int) -> bool:
    """Return whether a name is no subject: "against X", but not "troops of X"."""
    before, cues = passage.named.text[:start], passage.cues
    return bool(cues["grammar.governed"].search(before)) and not cues["grammar.owned"].search(before)
