"""Whose voice a row is, and which utterance is behind it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from geo.importers.ids import slug
from geo.reading import OUTLET, fold

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row


NAME: Final = re.compile(r"(?:[^\W\d_a-z][\w’'-]+\s+){1,3}[^\W\d_a-z][\w’'-]+")
"""A name of two words or more, in a script that has capitals."""

UNNAMED: Final = re.compile(
    r"\b(?:unnamed|anonymous|sources?|accounts?|local media|residents?)\b|منبع|منابع", re.IGNORECASE
)


def voice_of(state: "FolderState", row: "Row", own: Sequence["Row"]) -> str:
    """Return whose voice a row is: its speaker's as it is known, the side's body, the outlet, or its own.

    The spokesmen and leaders of a side share the side's voice; an outlet has one in all of its articles;
    somebody without a name has one per article (codebook §1).
    """
    side, source_id, speaker = row["claimant_side"], row["source_id"], row["claimant"]
    unnamed = bool(UNNAMED.search(speaker)) or not (NAME.match(speaker) or side in state.conflict.sides)
    sources = state.conflict.sources
    outlets = dict(zip(map(str, sources.index), sources["outlet"], strict=True))
    for other in own:
        alike = fold(other["claimant"]) == fold(speaker) and other["claimant_side"] == side
        here = other["source_id"] == source_id
        if side == OUTLET:
            alike = other["claimant_side"] == side and outlets.get(other["source_id"]) == outlets.get(
                source_id
            )
        if alike and other["voice_id"] and (here or not unnamed or side == OUTLET):
            return other["voice_id"]
    if side == OUTLET:
        return slug(outlets.get(source_id, source_id))
    if unnamed:
        return f"{source_id}-{slug(speaker)}"
    return (
        side
        if side in state.conflict.sides
        else slug(match[0] if (match := NAME.match(speaker)) else speaker)
    )


def origin_of(row: "Row", own: Sequence["Row"]) -> str:
    """Return the utterance behind a row: that of its voice in its article, one unless a person parts it."""
    for other in own:
        same = all(other[name] == row[name] for name in ("source_id", "voice_id", "claimant"))
        if same and other["origin_id"]:
            return other["origin_id"]
    source, voice = row["source_id"], row["voice_id"]
    return (
        voice
        if voice.startswith(f"{source}-")
        else f"{source}-{voice}"
        if voice != source
        else f"{source}-own"
    )
