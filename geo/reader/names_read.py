"""The names of a folder, read for the reader of articles."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd

from geo.reader.aliases import actor_phrases, people_of
from geo.reader.cue_files import ENGLISH
from geo.reader.cues import load_cues
from geo.reader.knowledge import Knowledge
from geo.reader.phrases import Phrase, phrase
from geo.reader.states import home_of
from geo.reading import (
    DISTRICTS,
    NAMES,
    SETTINGS,
    Aliases,
    DataError,
    NameIndex,
    Problem,
    Settings,
    area_spellings,
    areas_under,
    group_spellings,
    read_aliases,
    read_areas,
    read_names,
    read_settings,
    rule,
)


def knowledge_of(folder: Path) -> tuple[Knowledge, list[Problem]]:
    """Read the names of a folder: `conflict.toml` and `districts.geojson`, and `names.csv` if it is there.

    Returns
    -------
    knowledge, problems
        What is known, and the lines of `names.csv` that were set aside.

    Raises
    ------
    DataError
        If a file is missing or broken.
    """
    needed = {name: _bytes(folder, name) for name in (SETTINGS, DISTRICTS)}
    return knowledge_in(needed | ({NAMES: _bytes(folder, NAMES)} if (folder / NAMES).is_file() else {}))


def knowledge_in(files: Mapping[str, bytes]) -> tuple[Knowledge, list[Problem]]:
    """Return the names in a folder's files, by name, as `knowledge_of` does."""
    settings = read_settings(files[SETTINGS])
    areas, _ = read_areas(files[DISTRICTS])
    under, _ = areas_under(settings.groups, list(areas.index))
    called = [*area_spellings(areas), *group_spellings(settings, under)]
    if NAMES not in files:
        return _knowledge(settings, areas, under, called, Aliases()), []
    data = files[NAMES]
    places, unplaced = read_names(data, [*areas.index, *under], NameIndex.of(called))
    actors, sides = ([one.id for one in some] for some in (settings.actors, settings.sides))
    aliases, unknown = read_aliases(data, actors, sides)
    return _knowledge(settings, areas, under, [*called, *places], aliases), unplaced + unknown


def _knowledge(
    settings: Settings,
    areas: gpd.GeoDataFrame,
    under: Mapping[str, tuple[str, ...]],
    spellings: list[tuple[str, str]],
    aliases: Aliases,
) -> Knowledge:
    home = home_of(settings.actors, settings.time_zone, load_cues(ENGLISH))
    named, plain = actor_phrases(settings.actors, settings.sides, load_cues(ENGLISH), home)
    places = _ids(spellings)
    provinces = {
        phrase(name): tuple(inside.index)
        for name, inside in areas.groupby("province")
        if name and phrase(name) not in places
    }
    return Knowledge(
        places=places,
        common=frozenset(phrase(name) for one, name in spellings if name.islower() and name != one),
        provinces=provinces,
        under=under,
        areas=tuple(areas.index),
        kinds=dict(zip(areas.index, areas["kind"], strict=True)) | {g.id: g.kind for g in settings.groups},
        actors=named,
        plain=plain | {phrase(name): actor for actor, name in aliases.actors},
        sides={actor.id: actor.side for actor in settings.actors},
        people=people_of(settings.actors) | {phrase(name): side for side, name in aliases.people},
        allies=_allies(settings),
        home=home,
        outlets=frozenset(map(phrase, aliases.outlets)),
    )


def _allies(settings: Settings) -> dict[str, frozenset[str]]:
    """Return for each actor those of the sides that its side calls allies, or that call it one."""
    allied = {side.id: {*side.allies} for side in settings.sides}
    for side in settings.sides:
        for other in side.allies:
            allied.setdefault(other, set()).add(side.id)
    return {
        actor.id: frozenset(
            other.id for other in settings.actors if other.side in allied.get(actor.side, set())
        )
        for actor in settings.actors
    }


def _ids(spellings: Iterable[tuple[str, str]]) -> dict[Phrase, tuple[str, ...]]:
    found: dict[Phrase, dict[str, None]] = {}
    for place, name in spellings:
        if words := phrase(name.removeprefix("The ")):
            found.setdefault(words, {})[place] = None
    return {words: tuple(ids) for words, ids in found.items()}


def _bytes(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError as error:
        raise DataError.at(folder / name, rule("file_missing")) from error
    except OSError as error:
        raise DataError.at(folder / name, rule("cannot_read", reason=error.strerror or str(error))) from error
