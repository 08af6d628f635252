"""What areas, actors and narrators are called in a language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from geo.reading import EVERYONE, OTHERS, Conflict, Named
from geo.sentences.evidence import only_tables
from geo.words import visible

if TYPE_CHECKING:
    from geo.words import Words


def area_name(conflict: Conflict, area_id: str, words: "Words") -> str:
    """Return the name of an area or group in the language of the words, else its plain name.

    Where other areas are called the same, its parent's name goes along: ``Kohistan (Kapisa)``.
    """
    name = short_name(conflict, area_id, words)
    parent = parent_of(conflict, area_id) if area_id in homonyms(conflict) else None
    return words.say("map.in_parent", name=name, parent=parent.named(words.language)) if parent else name


def short_name(conflict: Conflict, area_id: str, words: "Words") -> str:
    """Return the name of an area or group without its parent's: for a map, where the place tells which."""
    if area_id in conflict.groups:
        return conflict.groups[area_id].named(words.language)
    return name_in(conflict, area_id, words.language) or _area_texts(conflict)[area_id][NAME]


def parent_of(conflict: Conflict, area_id: str) -> Named | None:
    """Return what an area lies in, its `parent` or `province`: a group's id or a name; None = unknown."""
    texts = _area_texts(conflict).get(area_id, {})
    named = texts.get(PARENT) or texts.get(PROVINCE) or ""
    if named in conflict.groups:
        return conflict.groups[named]
    return Named(id=named, name=visible(named)) if named else None


def homonyms(conflict: Conflict) -> frozenset[str]:
    """Return the areas that, in some language, are called like another one; found once per conflict."""
    if conflict not in _HOMONYMS:
        called: dict[tuple[str, str], list[str]] = {}
        for area, texts in _area_texts(conflict).items():
            for column, said in texts.items():
                if column.startswith(NAME) and said:
                    called.setdefault((column, said), []).append(area)
        found = (area for areas in called.values() if len(areas) > 1 for area in areas)
        _HOMONYMS[conflict] = frozenset(found)
    return _HOMONYMS[conflict]


def named_like(conflict: Conflict, other: Conflict) -> None:
    """Let a conflict have the names of another of the same areas, which are read once."""
    _TEXTS[conflict], _HOMONYMS[conflict] = _area_texts(other), homonyms(other)


def is_named(conflict: Conflict, area_id: str, text: str) -> bool:
    """Return whether a text has a name of an area or group, in any language."""
    if area_id in conflict.groups:
        names = {conflict.groups[area_id].name, *conflict.groups[area_id].names.values()}
    else:
        names = {said for column, said in _area_texts(conflict)[area_id].items() if column.startswith(NAME)}
    return any(name in text for name in names if name)


def area_kind(conflict: Conflict, area_id: str) -> str:
    """Return an area's kind, such as ``district``; "" for a group."""
    return _area_texts(conflict).get(area_id, {}).get(KIND, "")


def name_in(conflict: Conflict, area_id: str, language: str) -> str:
    """Return an area's name in a language, "" where the map has none."""
    return _area_texts(conflict)[area_id].get(f"name_{language}", "")


def spellings_of(conflict: Conflict) -> Mapping[str, tuple[str, ...]]:
    """Return what each area and group may be called, on the map and in `names.csv`; ids are left out."""
    found: dict[str, dict[str, None]] = {}
    for one, spelling in conflict.names:
        if spelling and spelling != one:
            found.setdefault(one, {})[visible(spelling)] = None
    return {one: tuple(spellings) for one, spellings in found.items()}


def _area_texts(conflict: Conflict) -> Mapping[str, Mapping[str, str]]:
    """Return kind, parents and names of each area, by area and column, read once per conflict."""
    if conflict not in _TEXTS:
        areas = conflict.areas
        columns = [
            name
            for name in map(str, areas)
            if name in {KIND, NAME, PARENT, PROVINCE} or name.startswith(f"{NAME}_")
        ]
        texts = {name: areas[name].fillna("").astype(str).tolist() for name in columns}
        _TEXTS[conflict] = {
            str(area): {name: values[place] for name, values in texts.items()}
            for place, area in enumerate(areas.index)
        }
    return _TEXTS[conflict]


KIND: Final = "kind"
NAME: Final = "name"
PARENT: Final = "parent"
PROVINCE: Final = "province"
_HOMONYMS: Final[WeakKeyDictionary[Conflict, frozenset[str]]] = WeakKeyDictionary()
_TEXTS: Final[WeakKeyDictionary[Conflict, Mapping[str, Mapping[str, str]]]] = WeakKeyDictionary()


def actor_name(conflict: Conflict, actor_id: str, words: "Words") -> str:
    """Return the name of an actor in the language of the words, else its plain name."""
    return conflict.actors[actor_id].named(words.language)


def narrator_name(conflict: Conflict, narrator: str, words: "Words") -> str:
    """Return the name of a narrator: a side's, everyone's or the others'."""
    if narrator in {EVERYONE, OTHERS}:
        return words.say(f"compare.narrator.{narrator}")
    return conflict.sides[narrator].named(words.language)


def narrator_says(conflict: Conflict, narrator: str, words: "Words") -> str:
    """Return a narrator with its verb: ``all sources together say``; of one table, that it says so."""
    if narrator == EVERYONE and len(conflict.sources) == 1 and only_tables(conflict):
        outlet = conflict.said(str(conflict.sources["outlet"].iloc[0]), words.language)
        return words.say("page.told_everyone_table", outlet=outlet)
    if narrator in {EVERYONE, OTHERS}:
        return words.say(f"page.told_{narrator}")
    return words.say("page.told_side", side=narrator_name(conflict, narrator, words))


def silence(conflict: Conflict, narrator: str, words: "Words", area: str = "") -> str:
    """Return that the narrator says nothing about who holds an area, or any area; others may."""
    kind = narrator if narrator in {EVERYONE, OTHERS} else "side"
    key = f"explain.{'silent_on' if area else 'silent'}.{kind}"
    return words.say(key, narrator=narrator_name(conflict, narrator, words), area=area)
