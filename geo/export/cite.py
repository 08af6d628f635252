"""Citations of a view: a sentence, BibTeX and RIS."""

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

import geo
from geo.export.bibliography import Fields, bibtex, one_line, ris
from geo.reading import RULE_VERSION, Conflict
from geo.sentences import area_name, fitting, full_date, narrator_name

if TYPE_CHECKING:
    from geo.view import View
    from geo.words import Words


class Citation(NamedTuple):
    """A view's citation, ready to paste."""

    sentence: str
    bibtex: str
    ris: str


def citation(conflict: Conflict, view: "View", *, accessed: date, address: str = "") -> Citation:
    """Return how to cite a view.

    Parameters
    ----------
    accessed
        The day of access.
    address
        The view's own address; "" = none.

    Returns
    -------
    Citation
        No author and no year: the conflict file names none, and the day of a view is not the day on
        which it was published. The inputs' hash says which reports it was based on.
    """
    words = view.words
    told, version = view_in_words(conflict, view), version_in_words(conflict, words)
    sentence = words.say(
        "export.cite.sentence",
        title=conflict.title,
        view=told,
        version=version,
        address=f"{address}, " if address else "",
        accessed=full_date(accessed, words),
        corrections=words.say("export.cite.corrections", corrections=conflict.corrections)
        if conflict.corrections
        else "",
    )
    fields = Fields(conflict.title, told, version, address, accessed.isoformat(), words.language)
    parts = (conflict.id, view.day.isoformat(), view.narrator, view.area or "", conflict.key[:8])
    key = re.sub("[^A-Za-z0-9]+", "-", "-".join(parts))
    return Citation(one_line(sentence), bibtex(key, fields), ris(key, fields))


def address_of(conflict: Conflict, own: str, parameters: str) -> str:
    """Return a view's address: the public one that the conflict file gives, else the page's own.

    `own` is without parameters; `parameters` are ``name=value&…``. The script does the same (`copying.js`).
    """
    base = conflict.address or own
    return f"{base}{parameters}" if base.endswith("#") else f"{base}?{parameters}"


def view_in_words(conflict: Conflict, view: "View") -> str:
    """Return day, narrator, day of knowledge and area of a view."""
    words = view.words
    known = words.say(fitting(conflict, "export.known_all"))
    if view.known is not None:
        known = words.say("export.known_on", day=full_date(view.known, words))
    values = {
        "day": full_date(view.day, words),
        "narrator": narrator_name(conflict, view.narrator, words),
        "known": known,
    }
    if not view.area:
        return words.say("export.cite.view", **values)
    return words.say("export.cite.view_of_area", area=area_name(conflict, view.area, words), **values)


def version_in_words(conflict: Conflict, words: "Words") -> str:
    """Return what a view is based on: inputs, rule, program."""
    return words.say(
        "export.cite.version",
        conflict=conflict.id,
        inputs=conflict.key,
        rule=RULE_VERSION,
        program=geo.__version__,
    )


EMBED_HEIGHT: Final = 1040


def embed_snippet(title: str, address: str) -> str:
    """Return the frame that shows a map inside another page."""
    named = title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return (
        f'<iframe src="{address}" title="{named}" loading="lazy" '
        f'style="width:100%;height:{EMBED_HEIGHT}px;border:1px solid #8a8578;box-sizing:border-box"></iframe>'
    )
