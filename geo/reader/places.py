"""Which places a claim reaches, and how: named, a whole group, somewhere in it, all but some."""

from typing import TYPE_CHECKING, NamedTuple

from geo.reader.claimed_place import FARTHEST, claimed
from geo.reader.clusters import Cluster, clusters
from geo.reader.reasons import Reason
from geo.reader.scope import group_scope

if TYPE_CHECKING:
    from geo.reader.masked import Mention
    from geo.reader.stand_ins import Ground
    from geo.reader.verbs import FoundCue


class Place(NamedTuple):
    """A place of a claim: area or group, how the claim reaches it, and the characters that name it.

    `limits` = the characters that limit it, to be quoted with it: "except Kuhdar"; None = nothing does.
    """

    area: str
    scope: str
    span: tuple[int, int]
    reason: Reason
    limits: tuple[int, int] | None = None


def places_of(cue: "FoundCue", ground: "Ground", begin: int, end: int) -> list[Place]:
    """Return the places of a cue within its clause; [] = the sentence names none."""
    away = cue.claim in {"left", "repelled"} or cue.form == "demand"
    listed = [one for one in clusters(ground, away=away) if begin <= one.start and one.mentions[0].end <= end]
    chosen = claimed(cue, listed, ground)
    if chosen is None:
        return []
    named = [one for other in _included(chosen, listed, ground) for one in other.mentions]
    excepted = _excepted(chosen, listed, ground)
    if excepted and not ground.cues["grammar.most"].search(ground.named.text[begin : chosen.start]):
        return _all_but(chosen, excepted, ground)
    if ground.cues["grammar.excepts"].search(ground.named.text[: chosen.start]):
        return []
    return [place for one in [*chosen.mentions, *named] if (place := _reached(cue, one, chosen, ground))]


def _excepted(chosen: Cluster, listed: list[Cluster], ground: "Ground") -> Cluster | None:
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


def _areas(cluster: Cluster, ground: "Ground") -> set[str]:
    return {area for one in cluster.mentions for place in one.ids for area in ground.knowledge.members(place)}


def _included(chosen: Cluster, listed: list[Cluster], ground: "Ground") -> list[Cluster]:
    """Return the places that "including …" names of a group."""
    match = ground.cues["reach.including"].search(ground.named.text, chosen.end, chosen.end + FARTHEST // 3)
    return [one for one in listed if match and 0 <= one.start - match.end() <= 3][:1]  # noqa: PLR2004 (a blank, "the")


def _all_but(chosen: Cluster, excepted: Cluster, ground: "Ground") -> list[Place]:
    group = next(one for one in chosen.mentions if one.ids[0] in ground.knowledge.under)
    rest = [area for area in ground.knowledge.under[group.ids[0]] if area not in _areas(excepted, ground)]
    reason = Reason("all_but", ground.named.text[group.start : group.end])
    limits = (excepted.start, excepted.end)
    return [Place(area, "all_but", (group.start, group.end), reason, limits) for area in rest]


def _reached(cue: "FoundCue", one: "Mention", chosen: Cluster, ground: "Ground") -> Place | None:
    place, said = one.ids[0], ground.named.text[one.start : one.end]
    if place not in ground.knowledge.under:
        return Place(place, "named", (one.start, one.end), Reason("named", said))
    scope, why = group_scope(cue, one, chosen, ground)
    return Place(place, scope, (one.start, one.end), why._replace(name=said))
