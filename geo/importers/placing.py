"""Where an event is on this map: by name, by coordinates, or only by province; else listed, never guessed."""

from typing import Final, NamedTuple

from geo.importers.events import AREA, EXACT, NEAR, PROVINCE, Event
from geo.importers.ground import Map, areas_at, candidates, km_off, labels
from geo.reading import Problem, Scope, rule

KM_APART: Final = 2.0
"""Coordinates so near an area's border may be of that area: borders and coordinates are rounded."""

PRECISE: Final = (EXACT, AREA)
"""Precisions at which coordinates in another area than the one named are a contradiction."""


class Place(NamedTuple):
    """An event's place: an area or a province, its scope, and a note unless its name alone decided.

    Attributes
    ----------
    unknown
        The name that no area has, where the coordinates decided; "" = a name did.
    """

    area_id: str
    written: str
    scope: Scope
    note: str = ""
    unknown: str = ""


class Named(NamedTuple):
    """A name as the table writes it, and the areas that have it."""

    written: str
    ids: tuple[str, ...]


def place_of(event: Event, ground: Map, file: str) -> Place | Problem:
    """Return the event's place, or why it has none on this map."""
    if event.precision == PROVINCE:
        return in_province(event, ground, file)
    found, at = named(event, ground), areas_at(ground, event.lon, event.lat)
    if not found.ids:
        return by_point(event, at) or not_on_map(event, ground, file)
    if len(found.ids) > 1:
        return told_apart(event, found, at, ground, file)
    return agreed(event, found, at, ground, file)


def named(event: Event, ground: Map) -> Named:
    """Return the first of the event's names that is an area's in the province that the event names.

    A spelling of `names.csv` is taken whatever the province; an area without a province is in any.
    """
    provinces = candidates(ground.provinces, event.province)
    within = ("", *provinces) if len(provinces) == 1 else None
    for written in (*event.places, *(() if ground.groups else filter(None, [event.province]))):
        ids = candidates(ground.given, written) or tuple(
            one
            for one in candidates(ground.names, written)
            if within is None or ground.under.get(one, "") in within
        )
        if ids:
            return Named(written, ids)
    return Named("", ())


def in_province(event: Event, ground: Map, file: str) -> Place | Problem:
    """Return the province; on a map without provinces, which may be a map of them, the area of its name."""
    if not event.province:
        return Problem(file, event.row, "place", next(iter(event.places), ""), rule("too_vague"))
    known = ground.provinces if ground.groups else ground.names
    found = candidates(ground.given, event.province) or candidates(known, event.province)
    if len(found) > 1:
        return several(event, Named(event.province, found), ground, file)
    if not found:
        hint = "" if ground.groups else "the areas have no provinces; --parent names the property"
        return Problem(file, event.row, "place", event.province, rule("no_province"), hint)
    if found[0] in ground.groups:
        return Place(found[0], event.province, Scope.PART_OF, "the place is known only by its province")
    return Place(found[0], event.province, Scope.NAMED)


def told_apart(event: Event, found: Named, at: tuple[str, ...], ground: Map, file: str) -> Place | Problem:
    """Return the one of several areas of a name that contains the event's coordinates."""
    here = [one for one in found.ids if one in at]
    if len(here) != 1:
        return several(event, found, ground, file)
    note = f"placed by name and coordinates: {len(found.ids)} areas have the name"
    return Place(here[0], found.written, Scope.NAMED, note)


def agreed(event: Event, found: Named, at: tuple[str, ...], ground: Map, file: str) -> Place | Problem:
    """Return the area named, unless precise coordinates lie in another one, more than some way off."""
    (one,) = found.ids
    if one in ground.groups:
        return Place(one, found.written, Scope.PART_OF, "the place is known only by its province")
    if not at or one in at or one not in ground.surfaces:
        return Place(one, found.written, Scope.NAMED)
    assert event.lon is not None and event.lat is not None  # noqa: S101, PT018 (they lie in an area)
    off = km_off(ground, one, event.lon, event.lat)
    if event.precision in PRECISE and off > KM_APART:
        there = f"named: {ground.labels[one]}; coordinates: {labels(ground, at)}"
        return Problem(file, event.row, "place", found.written, rule("elsewhere", km=f"{off:,.0f}"), there)
    note = f"its coordinates lie in {labels(ground, at)}, {off:.0f} km off"
    return Place(one, found.written, Scope.NAMED, note)


def by_point(event: Event, at: tuple[str, ...]) -> Place | None:
    """Return the one area that contains the event's coordinates, None = none or several."""
    if len(at) != 1:
        return None
    written = event.places[-1] if event.places else event.province
    note = "placed by its coordinates: no area here has its name"
    note += ", and they may lie some way off" if event.precision == NEAR else ""
    unknown = next(iter(event.places), "")
    return Place(at[0], written, Scope.NAMED, f"{note} ({unknown})" if unknown else note, unknown)


def several(event: Event, found: Named, ground: Map, file: str) -> Problem:
    """Return the problem that several areas have the name, with each."""
    hint = f"it names {labels(ground, found.ids)}"
    return Problem(file, event.row, "place", found.written, rule("homonym"), hint)


def not_on_map(event: Event, ground: Map, file: str) -> Problem:
    """Return the problem that no area has the name; one of another province is told, not taken."""
    written = next(iter(event.places), event.province)
    elsewhere = candidates(ground.names, written)
    if elsewhere:
        there = rule("other_province", province=event.province)
        return Problem(file, event.row, "place", written, there, labels(ground, elsewhere))
    return Problem(file, event.row, "place", written, rule("not_on_map"))
