"""The legend's keys: colour, pattern and word of every kind of look that occurs, and of no other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from geo.looks import BLANK, DENIED, MARKS, OWN
from geo.words import visible

if TYPE_CHECKING:
    from geo.looks import Look
    from geo.reading.conflict import Conflict
    from geo.words import Words

HELD: Final = {
    ("firm", ""): "firm",
    ("firm", OWN): "own",
    ("soft", ""): "wide",
    ("soft", OWN): "own_wide",
    ("stale", ""): "stale",
}
"""Strength and texture of a holder's colour -> its words, in the order of the legend."""


def legend(drawn: Sequence["Look"], conflict: "Conflict", words: "Words") -> list[dict[str, Any]]:
    """Return the keys as the script draws them, in reading order.

    A key is `{"colours", "outline", "texture", "text"}` or, for a mark, `{"mark", "text"}`; that of a denial
    has both, for they never occur apart.
    """
    return [
        *_holders(drawn, conflict, words),
        *_hatches(drawn, words),
        *_outlines(drawn, words),
        *(_mark(mark, words) for mark in MARKS if any(mark in look.marks for look in drawn)),
    ]


def _mark(mark: str, words: "Words") -> dict[str, Any]:
    ground = _swatch((), DENIED, "") if mark == DENIED else {}
    return {**ground, "mark": mark, "text": words.say(f"map.key.{mark}")}


def _swatch(colours: Sequence[str], texture: str, text: str, outline: str = "solid") -> dict[str, Any]:
    return {"colours": colours, "outline": outline, "texture": texture, "text": text}


def _hatched_only(drawn: Sequence["Look"]) -> set[str]:
    """Return the colours that appear in a hatch and nowhere alone."""
    alone = {look.fills for look in drawn}
    return {fill for look in drawn for fill in look.fills if (fill,) not in alone}


def _holders(drawn: Sequence["Look"], conflict: "Conflict", words: "Words") -> Iterator[dict[str, Any]]:
    single = {(look.fills[0], look.strength, look.texture): look for look in drawn if len(look.fills) == 1}
    hatched = _hatched_only(drawn)
    for actor in conflict.actors.values():
        name = visible(actor.named(words.language))
        for (strength, texture), key in HELD.items():
            if look := single.get((actor.colour, strength, texture)):
                text = words.say(f"map.key.{key}", holder=name, count=conflict.stale_days)
                yield _swatch(look.colours, texture, text)
        if actor.colour in hatched:
            yield _swatch((actor.colour,), "", name)


def _hatches(drawn: Iterable["Look"], words: "Words") -> Iterator[dict[str, Any]]:
    shown: dict[str, Look] = {}
    for look in drawn:
        if len(look.fills) > 1:
            shown.setdefault("blank" if BLANK in look.fills else "disputed", look)
    for key in ("disputed", "blank"):
        if key in shown:
            yield _swatch(shown[key].colours, "", words.say(f"map.key.{key}"))


def _outlines(drawn: Iterable["Look"], words: "Words") -> Iterator[dict[str, Any]]:
    outlines = {look.outline for look in drawn}
    for outline, key in (("dashed", "changing_hands"), ("dotted", "unreported")):
        if outline in outlines:
            yield _swatch((), "", words.say(f"map.key.{key}"), outline)
