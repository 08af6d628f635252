"""A row started from a selection: what the folder's names tell of it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from geo.desk import REFUSED, Draft, completed, knowledge
from geo.page.desk.corrected import fitting_scope
from geo.reader import ROW, language_of, load_cues, named, sentences

if TYPE_CHECKING:
    from geo.desk import FolderState
    from geo.page.desk.session import Desk
    from geo.reader import Mention

SHARED: Final = (
    "claim", "polarity", "party", "claimant", "claimant_side", "date_from", "date_to", "date_basis",
)  # fmt: skip
"""What statements of one sentence mostly have in common."""

SAID_BY: Final = ("claimant", "claimant_side", "date_from", "date_to", "date_basis")
"""Of these, what holds for another statement of the sentence, too."""

NAME_OR_KIND: Final = re.compile(
    r"\b(?:[A-Z][\w’'-]*|the|and|of|in|both|all|districts?|provinces?|valleys?|city|cities|towns?|villages?"
    r"|cent(?:er|re)s?|areas?|regions?|capitals?)\b"
)
FEW: Final = 3
"""Words of a script without capitals that may be names alone."""

CAPITALS: Final = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*")
"""A name in the middle of a sentence, in a script that has capitals."""


def started(desk: "Desk", state: "FolderState", start: int, end: int, drafts: Iterable[Draft]) -> Draft:
    """Return a draft of the characters of the open article that were selected, end excluded.

    What another draft of the same sentence says is taken over, but for its place. Otherwise the party is the
    one that the selection names, the speaker the outlet and the day that of the article. The place is the one
    that the selection names.

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
    fields |= {"date_to": state.day(desk.source_id).isoformat()} | named_in(state, text[start:end])
    fields |= _beside(text, start, end, drafts)
    row = completed(desk.state, desk.coder, desk.source_id, fields, (start, end))
    number = len(desk.made) + 1
    while f"new-{number}" in desk.made:
        number += 1
    return Draft(id=f"new-{number}", start=start, end=end, tier=ROW, row=row)


def _beside(text: str, start: int, end: int, drafts: Iterable[Draft]) -> dict[str, str]:
    """Return what the nearest draft of the same sentence says, whatever its place; {} = there is none."""
    around = [one for one in sentences(text) if one.start < end and start < one.end]
    first, last = (around[0].start, around[-1].end) if around else (start, end)
    near = [
        one for one in drafts if first <= one.start < last and one.row["claim"] and one.decision != REFUSED
    ]
    if not near:
        return {}
    row = min(near, key=lambda one: (abs(one.start - start), one.id)).row
    shared = SHARED if only_names(text[start:end]) else SAID_BY
    return {name: row[name] for name in shared if row[name] or name in {"date_from", "party"}}


def only_names(words: str) -> bool:
    """Return whether words are names and what places are called: what was said of them stands elsewhere."""
    plain = NAME_OR_KIND.sub(" ", words)
    return not re.search(r"\w", plain) if re.search(r"[A-Za-z]", words) else len(words.split()) <= FEW


def named_in(state: "FolderState", quote: str) -> dict[str, str]:
    """Return place (as written, with its scope) and party that a quote names, if it names one of each."""
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
