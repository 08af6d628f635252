"""The legend's keys: colour, pattern and word of every kind of look that occurs, and of no other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from geo.looks import BLANK, MARKS
from geo.words import visible

if TYPE_CHECKING:
    from geo.looks import Look
    from geo.reading.conflict import Conflict
    from geo.words import Words


def legend(drawn: Sequence["Look"], conflict: "Conflict", words: "Words") -> list[dict[str, Any]]:
    """Return the keys as the script draws them, in reading order.

    A key is `{"colours", "outline", "text"}` or, for a mark, `{"mark", "text"}`.
    """
    return [
        *_holders(drawn, conflict, words),
        *_hatches(drawn, words),
        *_outlines(drawn, words),
        *(
            {"mark": mark, "text": words.say(f"map.key.{mark}")}
            for mark in MARKS
            if any(mark in look.marks for look in drawn)
        ),
    ]


def _hatched_only(drawn: Sequence["Look"]) -> set[str]:
    """Return the colours that appear in a hatch and nowhere alone."""
    alone = {look.fills for look in drawn}
    return {fill for look in drawn for fill in look.fills if (fill,) not in alone}


def _holders(drawn: Sequence["Look"], conflict: "Conflict", words: "Words") -> Iterator[dict[str, Any]]:
    single = {(look.fills[0], look.strength): look for look in drawn if len(look.fills) == 1}
    hatched = _hatched_only(drawn)
    for actor in conflict.actors.values():
        name = visible(actor.named(words.language))
        for strength in ("firm", "soft", "stale"):
            if look := single.get((actor.colour, strength)):
                for key in _pale(drawn, actor.colour) if strength == "soft" else (strength,):
                    text = words.say(f"map.key.{key}", holder=name, count=conflict.stale_days)
                    yield {"colours": look.colours, "outline": "solid", "text": text}
        if actor.colour in hatched:
            yield {"colours": (actor.colour,), "outline": "solid", "text": name}


def _pale(drawn: Sequence["Look"], colour: str) -> list[str]:
    """Return why a colour is pale, a key of the words for each reason that occurs."""
    reasons = {reason for look in drawn if look.fills == (colour,) for reason in look.pale}
    return [f"soft_{reason}" for reason in ("claimed", "wide") if reason in reasons]


def _hatches(drawn: Iterable["Look"], words: "Words") -> Iterator[dict[str, Any]]:
    shown: dict[str, Look] = {}
    for look in drawn:
        if len(look.fills) > 1:
            shown.setdefault("blank" if BLANK in look.fills else "disputed", look)
    for key in ("disputed", "blank"):
        if key in shown:
            yield {"colours": shown[key].colours, "outline": "solid", "text": words.say(f"map.key.{key}")}


def _outlines(drawn: Iterable["Look"], words: "Words") -> Iterator[dict[str, Any]]:
    outlines = {look.outline for look in drawn}
    for outline, key in (("dashed", "changing_hands"), ("dotted", "unreported")):
        if outline in outlines:
            yield {"colours": (), "outline": outline, "text": words.say(f"map.key.{key}")}
