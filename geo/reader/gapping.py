"""A second place that shares a verb, with a day of its own: "captured X on Monday and Y on Tuesday"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from geo.reader.places import Place
from geo.reader.reasons import Reason

if TYPE_CHECKING:
    from geo.reader.days import Days
    from geo.reader.passage import Passage
    from geo.reader.verbs import FoundCue

SHARED: Final = frozenset({"captured", "left", "repelled", "attacked", "present"})
"""Claims whose verb two places may share."""


def sharing(passage: "Passage", cue: "FoundCue", places: list[Place]) -> Iterator[tuple[Place, "Days"]]:
    """Yield the places behind those of a cue that share its verb, each with its day."""
    if cue.claim not in SHARED:
        return
    masked, cues = passage.named.masked, passage.cues
    end = max(cue.end, *(one.span[1] for one in places))
    while joint := cues["grammar.shared"].match(masked, end):
        place = next((one for one in passage.named.of_kind("place") if one.start == joint.end()), None)
        day = place and cues["grammar.shared_day"].match(masked, place.end)
        days = next((one for one in passage.days if day and one.start == day.end()), None)
        if not place or not days or place.ids[0] in passage.knowledge.under:
            return
        said = passage.named.text[place.start : place.end]
        yield Place(place.ids[0], "named", (place.start, place.end), Reason("named", said)), days
        end = place.end
