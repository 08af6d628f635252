"""Citations in the file, with places for what only the browser knows."""

from typing import TYPE_CHECKING

from geo.export.bibliography import Fields, bibtex, ris
from geo.export.cite import embed_snippet, version_in_words

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words

VIEW, ADDRESS, ACCESSED, DAY = (
    "\ue000view\ue001",
    "\ue000address\ue001",
    "\ue000accessed\ue001",
    "\ue000iso\ue001",
)
"""Places in a citation, in characters that no format escapes."""


def citations(conflict: "Conflict", words: "Words") -> dict[str, str]:
    """Return citations with placeholders for what only the browser knows: ``{view}``, ``{address}``."""
    places = {name: f"{{{name}}}" for name in ("view", "address", "accessed")}
    # TeX's own signs are escaped around the places, not in them
    fields = Fields(
        conflict.title, VIEW, version_in_words(conflict, words), ADDRESS, ACCESSED, words.language
    )
    key = f"{conflict.id}-{DAY}-{conflict.key[:8]}"
    known = {"day": "{day}", "narrator": "{narrator}", "known": "{known}", "area": "{area}"}
    corrections = (
        words.say("export.cite.corrections", corrections=conflict.corrections) if conflict.corrections else ""
    )
    return {
        "view": words.say("export.cite.view", **known),
        "view_of_area": words.say("export.cite.view_of_area", **known),
        "sentence": words.say(
            "export.cite.sentence",
            title=conflict.title,
            version=version_in_words(conflict, words),
            corrections=corrections,
            **{**places, "address": "{address}, "},
        ),
        "bibtex": _in_places(bibtex(key, fields)),
        "ris": _in_places(ris(key, fields)),
        "embed": embed_snippet(conflict.title, "{address}"),
    }


def _in_places(text: str) -> str:
    return text.replace("\ue000", "{").replace("\ue001", "}")
