"""Places of a sentence by where they stand together, and what "the valley" stands for."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from geo.reader.stand_ins import Ground, areas_of_it, stand_ins, there

if TYPE_CHECKING:
    from geo.reader.masked import Mention


class Cluster(NamedTuple):
    """Names that stand together: "Shutal, Paryan and Khenj districts of Panjshir"."""

    start: int
    end: int
    mentions: tuple["Mention", ...]


def clusters(ground: Ground, *, away: bool = False) -> list[Cluster]:
    """Return the places of a sentence by where they stand together; not those that are only near.

    `away`: also those that somebody comes from.
    """
    glue = ground.cues["grammar.glue"]
    found: list[list[Mention]] = []
    for one in _meant(ground, away=away):
        together = found and one.start == found[-1][-1].start  # "both"
        if found and (together or glue.fullmatch(ground.named.text, found[-1][-1].end, one.start)):
            found[-1].append(one)
        else:
            found.append([one])
    return [Cluster(some[0].start, some[-1].end, tuple(_without_locators(some, ground))) for some in found]


def _meant(ground: Ground, *, away: bool) -> Iterator["Mention"]:
    """Yield the places named and those that "the valley" or "there" stand for, in order."""
    text = ground.named.text
    near = ground.cues["grammar.near" if away else "grammar.near_or_away"]
    named = [one for one in ground.named.of_kind("place") if not near.search(text[: one.start])]
    told = [
        one
        for one in ground.named.of_kind("place")
        if not ground.cues["grammar.near"].search(text[: one.start])
    ]
    spoken = sorted([*named, *stand_ins(ground), *areas_of_it(named, ground), *there(told, ground)])
    yield from (_settled(one, ground) for one in spoken)


def _settled(one: "Mention", ground: Ground) -> "Mention":
    """Return the mention with one id where the word behind it tells which: "Kunduz province"."""
    if len(one.ids) == 1:
        return one
    after = re.match(r"\s+(\w+)", ground.named.text[one.end :])
    kinds = {place: ground.knowledge.kinds.get(place, "").lower() for place in one.ids}
    same = [place for place, kind in kinds.items() if after and kind == after[1].lower()]
    areas = [place for place in one.ids if place not in ground.knowledge.under]
    return one._replace(ids=tuple((same or areas or list(one.ids))[:1]))


def _without_locators(some: list["Mention"], ground: Ground) -> list["Mention"]:
    """Return the places of a cluster without groups that only say where the others lie."""
    areas = {place for one in some for place in one.ids}
    kept = []
    for one in some:
        inside = {*ground.knowledge.under.get(one.ids[0], ())} - {one.ids[0]}
        if not inside & areas:
            kept.append(one)
    return kept or some
