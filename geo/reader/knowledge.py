"""What a folder knows by name: its areas and groups, its actors, people and outlets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.reader.phrases import Phrase


@dataclass(frozen=True)
class Knowledge:
    """Names of a folder; a phrase is a name's folded words.

    Attributes
    ----------
    places
        Phrase -> ids of the areas and groups that have the name.
    common
        Phrases of `places` that need no capitals: "the provincial capital".
    provinces
        Phrase -> areas of a province that is no group of the folder.
    under
        Group -> its areas.
    areas
        Every area, in map order.
    kinds
        Area or group -> what it is, "district"; "" = not said.
    actors, plain
        Phrase -> actor: names written with capitals, and words that need none.
    sides
        Actor -> its side.
    people
        Phrase -> side.
    outlets
        Phrases of outlets that are known.
    allies
        Actor -> the actors of its side's allies.
    home
        The actor that is the state of the land; "" = there is none, or nobody can tell.
    """

    places: Mapping["Phrase", tuple[str, ...]]
    under: Mapping[str, tuple[str, ...]]
    areas: tuple[str, ...]
    kinds: Mapping[str, str]
    actors: Mapping["Phrase", str]
    sides: Mapping[str, str]
    plain: Mapping["Phrase", str] = field(default_factory=dict)
    provinces: Mapping["Phrase", tuple[str, ...]] = field(default_factory=dict)
    common: frozenset["Phrase"] = frozenset()
    people: Mapping["Phrase", str] = field(default_factory=dict)
    outlets: frozenset["Phrase"] = frozenset()
    allies: Mapping[str, frozenset[str]] = field(default_factory=dict)
    home: str = ""

    def rival(self, actor: str) -> str:
        """Return the other actor where there are two; "" = nobody can tell."""
        others = [other for other in self.sides if other != actor]
        return others[0] if len(others) == 1 and actor in self.sides else ""

    def foe(self, actor: str, spoken_of: Sequence[str]) -> str:
        """Return the rival, or where there are several the one spoken of last; "" = nobody can tell."""
        friends = {actor, *self.allies.get(actor, ())}
        last = (other for other in reversed(spoken_of) if other and other not in friends)
        return self.rival(actor) or (next(last, "") if actor in self.sides else "")

    def actor_of(self, side: str) -> str:
        """Return the one actor of a side; "" = none, or several."""
        actors = [actor for actor, its in self.sides.items() if its == side]
        return actors[0] if len(actors) == 1 else ""

    def members(self, place: str) -> tuple[str, ...]:
        """Return the areas of a group, or the area itself."""
        return self.under.get(place, (place,))
