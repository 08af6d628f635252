"""Control -> colour, hatch, marks, words: the table that Python hands to the painting script.

A look adds nothing to the rule; it only decides how its result is drawn (``docs/painting.md``).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from geo.looks.shown import (
    BLANK,
    DENIED,
    MARKS,
    SHOWN,
    State,
    mark_key,
    shown_marks,
    strength,
    texture,
    told_status,
)
from geo.reading import Status
from geo.timeline import Timeline, with_staleness
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict
    from geo.words import Words

PALER: Final = {"firm": 0.0, "soft": 0.55, "stale": 0.75, "none": 0.0}
"""Strength -> how far a colour is mixed towards white, linear in sRGB."""

STATE: Final = ["status", "holders", "blank", *SHOWN, "alleged", "denied_holders", "wide", "stale"]
"""Columns of the timeline that decide a look."""


@dataclass(frozen=True)
class Look:
    """How an area is drawn and worded; equal looks are stored once.

    Parameters
    ----------
    status
        A `Status`.
    fills
        Colours of the holders as the conflict file gives them, in the conflict's order: none
        (unreported), one, or two or more in a hatch of equal widths; `blank` where the hold is denied.
    strength
        `firm`: someone names the area; `soft`: only a wider statement reaches it; `stale`: older than
        the conflict's stale days; `none`.
    outline
        `solid`, `dashed` (changing hands) or `dotted` (unreported and not denied).
    marks
        Drawn beside the word: those of `shown_marks` that are in `MARKS`.
    word
        Under the name on the map.
    sentence
        In tooltip, strip and screen reader, without the age.
    texture
        Strewn over the ground: `own` (only the holder's own side says so), `denied` (on white), "" = none.
    total
        What its areas are counted under: the holder, or that they are disputed, denied or not spoken of.
    told, of
        How the status is told, and of which actors (`told_status`): alike where two maps say the same.
    """

    status: str
    fills: tuple[str, ...]
    strength: str
    outline: str
    marks: tuple[str, ...]
    word: str
    sentence: str
    texture: str = ""
    total: str = ""
    told: str = Status.UNREPORTED
    of: tuple[str, ...] = ()

    @property
    def colours(self) -> tuple[str, ...]:
        """The fills as painted: mixed towards white by strength, blank as white."""
        return tuple(mixed(fill, PALER[self.strength]) for fill in self.fills)

    def as_dict(self) -> dict[str, Any]:
        """Return the look as the script reads it."""
        return {**asdict(self), "colours": self.colours}


class Looks(NamedTuple):
    """A narrator's looks and when they change."""

    table: list[Look]
    """Every look that occurs; the first is `unreported`, that of an area before its first row."""
    changes: pd.DataFrame
    """`area_id`, `day` (the first day on which the look holds), `look` (position in `table`), `newest`
    (day of the newest vote; NaT when nobody votes); one row per area and change, those where a
    colour turns stale included, sorted by area in map order, then day."""


def mixed(colour: str, white: float) -> str:
    """Return ``#RRGGBB`` with a share of white mixed in; `blank` is white."""
    if colour == BLANK:
        return "#ffffff"
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(value + (255 - value) * white):02x}" for value in channels)


def looks(timeline: Timeline, conflict: "Conflict", words: "Words") -> Looks:
    """Return the looks of a timeline: what every area looks like from each of its changes on.

    Parameters
    ----------
    timeline
        One narrator's, as known on one day.
    conflict
        Its actors (colours, names) and last day.
    words
        The language of the looks' words.
    """
    rows = with_staleness(timeline, conflict.last_day)
    codes, states = _factorized(rows)
    made = [_look(state, conflict, words) for state in states]
    table = list(dict.fromkeys([unreported(words), *made]))
    position = np.array([table.index(look) for look in made], dtype=np.int64)
    changes = rows[["area_id", "day", "newest"]].assign(look=position[codes])
    return Looks(table, changes[["area_id", "day", "look", "newest"]])


def unreported(words: "Words") -> Look:
    """Return the look of an area for which nobody has said who holds it."""
    said = words.say("map.word.unreported"), words.say("map.sentence.unreported")
    return Look(Status.UNREPORTED, (), "none", "dotted", (), *said, total=words.say("map.key.unreported"))


def _factorized(rows: pd.DataFrame) -> tuple[np.ndarray[Any, Any], list[State]]:
    """Return the code of each row's state and the states, in order of first appearance."""
    codes = rows.groupby(STATE, sort=False).ngroup()
    states: list[Any] = list(rows[STATE][~codes.duplicated()].itertuples())
    return codes.to_numpy(), states


def _look(state: State, conflict: "Conflict", words: "Words") -> Look:
    fills = tuple(conflict.actors[holder].colour for holder in state.holders)
    marks, (told, actors) = shown_marks(state), told_status(state)
    return Look(
        status=str(state.status),
        fills=(*fills, BLANK) if state.blank else fills,
        strength=strength(state),
        outline="dashed" if state.changing_hands else "solid" if fills or state.denied else "dotted",
        marks=tuple(mark for mark in marks if mark in MARKS),
        word=_word(state, conflict, words),
        sentence=_sentence(state, marks, conflict, words),
        texture=texture(state),
        total=_total(state, conflict, words),
        told=told,
        of=tuple(actors),
    )


def _total(state: State, conflict: "Conflict", words: "Words") -> str:
    """Return what an area is counted under, strength and marks aside."""
    if state.denied:
        return _word(state, conflict, words)
    if state.status == Status.DISPUTED:
        return words.say("map.key.blank" if state.blank else "map.key.disputed")
    return _names(state.holders, conflict, words) or words.say("map.key.unreported")


def _word(state: State, conflict: "Conflict", words: "Words") -> str:
    """Return the word under the name: who is said to hold, and why no more firmly."""
    if state.denied:
        return words.say("map.word.denied", holders=_names(state.denied_holders, conflict, words))
    word = words.say(f"map.word.{state.status}", holders=_names(state.holders, conflict, words))
    return words.say("map.word.wide", word=word) if state.wide else word


def _sentence(state: State, marks: Sequence[str], conflict: "Conflict", words: "Words") -> str:
    key, holders = told_status(state)
    parts = [words.say(f"map.sentence.{key}", holders=_names(holders, conflict, words))]
    parts += [words.say("map.sentence.wide")] if state.wide else []
    parts += [words.say(f"map.sentence.{mark_key(state, mark)}") for mark in marks if mark != DENIED]
    return ", ".join(parts)


def _names(holders: Sequence[str], conflict: "Conflict", words: "Words") -> str:
    actors = [conflict.actors[holder] for holder in holders]
    return " / ".join(visible(actor.names.get(words.language, actor.name)) for actor in actors)
