"""A second map beside the first: what it may differ in, what it starts with, and the titles of both."""

from datetime import date
from typing import TYPE_CHECKING

from geo.sentences import ONE_DAY, narrator_name
from geo.view import KINDS, OFF, Comparison, days, offered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words


def kinds(conflict: "Conflict", chosen: Comparison | None = None) -> tuple[str, ...]:
    """Return what two maps are offered to differ in.

    Knowledge is left out where no source has a day of publication, unless an address has chosen it.
    """
    kept = chosen.kind if chosen else OFF
    return tuple(kind for kind in KINDS if kind != "known" or conflict.dated or kind == kept)


def narrators_beside(conflict: "Conflict") -> "Sequence[str]":
    """Return the narrators in the order in which a second map starts with them: sides that speak first."""
    there = offered(conflict)
    return list(dict.fromkeys([*(side for side in conflict.sides if side in there), *there]))


def first_other(view: "View", kind: str, conflict: "Conflict") -> Comparison:
    """Return the second map of a kind that a reader starts with: one that differs from the first map."""
    near = [day for day in (view.day - ONE_DAY, view.day + ONE_DAY) if day in days(conflict)]
    values: dict[str, str | date | None] = {
        "narrator": next(one for one in narrators_beside(conflict) if one != view.narrator),
        "date": near[0] if near else view.day,
        "known": None if view.known else max(view.day - ONE_DAY, conflict.first_day),
    }
    return Comparison(kind, values[kind])


def map_title(conflict: "Conflict", view: "View", kind: str, words: "Words") -> str:
    """Return the title of one of two maps: how it differs from the other."""
    if kind == "narrator":
        return narrator_name(conflict, view.narrator, words)
    if kind == "date":
        return words.short_day(view.day)
    if view.known is None:
        return words.say("page.compare_title_known_all")
    return words.say("page.compare_title_known", day=words.short_day(view.known))
