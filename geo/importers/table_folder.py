"""Actors, sides and groups of an imported table: made from its values, or those of a folder that exists."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.importers.conflict_file import COLOURS
from geo.importers.ids import short, slug, toml_string, unique_ids
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


def settings_text(  # noqa: PLR0913, PLR0917 (one argument per part of the file)
    outlet: str,
    file: str,
    parties: Parties,
    groups: "Groups",
    known: Own | None,
    limits: Iterable[str],
) -> str:
    """Return the conflict file: what the table is, what its rows need not repeat, and who takes part."""
    title = known.settings.title if known else f"Who holds what, by the table of {outlet}"
    summary = f"Cells of a table by {outlet} ({file}); nobody’s words are quoted."
    lines = [
        f"# Made from {toml_string(file)}. Edit title, time_zone, colours, allies. Keys: docs/file_format.md",
        f"id = {toml_string(known.settings.id if known else slug(outlet))}",
        f"title = {toml_string(short(title))}",
        f"summary = {toml_string(summary)}",
        f"limits = [{', '.join(map(toml_string, limits))}]",
        f"time_zone = {toml_string(known.settings.time_zone if known else 'UTC')}",
        "",
        "[defaults]",
        'evidence = "table"',
        f"source_id = {toml_string(slug(outlet))}",
    ]
    lines += _own(known.settings) if known else _made(parties, groups)
    return "\n".join([*lines, ""])


def _made(parties: Parties, groups: "Groups") -> list[str]:
    lines: list[str] = []
    for i, name in parties.actors.items():
        lines += ["", "[[sides]]", f"id = {toml_string(i)}", f"name = {toml_string(short(name))}"]
    for (i, name), colour in zip(parties.actors.items(), COLOURS, strict=False):
        lines += ["", "[[actors]]", f"id = {toml_string(i)}", f"name = {toml_string(short(name))}"]
        lines += [f"side = {toml_string(i)}", f'colour = "{colour}"']
    for i, (name, members) in groups.items():
        lines += ["", "[[groups]]", f"id = {toml_string(i)}", f"name = {toml_string(name)}"]
        lines += ['kind = "province"', f"members = [{', '.join(map(toml_string, members))}]"]
    return lines


def _own(settings: Settings) -> list[str]:
    """Return the sides, actors and groups of a folder that exists, as they are."""
    lines: list[str] = []
    for kind, tables in (("sides", settings.sides), ("actors", settings.actors), ("groups", settings.groups)):
        for table in tables:
            values = table.model_dump()
            names = values.pop("names")
            given = values | {f"name_{language}": name for language, name in names.items()}
            lines += ["", f"[[{kind}]]"]
            lines += [f"{key} = {_value(value)}" for key, value in given.items() if value not in ("", [])]
    return lines


def _value(value: str | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(toml_string, value))}]"
    return toml_string(value)
