"""Which places a claim reaches, and how: named, a whole group, somewhere in it, all but some."""

from typing import TYPE_CHECKING, Final, NamedTuple

from geo.reader.clusters import Cluster, Ground, clusters
from geo.reader.reasons import Reason
from geo.reader.scope import group_scope

if TYPE_CHECKING:
    from geo.reader.found import FoundCue
    from geo.reader.mentions import Mention

FARTHEST: Final = 160
"""Characters between a verb and its place."""


NEXT: Final = 12
"""Characters between "out of" and the place that somebody is driven out of."""


class Place(NamedTuple):
    """A place of a claim: area or group, how the claim reaches it, and the characters that name it.

    `limits` = the characters that limit it, to be quoted with it: "except Kuhdar"; None = nothing does.
    """

    area: str
    scope: str
    span: tuple[int, int]
    reason: Reason
    limits: tuple[int, int] | None = None


def places_of(cue: "FoundCue", ground: Ground, begin: int, end: int) -> list[Place]:
    """Return the places of a cue within its clause; [] = the sentence names none."""
    away = cue.claim in {"left", "repelled"} or cue.form == "demand"
    listed = [one for one in clusters(ground, away=away) if begin <= one.start and one.mentions[0].end <= end]
    chosen = _chosen(cue, listed, ground)
    if chosen is None:
        return []
    named = [one for other in _included(chosen, listed, ground) for one in other.mentions]
    excepted = _excepted(chosen, listed, ground)
    if excepted and not ground.cues["grammar.most"].search(ground.named.text[begin : chosen.start]):
        return _all_but(chosen, excepted, ground)
    if ground.cues["grammar.excepts"].search(ground.named.text[: chosen.start]):
        return []
    return [place for one in [*chosen.mentions, *named] if (place := _reached(cue, one, chosen, ground))]


def _chosen(cue: "FoundCue", listed: list[Cluster], ground: Ground) -> Cluster | None:
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


def _driven_from(cue: "FoundCue", after: list[Cluster]) -> bool:
    """Return whether the place follows at once: "driving the Reds out of X"."""
    return cue.form == "clear" and bool(after) and after[0].start - cue.end < NEXT


def _stands_before(cue: "FoundCue") -> bool:
    """Return whether a place stands before its verb: "X fell", "X was taken", "X is under …"."""
    return cue.form in {"fall", "state", "clear", "lost", "under", "failed"} or cue.passive


def _of_active(
    cue: "FoundCue", before: list[Cluster], after: list[Cluster], ground: Ground
) -> Cluster | None:
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


def _is_going(cue: "FoundCue", ground: Ground) -> bool:
    """Return whether a hold is only how something is done: "by controlling a road"."""
    word = ground.named.masked[cue.start : cue.end]
    return cue.claim == "holds" and bool(ground.cues["grammar.going"].search(word))


def _takes_another(between: str, ground: Ground) -> bool:
    """Return whether what is taken is a place that the folder does not know, and no list goes on from it."""
    cues = ground.cues
    if not cues["grammar.takes_unknown"].match(between) or cues["grammar.of_it"].search(between):
        return False
    return not cues["grammar.takes_list"].fullmatch(between)


def has_a_verb(cue: "FoundCue", ground: Ground) -> bool:
    """Return whether a noun is not only mentioned: "killed in the clashes" says nothing of where."""
    if cue.form != "noun":
        return True
    before, after = ground.named.masked[: cue.start], ground.named.masked[cue.end : cue.end + 60]
    return bool(ground.cues["grammar.happens"].match(after) or ground.cues["grammar.seen"].search(before))


def _nearest(before: list[Cluster], ground: Ground) -> Cluster | None:
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


def _takes_goods(cue: "FoundCue", until: int, ground: Ground) -> bool:
    """Return whether what is taken is no ground: tanks, prisoners, an oath."""
    if cue.claim != "captured" or cue.form != "verb":
        return False
    between = ground.named.masked[cue.end : until]
    if ground.cues["grammar.land"].search(ground.named.masked[cue.start : cue.end] + between):
        return False
    return bool(ground.cues["grammar.goods"].search(between))


def _excepted(chosen: Cluster, listed: list[Cluster], ground: Ground) -> Cluster | None:
    """Return the places that "except …" takes out of a group."""
    group = next((one.ids[0] for one in chosen.mentions if one.ids[0] in ground.knowledge.under), "")
    if not group:
        return None
    match = ground.cues["reach.except"].search(ground.named.text, chosen.end)
    later = [one for one in listed if match and one.start >= match.end()]
    if (
        not match
        or not later
        or later[0].start - match.end() > FARTHEST // 2
        or match.start() - chosen.end > FARTHEST // 4
    ):
        return None
    return later[0] if _areas(later[0], ground) & {*ground.knowledge.under[group]} else None


def _areas(cluster: Cluster, ground: Ground) -> set[str]:
    return {area for one in cluster.mentions for place in one.ids for area in ground.knowledge.members(place)}


def _included(chosen: Cluster, listed: list[Cluster], ground: Ground) -> list[Cluster]:
    """Return the places that "including …" names of a group."""
    match = ground.cues["reach.including"].search(ground.named.text, chosen.end, chosen.end + FARTHEST // 3)
    return [one for one in listed if match and 0 <= one.start - match.end() <= 3][:1]  # noqa: PLR2004 (a blank, "the")


def _all_but(chosen: Cluster, excepted: Cluster, ground: Ground) -> list[Place]:
    group = next(one for one in chosen.mentions if one.ids[0] in ground.knowledge.under)
    rest = [area for area in ground.knowledge.under[group.ids[0]] if area not in _areas(excepted, ground)]
    reason = Reason("all_but", ground.named.text[group.start : group.end])
    limits = (excepted.start, excepted.end)
    return [Place(area, "all_but", (group.start, group.end), reason, limits) for area in rest]


def _reached(cue: "FoundCue", one: "Mention", chosen: Cluster, ground: Ground) -> Place | None:
    place, said = one.ids[0], ground.named.text[one.start : one.end]
    if place not in ground.knowledge.under:
        return Place(place, "named", (one.start, one.end), Reason("named", said))
    scope, why = group_scope(cue, one, chosen, ground)
    return Place(place, scope, (one.start, one.end), why._replace(name=said))
