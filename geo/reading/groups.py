"""Groups of areas, which may contain groups: every area in each, and members that match nothing."""

from collections.abc import Iterator, Mapping, Sequence

from geo.reading.errors import DataError, Problem, rule
from geo.reading.names import nearest
from geo.reading.settings import FILE, GroupTable


def areas_under(
    groups: Sequence[GroupTable], areas: Sequence[str]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Return each group's areas in map order, and the members that match nothing.

    Raises
    ------
    DataError
        If a group has the id of an area, or contains itself.
    """
    members = {group.id: group.members for group in groups}
    order = {area: place for place, area in enumerate(areas)}
    if impossible := _impossible(members, order):
        raise DataError(impossible)
    found = {group: _in_order(below(group, members), order) for group in members}
    full = {group: under for group, under in found.items() if under}
    return full, [*_loose(members, order), *_empty(found)]


def _empty(found: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for group, under in found.items():
        if not under:
            yield Problem(FILE, None, f"groups.{group}", group, rule("empty_group"))


def _in_order(members: set[str], order: Mapping[str, int]) -> tuple[str, ...]:
    """Return the members that are areas, in map order."""
    return tuple(sorted(members & order.keys(), key=order.__getitem__))


def _impossible(members: Mapping[str, Sequence[str]], order: Mapping[str, int]) -> list[Problem]:
    """Return the groups that have the id of an area, and those that contain themselves."""
    clashes = [i for i in members if i in order]
    circles = [i for i in members if i in below(i, members)]
    return [
        *(Problem(FILE, None, "groups", i, rule("area_id_too")) for i in clashes),
        *(Problem(FILE, None, f"groups.{i}", i, rule("holds_itself")) for i in circles),
    ]


def _loose(members: Mapping[str, Sequence[str]], order: Mapping[str, int]) -> list[Problem]:
    """Return the members that are neither an area nor a group."""
    return [
        Problem(FILE, None, f"groups.{group}.members", name, rule("unknown_member"), hint(name, order))
        for group, names in members.items()
        for name in names
        if name not in order and name not in members
    ]


def below(group: str, members: Mapping[str, Sequence[str]]) -> set[str]:
    """Return everything under a group; the group itself only if it contains itself."""
    seen: set[str] = set()
    waiting = list(members[group])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += members.get(name, ())
    return seen


def hint(name: str, areas: Mapping[str, int]) -> str:
    """Return area ids with a similar spelling."""
    near = nearest(name, areas)
    return f"near: {', '.join(near)}" if near else ""
