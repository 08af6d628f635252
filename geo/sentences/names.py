"""What areas, actors and narrators are called in a language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from geo.reading import EVERYONE, OTHERS, Conflict

if TYPE_CHECKING:
    from geo.words import Words


def area_name(conflict: Conflict, area_id: str, words: "Words") -> str:
    """Return the name of an area or group in the language of the words, else its plain name."""
    if area_id in conflict.groups:
        return conflict.groups[area_id].named(words.language)
    return _area_names(conflict, words.language)[area_id]


def is_named(conflict: Conflict, area_id: str, text: str) -> bool:
    """Return whether a text has a name of an area or group, in any language."""
    if area_id in conflict.groups:
        names = {conflict.groups[area_id].name, *conflict.groups[area_id].names.values()}
    else:
        spelled = [column for column in conflict.areas if column == "name" or str(column).startswith("name_")]
        names = {str(name) for name in conflict.areas.loc[area_id, spelled] if name}
    return any(name in text for name in names)


def _area_names(conflict: Conflict, language: str) -> Mapping[str, str]:
    """Return the name of each area by its id, read once per conflict and language."""
    named = _NAMED.setdefault(conflict, {})
    if language not in named:
        plain, local = conflict.areas["name"], conflict.areas.get(f"name_{language}")
        names = zip(conflict.areas.index, plain, plain if local is None else local, strict=True)
        named[language] = {str(area): str(own or usual) for area, usual, own in names}
    return named[language]


_NAMED: Final[WeakKeyDictionary[Conflict, dict[str, Mapping[str, str]]]] = WeakKeyDictionary()


def actor_name(conflict: Conflict, actor_id: str, words: "Words") -> str:
    """Return the name of an actor in the language of the words, else its plain name."""
    return conflict.actors[actor_id].named(words.language)


def narrator_name(conflict: Conflict, narrator: str, words: "Words") -> str:
    """Return the name of a narrator: a side's, everyone's or the others'."""
    if narrator in {EVERYONE, OTHERS}:
        return words.say(f"compare.narrator.{narrator}")
    return conflict.sides[narrator].named(words.language)


def narrator_says(conflict: Conflict, narrator: str, words: "Words") -> str:
    """Return a narrator with its verb: ``all sources together say``."""
    if narrator in {EVERYONE, OTHERS}:
        return words.say(f"page.told_{narrator}")
    return words.say("page.told_side", side=narrator_name(conflict, narrator, words))


def silence(conflict: Conflict, narrator: str, words: "Words", area: str = "") -> str:
    """Return that the narrator says nothing about who holds an area, or any area; others may."""
    kind = narrator if narrator in {EVERYONE, OTHERS} else "side"
    key = f"explain.{'silent_on' if area else 'silent'}.{kind}"
    return words.say(key, narrator=narrator_name(conflict, narrator, words), area=area)
