"""What does not fit together in `conflict.toml`: ids that match nothing, colours that look alike."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from geo.reading.errors import Problem, rule
from geo.reading.names import nearest
from geo.reading.relief_bounds import KEY, why_no_bounds
from geo.reading.toml import FILE
from geo.reading.vocabulary import OTHER_SIDES, RESERVED_IDS

if TYPE_CHECKING:
    from geo.reading.settings_tables import Settings

PALE: Final = 0xE0
"""A colour whose red, green and blue are all at least this is too close to white."""

FEW: Final = 8
"""So many known words are named where none is similar."""


def loose_ends(settings: "Settings") -> Iterable[Problem]:
    """Yield ids that appear twice or match nothing in the file, and colours that cannot be told apart."""
    for key in ("sides", "actors", "groups"):
        counts = Counter(table.id for table in getattr(settings, key))
        yield from (Problem(FILE, None, key, i, rule("twice")) for i, n in counts.items() if n > 1)
    yield from _side_problems(settings)
    yield from _colour_problems(settings)
    if settings.relief_bounds and (reason := why_no_bounds(settings.relief_bounds)):
        yield Problem(FILE, None, KEY, str(settings.relief_bounds)[:200], reason)


def _side_problems(settings: "Settings") -> Iterator[Problem]:
    sides = {side.id for side in settings.sides}
    for name in sorted(sides & RESERVED_IDS):
        yield Problem(FILE, None, "sides", name, rule("reserved_side"))
    stated = settings.defaults.claimant_side
    if stated and stated not in {*sides, *OTHER_SIDES}:
        known = {*sides, *OTHER_SIDES}
        yield Problem(FILE, None, "defaults.claimant_side", stated, rule("unknown_side"), hint(stated, known))
    for key, side in sides_named(settings):
        if side not in sides:
            yield Problem(FILE, None, key, side, rule("unknown_side"), hint(side, sides))


def _colour_problems(settings: "Settings") -> Iterator[Problem]:
    counted = Counter(actor.colour.upper() for actor in settings.actors)
    for actor in settings.actors:
        column = f"actors.{actor.id}.colour"
        if counted[actor.colour.upper()] > 1:
            yield Problem(FILE, None, column, actor.colour, rule("same_colour"))
        if pale(actor.colour):
            yield Problem(FILE, None, column, actor.colour, rule("pale_colour"))


def pale(colour: str) -> bool:
    """Return whether a colour looks like white, the colour of an unreported area."""
    return min(int(colour[i : i + 2], 16) for i in (1, 3, 5)) >= PALE


def sides_named(settings: "Settings") -> Iterator[tuple[str, str]]:
    """Yield each key that names a side, and the side that it names."""
    yield from ((f"actors.{actor.id}.side", actor.side) for actor in settings.actors)
    yield from ((f"sides.{side.id}.allies", ally) for side in settings.sides for ally in side.allies)


def hint(word: str, known: Iterable[str]) -> str:
    """Return the known words with a similar spelling, or all of them if they are few."""
    known = sorted(known)
    near = nearest(word, known) or (known if len(known) <= FEW else [])
    return f"{near[0]}?" if len(near) == 1 else f"one of: {', '.join(near)}" if near else ""
