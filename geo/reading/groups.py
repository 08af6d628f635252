"""Groups of areas, which may contain groups: every area in each, and members that match nothing."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Final

from geo.reading.checks import few
from geo.reading.errors import DataError, Problem, enough, rule
from geo.reading.names import nearest
from geo.reading.toml import FILE

if TYPE_CHECKING:
    from geo.reading.settings_tables import GroupTable

MOST_UNDER: Final = 1_000_000
"""Areas in groups, an area counted once for each group that it is in."""


def areas_under(
    groups: Sequence["GroupTable"], areas: Sequence[str]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Return each group's areas in map order, and the members that match nothing.

    Raises
    ------
    DataError
        If a group has the id of an area, or contains itself.
    """
    members = {group.id: group.members for group in groups}
    order = {area: place for place, area in enumerate(areas)}
    if clashes := [Problem(FILE, None, "groups", i, rule("area_id_too")) for i in members if i in order]:
        raise DataError(clashes)
    found = {group: _in_order(under, order) for group, under in below(members, order).items()}
    full = {group: found[group] for group in members if found[group]}
    return full, [*_loose(members, order), *_empty(found)]


def _empty(found: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for group, under in found.items():
        if not under:
            yield Problem(FILE, None, f"groups.{group}", group, rule("empty_group"))


def _in_order(under: set[str], order: Mapping[str, int]) -> tuple[str, ...]:
    """Return areas in map order."""
    return tuple(sorted(under, key=order.__getitem__))


def below(members: Mapping[str, Sequence[str]], order: Mapping[str, int]) -> dict[str, set[str]]:
    """Return the areas under each group, from the innermost groups outwards.

    Raises
    ------
    DataError
        If a group contains itself, or all of them together contain areas `MOST_UNDER` times.
    """
    found: dict[str, set[str]] = {}
    for group in _innermost_first(members):
        found[group] = set().union(*(found.get(name, {name} & order.keys()) for name in {*members[group]}))
        if sum(map(len, found.values())) > MOST_UNDER:
            raise DataError.at(FILE, rule("too_many_under", most=f"{MOST_UNDER:,}"))
    return found


def _innermost_first(members: Mapping[str, Sequence[str]]) -> Iterator[str]:
    inner = {group: members.keys() & {*names} for group, names in members.items()}
    try:
        yield from TopologicalSorter(inner).static_order()
    except CycleError as error:
        circle = [Problem(FILE, None, f"groups.{i}", i, rule("holds_itself")) for i in error.args[1][1:]]
        raise DataError(circle) from error


def _loose(members: Mapping[str, Sequence[str]], order: Mapping[str, int]) -> list[Problem]:
    """Return the members that are neither an area nor a group."""
    suggested = few(lambda _, name: hint(name, order))
    loose = [
        (f"groups.{group}.members", name)
        for group, names in members.items()
        for name in names
        if name not in order and name not in members
    ]
    enough(FILE, len(loose))
    return [
        Problem(FILE, None, key, name, rule("unknown_member"), suggested("", name)) for key, name in loose
    ]


def hint(name: str, areas: Mapping[str, int]) -> str:
    """Return area ids with a similar spelling."""
    near = nearest(name, areas)
    return f"near: {', '.join(near)}" if near else ""
