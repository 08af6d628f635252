"""What was decided, retold in a few words: of which statement, in which article."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from geo.desk import Action, choices
from geo.reading import Polarity
from geo.words import visible

if TYPE_CHECKING:
    from geo.desk import FolderState, Line
    from geo.words import Words

LONGEST: Final = 60
"""Letters of a quote that are repeated."""


def summary(state: "FolderState", row: Mapping[str, str], words: "Words") -> str:
    """Return place and claim of a row; of a row without them its first words; "" = it has none."""
    named = ("area_id", "claim", "party", *(["polarity"] if row.get("polarity") == Polarity.DENIES else []))
    found = [_label(state, name, row.get(name, ""), words) for name in named]
    if not any(found):
        quote = row.get("quote", "")
        return visible(quote[:LONGEST] + ("…" if len(quote) > LONGEST else ""))
    return visible(" · ".join(filter(None, found)))


def undone(
    state: "FolderState", lines: Sequence["Line"], source_id: str, stays: Collection[str], words: "Words"
) -> str:
    """Return what some lines of one press have taken back.

    Parameters
    ----------
    source_id
        The article that is open.
    stays
        Ids of the rows that are on the map all the same: they were settled.
    """
    first = lines[0]
    taken = next(one for one in state.log if one.id == first.undoes)
    what = taken.cells.get("spelling") or summary(state, taken.cells, words)
    told = words.say(f"desk.undone.{taken.action}", what=visible(what), count=len(lines))
    if first.source_id and first.source_id != source_id:
        outlet = str(state.conflict.sources.loc[first.source_id, "outlet"])
        told = words.say("desk.undone.elsewhere", what=told, outlet=visible(outlet))
    told = words.say("desk.said.undone", what=told)
    on_map = taken.action == Action.ACCEPT and first.report_id in stays
    return f"{told} {words.say('desk.undone.stays')}" if on_map else told


def _label(state: "FolderState", field: str, value: str, words: "Words") -> str:
    return dict(choices(state, "", field, words)).get(value, value) if value else ""
