"""A row started from a selection: what the folder's names tell of it."""

import re
from typing import TYPE_CHECKING, Final

from geo.desk import Draft, completed
from geo.desk.candidates import knowledge
from geo.page.desk.corrected import fitting_scope
from geo.reader import ROW, language_of
from geo.reader.cues import load_cues
from geo.reader.mentions import named

if TYPE_CHECKING:
    from geo.desk import FolderState
    from geo.page.desk.session import Desk
    from geo.reader.mentions import Mention

CAPITALS: Final = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*")
"""A name in the middle of a sentence, in a script that has capitals."""


def started(desk: "Desk", state: "FolderState", start: int, end: int) -> Draft:
    """Return a draft of the characters of the open article that were selected, end excluded.

    Place and party are filled in where the selection names one; the speaker is the outlet until the person
    says otherwise, and the day that of the article.

    Raises
    ------
    ValueError
        If there is no text between them.
    """
    text = state.text(desk.source_id)
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise ValueError(f"{start} to {end} is no text of {desk.source_id}")
    fields = {
        "claimant": str(state.conflict.sources.loc[desk.source_id, "outlet"]),
        "claimant_side": "outlet",
    }
    fields |= {"date_to": state.day(desk.source_id).isoformat()} | _names(state, text[start:end])
    row = completed(desk.state, desk.coder, desk.source_id, fields, (start, end))
    number = len(desk.made) + 1
    while f"new-{number}" in desk.made:
        number += 1
    return Draft(id=f"new-{number}", start=start, end=end, tier=ROW, row=row)


def _names(state: "FolderState", quote: str) -> dict[str, str]:
    """Return place and party that a quote names, if it names one of each."""
    found = named(quote, knowledge(state.files), load_cues(language_of(quote)), {})
    places = [one for one in found.of_kind("place") if len(one.ids) == 1]
    actors = {one.ids[0] for one in found.of_kind("actor")}
    fields = {"party": actors.pop()} if len(actors) == 1 else {}
    if not places:
        return fields | _unknown(quote, found.mentions)
    area_id, written = places[0].ids[0], quote[places[0].start : places[0].end]
    scope = fitting_scope(state, area_id, "")
    return fields | {"area_id": area_id, "place_as_written": written, "scope": scope}


def _unknown(quote: str, mentions: tuple["Mention", ...]) -> dict[str, str]:
    """Return the one name that the folder does not know: it may be the place as written."""
    free = [
        one[0]
        for one in CAPITALS.finditer(quote)
        if all(one.end() <= other.start or other.end <= one.start() for other in mentions)
    ]
    return {"place_as_written": free[0]} if len(free) == 1 else {}
