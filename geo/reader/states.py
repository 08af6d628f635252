"""The actor that is the state of the land, and who alone rebels against it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global

from geo.reader.cue_files import ENGLISH
from geo.reader.phrases import LONG_ENOUGH, Phrase, names_of, people_called, phrase

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reading import ActorTable, SideTable


def home_of(actors: Sequence["ActorTable"], time_zone: str, cues: "Cues") -> str:
    """Return the actor that is the state of the land whose time zone it is; "" = none, or several.

    It is called after the land and is a state's: "Ukraine", "Sudanese Armed Forces", "Syrian government";
    or it is the only government.
    """
    known = get_global("zone_aliases").get(time_zone, time_zone)
    land = phrase(Locale(ENGLISH).territories.get(get_global("zone_territories").get(known, ""), ""))
    states = [actor.id for actor in actors if any(_is_state(words, land, cues) for words in names_of(actor))]
    ruling = [actor.id for actor in actors if any("government" in words for words in names_of(actor))]
    return next((some[0] for some in (states, ruling) if len(some) == 1), "")


def _is_state(words: Phrase, land: Phrase, cues: "Cues") -> bool:
    """Return whether a name is the land's own, or its government's or army's."""
    named = [word for word in words if _is_of(word, land)]
    return (
        bool(named)
        and all(
            word in named or cues["actors.state"].fullmatch(word) or cues["actors.little"].fullmatch(word)
            for word in words
        )
        and not cues["actors.no_state"].search(" ".join(words))
    )


def _is_of(word: str, land: Phrase) -> bool:
    """Return whether a word is a land or its people: Congo, Congolese."""
    stems = [one.removesuffix("a").removesuffix("e") for one in land if len(one) >= LONG_ENOUGH]
    return any(word.startswith(stem) for stem in stems)


def forces_of_a_state(actor: "ActorTable", cues: "Cues") -> Iterator[Phrase]:
    """Yield "Syrian army", "Syrian troops" for the Syrian government, whoever else is called Syrian."""
    little = cues["actors.little"]
    for words in names_of(actor):
        own = not cues["actors.no_state"].search(" ".join(words))
        if own and any(cues["actors.state"].fullmatch(word) for word in words):
            telling = [word for word in words if not little.fullmatch(word)]
            telling = [word for word in telling if not cues["actors.state"].fullmatch(word)]
            for force in cues.words("actors.state_forces").split("|"):
                yield from (
                    (*people, *phrase(force)) for one in telling for people in people_called(one, cues)
                )


def names_of_the_state(actors: Sequence["ActorTable"], home: str, cues: "Cues") -> dict[Phrase, str]:
    """Return what only the state of the land is called: "the army", "Mali's army"; `home` "" = nothing."""
    if not home:
        return {}
    telling = {
        word
        for actor in actors
        if actor.id == home
        for words in names_of(actor)
        for word in words
        if word not in {"of", "the"}
    }
    called = [phrase(name) for name in cues.words("actors.state_words").split("|")]
    if not any(_has_soldiers(other, cues) for other in actors if other.id != home):
        called += [("soldiers",), ("the", "soldiers")]
    lands = [land for land in _lands() if any(_is_of(word, (land,)) for word in telling)]
    forces = [phrase(force) for force in cues.words("actors.state_forces").split("|")]
    return dict.fromkeys([*called, *((land, *force) for land in lands for force in forces)], home)


def _has_soldiers(actor: "ActorTable", cues: "Cues") -> bool:
    """Return whether an actor is a state's, or an army: "soldiers" may be its own."""
    return any(
        _is_of(word, _lands()) or cues["actors.army"].fullmatch(word)
        for words in names_of(actor)
        for word in words
    )


def rebels_against(
    actors: Sequence["ActorTable"], sides: Sequence["SideTable"], home: str, cues: "Cues"
) -> dict[Phrase, str]:
    """Return the common words for rebels, of the one actor that fights the state and is no state itself."""
    own = next((actor.side for actor in actors if actor.id == home), "")
    friends = {own, *(side.id for side in sides if own in side.allies)}
    friends |= {ally for side in sides if side.id == own for ally in side.allies}
    others = [actor for actor in actors if actor.side not in friends]
    if not home or len(others) != 1 or any(_is_of(word, _lands()) for word in next(names_of(others[0]))):
        return {}
    return dict.fromkeys((phrase(name) for name in cues.words("actors.rebel_words").split("|")), others[0].id)


@cache
def _lands() -> Phrase:
    """Return the folded names of the world's lands that are one word."""
    names = Locale(ENGLISH).territories
    return tuple(
        words[0] for code, name in names.items() if code.isalpha() and len(words := phrase(name)) == 1
    )
