"""Actors, sides and groups of an imported table: made from its values, or those of a folder that exists."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.importers.conflict_file import COLOURS
from geo.importers.ids import unique_ids
from geo.importers.values import Values, values_of
from geo.reading import (
    RESERVED_IDS,
    SETTINGS,
    DataError,
    Problem,
    Settings,
    bytes_of,
    fold,
    read_settings,
    rule,
)

if TYPE_CHECKING:
    import pandas as pd

    from geo.importers.ground import Groups

OTHER: Final = "Other holders"
"""The actor that stands for the rarest values where there are more than colours."""


class Parties(NamedTuple):
    """Value -> id of its actor ("" = nobody), and the actors: id -> name, in the order of the legend.

    Attributes
    ----------
    read
        The table's values: which are one, which are not mapped.
    """

    of_value: Mapping[str, str]
    actors: Mapping[str, str]
    read: Values


class Own(NamedTuple):
    """The settings of a folder that exists."""

    settings: Settings

    def groups_over(self, areas: Iterable[str]) -> "Groups":
        """Return its groups with the areas that are their members."""
        there = set(areas)
        listed = {one.id: (one.name, one.members) for one in self.settings.groups}
        return {i: (name, [m for m in members if m in there]) for i, (name, members) in listed.items()}


def own_parties(folder: Path) -> Own:
    """Return the settings of a conflict's folder; `DataError` if they are broken."""
    return Own(read_settings(bytes_of(folder / SETTINGS)))


def parties_of(
    values: "pd.Series[str]", mapping: Mapping[str, str] | None, known: Own | None, file: str
) -> Parties:
    """Return who holds by each value.

    Raises
    ------
    DataError
        If more actors are named than have colours, or one that the folder does not have.
    """
    found = values_of(values, mapping)
    wanted, names = found.holder, found.names
    if known:
        return _known(found, known, file)
    if len(names) > len(COLOURS):
        if mapping is not None:
            broken = rule("too_many_holders", most=len(COLOURS))
            raise DataError([Problem(file, None, "--map", ", ".join(names), broken)])
        kept = names[: len(COLOURS) - 1]
        wanted = {value: name if name in kept else OTHER for value, name in wanted.items()}
        names = [*kept, OTHER]
    ids = unique_ids(names, taken=RESERVED_IDS)
    of_value = {value: ids.get(name, "") for value, name in wanted.items()}
    return Parties(of_value, {ids[name]: name for name in names}, found)


def _known(values: Values, known: Own, file: str) -> Parties:
    """Return the folder's own actors by their id or name."""
    actors = known.settings.actors
    index = {fold(text): one.id for one in actors for text in (one.name, one.id)}
    unknown = [name for name in values.names if fold(name) not in index]
    if unknown:
        hint = f"one of: {', '.join(one.id for one in actors)}"
        raise DataError([Problem(file, None, "--map", name, rule("unknown_actor"), hint) for name in unknown])
    ids = {name: index[fold(name)] for name in values.names}
    of_value = {value: ids.get(name, "") for value, name in values.holder.items()}
    return Parties(of_value, {one.id: one.name for one in actors}, values)
