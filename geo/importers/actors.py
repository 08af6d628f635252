"""Which actors have a colour: those of the events that lie on the map; the rest are one actor, "other"."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.importers.ids import unique_ids
from geo.reading import (
    MOST_ACTORS,
    RESERVED_IDS,
    DataError,
    Problem,
    fold,
    nearest,
    rule,
)

if TYPE_CHECKING:
    from geo.importers.events import Event

CIVILIANS: Final = "Civilians"
OTHER: Final = "Other armed actors"
NOBODY: Final = "Nobody named"


class Cast(NamedTuple):
    """The actors.

    Attributes
    ----------
    ids
        Name -> id, in the order of the legend.
    other
        Id of the actor that stands for all the rest; "" = nobody is left.
    """

    ids: Mapping[str, str]
    other: str

    def party(self, event: "Event") -> tuple[str, str]:
        """Return the id of who captured or attacked, and a note where the name is not that of an actor."""
        if not event.party:
            return "", ""
        if event.party in self.ids:
            return self.ids[event.party], ""
        return self.other, f"party as the table has it: {event.party}"


def cast_of(events: Iterable["Event"], wanted: str | None, file: str) -> Cast:
    """Return the actors of events on the map: who captured or attacked most, then who is named most.

    Parameters
    ----------
    wanted
        How many, or their names, separated by ";" (or by commas, if no ";" is there); None = as many as
        have colours.

    Raises
    ------
    DataError
        If the table has no such actor, or if more are wanted than have colours.
    """
    listed = list(events)
    parties = Counter(event.party for event in listed if event.party)
    others = Counter(name for event in listed for name in event.actors if not name.startswith(CIVILIANS))
    ranked = list(dict.fromkeys(name for name, _ in [*parties.most_common(), *others.most_common()]))
    chosen = _chosen(ranked, wanted, file)
    if rest := parties.keys() - {*chosen}:
        if wanted and not wanted.strip().isdecimal() and len(chosen) >= MOST_ACTORS:
            raise DataError([_too_many(file, MOST_ACTORS - 1, rest)])
        chosen = [*chosen[: MOST_ACTORS - 1], OTHER]
    ids = unique_ids(chosen or [NOBODY], taken=RESERVED_IDS)
    return Cast(ids, ids.get(OTHER, ""))


def _chosen(ranked: list[str], wanted: str | None, file: str) -> list[str]:
    if wanted is None:
        return ranked[:MOST_ACTORS]
    if wanted.strip().isdecimal():
        if not 1 <= int(wanted) <= MOST_ACTORS:
            raise DataError([Problem(file, None, "--actors", wanted, rule("actors_count", most=MOST_ACTORS))])
        return ranked[: int(wanted)]
    asked = [name.strip() for name in wanted.split(";" if ";" in wanted else ",") if name.strip()]
    known = {fold(name): name for name in reversed(ranked)}
    if unknown := [name for name in asked if fold(name) not in known]:
        raise DataError(_unknown(file, name, ranked) for name in unknown)
    if len(asked) > MOST_ACTORS:
        raise DataError([_too_many(file, MOST_ACTORS, ())])
    return list(dict.fromkeys(known[fold(name)] for name in asked))


def _unknown(file: str, name: str, ranked: list[str]) -> Problem:
    near = nearest(name, ranked) or ranked[:MOST_ACTORS]
    return Problem(file, None, "--actors", name, rule("actor_elsewhere"), f"there are: {', '.join(near)}")


def _too_many(file: str, most: int, rest: Iterable[str]) -> Problem:
    named = ", ".join(sorted(rest)[:3])
    hint = f"one of the {MOST_ACTORS} colours is for the others, such as {named}" if named else ""
    return Problem(file, None, "--actors", "", rule("actors_count", most=most), hint)
