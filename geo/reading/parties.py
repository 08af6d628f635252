"""Who takes part: actors and their sides, and groups of areas, each with its names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.reading.settings_tables import GroupTable, SideTable


@dataclass(frozen=True, kw_only=True)
class Named:
    """Something with a name and, by language, other names."""

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)

    def named(self, language: str) -> str:
        """Return its name in a language, else its plain name."""
        return self.names.get(language, self.name)


@dataclass(frozen=True, kw_only=True)
class Actor(Named):
    """Who may be the party of a report."""

    colour: str
    side: str
    long_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Side(Named):
    """A claimant's side; allies (both ways) do not speak against each other's interest."""

    allies: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group(Named):
    """A group of areas: its members as written, and every area under it in the order of the map."""

    kind: str
    members: tuple[str, ...]
    areas: tuple[str, ...]


def sides_of(tables: Sequence["SideTable"]) -> dict[str, Side]:
    """Return the sides, alliances made mutual."""
    allies = {(a.id, b) for a in tables for b in a.allies} | {(b, a.id) for a in tables for b in a.allies}
    return {
        table.id: Side(
            id=table.id,
            name=table.name,
            names=table.names,
            allies=tuple(b.id for b in tables if (table.id, b.id) in allies),
        )
        for table in tables
    }


def groups_of(tables: Sequence["GroupTable"], under: Mapping[str, tuple[str, ...]]) -> dict[str, Group]:
    """Return the groups that contain an area."""
    return {
        table.id: Group(
            id=table.id,
            name=table.name,
            names=table.names,
            kind=table.kind,
            members=tuple(table.members),
            areas=under[table.id],
        )
        for table in tables
        if table.id in under
    }
