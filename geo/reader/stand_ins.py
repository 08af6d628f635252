"""What "the valley", "there" and "all areas" stand for: the places that were named before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.reader.cues import PLACE, Cues
from geo.reader.masked import Mention

if TYPE_CHECKING:
    from geo.reader.knowledge import Knowledge
    from geo.reader.mentions import Named


@dataclass(frozen=True)
class Ground:
    """What places are found in: the sentence, the places spoken of before, else what the piece is about."""

    named: "Named"
    knowledge: "Knowledge"
    cues: Cues
    before: tuple[str, ...]
    subject: str = ""


def stand_ins(ground: Ground) -> Iterator[Mention]:
    """Yield "the province", "the valley" as the place that was named before."""
    near = ground.cues["grammar.near"]
    for match in ground.cues["grammar.stand_in"].finditer(ground.named.masked):
        if near.search(ground.named.text[: match.start()]) or PLACE in match[0]:
            continue
        earlier = [one.ids for one in ground.named.of_kind("place") if one.end <= match.start()]
        kind = match[1].lower()
        known = [place for ids in earlier for place in ids]
        if ids := _of_kind(kind, known, ground) or _of_kind(
            kind, list(ground.before) or [ground.subject], ground
        ):
            yield Mention(match.start(), match.end(), "place", (ids,))


def there(named: list[Mention], ground: Ground) -> Iterator[Mention]:
    """Yield "there" as the last place spoken of, "both towns" as the two."""
    for match in ground.cues["grammar.there"].finditer(ground.named.masked):
        earlier = [one.ids[0] for one in named if one.end <= match.start()]
        if places := _inner(earlier or list(ground.before), ground):
            yield Mention(match.start(), match.end(), "place", (places[-1],))
    for match in ground.cues["grammar.both"].finditer(ground.named.masked):
        earlier = [one.ids[0] for one in named if one.end <= match.start()] or list(ground.before)
        if len(earlier) > 1:
            yield from (Mention(match.start(), match.end(), "place", (place,)) for place in earlier[-2:])


def areas_of_it(named: list[Mention], ground: Ground) -> Iterator[Mention]:
    """Yield "all areas", "various districts" as the group that was spoken of before."""
    for match in ground.cues["grammar.areas_of_it"].finditer(ground.named.masked):
        earlier = [place for one in named if one.end <= match.start() for place in one.ids]
        whole = ground.cues["grammar.whole"].search(match[0])
        before = list(ground.before) or [ground.subject if whole else ""]
        if place := _of_kind("region", earlier, ground) or _of_kind("region", before, ground):
            yield Mention(match.start(), match.end(), "place", (place,))


def _inner(places: list[str], ground: Ground) -> list[str]:
    """Return the places without the groups that only say where others of them lie: "X, the seat of Y"."""
    around = {group for group in places if {*ground.knowledge.under.get(group, ())} & {*places} - {group}}
    return [place for place in places if place not in around]


def _of_kind(kind: str, places: list[str], ground: Ground) -> str:
    """Return the last place that can be called so: a group for "the province", an area for "the district"."""
    groups = ground.knowledge.under
    if ground.cues["grammar.middle"].fullmatch(kind):
        return _with_a_middle(places, ground)
    for place in reversed(places):
        own = ground.knowledge.kinds.get(place, "").lower()
        if own == kind or (kind in {"valley", "region", "area", "state"} and place in groups):
            return place
        if (
            kind in {"district", "city", "town", "village", "area"}
            and place not in groups
            and own not in {"province", "governorate"}
        ):
            return place
    for place in reversed(places):
        above = [group for group, areas in groups.items() if place in areas]
        if kind in {"province", "valley", "region", "governorate"} and above:
            return min(above, key=lambda group: len(groups[group]))
    return ""


def _with_a_middle(places: list[str], ground: Ground) -> str:
    """Return the last place if it is a town, else the group around it: both have a centre."""
    last = next(reversed(places), "")
    if ground.knowledge.kinds.get(last, "").lower() in {"city", "town", "village"}:
        return last
    above = [group for group, areas in ground.knowledge.under.items() if last in {group, *areas}]
    return min(above, key=lambda group: len(ground.knowledge.under[group]), default=last)
