"""The story in the one-file map: the steps that the file can show, each with its HTML."""

from functools import partial
from typing import TYPE_CHECKING, Any

from geo.export.onefile.telling import way
from geo.panel import steps, story_html, view_of

if TYPE_CHECKING:
    from geo.export.onefile.cut import Cut
    from geo.reading import Step
    from geo.view import View
    from geo.words import Words


def steps_in(cut: "Cut", language: str) -> tuple["Step", ...]:
    """Return the steps of the story whose view the file has."""
    there = steps(cut.conflict, language)
    return tuple(step for step in there if _holds(cut, view_of(step, cut.conflict, language)))


def story(cut: "Cut", words: "Words") -> list[dict[str, Any]]:
    """Return each step as the script reads it: `html`, and the choices of its `view`."""
    there = steps_in(cut, words.language)
    address = partial(way, cut)
    return [
        {
            "html": story_html(cut.conflict, there, number, words, address),
            "view": _choices(cut, view_of(step, cut.conflict, words.language)),
        }
        for number, step in enumerate(there)
    ]


def _holds(cut: "Cut", view: "View") -> bool:
    days = {view.day, view.known or view.day}
    return days <= {*cut.days} and view.narrator in cut.narrators and view.area in {None, *cut.areas}


def _choices(cut: "Cut", view: "View") -> dict[str, Any]:
    known = view.known.isoformat() if view.known else None
    day = list(cut.days).index(view.day)
    return {"day": day, "area": view.area, "narrator": view.narrator, "known": known}
