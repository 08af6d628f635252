"""Which areas and groups go to which bucket."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

BUCKET_ROWS: Final = 400_000
"""Statements that a bucket is made for, about 0.5 GB while it is told."""


class Part(NamedTuple):
    """A bucket: its number from 0, its areas in map order, and of each group those that are among them."""

    number: int
    areas: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]


class Plan(NamedTuple):
    """The buckets, together every area once; and for each area or group those that need its statements."""

    parts: tuple[Part, ...]
    of_place: Mapping[str, tuple[int, ...]]


def plan(
    areas: Sequence[str],
    groups: Mapping[str, Sequence[str]],
    statements: Mapping[str, int],
    buckets: int = 0,
) -> Plan:
    """Return a plan whose buckets have about as many statements each: areas at a front have most.

    Parameters
    ----------
    areas
        In map order.
    groups
        Group -> its areas, nested groups resolved.
    statements
        Area or group -> how many statements speak of it.
    buckets
        At most so many; 0 = as many as `BUCKET_ROWS` asks for.
    """
    wanted = buckets or -(-sum(statements.values()) // BUCKET_ROWS)
    spread = _spread(areas, statements, max(1, min(wanted, len(areas))))
    return planned(areas, groups, spread)


def planned(areas: Sequence[str], groups: Mapping[str, Sequence[str]], bucket_of: Mapping[str, int]) -> Plan:
    """Return the plan of given buckets, one for each area; a group goes to all that hold one of its areas."""
    held: dict[int, list[str]] = {number: [] for number in sorted(set(bucket_of.values()))}
    inside: dict[int, dict[str, list[str]]] = {number: {} for number in held}
    for area in areas:
        held[bucket_of[area]].append(area)
    for group, under in groups.items():
        for area in under:
            inside[bucket_of[area]].setdefault(group, []).append(area)
    parts = tuple(
        Part(place, tuple(held[number]), {name: tuple(some) for name, some in inside[number].items()})
        for place, number in enumerate(held)
    )
    return Plan(parts, dict(_needed(parts)))


def _needed(parts: Sequence[Part]) -> Iterator[tuple[str, tuple[int, ...]]]:
    found: dict[str, list[int]] = {}
    for part in parts:
        for place in (*part.areas, *part.groups):
            found.setdefault(place, []).append(part.number)
    for place, numbers in found.items():
        yield place, tuple(numbers)


def _spread(areas: Sequence[str], statements: Mapping[str, int], buckets: int) -> dict[str, int]:
    """Return the bucket of each area: the one with most statements first, to where fewest are so far."""
    heap = [(0, number) for number in range(buckets)]
    found = {}
    for area in sorted(areas, key=lambda one: -statements.get(one, 0)):
        load, number = heapq.heappop(heap)
        found[area] = number
        heapq.heappush(heap, (load + statements.get(area, 0) + 1, number))
    return found
