"""The `conflict.toml` of an imported table."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from geo.importers.conflict_file import COLOURS
from geo.importers.ids import short, slug, toml_string

if TYPE_CHECKING:
    from geo.importers.ground import Groups
    from geo.importers.table_folder import Own, Parties
    from geo.reading import Settings


def settings_text(  # noqa: PLR0913, PLR0917 (one argument per part of the file)
    outlet: str,
    file: str,
    parties: "Parties",
    groups: "Groups",
    known: "Own | None",
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


def _made(parties: "Parties", groups: "Groups") -> list[str]:
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


def _own(settings: "Settings") -> list[str]:
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
