"""`conflict.toml` of an import: its title, what the map shows and what it does not, actors and provinces."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from geo.importers.ids import short, slug, toml_string
from geo.reading import POSITION_CLAIMS

if TYPE_CHECKING:
    from geo.importers.actors import Cast
    from geo.importers.events import Event
    from geo.importers.ground import Groups

COLOURS: Final = ("#E69F00", "#0072B2", "#009E73", "#CC79A7", "#56B4E9", "#F0E442", "#999999", "#332288")
"""One for each of the most actors allowed; none of them red."""


def settings_text(
    dataset: str, events: list["Event"], cast: "Cast", groups: "Groups", lost: Iterable[str]
) -> str:
    """Return the conflict file: each actor is its own side, each province a group.

    Parameters
    ----------
    lost
        Sentences about the rows that are not on the map.
    """
    lines = [*about(dataset, events, lost), 'time_zone = "UTC"']
    actors = [(short(name), i) for name, i in cast.ids.items()]
    for name, i in actors:
        lines += ["", "[[sides]]", f"id = {toml_string(i)}", f"name = {toml_string(name)}"]
    for (name, i), colour in zip(actors, COLOURS, strict=False):
        lines += ["", "[[actors]]", f"id = {toml_string(i)}", f"name = {toml_string(name)}"]
        lines += [f"side = {toml_string(i)}", f'colour = "{colour}"']
    for i, (name, members) in groups.items():
        lines += ["", "[[groups]]", f"id = {toml_string(i)}", f"name = {toml_string(name)}"]
        lines += ['kind = "province"', f"members = [{', '.join(map(toml_string, members))}]"]
    return "\n".join([*lines, ""])


def about(dataset: str, events: list["Event"], lost: Iterable[str]) -> list[str]:
    """Return title, summary and limits: what the map shows and what it does not."""
    held = any(event.claim in POSITION_CLAIMS for event in events)
    kinds = "Fighting and transfers of territory" if held else "Fighting"
    summary = f"Events of {dataset}: its coders’ words, not quotes."
    limits = [f"No mark means that {dataset} has no event there on that day, not that there was peace."]
    if held:
        limits += ["A colour begins with a transfer of territory: the table does not say who held it before."]
    else:
        summary += " This map shows where fighting was recorded, by day. It does not show who holds an area."
        limits += [f"No area has a colour: {dataset} records no transfer of territory here."]
    limits += lost
    return [
        f"# Made from {dataset}. Edit title, time_zone, colours, allies. Keys: docs/file_format.md",
        f"id = {toml_string(slug(dataset))}",
        f"title = {toml_string(f'{kinds}, as coded by {dataset}')}",
        f"summary = {toml_string(summary)}",
        f"limits = [{', '.join(map(toml_string, limits))}]",
    ]
